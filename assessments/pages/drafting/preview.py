"""The entry at the cursor as people will meet it: a question as a phone shows it, a condition or an action in words."""

from collections.abc import Mapping

import streamlit as st

from assessments import editing
from assessments.answering import AskedItem
from assessments.editing import Found
from assessments.languages import say
from assessments.pages.drafting.workspace import names_of
from assessments.pages.parts.asking import ask_answer
from assessments.pages.parts.pieces import entries, heading, paragraph, show
from assessments.wording import studio as words
from scoring.model import Action, Fact, Gate, Item, WarningRule

_SHOWN, _TRIED = "previewed", "previewed-answers"


def show_preview(draft: str, files: Mapping[str, str], name: str, line: int) -> None:
    """Show the entry around a line; the last one that could be read while a line is half typed."""
    found = editing.entry_at(files, name, line)
    held = st.session_state.setdefault(_SHOWN, {})
    if found is not None:
        held[draft, name] = found
    shown = held.get((draft, name))
    with st.container(key="phone"):
        if shown is None:
            show(paragraph(say("Put the cursor into a question to see it as a phone shows it."), "muted"))
        else:
            show_entry(shown, names_of(files))


def show_entry(found: Found, names: Mapping[str, str]) -> None:
    """Show one entry; ``names`` are those of factors and pillars by id."""
    entry = found.entry
    if isinstance(entry, Item):
        show_question(entry)
    elif isinstance(entry, Fact):
        show(heading(entry.text, 2, "question"), entries([(option.label, " ") for option in entry.options]))
    elif isinstance(entry, Gate):
        show(
            heading(say("Condition {id}", id=entry.id)),
            paragraph(words.gate_line(entry, names)),
            paragraph(entry.why, "muted"),
        )
    elif isinstance(entry, WarningRule):
        show(heading(entry.name), paragraph(entry.says), paragraph(entry.when, "muted"))
    elif isinstance(entry, Action):
        show(heading(entry.title), paragraph(entry.do), entries(words.action_facts(entry)))
    else:
        show(paragraph(words.entry_name(found.kind, found.id), "muted"))


def show_question(item: Item) -> None:
    """Show a question as a phone shows it; it can be tried, and nothing is stored."""
    tried = st.session_state.setdefault(_TRIED, {})
    with st.container(key=f"question-{item.id}"):
        show(heading(item.text, 2, "question"))
        asked = AskedItem(item, tried.get(item.id), None, item.na_when is not None)
        ask_answer(asked, lambda value: tried.update({item.id: value}), trial=True)
        if item.evidence:
            show(paragraph(say("Evidence: {evidence}", evidence=item.evidence), "muted"))
