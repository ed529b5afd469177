"""The two reports as downloads."""

from datetime import date as Date
from functools import partial

import streamlit as st

from assessments import reading
from assessments.file_names import file_stem
from assessments.languages import language, say, speaking
from assessments.pages.parts.pieces import paragraph, show
from assessments.printing import Edition, Printers
from assessments.reading import Reading


@st.cache_resource(show_spinner=False)
def printers() -> Printers:
    """Return the printing processes of this server."""
    return Printers()


def offer_report(opened: Reading, *, today: Date) -> None:
    """Offer both editions, each made when it is asked for; or say what this server lacks to make them.

    To those it was passed on to, the team edition with its answers is not offered.
    """
    if not reading.can_print():
        show(paragraph(say("This server lacks a library to make PDFs; docs/dependencies.md says which."), "muted"))
        return
    name = file_stem(opened.assessment.firm, opened.assessment.date)
    st.download_button(
        say("Download the report (PDF)"),
        data=partial(_printed, opened, "executive", today, language()),
        file_name=f"{name}.pdf",
        mime="application/pdf",
        on_click="ignore",
        type="primary",
    )
    if opened.passed_on:
        return
    st.download_button(
        say("Download the team edition (PDF)"),
        data=partial(_printed, opened, "team", today, language()),
        file_name=f"{name}-team.pdf",
        mime="application/pdf",
        on_click="ignore",
    )


def _printed(opened: Reading, edition: Edition, today: Date, spoken: str) -> bytes:
    """Print in the language of the page; Streamlit asks for the file where no language is set."""
    with speaking(spoken):
        return printers().print(opened, edition, date=today)
