"""Preparing a workshop: firm and edition first, then the links, the facts about the firm and what may change."""

import streamlit as st

from assessments import facilitating
from assessments.answering import begun_for
from assessments.languages import say
from assessments.pages.parts import look, preparing
from assessments.pages.parts.arrival import arrive
from assessments.pages.parts.desk import desk, kindly
from assessments.pages.parts.facilitator import TOKEN, WORKSHOP, mine, token
from assessments.pages.parts.links import show_links
from assessments.pages.parts.pieces import heading, paragraph, show
from assessments.pages.parts.reach import say_who_can_reach
from assessments.pages.parts.saving import listen_only_to_page, show_outcome
from assessments.rights import Deed
from assessments.wording.programme import edition_name

PREPARE = "assessments/pages/prepare.py"


def begin() -> None:
    """Ask for what has to be known before anybody can join, and prepare the workshop."""
    look.name_the_page(say("Run a workshop"))
    with kindly():
        organisation = begun_for(desk(), Deed.PREPARE)
    show(
        heading(say("Run a workshop"), level=1),
        paragraph(
            say(
                "Six to a hundred people join on their phones, answer alone, see together where they differ, answer "
                "again and leave with a plan. Nothing has to be installed, and nobody in the room needs an account."
            ),
            "lead",
        ),
    )
    say_who_can_reach(organisation)
    wanted = preparing.ask_for_workshop()
    if wanted is not None:
        with kindly():
            prepared = facilitating.prepare(desk(), **wanted)
        st.switch_page(PREPARE, query_params={TOKEN: prepared.token})


def finish() -> None:
    """Show the links, ask for the facts about the firm, and let the settings be changed while they may be."""
    with kindly():
        head = facilitating.board(desk(), token()).head
    look.name_the_page(say("Prepare: {firm}", firm=head.firm))
    show(
        heading(f"{head.firm}: {edition_name(head.minutes)}", level=1),
        paragraph(
            say("The workshop is prepared. Keep your own link, and go to the workshop when people arrive."), "lead"
        ),
    )
    with st.container(key="moving", horizontal=True):
        if st.button(say("Go to the workshop"), type="primary", key="go-to-workshop"):
            st.switch_page(WORKSHOP, query_params=mine())
    show_links(head)
    preparing.ask_facts()
    show_outcome(st.container(key="outcome"))
    preparing.offer_to_change()
    listen_only_to_page()
    arrive("prepared")


if token():
    finish()
else:
    begin()
    arrive("prepare")
