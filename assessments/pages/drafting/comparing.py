"""Two questionnaires beside each other: what differs in words, by subject, and line by line."""

from collections.abc import Iterable, Mapping

import streamlit as st
from markupsafe import Markup

from assessments import editing
from assessments.editing import DiffLine
from assessments.languages import marked, say
from assessments.pages.drafting.files import is_written
from assessments.pages.parts.pieces import entries, folded, heading, joined, listed, paragraph, show
from assessments.wording import studio as words

SIGNS = {"out": "−", "in": "+", "same": "", "skip": "⋯"}
SPOKEN = {"out": marked("removed:"), "in": marked("added:")}


def show_differences(before: Mapping[str, str], after: Mapping[str, str]) -> None:
    """Show what differs, in words and in lines."""
    said = editing.changes(before, after)
    names = filter(is_written, sorted(before.keys() | after.keys()))
    files = [name for name in names if before.get(name) != after.get(name) and not name.startswith("base/")]
    if not files:
        show(paragraph(say("Nothing differs.")))
        return
    if not said:
        show(paragraph(say("Only comments and spacing differ.")))
    for subject in dict.fromkeys(one.subject for one in said):
        changes = [_in_words(one) for one in said if one.subject == subject]
        with st.container(key=f"changes-{subject}"):
            show(heading(subject, 3), listed(changes, "differences"))
    show(heading(say("Line by line"), 3))
    for name in files:
        show_lines(name, before.get(name, ""), after.get(name, ""))


def show_lines(name: str, before: str, after: str) -> None:
    """Show how one file differs, line by line, folded away."""
    lines = editing.line_diff(before, after)
    out, new = (sum(line.kind == kind for line in lines) for kind in ("out", "in"))
    show(folded(words.lines_line(name, out, new), _table(name, lines)))


def _in_words(change: editing.Said) -> Markup:
    """Return a change as a sentence; where words changed, with both wordings."""
    texts = {say("Before"): change.before, say("Afterwards"): change.after}
    worded = {when: text for when, text in texts.items() if isinstance(text, str)}
    return Markup("{}{}").format(change.sentence, entries(worded.items()) if worded else "")


def _table(name: str, lines: Iterable[DiffLine]) -> Markup:
    rows = joined(_row(line) for line in lines)
    return Markup('<div class="table"><table class="lines"><caption>{}</caption>{}</table></div>').format(
        say("{file}, line by line", file=name), rows
    )


def aside(sentence: str | None) -> Markup:
    """Return what only screen readers say before a line, or nothing."""
    return Markup('<span class="aside">{} </span>').format(say(sentence)) if sentence else Markup("")


def _row(line: DiffLine) -> Markup:
    said = aside(SPOKEN.get(line.kind)) + line.text.rstrip("\n")
    cells = (line.old or "", line.new or "", SIGNS[line.kind], said)
    return Markup('<tr class="{}">{}</tr>').format(line.kind, joined(map(Markup("<td>{}</td>").format, cells)))
