"""The choice of a questionnaire, for whoever begins an assessment or prepares a workshop."""

import streamlit as st

from assessments.answering import Offer
from assessments.languages import say
from assessments.pages.parts.pieces import as_label

BEGINNING, EACH = 2, 0.32  # minutes: to find one's way, and for a question


def minutes(questions: int) -> int:
    """Return how many minutes it takes one person to answer so many questions, about."""
    return round(BEGINNING + EACH * questions)


def choose_questionnaire(offers: tuple[Offer, ...]) -> str:
    """Return the questionnaire to start with; ask only where there are several.

    The choices stand below each other, since a closed list cuts their names short on a phone.
    """
    if len(offers) == 1:
        return offers[0].id
    labels = {
        offer.id: as_label(say("{title}, version {version}", title=offer.title, version=offer.version))
        for offer in offers
    }
    return st.radio(say("Questionnaire"), list(labels), format_func=labels.get, key="questionnaire")
