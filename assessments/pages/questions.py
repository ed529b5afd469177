"""One question at a time, with the one that belongs to it; each answer is stored before it is called saved."""

from functools import partial

import streamlit as st

from assessments import answering
from assessments.answering import AskedFact
from assessments.languages import say
from assessments.pages.parts import look
from assessments.pages.parts.arrival import arrive
from assessments.pages.parts.asking import ask_fact, ask_item
from assessments.pages.parts.desk import LINK, PLACE, desk, kindly, link
from assessments.pages.parts.journey import find_step, go, may_leave, show_progress, show_reminders, show_rules
from assessments.pages.parts.pieces import heading, show
from assessments.pages.parts.saving import listen_only_to_page, show_outcome, store_fact

OVERVIEW = "assessments/pages/overview.py"

with kindly():
    journey = answering.sections(desk(), link())
    if journey.finished:
        st.switch_page(OVERVIEW, query_params={LINK: link()})
here = find_step(journey, st.query_params.get(PLACE))
places = {asked.question.id for asked in here.step}
first = here.step[0].question.id

number, of = here.within
look.name_the_page(
    say("{section}, {number} of {of}: {firm}", section=here.section.name, number=number, of=of, firm=journey.firm)
)
show_progress(journey, here)
show_reminders(journey, here)
for asked in here.step:
    with st.container(key=f"question-{asked.question.id}"):
        show(heading(asked.question.text, level=1 if asked.question.id == first else 2, kind="question"))
        if isinstance(asked, AskedFact):
            ask_fact(asked, partial(store_fact, link(), asked.question.id))
        else:
            ask_item(asked)
with st.container(key="foot"):
    outcome = st.container(key="outcome")
    with st.container(key="moving", horizontal=True):
        if here.before:
            st.button(say("Back"), on_click=go, args=(here.step, here.before), key="back")
        if here.after:
            st.button(say("Next"), on_click=go, args=(here.step, here.after), key="next", type="primary")
        elif st.button(
            say("See what is left") if journey.next_open else say("Done"), key="done", type="primary"
        ) and may_leave(here.step, OVERVIEW):
            st.switch_page(OVERVIEW, query_params={LINK: link()})
        st.page_link(OVERVIEW, label=say("All questions"), query_params={LINK: link(), PLACE: first})
show_rules()
show_outcome(outcome)
listen_only_to_page()
arrive(first)
if journey.place not in places:
    with kindly():
        answering.remember(desk(), link(), first)
