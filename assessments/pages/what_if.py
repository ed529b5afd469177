"""What if: move any answer or factor and see placement, conditions and warnings change at once; nothing is saved."""

import streamlit as st

from assessments import answering
from assessments.languages import say
from assessments.pages.parts import look, supposing
from assessments.pages.parts.arrival import arrive
from assessments.pages.parts.desk import back_to_result, desk, kindly, link
from assessments.pages.parts.pieces import heading, paragraph, show
from assessments.pages.parts.saving import listen_only_to_page

with kindly():
    opened = answering.open_assessment(desk(), link())
    before = answering.result(desk(), link())
    after, items = supposing.try_out()

look.name_the_page(say("What if: {firm}", firm=opened.record.firm))
back_to_result()
show(
    heading(say("What if"), level=1),
    paragraph(
        say("Move an answer or a factor and see what it would change. This is only a trial: nothing is saved."), "lead"
    ),
)
with st.container(key="trial"):
    with st.container(key="compared"):
        supposing.show_comparison(opened, before, after)
    with st.container(key="moves"):
        show(heading(say("Change an answer")))
        supposing.offer_answer(opened, items)
        show(heading(say("Move a factor")))
        supposing.offer_factor(opened, before)
    with st.container(key="outcome"):
        supposing.show_changes(opened, before, after)
    with st.container(key="tried"):
        supposing.list_moves(opened)
listen_only_to_page()
arrive("what if")
