"""Callbacks that store what was tapped at once, and the line that says whether it was."""

from collections.abc import Callable
from datetime import datetime

import streamlit as st
from markupsafe import Markup

from assessments import answering
from assessments.answering import Saved
from assessments.pages.parts.desk import desk, link
from assessments.pages.parts.pieces import show

_OUTCOME = "outcome"


def store_answer(item: str, value: object) -> None:
    """Store an answer, or take it back when there is none any more."""
    if value is None:
        _try(lambda: answering.clear(desk(), link(), item))
    else:
        _try(lambda: answering.answer(desk(), link(), item, value))


def store_fact(fact: str, value: object) -> None:
    """Store a fact about the firm."""
    if value in (None, "", []):
        _try(lambda: answering.clear_fact(desk(), link(), fact))
    else:
        _try(lambda: answering.answer_fact(desk(), link(), fact, value))


def store_note(item: str, note: str) -> None:
    """Store a note beside an answer."""
    _try(lambda: answering.write_note(desk(), link(), item, note or None))


def say_not_saved(sentence: str) -> None:
    """Let the next page say why what stands there is not saved."""
    st.session_state[_OUTCOME] = sentence


def _try(store: Callable[[], Saved]) -> None:
    try:
        st.session_state[_OUTCOME] = store().at
    except answering.NotAccepted as refused:
        st.session_state[_OUTCOME] = f"Not saved. {refused}"
    except answering.Unavailable as unavailable:
        st.session_state[_OUTCOME] = f"Not saved. {unavailable} Please try again in a moment."


def show_outcome() -> None:
    """Say, once, what became of the last tap; read aloud by screen readers."""
    outcome = st.session_state.pop(_OUTCOME, None)
    if isinstance(outcome, datetime):
        sentence, kind = f"Saved at {outcome.astimezone():%H:%M:%S}", "saved"
    else:
        sentence, kind = outcome or "", "not-saved" if outcome else "saved"
    show(Markup('<p class="outcome {}" role="status" aria-live="polite">{}</p>').format(kind, sentence))
