"""Two people saved one file: both texts side by side where they clash, and a choice for each place; nothing is lost."""

from collections.abc import Callable, Sequence

import streamlit as st
from markupsafe import Markup

from assessments import editing
from assessments.editing import Conflict, Part
from assessments.languages import marked, say
from assessments.pages.parts.pieces import alert, heading, paragraph, show
from assessments.wording import studio as words

AROUND = 2  # unchanged lines shown before a clash
CHOICES = {"mine": marked("My lines"), "theirs": marked("Theirs"), "both": marked("Both, mine first")}


def show_conflict(conflict: Conflict | None, resolve: Callable[[str], None], then: str) -> None:
    """Show what clashes, if anything does; ``resolve`` gets the chosen text, ``then`` says what comes of it."""
    if conflict is None:
        return
    with st.container(key="conflict"):
        show(
            heading(say("Two of you changed this file")),
            alert(str(conflict)),
            paragraph(words.clashes_line(sum(part.kind == "conflict" for part in conflict.parts))),
        )
        choices = [_choose(number, *clash) for number, clash in enumerate(_clashes(conflict.parts), start=1)]
        with st.container(key="conflict-ways", horizontal=True):
            if st.button(say("Put both together"), type="primary", key="together"):
                resolve(editing.put_together(conflict.parts, choices))
            if st.button(say("Take the text of {name}", name=conflict.by), key="theirs"):
                resolve(conflict.theirs)
        show(paragraph(then, "muted"))


def _clashes(parts: Sequence[Part]) -> list[tuple[Sequence[str], Part]]:
    """Return every clash with the lines before it."""
    before: Sequence[str] = ()
    found = []
    for part in parts:
        if part.kind == "conflict":
            found.append((before, part))
        before = part.mine[-AROUND:]
    return found


def _choose(number: int, before: Sequence[str], part: Part) -> str:
    show(
        Markup('<div class="clash">{}{}{}</div>').format(
            Markup('<pre class="muted before">{}</pre>').format("".join(before)) if before else "",
            _side(say("Mine"), part.mine),
            _side(say("Theirs"), part.theirs),
        )
    )
    choices = {choice: say(name) for choice, name in CHOICES.items()}
    label = say("Keep in place {number}", number=number)
    return st.radio(label, list(choices), format_func=choices.get, key=f"clash-{number}", horizontal=True)


def _side(whose: str, lines: Sequence[str]) -> Markup:
    return Markup("<div><h3>{}</h3><pre>{}</pre></div>").format(whose, "".join(lines) or say("(removed)"))
