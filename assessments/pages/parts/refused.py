"""What stands in place of a page when the questionnaire or a sample firm cannot be used."""

import streamlit as st

from assessments.pages.parts.pieces import heading, paragraph, show
from assessments.problems import Refused


def show_problems(refused: Refused) -> None:
    """Show every problem with its place, sentence and remedy, as the command line prints them."""
    show(
        heading("The questionnaire cannot be used", level=1),
        paragraph("Mend these places, then load the page again."),
    )
    for problem in refused.problems:
        st.code(str(problem), language=None, wrap_lines=True)
