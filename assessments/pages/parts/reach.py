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


def say_who_can_reach() -> None:
    """Say that nobody signs in here, and whether anybody but the person at this machine can come by."""
    if only_this_machine(st.get_option("server.address"), settings.read().hosts):
        show(paragraph(say("Nobody signs in here: only this machine itself can open these pages."), "muted reach"))
        return
    show(
        paragraph(
            say(
                "Nobody signs in here: whoever reaches this server can prepare workshops and begin drafts of their "
                "own. What you make is open to those who have its links, and to nobody else."
            ),
            "muted reach",
        )
    )
