"""One question at a time, with the one that belongs to it; each answer is stored before it is called saved."""

import streamlit as st

from assessments import answering
from assessments.answering import AskedFact
from assessments.pages.parts import look
from assessments.pages.parts.asking import ask_fact, ask_item
from assessments.pages.parts.desk import LINK, PLACE, desk, kindly, link
from assessments.pages.parts.journey import find_step, go, show_progress
from assessments.pages.parts.pieces import heading, paragraph, show
from assessments.pages.parts.saving import show_outcome

OVERVIEW = "assessments/pages/overview.py"

with kindly():
    journey = answering.sections(desk(), link())
    here = find_step(journey, st.query_params.get(PLACE))
    if journey.finished:
        st.switch_page(OVERVIEW, query_params={LINK: link()})
first = here.step[0].question

look.name_the_page(f"Step {here.number + 1} of {len(here.steps)}: {here.section.name}")
show_progress(journey, here)
for number, asked in enumerate(here.step):
    show(heading(asked.question.text, level=2 if number else 1, kind="question"))
    with st.container(key=f"question-{asked.question.id}"):
        if isinstance(asked, AskedFact):
            ask_fact(asked)
        else:
            ask_item(asked)
show_outcome()

with st.container(key="moving", horizontal=True):
    if here.before:
        st.button("Back", on_click=go, args=(here.before,), key="back")
    if here.after:
        st.button("Next", on_click=go, args=(here.after,), key="next", type="primary")
    st.page_link(
        OVERVIEW,
        label="All questions, your link, your result" if here.after else "You are through: see what is left",
        query_params={LINK: link(), PLACE: first.id},
    )
if here.number == 0:
    show(
        paragraph("Answer for how things are today in most cases, not for the best case and not for plans.", "muted"),
        paragraph("Where there are lines, choose the highest one that is fully true.", "muted"),
        paragraph("“Don't know” is a good answer. It is never counted as zero.", "muted"),
    )
