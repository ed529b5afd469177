"""A phone in a workshop: the questions that are open, and between them what the room is doing."""

from functools import partial
from urllib.parse import urlencode

import streamlit as st

from assessments import answering
from assessments.answering import NotAccepted, Phone
from assessments.languages import say
from assessments.pages.parts import look
from assessments.pages.parts import seat as views
from assessments.pages.parts.arrival import Live, arrive, offer_whole_run
from assessments.pages.parts.desk import AFRESH, JOIN, PLACE, PageEnds, desk, kindly, link
from assessments.pages.parts.joining import ask_code
from assessments.pages.parts.pieces import heading, paragraph, show
from assessments.pages.parts.refused import in_words
from assessments.pages.parts.saving import listen_only_to_page, settle, show_outcome
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
        raise PageEnds from refused


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


def show_rest(phone: Phone) -> None:
    """Show the ways on, this person's own answers, and who they are here."""
    if phone.head.state != "idle":
        views.show_moving(phone)
    if not phone.open:
        views.show_own_answers(phone)
    afresh = f"/join?{urlencode({JOIN: phone.head.code, AFRESH: 1})}"
    views.show_seat(phone, partial(answering.leave, desk(), link()), afresh)


@st.fragment
def show_page() -> None:
    """Show this phone's page; what stands above it stays as it is when the wire wakes the page or somebody taps."""
    with in_words(), kindly():
        settle()
        phone = open_seat()
        look.name_the_page(say("Workshop of {firm}", firm=firm_name(phone.head.firm)))
        with st.container(key="seat"):
            if phone.head.role is None:
                show(paragraph(say(words.WATCHING), "muted"))
            show_phone(phone)
            outcome = st.container(key="outcome")
            show_rest(phone)
        show_outcome(outcome)
        listen_only_to_page()
        live = Live(link(), str(phone.head.version))
        arrive(place_of(phone), live=live, seat=link(), code=phone.head.code)


offer_whole_run()
show_page()
