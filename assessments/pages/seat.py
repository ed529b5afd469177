"""A phone in a workshop: the questions that are open, and between them what the room is doing."""

from functools import partial
from urllib.parse import urlencode

import streamlit as st

from assessments import answering
from assessments.answering import NotAccepted, Phone
from assessments.languages import say
from assessments.pages.parts import look
from assessments.pages.parts import seat as views
from assessments.pages.parts.arrival import Live, arrive
from assessments.pages.parts.desk import AFRESH, JOIN, PLACE, desk, kindly, link
from assessments.pages.parts.joining import ask_code
from assessments.pages.parts.pieces import heading, paragraph, show
from assessments.pages.parts.saving import listen_only_to_page, show_outcome
from assessments.wording import firm_name
from assessments.wording import seat as words
from assessments.workshop.codes import tidy_code


def open_seat() -> Phone:
    """Return what this phone may show; where the seat is gone, say so, forget it and offer a new start."""
    try:
        return answering.phone(desk(), link())
    except NotAccepted as refused:
        show(heading(say("This place is no longer here"), level=1), paragraph(refused.sentence, "lead"))
        with st.container(key="joining"):
            ask_code()
        arrive("lost", look_for=tidy_code(st.query_params.get(JOIN, "")), lost=link())
        st.stop()


def show_phone(phone: Phone) -> None:
    """Show what this person can do or see now."""
    shown = phone.showing
    if phone.head.state == "idle":
        show(heading(say(words.AWAY), level=1), paragraph(say(words.AWAY_LINE), "lead"))
        st.button(
            say("I am back"), on_click=answering.come_back, args=(desk(), link()), key="back-again", type="primary"
        )
    elif phone.open:
        views.show_questions(phone)
    elif phone.current is not None:
        views.show_topic(phone, phone.current)
    elif shown.withheld:
        show(heading(firm_name(phone.head.firm), level=1), paragraph(shown.withheld, "lead"))
    elif shown.place is not None:
        views.show_place(phone, shown.place)
    else:
        views.show_waiting(phone)


def place_of(phone: Phone) -> str:
    """Return what this page is about, so that something else begins at the top."""
    at = st.query_params.get(PLACE, "") if phone.open else ""
    about = (phone.head.state, phone.head.phase, phone.current.id if phone.current else "", at)
    return "-".join(("seat", *about, "revealed" if phone.showing.topic else ""))


with kindly():
    phone = open_seat()
look.name_the_page(say("Workshop of {firm}", firm=firm_name(phone.head.firm)))
with st.container(key="seat"):
    if phone.head.role is None:
        show(paragraph(say(words.WATCHING), "muted"))
    show_phone(phone)
    outcome = st.container(key="outcome")
    if phone.head.state != "idle":
        views.show_moving(phone)
    if not phone.open:
        views.show_own_answers(phone)
    code = phone.head.code
    views.show_seat(phone, partial(answering.leave, desk(), link()), f"/join?{urlencode({JOIN: code, AFRESH: 1})}")
show_outcome(outcome)
listen_only_to_page()
arrive(place_of(phone), live=Live(link(), str(phone.head.version)), seat=link(), code=code)
