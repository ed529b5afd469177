"""The plan as it is made in the room: capacity first, then move by move accepted or swapped, each with a leader."""

from datetime import datetime
from functools import partial
from typing import Any

import streamlit as st

from assessments import facilitating
from assessments.answering import Planned
from assessments.languages import say
from assessments.pages.parts import roadmap
from assessments.pages.parts.desk import desk, kindly
from assessments.pages.parts.facilitator import token
from assessments.pages.parts.first_steps import show_first_steps
from assessments.pages.parts.moving import ask_who, offer_other_moves, show_move, show_whole
from assessments.pages.parts.pieces import heading, paragraph, show
from assessments.pages.parts.wishing import Source, change, list_wishes, offer_files, show_outcome
from assessments.wording import roadmap as words
from assessments.wording import wishes


def workshops() -> Source:
    """Return the plan of the workshop, whose edits the room sees at once."""
    return Source(token(), partial(_read, token()), partial(_edit, token()))


def _read(whose: str) -> Planned:
    return facilitating.plan(desk(), whose)


def _edit(whose: str, name: str, value: Any, action: str) -> datetime | None:
    return facilitating.edit_plan(desk(), whose, name, value, action=action).at


def show_plan_in_room() -> None:
    """Show the plan with everything that can be decided about it, the room's questions first."""
    source = workshops()
    with kindly():
        planned = source.read()
    plan, edits, questionnaire = planned.plan, planned.edits, planned.opened.questionnaire
    show(heading(words.plan_title(questionnaire, plan)), paragraph(words.first_moves_line(questionnaire, plan)))
    show_outcome(source, planned)
    if not (plan.actions or edits.actions):
        show_first_steps(planned)
        return
    show(heading(say("How much can you carry?"), level=3))
    show_whole(source, planned)
    show(heading(say("Move by move"), level=3), paragraph(wishes.progress_line(plan, edits)))
    for action, row in roadmap.rows(questionnaire, plan, edits):
        show_move(source, planned, action, row)
        _decide(source, planned, action)
    offer_other_moves(source, planned)
    list_wishes(source, planned)
    offer_files(partial(facilitating.export_plan, desk(), token()))


def _decide(source: Source, planned: Planned, action: str) -> None:
    """Offer to accept a move or to swap it for another one."""
    accepted = planned.edits.of(action).wanted == "pinned"
    with st.container(key=f"decide-{action}", horizontal=True, vertical_alignment="bottom"):
        ask_who(source, planned, action)
        if accepted:
            show(paragraph(say("✓ Accepted by the room"), "accepted"))
            st.button(say("Take back"), key=f"undo-{action}", on_click=change, args=(source, "wanted", None, action))
        else:
            st.button(say("Accept"), key=f"accept-{action}", on_click=change, args=(source, "wanted", "pinned", action))
            st.button(say("Swap it"), key=f"swap-{action}", on_click=change, args=(source, "wanted", "banned", action))
