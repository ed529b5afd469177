"""The two reports as downloads."""

from datetime import date as Date

import streamlit as st

from assessments import reading
from assessments.languages import say
from assessments.pages.parts.pieces import paragraph, show
from assessments.printing import Printers
from assessments.reading import Reading


@st.cache_resource(show_spinner=False)
def printers() -> Printers:
    """Return the printing processes of this server."""
    return Printers()


def offer_report(opened: Reading, *, name: str, today: Date) -> None:
    """Offer both editions, each made when it is asked for; or say what this server lacks to make them.

    To those it was passed on to, the team edition with its answers is not offered.
    """
    if not reading.can_print():
        show(paragraph(say("This server lacks a library to make PDFs; docs/dependencies.md says which."), "muted"))
        return
    st.download_button(
        say("Download the report (PDF)"),
        data=lambda: printers().print(opened, "executive", date=today),
        file_name=f"{name}.pdf",
        mime="application/pdf",
        on_click="ignore",
        type="primary",
    )
    if opened.passed_on:
        return
    st.download_button(
        say("Download the team edition (PDF)"),
        data=lambda: printers().print(opened, "team", date=today),
        file_name=f"{name}-team.pdf",
        mime="application/pdf",
        on_click="ignore",
    )
