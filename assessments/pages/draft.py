"""A draft as text: its files by subject, the text with what is wrong at its lines, and the entry at the cursor."""

from functools import partial

import streamlit as st

from assessments.languages import marked, say
from assessments.pages.drafting.conflict import show_conflict
from assessments.pages.drafting.files import choose_file, is_written, show_elsewhere, show_files, unwritten
from assessments.pages.drafting.preview import show_preview
from assessments.pages.drafting.workspace import begin_page, look_at, open_draft, pillars_of
from assessments.pages.drafting.writing import memory_of, settle, settle_conflict, show_text
from assessments.pages.parts import look
from assessments.pages.parts.arrival import arrive
from assessments.pages.parts.desk import kindly
from assessments.pages.parts.refused import in_words
from assessments.pages.parts.saving import listen_only_to_page
from assessments.wording import subjects

THEN = marked("The text then stands below, where you can change it, undo this, and save it.")


@st.fragment
@in_words()
@kindly()
def write() -> None:
    """Show the workspace; only this part of the page runs again while somebody types."""
    draft = open_draft()
    pillars = pillars_of(draft.texts)
    names = [*filter(is_written, draft.files), *unwritten(draft)]
    grouped = subjects.by_subject(names, pillars)
    name = choose_file(names, grouped)
    typed = settle(draft, name)
    if typed and typed.save:
        draft = open_draft()
    working = {**draft.texts, name: typed.text} if typed and (typed.text or name in draft.files) else draft.texts
    looked = look_at(working)
    with st.container(key="workspace"):
        with st.container(key="files"):
            show_files(grouped, name, pillars, looked)
        with st.container(key="text"):
            show_conflict(memory_of(draft, name).conflict, partial(settle_conflict, draft, name), say(THEN))
            show_text(draft, name, subjects.file_subject(name, pillars), typed, looked)
            show_elsewhere(looked, name, pillars)
        with st.container(key="preview"):
            show_preview(draft.id, working, name, typed.line if typed else 1)
    listen_only_to_page()


opened = open_draft()
look.name_the_page(say("Text: {draft}", draft=opened.title))
begin_page(opened, "draft")
arrive("draft")  # before the text, so that who is in it already is not led to the heading
write()
