"""What a page load does for everybody, done where a page changes without one: start at the top, say where one is."""

from dataclasses import dataclass
from secrets import token_hex
from urllib.parse import urlsplit

import streamlit as st
from markupsafe import Markup

from assessments.languages import say
from assessments.pages.parts import scripts
from assessments.pages.parts.pieces import joined
from assessments.pages.parts.signing_in import claimed

WAKE, WHOLE = "wake", "whole"
_SHOWN = "shown"


@dataclass(frozen=True, slots=True)
class Live:
    """What a page listens to: the link it was opened with, and the word for what it shows."""

    link: str
    shown: str


def woken() -> bool:
    """Return whether the page is run because something moved elsewhere, not because of what the person did."""
    return bool(st.session_state.get(WAKE) or st.session_state.get(WHOLE))


def was_here() -> bool:
    """Return whether the browser showed this very page before this run of it."""
    return st.session_state.get(_SHOWN) == _path()


def arrive(place: str, *, live: Live | None = None, **about: str) -> None:
    """Let a person who came from another place start at this page's heading; call it last on the page.

    The page is also run again after a connection that was lost has come back, and whenever ``live`` has moved. Its
    script hears of every run, since each has a mark of its own; what else it is to know is in ``about``.
    """
    st.button(say("Show this page again"), key=WAKE)
    st.session_state[_SHOWN] = _path()
    known = {"place": place, "run": token_hex(4), **about}
    known |= {"live": live.link, "shown": live.shown} if live else {}
    known |= {"member": "yes"} if claimed().signed_in else {}
    data = joined(Markup(' data-{}="{}"').format(name.replace("_", "-"), value) for name, value in known.items())
    st.html(Markup('<div class="arrival"{}></div>').format(data) + scripts.call("arrive"), unsafe_allow_javascript=True)


def offer_whole_run() -> None:
    """Let the page's script run all of a page of which a part runs by itself; call it outside that part.

    A server that was started again does not know the part, and would not hear what is asked of it.
    """
    st.button(say("Show this page again"), key=WHOLE)


def _path() -> str:
    return urlsplit(st.context.url or "").path
