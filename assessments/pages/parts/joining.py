"""The field for a workshop's code, on the first page and where a code was wrong."""

import streamlit as st

from assessments.languages import say
from assessments.pages.parts.desk import JOIN
from assessments.pages.parts.pieces import alert, heading, show

JOIN_PAGE = "assessments/pages/join.py"


def ask_code(level: int = 2) -> None:
    """Ask for the code on the room's screen, and go on with it."""
    with st.form("code", border=False):
        show(heading(say("Join a workshop"), level))
        with st.container(key="code-fields", horizontal=True, vertical_alignment="bottom"):
            entered = st.text_input(say("The code on the screen"), key="code", max_chars=40, autocomplete="off")
            pressed = st.form_submit_button(say("Go on"))
    if pressed and not entered.strip():
        show(alert(say("Please enter the code first.")))
    elif pressed:
        st.switch_page(JOIN_PAGE, query_params={JOIN: entered.strip()})
