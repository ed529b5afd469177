"""Sharing a result: making a link for somebody, seeing which were used, and revoking one."""

import streamlit as st

from assessments import sharing
from assessments.answering import NotAccepted
from assessments.languages import say
from assessments.pages.parts.desk import SHARED, desk, kindly
from assessments.pages.parts.facilitator import address
from assessments.pages.parts.pieces import alert, heading, paragraph, show
from assessments.pages.parts.saving import on_their_clock
from assessments.sharing import Share
from assessments.wording import shares as words

_MADE = "shared-link"


def offer_to_share(token: str) -> None:
    """Offer a link to the result for somebody else, and list those that were made before."""
    show(heading(say("Share the result")), paragraph(say(words.WHAT_IT_SHOWS)))
    with st.container(key="share-offer"):
        _ask(token)
        _show_made(token)
    with kindly():
        made = sharing.shares(desk(), token)
    if not made:
        return
    with st.container(key="shares"):
        show(heading(words.made_title(made), level=3))
        for one in made:
            _show(token, one)


def _ask(token: str) -> None:
    with st.form("share", border=False, clear_on_submit=True):
        label = st.text_input(say("Who is it for?"), max_chars=200, key="share-label", placeholder=say("The board"))
        days = st.selectbox(
            say("How long shall it work?"),
            words.TERMS,
            index=words.TERMS.index(sharing.USUAL_DAYS),
            format_func=words.term,
            key="share-days",
        )
        asked = st.form_submit_button(say("Make a link"))
    if asked:
        with kindly():
            try:
                st.session_state[_MADE] = (token, sharing.share(desk(), token, label, days=days))
            except NotAccepted as refused:
                show(alert(str(refused)))


def _show_made(token: str) -> None:
    """Show the link that was just made; it is stored nowhere and never shown again."""
    whose, link = st.session_state.get(_MADE, ("", ""))
    if whose == token:
        show(paragraph(say("This is the link. It is shown only now: copy it and send it on.")))
        st.code(address("shared", **{SHARED: link}), language=None, wrap_lines=True)


def _show(token: str, one: Share) -> None:
    with st.container(key=f"share-{one.number}", horizontal=True, vertical_alignment="center"):
        when = [None if at is None else on_their_clock(at) for at in (one.made_at, one.expires_at, one.used_at)]
        lines = (paragraph(line, "muted") for line in words.state_lines(one, *when))
        show(paragraph(words.name_of(one), "share-name"), *lines)
        if one.state == "open":
            st.button(say("Revoke"), key=f"revoke-{one.number}", on_click=_revoke, args=(token, one.number))


def _revoke(token: str, number: int) -> None:
    st.session_state.pop(_MADE, None)
    with kindly():
        sharing.revoke(desk(), token, number)
