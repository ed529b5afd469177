"""The desk all pages of this process share, and what a person sees when a link or the database fails them."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlencode, urlsplit

import streamlit as st
from markupsafe import Markup

from assessments import answering
from assessments.languages import marked, say
from assessments.pages.parts.doors import LINK as WRONG_LINK
from assessments.pages.parts.doors import may_try, was_wrong
from assessments.pages.parts.pieces import heading, paragraph, show
from assessments.pages.parts.shared_desk import shared_desk
from assessments.pages.parts.signing_in import visitor, way_in, why_again

LINK = "resume"
SEAT = "seat"
JOIN = "join"
SCREEN = "screen"
PULSE = "pulse"
SHARED = "shared"
# The codes of the refusals that tell of a link which opens nothing, to anything.
NO_LINK = frozenset({"link", "seat", "desk", "screen", "share", "draft_link", "pulse_code"})
SIGN_IN = "sign_in"  # the code of another refusal
AFRESH = "new"  # somebody else joins with the same browser
PLACE = "at"
SAFE = marked(
    "What was saved is safe, and what you changed last is kept here until it can be saved. "
    "Please leave this page open, and try again in a moment."
)


class PageEnds(Exception):  # noqa: N818  (it is what happens to the page)
    """A page has nothing more to show.

    Not ``st.stop()``: after that the server remembers inputs which the browser, no longer showing them, forgets, and
    when they are shown again it would not tell the browser what stands in them.
    """


def desk() -> answering.Desk:
    """Return the desk of this process as it serves whoever looks at this page; raises Unavailable."""
    return shared_desk().serving(visitor())


@contextmanager
def kindly() -> Iterator[None]:
    """Show what cannot be done as a sentence, with a way back, and end the page there."""
    try:
        yield
    except answering.NotAccepted as refused:
        if refused.code in NO_LINK:
            was_wrong(WRONG_LINK)
            may_try(WRONG_LINK)
        if refused.code == SIGN_IN:
            ask_to_sign_in(why_again() or str(refused))
        _say(say("This cannot be opened"), str(refused))
    except answering.Unavailable as unavailable:
        _say(say("The answers cannot be reached"), f"{unavailable} {say(SAFE)}", again=True)


def ask_to_sign_in(sentence: str) -> None:
    """Say that something is for members, with the way to sign in and come back here, and end the page there."""
    show(
        heading(say("Please sign in"), level=1),
        paragraph(sentence, "lead"),
        Markup('<p class="way-in"><a href="{}">{}</a></p>').format(way_in(), say("Sign in")),
    )
    st.page_link("assessments/pages/home.py", label=say("Back to the first page"))
    raise PageEnds


def _say(title: str, sentence: str, *, again: bool = False) -> None:
    show(heading(title, level=1), paragraph(sentence, "lead"))
    if again:
        st.button(say("Try again"), key="try-again", type="primary")
    st.page_link("assessments/pages/home.py", label=say("Back to the first page"))
    raise PageEnds


def link() -> str:
    """Return the link the person came with, to an assessment or a seat in a workshop; empty when there is none."""
    return st.query_params.get(LINK) or st.query_params.get(SEAT, "")


def link_in(text: str) -> str:
    """Return the link in what somebody pasted: the whole address, or only the part that matters."""
    found = re.search(rf"[?&]{LINK}=([^&#\s]+)", text)
    return found[1] if found else text.strip()


def back_to_result() -> None:
    """Show the way back to the result a link belongs to."""
    with st.container(key="back"):
        st.page_link("assessments/pages/result.py", label=say("Back to the result"), query_params={LINK: link()})


def personal_address() -> str:
    """Return the address that opens this person's assessment on any device."""
    place = urlsplit(st.context.url or "")
    return f"{place.scheme}://{place.netloc}/?{urlencode({LINK: link()})}"
