"""An edition together with what it builds on: each file as it is read, with where every line comes from."""

from collections import Counter

import streamlit as st

from assessments import editing
from assessments.editing import Draft
from assessments.languages import marked, say
from assessments.pages.drafting.together import lines_table
from assessments.pages.drafting.workspace import FILE, begin_page, open_draft, pillars_of
from assessments.pages.parts import look
from assessments.pages.parts.arrival import arrive
from assessments.pages.parts.pieces import paragraph, show
from assessments.wording import studio as words
from assessments.wording import subjects

LINES = {"all": marked("Everything"), "different": marked("Only what differs from the base")}


def show_together(draft: Draft) -> None:
    """Show the choice of a file, what the edition makes of it in numbers, and its lines."""
    pillars = pillars_of(draft.texts)
    name = _choose(draft, pillars)
    lines = editing.together(draft.texts, name)
    counts = Counter(line.comes for line in lines)
    show(paragraph(words.together_line(len(lines), counts), "standing"))
    shown = lines if _choose_lines() == "all" else editing.only_different(lines)
    subject = subjects.file_subject(name, pillars)
    show(
        lines_table(shown, say("{subject}, {file}", subject=subject, file=name))
        if shown
        else paragraph(say("Nothing differs in this file."))
    )


def _choose_lines() -> str:
    """Return which of the file's lines somebody wants to see."""
    spoken = {which: say(sentence) for which, sentence in LINES.items()}
    return st.radio(say("Lines"), list(spoken), format_func=spoken.get, horizontal=True, key="together-lines")


def _label(name: str, pillars: dict[str, str], *, own: bool) -> str:
    subject = subjects.file_subject(name, pillars)
    return subject if own else say("{subject}, as in the base", subject=subject)


def _choose(draft: Draft, pillars: dict[str, str]) -> str:
    """Return the file that was chosen, else the one in the address, else the first in which the edition differs."""
    found = editing.names_together(draft.texts)
    own = [name for name in found if name in draft.files]
    asked = st.query_params.get(FILE, "")
    first = asked if asked in found else next(iter([name for name in own if name != "path.yaml"] or own or found), "")
    labels = {name: _label(name, pillars, own=name in draft.files) for name in found}
    return st.selectbox(
        say("File"), found, found.index(first) if first else None, format_func=labels.get, key="together-file"
    )


draft = open_draft()
look.name_the_page(say("Together with its base: {draft}", draft=draft.title))
begin_page(draft, "draft_together")
with st.container(key="reading"):
    if not editing.is_edition(draft.texts):
        show(paragraph(say("This questionnaire builds on no other one: all of it stands under Text.")))
    elif not editing.names_together(draft.texts):
        show(paragraph(say("Nothing can be read yet. Please mend the files under Text first.")))
    else:
        show(
            paragraph(
                say(
                    "What people get: what this edition says, laid over the questionnaire it builds on. Beside each "
                    "line stands its number in the base, in the edition's own file, or in both where the edition says "
                    "it again."
                )
            )
        )
        show_together(draft)
arrive("together")
