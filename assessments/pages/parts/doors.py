"""Where tries of codes and links are slowed down when too many from one address were wrong."""

import time

import streamlit as st

from assessments.doorkeeper import CODES, Doorkeeper
from assessments.languages import marked

TOO_MANY = marked(
    "So many wrong codes came from this network that yours was not looked at yet. Please try again in a few seconds."
)


@st.cache_resource(show_spinner=False)
def door(kind: str) -> Doorkeeper:
    """Return what this process remembers of tries of a kind: code, link, sign-in."""
    return Doorkeeper(time.monotonic, CODES)


def may_try(kind: str) -> bool:
    """Wait for this visitor's turn, some seconds at most; False when their try should not be looked at now."""
    wait = door(kind).turn(_whence())
    if wait is None:
        return False
    time.sleep(wait)
    return True


def was_wrong(kind: str) -> None:
    """Remember that what this visitor tried was wrong."""
    door(kind).wrong(_whence())


def _whence() -> str:
    return st.context.ip_address or ""  # this machine itself has none
