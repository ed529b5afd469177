"""What stands in place of a plan where nothing is scheduled: why, what gives most, where to begin, what to answer."""

import streamlit as st
from markupsafe import Markup

from assessments import wording
from assessments.answering import Planned
from assessments.languages import say
from assessments.pages.parts.choosing import minutes
from assessments.pages.parts.desk import LINK, link
from assessments.pages.parts.owning import start_next
from assessments.pages.parts.pieces import entries, heading, joined, listed, paragraph, show, table
from assessments.wording import beginning

QUESTIONS = "assessments/pages/questions.py"


def show_first_steps(planned: Planned) -> None:
    """Say why there is no plan, which conditions give most for their effort, and which moves to begin with."""
    questionnaire, plan = planned.opened.questionnaire, planned.plan
    levers = beginning.levers(questionnaire, plan)
    moves = beginning.beginnings(questionnaire, planned.opened.assessment, plan)
    show(
        paragraph(beginning.why_no_plan_line(plan, planned.result), "lead"),
        _levers(levers) if levers else Markup(""),
        heading(say("What to begin with")) if moves else Markup(""),
        listed(map(_move, moves), "moves"),
    )


def _levers(levers: tuple[beginning.Lever, ...]) -> Markup:
    title = say("What gives most for its effort")
    columns = say("Condition of the next stage"), say("Still missing"), say("Least that meets it")
    return heading(title) + table(columns, ((one.name, one.missing, one.takes) for one in levers), title)


def _move(move: beginning.Beginning) -> Markup:
    takes = say(
        "{owner} · {person_weeks} over {weeks} weeks",
        owner=move.owner,
        person_weeks=wording.person_weeks(move.effort),
        weeks=move.weeks,
    )
    shows = entries([(say("Shows in"), move.kpi)], "reasons")
    return joined([heading(move.title, level=3), paragraph(takes, "muted"), paragraph(move.do), shows])


def offer_what_to_answer_next(planned: Planned) -> None:
    """Offer the answers that a plan is missing: those that would settle the placement, or the full assessment."""
    questionnaire, result = planned.opened.questionnaire, planned.result
    show(
        heading(say("What to answer next")),
        paragraph(wording.provisional_line(questionnaire, result)),
    )
    if result.provisional and planned.opened.person is not None:
        with st.container(key="answer-next"):
            st.page_link(QUESTIONS, label=say("Answer these questions"), query_params={LINK: link()})
    if result.variant == "quick":
        _offer_full_assessment(planned)


def _offer_full_assessment(planned: Planned) -> None:
    count = len(planned.opened.questionnaire.items)
    asks = say(
        "The full assessment asks {count} questions, about {minutes} minutes.", count=count, minutes=minutes(count)
    )
    taken = say("The facts about the firm are taken over, and this quick scan stays as it is.")
    show(paragraph(f"{asks} {beginning.untested_line(planned.opened.questionnaire, planned.result) or ''}"))
    if planned.opened.person is not None:
        show(paragraph(taken, "muted"))
        start_next(say("Start the full assessment"), "full", key="again-full")
