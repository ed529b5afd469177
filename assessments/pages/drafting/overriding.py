"""Entries that stand in the questionnaire an edition builds on, until the edition wants them changed."""

import streamlit as st

from assessments import editing
from assessments.answering import NotAccepted
from assessments.editing import Draft, Found
from assessments.languages import say
from assessments.pages.drafting.workspace import run_again, token
from assessments.pages.parts.desk import desk, kindly
from assessments.pages.parts.pieces import alert, paragraph, show


def offer_to_change_here(draft: Draft, found: Found, said: str = "") -> bool:
    """Return whether an entry is the base's; then show what it says and offer to change it in this edition."""
    if not editing.stands_in_base(found):
        return False
    with st.container(key=f"in-base-{found.id}", horizontal=True, vertical_alignment="center"):
        as_in_base = say("{id} is as in the questionnaire that this edition builds on.", id=found.id)
        show(paragraph(said or as_in_base))
        if st.button(say("Change it here"), key=f"override-{found.id}"):
            _override(draft, found)
    return True


def _override(draft: Draft, found: Found) -> None:
    with kindly():
        try:
            name, text = editing.override(draft.texts, found)
            stored = draft.files.get(name)
            editing.save_file(desk(), token(), name, text, stored.revision if stored else 0)
        except NotAccepted as refused:
            show(alert(str(refused)))
            return
    run_again()
