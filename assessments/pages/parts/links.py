"""The links of a workshop: the facilitator's own, the room's screen, and the code people join with."""

from urllib.parse import quote

import streamlit as st
from markupsafe import Markup

from assessments import facilitating
from assessments.facilitating import Head, spaced_code
from assessments.languages import language, say
from assessments.pages.parts.desk import desk, kindly
from assessments.pages.parts.facilitator import TOKEN, address, token
from assessments.pages.parts.language import CHOSEN
from assessments.pages.parts.pieces import heading, paragraph, show

_SCREEN, _INVITED = "screen-link", "invited-link"


def show_links(head: Head) -> None:
    """Show the three links, each with what it is for."""
    show(heading(say("Three links")))
    with st.container(key="links"):
        with st.container(key="link-desk"):
            own = address("workshop", **{TOKEN: token()})
            subject = quote(say("My Pathway workshop"))
            mail = f"mailto:?subject={subject}&body={quote(own)}"
            show(
                heading(say("Yours, to keep"), level=3),
                paragraph(_who_can_run(head), "muted"),
            )
            st.code(own, language=None, wrap_lines=True)
            show(Markup('<p class="send"><a href="{}">{}</a></p>').format(mail, say("Mail it to yourself")))
        with st.container(key="link-join"):
            show(
                heading(say("For people who answer"), level=3),
                paragraph(say("Everybody joins with this code or link; the room's screen shows it too."), "muted"),
                Markup('<p class="code">{}</p>').format(spaced_code(head.code)),
            )
            st.code(address(join=head.code), language=None, wrap_lines=True)
        with st.container(key="link-screen"):
            show(
                heading(say("For the projector"), level=3),
                paragraph(
                    say("Shows the code, the progress and what you reveal. Nothing can be pressed there."), "muted"
                ),
            )
            offer_screen()


def _who_can_run(head: Head) -> str:
    if head.organisation is None:
        return say("Runs the workshop on any device. Whoever has it can do so.")
    return say(
        "Runs the workshop on any device, for owners and facilitators of {organisation} who have signed in.",
        organisation=head.organisation,
    )


def offer_screen() -> None:
    """Make a link for a room screen when asked for one, and show it."""
    made = _made(_SCREEN)
    if made is None:
        st.button(say("Open the room's screen"), key="make-screen", on_click=_make_screen, args=(token(),))
        return
    link = address(screen=made, **{CHOSEN: language()})
    st.code(link, language=None, wrap_lines=True)
    show(
        Markup('<p class="send"><a href="{}" target="_blank">{}</a></p>').format(
            link, say("Open the room’s screen in a new window")
        )
    )


def _make_screen(whose: str) -> None:
    with kindly():
        st.session_state[_SCREEN] = (whose, facilitating.open_screen(desk(), whose))


def _made(name: str) -> str | None:
    """Return a link that was made on this page for this workshop; it is stored nowhere else."""
    whose, made = st.session_state.get(name, ("", None))
    return made if whose == token() else None


def offer_to_invite() -> None:
    """Make a link for a co-facilitator, shown once."""
    made = _made(_INVITED)
    if made is not None:
        show(paragraph(say("Send this link to your co-facilitator. It is shown only now."), "muted"))
        st.code(address("workshop", **{TOKEN: made}), language=None, wrap_lines=True)
        return
    name = st.text_input(say("Name of a co-facilitator"), max_chars=200, key="co-name")
    st.button(
        say("Make a link for them"), key="invite", on_click=_invite, args=(token(), name), disabled=not name.strip()
    )


def _invite(whose: str, name: str) -> None:
    with kindly():
        st.session_state[_INVITED] = (whose, facilitating.invite_facilitator(desk(), whose, name))
