"""The way into a workshop: its code, what happens to the answers, and the choice of a role."""

import time
from secrets import token_urlsafe

import streamlit as st

from assessments import answering
from assessments.answering import Invitation, NotAccepted
from assessments.languages import say
from assessments.pages.parts import look
from assessments.pages.parts.arrival import arrive
from assessments.pages.parts.desk import AFRESH, JOIN, SEAT, desk, kindly
from assessments.pages.parts.doors import CODE, TOO_MANY, may_try, was_wrong
from assessments.pages.parts.joining import ask_code
from assessments.pages.parts.pieces import alert, as_label, heading, paragraph, show
from assessments.wording import firm_name
from assessments.wording.room import length_line
from assessments.workshop.codes import pause_after, tidy_code

SEAT_PAGE = "assessments/pages/seat.py"
WATCH = "only watch"


def look_up(code: str) -> Invitation | None:
    """Return the workshop a code belongs to; None after a pause, which grows with every wrong code of this visitor."""
    if not may_try(CODE):
        show(alert(say(TOO_MANY)))
        return None
    try:
        return answering.find_workshop(desk(), code)
    except NotAccepted as refused:
        was_wrong(CODE)
        tries = st.session_state["wrong-codes"] = st.session_state.get("wrong-codes", 0) + 1
        time.sleep(pause_after(tries))
        show(alert(refused.sentence))
        return None


def offer_roles(invitation: Invitation) -> None:
    """Say what happens to answers, ask for a role, and join."""
    show(
        heading(say("Workshop of {firm}", firm=firm_name(invitation.firm)), level=1),
        paragraph(length_line(invitation.questions)),
        heading(say("What happens to your answers")),
        paragraph(invitation.notice),
    )
    with st.form("join", border=False):
        names = {role.id: role.name for role in invitation.roles} | {WATCH: say("I only watch")}
        about = [role.who if role.who != role.name else "" for role in invitation.roles] + [
            say("You see what the room sees and answer nothing.")
        ]
        role = st.radio(
            say("Which role is yours?"),
            list(names),
            format_func=lambda id_: as_label(names[id_]),
            captions=[as_label(who) for who in about],
            index=None,
            key="role",
            width="stretch",
        )
        pressed = st.form_submit_button(say("Join"), type="primary")
    if pressed and role is None:
        show(alert(say("Please choose a role first. “I only watch” is one too.")))
    elif pressed:
        sit_down(None if role == WATCH else role)


def sit_down(role: str | None) -> None:
    """Take a seat, the same one if this is sent twice, and go there."""
    key = st.session_state.setdefault("join-key", token_urlsafe(16))
    with kindly():
        seat = answering.join(desk(), code, role, key=key)
    st.switch_page(SEAT_PAGE, query_params={SEAT: seat.token, JOIN: tidy_code(code)})


code = st.query_params.get(JOIN, "")
look.name_the_page(say("Join a workshop"))
with st.container(key="joining"), kindly():
    found = look_up(code) if code else None
    if found is not None:
        offer_roles(found)
    else:
        ask_code(level=1)
known = {} if found is None or AFRESH in st.query_params else {"look_for": tidy_code(code)}
arrive("join", **known)
