"""Who can reach this server, and what that means for those who prepare something on it; said where they do."""

from ipaddress import ip_address

import streamlit as st

from assessments import settings
from assessments.languages import say
from assessments.pages.parts.pieces import paragraph, show


def only_this_machine(address: str | None, hosts: str) -> bool:
    """Return whether a server that listens at ``address`` under the names ``hosts`` is for this machine alone."""
    if not address or hosts:
        return False
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return address.lower() == "localhost"


def say_who_can_reach(organisation: str | None) -> None:
    """Say whose that will be which is made here and, where nobody signs in, who else can come by."""
    if organisation is not None:
        sentence = say(
            "What you make here is {organisation}’s: members whose role allows it find and open it without a link.",
            organisation=organisation,
        )
        show(paragraph(sentence, "muted reach"))
    elif only_this_machine(st.get_option("server.address"), settings.read().hosts):
        show(paragraph(say("Nobody signs in here: only this machine itself can open these pages."), "muted reach"))
    else:
        _say_that_everybody_can()


def _say_that_everybody_can() -> None:
    show(
        paragraph(
            say(
                "Nobody signs in here: whoever reaches this server can prepare workshops and begin drafts of their "
                "own. What you make is open to those who have its links, and to nobody else."
            ),
            "muted reach",
        )
    )
