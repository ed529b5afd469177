"""A draft in forms: the common changes without the text, which is what they write."""

import streamlit as st

from assessments.languages import marked, say
from assessments.pages.drafting import actions, conditions, examples, languages, questions, weights
from assessments.pages.drafting.form import unsaved
from assessments.pages.drafting.workspace import DRAFT, FORM, begin_page, open_draft, page, token
from assessments.pages.parts import look
from assessments.pages.parts.arrival import arrive
from assessments.pages.parts.desk import kindly
from assessments.pages.parts.pieces import heading, paragraph, show
from assessments.pages.parts.refused import in_words
from assessments.pages.parts.saving import listen_only_to_page
from assessments.wording import studio as words

FORMS = {
    "questions": (marked("Questions"), questions.show_questions),
    "weights": (marked("Weights"), weights.show_weights),
    "conditions": (marked("Conditions"), conditions.show_conditions),
    "actions": (marked("Actions"), actions.show_actions),
    "examples": (marked("Worked examples"), examples.show_examples),
    "languages": (marked("Languages"), languages.show_languages),
}


@st.fragment
@in_words()
@kindly()
def fill_in(here: str) -> None:
    """Show one form; only this part of the page runs again while it is filled in."""
    draft = open_draft()
    show(heading(say(FORMS[here][0]), kind="aside"), paragraph(words.unsaved_line(unsaved(draft)), "muted"))
    with st.container(key=f"form-{here}"):
        FORMS[here][1](draft)
    listen_only_to_page()


opened = open_draft()
asked = st.query_params.get(FORM, "")
chosen = asked if asked in FORMS else next(iter(FORMS))
look.name_the_page(say("{form}: {draft}", form=say(FORMS[chosen][0]), draft=opened.title))
begin_page(opened, "draft_forms")
with st.container(key="form-kinds", horizontal=True):
    for name, (label, _) in FORMS.items():
        with st.container(key=f"{'here' if name == chosen else 'there'}-form-{name}", width="content"):
            st.page_link(page("draft_forms"), label=say(label), query_params={DRAFT: token(), FORM: name})
fill_in(chosen)
arrive(f"forms {chosen}")
