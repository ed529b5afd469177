"""Wishes, their price and progress in words."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from assessments import reading
from assessments.edits import ActionEdits, PlanEdits, wishes_of
from assessments.wording import wishes
from scoring.model import Questionnaire
from scoring.roadmap import Plan, Wishes, draw_frontier, make_plan
from scoring.roadmap.frontier import AtCapacity, Frontier
from scoring.roadmap.plan import LeftOut

OPENED = reading.open_sample("northvale")
QUESTIONNAIRE: Questionnaire = OPENED.questionnaire


def plan_with(edits: PlanEdits) -> Plan:
    asked = wishes_of(edits, OPENED.assessment.date)
    return make_plan(OPENED.method, OPENED.assessment, OPENED.result, wishes=asked)


def wishes_said(edits: PlanEdits) -> list[str]:
    return [line for _, _, line in wishes.wish_lines(QUESTIONNAIRE, edits, OPENED.assessment.date)]


PLAN = plan_with(PlanEdits())


def test_the_same_plan_costs_nothing() -> None:
    assert wishes.cost_line(QUESTIONNAIRE, PLAN, PLAN) == "The plan stays as it is."


def test_a_cost_is_said_in_weeks_person_weeks_and_moves() -> None:
    shorter = replace(
        PLAN, weeks=PLAN.weeks - 1, effort_person_weeks=PLAN.effort_person_weeks - 1.5, actions=PLAN.actions[1:]
    )
    title = QUESTIONNAIRE.action_by_id[PLAN.actions[0].id].title
    assert (
        wishes.cost_line(QUESTIONNAIRE, PLAN, shorter)
        == f"One week shorter and 1.5 person-weeks less; leaves out “{title}”."
    )
    assert wishes.together_line(QUESTIONNAIRE, shorter, PLAN) == (
        f"Beside the plan without any wish: one week longer and 1.5 person-weeks more; adds “{title}”."
    )


def test_many_moves_are_counted_rather_than_listed() -> None:
    none = replace(PLAN, actions=())
    line = wishes.cost_line(QUESTIONNAIRE, PLAN, none)
    assert line.count("“") == 3
    assert "and eight others" in line


def test_a_stage_that_is_lost_is_explained() -> None:
    after = plan_with(PlanEdits(actions={"A03": ActionEdits(wanted="banned")}))
    assert wishes.cost_line(QUESTIONNAIRE, PLAN, after).startswith("One stage less far")
    assert wishes.cost_line(QUESTIONNAIRE, PLAN, after).endswith("the plan does what helps most meanwhile.")
    assert "One stage further" in wishes.cost_line(QUESTIONNAIRE, after, PLAN)


def test_every_wish_is_said() -> None:
    said = ActionEdits("pinned", 2.5, "service", date(2027, 1, 4), "Maria", date(2027, 2, 1), "dropped")
    edits = PlanEdits(12, date(2027, 1, 4), {"A01": said})
    assert wishes_said(edits) == [
        "12 person-weeks in a quarter",
        "The plan begins on 4 January 2027",
        "“Ask your customers” has to be in",
        "“Ask your customers” was dropped",
        "“Ask your customers” takes 2.5 person-weeks",
        "“Ask your customers” is led by Service",
        "“Ask your customers” does not begin before 4 January 2027",
    ]
    assert wishes_said(PlanEdits()) == []


def test_a_day_to_wait_for_that_has_passed_is_said_to_be_over() -> None:
    assessed = OPENED.assessment.date
    edits = PlanEdits(actions={"A01": ActionEdits(not_before=assessed)})
    assert wishes_said(edits) == [
        "“Ask your customers” was to wait until 22 November 2026; this day has passed, so it begins as soon as it can"
    ]
    tomorrow = PlanEdits(actions={"A01": ActionEdits(not_before=assessed + timedelta(days=1))})
    assert wishes_said(tomorrow) == ["“Ask your customers” does not begin before 23 November 2026"]
    assert plan_with(edits) == PLAN


@pytest.mark.parametrize(
    ("said", "line"),
    [
        (ActionEdits(), ""),
        (ActionEdits(status="doing", person="Maria", due=date(2027, 2, 1)), "Under way · Maria · due 1 February 2027"),
        (ActionEdits(status="done", carried=True), "Done before this assessment"),
    ],
)
def test_who_does_a_move_and_how_far_it_is(said: ActionEdits, line: str) -> None:
    assert wishes.followed_line(said) == line


def test_progress_counts_what_was_done_since_the_assessment() -> None:
    first, second = PLAN.actions[0], PLAN.actions[1]
    edits = PlanEdits(
        actions={first.id: ActionEdits(status="done"), second.id: ActionEdits(status="done", carried=True)}
    )
    assert wishes.progress_line(PLAN, PlanEdits()) is None
    total = round(PLAN.effort_person_weeks)
    assert wishes.progress_line(PLAN, edits) == (
        f"Of eleven moves: one done, none under way. {round(first.effort)} of {total} person-weeks are behind you."
    )


def test_a_due_date_before_the_finish_is_named() -> None:
    action = PLAN.actions[0].id

    def late(**said: object) -> str | None:
        return wishes.late_line(PLAN, PlanEdits(actions={action: ActionEdits(**said)}), action)  # type: ignore[arg-type]

    assert late() is None
    assert late(due=date(2036, 1, 1)) is None
    assert late(due=date(2026, 11, 23), status="done") is None
    assert "as planned it takes until 1 January 2027" in str(late(due=date(2026, 11, 23)))
    assert wishes.late_line(PLAN, PlanEdits(actions={"Z": ActionEdits(due=date(2026, 11, 23))}), "Z") is None


def test_what_was_begun_and_is_not_planned_stays_in_sight() -> None:
    inside = PLAN.actions[0].id
    edits = PlanEdits(actions={inside: ActionEdits(status="doing"), "A45": ActionEdits(status="done", carried=True)})
    title = QUESTIONNAIRE.action_by_id["A45"].title
    assert wishes.earlier_lines(QUESTIONNAIRE, PLAN, edits) == (f"Done, and not in this plan: {title}.",)


def test_a_refused_wish_names_what_it_waits_for() -> None:
    plan = replace(PLAN, not_granted=(LeftOut("A03", "needs_banned", "A01"),), not_in_plan=())
    (line,) = wishes.refused_lines(QUESTIONNAIRE, plan)
    assert line.startswith("“Write the page: our space today and in five years” was asked for; ")
    assert line.endswith("it waits for “Ask your customers”, which was asked to be left out.")


def test_the_frontier_has_its_point_as_title() -> None:
    frontier = draw_frontier(OPENED.method, OPENED.assessment, OPENED.result, wishes=Wishes())
    assert wishes.capacity_title(frontier) == "29 weeks as planned, 60 with half the people, 23 with twice as many"
    assert wishes.capacity_rows(frontier)[0] == ("Half", "15", "60", "60")
    assert str(wishes.budget_title(QUESTIONNAIRE, PLAN, frontier)).startswith("About 51 person-weeks lead to ")


def test_a_frontier_of_nothing_says_nothing() -> None:
    assert wishes.capacity_title(Frontier((), ())) is None
    assert wishes.budget_title(QUESTIONNAIRE, PLAN, Frontier((), ())) is None
    same = tuple(AtCapacity(share, 30 * share, 10.0, None, 13) for share in (0.5, 1.0, 2.0))
    assert wishes.capacity_title(Frontier(same, ())) == "More people would not make it faster: 13 weeks either way"
    assert wishes.capacity_rows(Frontier(same, ()))[1] == ("As planned", "30", "–", "13")


def test_how_firmly_moves_stand() -> None:
    assert wishes.steadiness_title([1.0, 0.9, 0.4]) == "Two moves of three hold in at least 9 of 10 results"
    assert wishes.steadiness_title([0.9, 0.4]) == "One move of two holds in at least 9 of 10 results"
    assert [wishes.stays(share) for share in (1.0, 0.8)] == ["every result", "8 in 10 results"]
    assert "80 results" in wishes.steadiness_note(80)
