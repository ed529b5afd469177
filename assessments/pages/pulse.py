"""Six questions for a firm's customers; nothing of the firm's own answers is here."""

from secrets import token_urlsafe

import streamlit as st

from assessments import answering
from assessments.answering import PulseInvitation
from assessments.languages import say
from assessments.pages.parts import look
from assessments.pages.parts.arrival import arrive
from assessments.pages.parts.desk import PULSE, desk, kindly
from assessments.pages.parts.pieces import alert, as_label, heading, paragraph, show
from assessments.wording import firm_name
from scoring.model import PulseItem

NOT_APPLICABLE = "na"
SENT, KEY = "pulse-sent", "pulse-key"


def ask(invitation: PulseInvitation) -> None:
    """Ask the questions; leaving some out is fine."""
    with st.form("pulse", border=False):
        for item in invitation.items:
            ask_one(item)
        pressed = st.form_submit_button(say("Send"), type="primary")
    given = {item.id: value for item in invitation.items if (value := st.session_state[f"pulse-{item.id}"]) is not None}
    if pressed and not given:
        show(alert(say("Please answer at least one question first.")))
    elif pressed:
        send(given)


def ask_one(item: PulseItem) -> None:
    """Put one question on the page."""
    labels: dict[object, str] = dict(enumerate(item.levels, start=1))
    if item.not_applicable:
        labels[NOT_APPLICABLE] = item.not_applicable
    with st.container(key=f"question-{item.id}"):
        show(heading(item.text, kind="question"))
        st.radio(
            as_label(item.text),
            list(labels),
            format_func=lambda value: as_label(labels[value]),
            index=None,
            key=f"pulse-{item.id}",
            label_visibility="collapsed",
            width="stretch",
        )


def send(given: dict[str, object]) -> None:
    """Store one customer's answers, once however often they are sent, and say so."""
    key = st.session_state.setdefault(KEY, token_urlsafe(16))
    answering.answer_pulse(desk(), code, given, key=key)
    st.session_state[SENT] = code
    st.rerun()


code = st.query_params.get(PULSE, "")
with kindly():
    invitation = answering.find_pulse(desk(), code)
    name = firm_name(invitation.firm)
    look.name_the_page(say("How is it to deal with {name}?", name=name))
    if st.session_state.get(SENT) == code:
        show(
            heading(say("Thank you"), level=1),
            paragraph(say("Your answers are stored. You can close this page now."), "lead"),
        )
        arrive("pulse sent")
    else:
        show(
            heading(say("How is it to deal with {name}?", name=name), level=1),
            paragraph(say("Six questions, about two minutes. Nobody asks who you are. You can leave any out."), "lead"),
        )
        ask(invitation)
        arrive("pulse")
