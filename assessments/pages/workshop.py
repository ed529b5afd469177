"""The facilitator's page: where the workshop is, the one obvious next thing, people, agenda, and every control."""

import streamlit as st

from assessments import facilitating
from assessments.pages.parts import agenda, look, people, running, talking
from assessments.pages.parts.arrival import Live, arrive
from assessments.pages.parts.desk import desk, kindly
from assessments.pages.parts.facilitator import ask_to_confirm, moves, token, who_is_in_charge
from assessments.pages.parts.room_plan import show_plan_in_room
from assessments.pages.parts.saving import listen_only_to_page, show_outcome
from assessments.pages.parts.signing_in import sign_in
from assessments.signing_in import listening_link

with kindly():
    here = desk()
    board = facilitating.board(here, token())
head = board.head
look.name_the_page(f"{running.where(board)}: {head.firm}")

with st.container(key="facilitating"):
    with st.container(key="now"):
        running.show_step(board)
        who_is_in_charge(board)
        running.show_counts(board)
        running.offer_controls(board)
        show_outcome(st.container(key="outcome"))
        ask_to_confirm(board)
    with st.container(key="subject"):
        talking.show_topic(board)
        if head.phase == "plan":
            show_plan_in_room()
        agenda.show_agenda(board)
    with st.container(key="aside"):
        running.show_programme(board)
        people.show_people(board)
        talking.show_notes(board)
    with st.container(key="rest"):
        running.show_links_and_helpers(board)
        running.show_log(board)
        running.offer_to_start_over(board)
listen_only_to_page()
link = listening_link(sign_in(), token(), here.visitor)
arrive(f"workshop {moves()}", live=Live(link, f"{head.version}.{head.activity}"))
