"""The desk that all pages of this process share, whoever looks at them."""

import streamlit as st

from assessments import answering, settings


@st.cache_resource(show_spinner=False)
def shared_desk() -> answering.Desk:
    """Return the desk of this process, which serves nobody in particular; raises Unavailable."""
    chosen = settings.read()
    return answering.open_desk(chosen.database, chosen.questionnaire)
