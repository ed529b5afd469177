"""Who has signed in, and the way to do so: a link at the top of every page on which it matters."""

import logging
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from typing import Any
from urllib.parse import urlencode, urlsplit

import streamlit as st
from markupsafe import Markup
from streamlit.navigation.page import StreamlitPage

from assessments import answering, settings
from assessments.languages import say
from assessments.pages.parts.pieces import show
from assessments.pages.parts.shared_desk import shared_desk
from assessments.rights import NOBODY_SIGNS_IN, NOT_SIGNED_IN, Visitor
from assessments.signing_in import SignIn, is_over, sign_in_of, visitor_of

PAGE = "sign_in"
CHOSEN = "organisation"  # in the session: for which organisation somebody is here who belongs to several
TO, FAILED = "to", "failed"  # in its address; the first is read, both are written in assessments/hosting/returning.py
# Who answers needs no account, and what a room looks at names nobody.
WITHOUT = frozenset({"questions", "overview", "result", "shared", "plan", "what_if", "join", "seat", "screen", "pulse"})

_log = logging.getLogger(__name__)


@cache
def sign_in() -> SignIn | None:
    """Return how people sign in here, None where nobody does; read once, since every press asks for it."""
    return sign_in_of(settings.read())


def visitor() -> Visitor:
    """Return whoever looks at this page; raises Unavailable.

    A tab keeps the claims it was opened with. So whoever has signed out in another one is not signed in here either.
    """
    found = claimed()
    return NOT_SIGNED_IN if _ended(found) else found


def claimed() -> Visitor:
    """Return whom the claims make of whoever looks at this page, though they may have signed out in another tab."""
    how = sign_in()
    if how is None:
        return NOBODY_SIGNS_IN
    found = visitor_of(how, _claims(), datetime.now(UTC))
    if len(found.roles) < 2:
        return found
    return visitor_of(how, _claims(), datetime.now(UTC), st.session_state.get(CHOSEN, ""))


def why_again() -> str:
    """Return why somebody who had signed in has to do it again; empty for whoever had not. Raises Unavailable."""
    how = sign_in()
    if how is not None and is_over(how, _claims(), datetime.now(UTC)):
        return say("You signed in a while ago. Please do so again, so that your rights are those of today.")
    if _ended(claimed()):
        return say("You have signed out, perhaps in another tab. Please sign in again to go on here.")
    return ""


def _ended(found: Visitor) -> bool:
    return found.signed_in and bool(answering.ended_sign_ins(shared_desk(), {found.sign_in}))


def sign_out() -> None:
    """End the sign-in in every tab of this browser, on every process, and at the provider."""
    try:
        answering.end_sign_in(shared_desk().serving(claimed()))
    except answering.Unavailable:  # no page can show anything now; this browser forgets the sign-in all the same
        _log.warning("A sign-in was ended in one tab alone: the database is gone.")
    st.logout()


def offer_to_sign_in(page: StreamlitPage) -> None:
    """Show who has signed in, or the way to do so, where that matters."""
    if sign_in() is None or page.url_path in {*WITHOUT, PAGE}:
        return
    who = _shown()
    label, address = (who.name or say("Your account"), f"/{PAGE}") if who.signed_in else (say("Sign in"), way_in())
    with st.container(key="account"):
        show(Markup('<a href="{}">{}</a>').format(address, label))


def _shown() -> Visitor:
    """Return who the page says has signed in, also while the database cannot be asked."""
    try:
        return visitor()
    except answering.Unavailable:
        return claimed()


def offer_to_change_organisation() -> None:
    """Let somebody who belongs to several organisations say for which one they are here."""
    who = visitor()
    names = sorted(who.roles)
    if len(names) > 1:
        index = names.index(who.organisation or names[0])
        st.selectbox(say("Your organisation"), names, index=index, key="organisation-choice", on_change=_change)


def _change() -> None:
    st.session_state[CHOSEN] = st.session_state["organisation-choice"]


def way_in() -> str:
    """Return the address where one signs in and comes back to this page; a whole page load, which sets a cookie."""
    here = urlsplit(st.context.url or "").path or "/"
    asked = st.query_params.to_dict()
    return f"/{PAGE}?{urlencode({TO: f'{here}?{urlencode(asked)}' if asked else here})}"


def _claims() -> Mapping[str, Any]:
    return st.user.to_dict()
