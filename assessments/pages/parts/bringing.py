"""Opens answers that were taken away before: a team edition, or the file with everything."""

import streamlit as st

from assessments import answering
from assessments.languages import say
from assessments.pages.parts.desk import LINK, desk, kindly
from assessments.pages.parts.pieces import alert, heading, paragraph, show

OVERVIEW, RESULT = (f"assessments/pages/{name}.py" for name in ("overview", "result"))
KINDS = ["pdf", "yaml", "yml", "json"]


def offer_to_bring_back() -> None:
    """Ask for a file, and start an assessment from it."""
    with st.form("bring-back", border=False):
        show(
            heading(say("Bring answers back")),
            paragraph(
                say("The team edition of a report, or the file with all your answers, opens again as a new assessment.")
            ),
        )
        file = st.file_uploader(say("Team edition (pdf), or answers (yaml or json)"), type=KINDS, key="brought")
        go_on = st.form_submit_button(say("Open the file"))
    if go_on and file is None:
        show(alert(say("Please choose a file first.")))
    elif go_on:
        _open(file.name, file.getvalue())


def _open(name: str, content: bytes) -> None:
    with kindly():
        try:
            brought = answering.start_from_file(desk(), name, content)
        except answering.NotAccepted as refused:
            show(alert(refused.sentence))
            return
    st.switch_page(OVERVIEW if brought.alone else RESULT, query_params={LINK: brought.started.token})
