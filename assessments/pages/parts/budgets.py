"""What the plan would cost otherwise, and how firmly each of its moves stands."""

from collections.abc import Callable
from typing import TypeVar

import streamlit as st

from assessments import answering
from assessments.answering import Planned
from assessments.languages import number, say
from assessments.pages.parts.pieces import heading, paragraph, show, table
from assessments.wording import stage_name, wishes

T = TypeVar("T")
_ASKED, _NOW = "asked-steadiness", "now"


def show_frontier(planned: Planned) -> None:
    """Show the plan at other capacities, and how far smaller budgets lead."""
    questionnaire = planned.opened.questionnaire
    frontier = _remembered("frontier", planned, lambda: answering.plan_frontier(planned))
    if title := wishes.capacity_title(frontier):
        columns = (
            say("Capacity"),
            say("Person-weeks a quarter"),
            say("Weeks to the next stage"),
            say("Weeks to the end"),
        )
        show(heading(title), table(columns, wishes.capacity_rows(frontier), title))
    if title := wishes.budget_title(questionnaire, planned.plan, frontier):
        rows = (
            (
                str(round(one.effort_person_weeks)),
                len(one.actions),
                stage_name(questionnaire, one.position),
                number(one.path_coordinate, places=2),
            )
            for one in frontier.distinct_budgets
        )
        columns = say("Person-weeks"), say("Moves"), say("Leads to"), say("On the path")
        show(heading(title), table(columns, rows, title))


def show_steadiness(planned: Planned) -> None:
    """Solve the plan again for other results when asked to, and show how often each move is chosen.

    What is asked is about the plan as the click leaves it: leaving a field can change the plan and press the button.
    """
    asked = (planned.opened.assessment, planned.wishes)
    if st.session_state.get(_ASKED) == _NOW:
        st.session_state[_ASKED] = asked
    if st.session_state.get(_ASKED) != asked:
        show(heading(say("How firmly does each move stand?")))
        show(paragraph(say("The answers carry doubt. The plan can be solved again for what they could have been.")))
        st.button(
            say("Solve it again"), key="steadiness-button", on_click=st.session_state.update, args=({_ASKED: _NOW},)
        )
        return
    with st.spinner(say("Solving the plan again and again; this takes a few seconds.")):
        found = _remembered("steadiness", planned, lambda: answering.plan_steadiness(planned))
    title = wishes.steadiness_title(found.share.values())
    titles = planned.opened.questionnaire.action_by_id
    rows = ((titles[one.id].title, wishes.stays(found.share[one.id])) for one in planned.plan.actions)
    show(
        heading(title),
        paragraph(wishes.steadiness_note(found.results)),
        table((say("Move"), say("Stays in the plan in")), rows, title),
    )


def _remembered(name: str, planned: Planned, compute: Callable[[], T]) -> T:
    """Return what was computed for these answers and wishes before, or compute it now."""
    about = (planned.opened.assessment, planned.wishes)
    if st.session_state.get(name, (None,))[0] != about:
        st.session_state[name] = (about, compute())
    return st.session_state[name][1]
