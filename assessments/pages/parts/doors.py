"""Where tries of codes, links and keys are slowed down when too many from one network were wrong."""

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import streamlit as st

from assessments.answering import NotAccepted, Unavailable
from assessments.doorkeeper import CODES, Doorkeeper
from assessments.languages import marked, say
from assessments.pages.parts.shared_desk import shared_desk

CODE, LINK, KEY = "code", "link", "key"  # kinds of tries
NO_KEY = "studio_key"  # the code of the refusal
TOO_MANY = marked(
    "So many wrong codes came from this network that yours was not looked at yet. Please try again in a few seconds."
)

TOO_MANY_KEYS = marked(
    "So many wrong keys came from this network that yours was not looked at yet. Please try again in a few seconds."
)


@st.cache_resource(show_spinner=False)
def door(kind: str) -> Doorkeeper:
    """Return who counts tries of a kind, code, link or key, for all processes; raises Unavailable.

    They find the same count by the secret they share for their cookies.
    """
    desk, secret = shared_desk(), st.get_option("server.cookieSecret").encode()
    return Doorkeeper(desk.database, kind, secret=secret, clock=desk.clock, patience=CODES)


def may_try(kind: str) -> bool:
    """Wait for this visitor's turn, some seconds at most; False when their try should not be looked at now."""
    try:
        wait = door(kind).turn(_whence())
    except Unavailable:  # nor can anything be looked at; whoever tries is told so
        return True
    if wait is None:
        return False
    time.sleep(wait)
    return True


def was_wrong(kind: str) -> None:
    """Remember that what this visitor tried was wrong."""
    with suppress(Unavailable):
        door(kind).wrong(_whence())


@contextmanager
def trying_key(*, needed: bool) -> Iterator[None]:
    """Slow down whoever guesses the key of the studio, where one is ``needed``; raises NotAccepted."""
    if needed and not may_try(KEY):
        raise NotAccepted(NO_KEY, say(TOO_MANY_KEYS))
    try:
        yield
    except NotAccepted as refused:
        if needed and refused.code == NO_KEY:
            was_wrong(KEY)
        raise


def _whence() -> str:
    return st.context.ip_address or ""  # this machine itself has none
