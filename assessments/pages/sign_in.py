"""Signing in and out, and what the sign-in says of a person: who they are, and what they may in which organisation."""

import streamlit as st

from assessments.languages import say
from assessments.pages.parts import look
from assessments.pages.parts.arrival import arrive
from assessments.pages.parts.desk import kindly
from assessments.pages.parts.pieces import alert, entries, heading, paragraph, show
from assessments.pages.parts.signing_in import (
    FAILED,
    offer_to_change_organisation,
    sign_in,
    sign_out,
    visitor,
    why_again,
)
from assessments.rights import Visitor
from assessments.signing_in import SignIn
from assessments.wording.members import roles_line

HOME, OURS = "assessments/pages/home.py", "assessments/pages/ours.py"


def ask(how: SignIn) -> None:
    """Say who needs to sign in and where, and lead there."""
    look.name_the_page(say("Sign in"))
    show(heading(say("Sign in"), level=1))
    if FAILED in st.query_params:
        show(alert(say("That did not work. Please try again; if it fails again, ask whoever gives out accounts.")))
    elif why := why_again():
        show(alert(why))
    show(
        paragraph(
            say("With the account of your organisation you prepare and lead workshops, and find what it owns here."),
            "lead",
        ),
        paragraph(say("You sign in at {provider}; your password never comes here.", provider=how.provider_name)),
    )
    with st.container(key="moving", horizontal=True):
        st.button(say("Sign in"), type="primary", key="sign-in", on_click=st.login)
    show(
        paragraph(
            say(
                "Whoever answers questions, joins a workshop or was sent a link to a result needs no account: open "
                "your link, or enter the code on the first page."
            ),
            "muted",
        )
    )
    st.page_link(HOME, label=say("Back to the first page"))


def show_account(who: Visitor) -> None:
    """Say who has signed in and what they may, and let them sign out."""
    look.name_the_page(say("Your account"))
    show(heading(who.name or say("Your account"), level=1))
    if who.roles:
        show(entries([(name, roles_line(roles)) for name, roles in sorted(who.roles.items())], "facts"))
    else:
        show(
            paragraph(
                say(
                    "You are signed in, but belong to no organisation here. Please ask whoever gives out accounts to "
                    "give yours a role."
                ),
                "lead",
            )
        )
    offer_to_change_organisation()
    if who.organisation is not None:
        st.page_link(OURS, label=say("Our assessments and workshops"))
    show(paragraph(say("Roles come from your account each time you sign in, and are kept nowhere here."), "muted"))
    with st.container(key="moving", horizontal=True):
        st.button(say("Sign out"), key="sign-out", on_click=sign_out)
    st.page_link(HOME, label=say("Back to the first page"))


how = sign_in()
if how is None:
    st.switch_page(HOME)
with st.container(key="signing"), kindly():
    who = visitor()
    if who.signed_in:
        show_account(who)
    else:
        ask(how)
arrive(f"account {who.person}")
