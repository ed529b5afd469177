"""The map of an assessment: what is answered and what is open, the personal link, and the way to the result."""

import streamlit as st

from assessments import answering
from assessments.answering import Journey
from assessments.languages import say
from assessments.pages.parts import look, mapping
from assessments.pages.parts.arrival import arrive
from assessments.pages.parts.desk import LINK, PLACE, desk, kindly, link
from assessments.pages.parts.journey import rules
from assessments.pages.parts.pieces import heading, paragraph, show

QUESTIONS, RESULT = (f"assessments/pages/{name}.py" for name in ("questions", "result"))


def go_on(journey: Journey, label: str) -> None:
    """Lead to the next open question."""
    if st.button(label, type="primary", key="go-on"):
        place = journey.next_open or journey.place or journey.sections[0].id
        st.switch_page(QUESTIONS, query_params={LINK: link(), PLACE: place})


def offer_result(*, first: bool) -> None:
    """Lead to the result; it may be looked at with questions open, and then says what is missing."""
    if st.button(say("See the result"), type="primary" if first else "secondary", key="finish"):
        with kindly():
            answering.finish(desk(), link())
        st.switch_page(RESULT, query_params={LINK: link()})


def offer_to_reopen() -> None:
    """Lead to the result of a finished assessment, or open it again."""
    if st.button(say("See the result"), type="primary", key="finish"):
        st.switch_page(RESULT, query_params={LINK: link()})
    if st.button(say("Open it again"), key="reopen"):
        with kindly():
            answering.reopen(desk(), link())
        st.rerun()


with kindly():
    journey = answering.sections(desk(), link())
fresh = journey.place is None and not journey.finished
title = say("Before you begin") if fresh else say("All questions")
look.name_the_page(f"{title}: {journey.firm}")

show(heading(journey.firm, level=1), paragraph(mapping.state_of(journey), "lead"))
if fresh:
    mapping.show_link()
    show(heading(say("How to answer")), rules())
with st.container(key="moving", horizontal=True):
    if journey.finished:
        offer_to_reopen()
    elif fresh:
        go_on(journey, say("Begin"))
    else:
        if journey.next_open:
            go_on(journey, say("Go on answering"))
        offer_result(first=not journey.next_open)
if not fresh:
    mapping.show_link()
mapping.show_map(journey)
arrive("overview")
