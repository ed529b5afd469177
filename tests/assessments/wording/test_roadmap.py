"""The plan in words."""

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from assessments.wording import roadmap
from scoring.model import Questionnaire
from scoring.roadmap import Plan, Wishes, make_plan
from scoring.roadmap.plan import LeftOut, OpenGate
from tests.assessments.wording.results import SAMPLES, result
from tests.scoring.samples import changed, firm, method, result_of


@cache
def plan(name: str) -> Plan:
    return make_plan(method(), firm(name), result(name))


def test_the_title_says_what_is_reached_for_how_much(questionnaire: Questionnaire) -> None:
    assert roadmap.plan_title(questionnaire, plan("northvale")) == (
        "Eleven moves lead to Traditional CRM with the mental-model shift: 51 person-weeks over seven months"
    )
    assert roadmap.plan_title(questionnaire, plan("hartwell")).startswith("Six moves to stay strong: ")


def test_the_title_of_what_is_no_whole_plan(questionnaire: Questionnaire) -> None:
    short = replace(plan("northvale"), feasible=False)
    assert roadmap.plan_title(questionnaire, short).startswith("One plan does not lead all the way")
    assert "first steps" in roadmap.plan_title(questionnaire, replace(short, kind="quick"))
    assert roadmap.plan_title(questionnaire, replace(short, kind="none")).startswith("No plan until")


def test_the_proof_or_what_cannot_be_reached(questionnaire: Questionnaire) -> None:
    proven = roadmap.proof_line(questionnaire, plan("northvale"))
    assert proven is not None
    assert proven.startswith("No cheaper set")
    open_gate = OpenGate("M2", "M", 50.0, 55.0)
    short = replace(plan("northvale"), feasible=False, cannot_reach=(open_gate,))
    assert roadmap.proof_line(questionnaire, short) == (
        "With everything on offer done, these stay open: mental-model shift (50 of 55)."
    )
    assert roadmap.proof_line(questionnaire, plan("hartwell")) is None


@pytest.mark.parametrize("name", SAMPLES)
def test_every_move_has_its_reason_owner_and_dates(questionnaire: Questionnaire, name: str) -> None:
    steps = roadmap.steps(questionnaire, plan(name))
    assert len(steps) == len(plan(name).actions)
    for step in steps:
        assert step.why.endswith(".")
        assert step.owner
        assert step.weeks.startswith("weeks ")
    assert steps[0].start == "23 November 2026"


def test_reasons_name_warning_gates_and_what_waits(questionnaire: Questionnaire) -> None:
    whys = {step.id: step.why for step in roadmap.steps(questionnaire, plan("northvale"))}
    assert whys["A04"] == "Answers the warning “Captured by one department”."
    assert whys["A39"] == "Raises the overall level."
    waits = {step.id: step.after for step in roadmap.steps(questionnaire, plan("northvale"))}
    assert waits["A03"] == "Ask your customers"


def test_a_move_that_was_asked_for_says_so(questionnaire: Questionnaire) -> None:
    asked = make_plan(method(), firm("northvale"), result("northvale"), wishes=Wishes(pinned=("A19",)))
    whys = {step.id: step.why for step in roadmap.steps(questionnaire, asked)}
    assert whys["A19"].startswith("Asked for.")


def test_a_move_that_only_comes_before_another_says_so(questionnaire: Questionnaire) -> None:
    action = replace(plan("northvale").actions[0], reason="needed", about="A03")
    (step,) = roadmap.steps(questionnaire, replace(plan("northvale"), actions=(action,)))
    assert step.why == "Comes before “Write the page: our space today and in five years”."


def test_too_much_on_one_role_is_a_warning(questionnaire: Questionnaire) -> None:
    balanced = roadmap.balance_line(questionnaire, plan("northvale"))
    assert balanced is not None
    assert balanced.startswith("Effort by owner: Service 47%, ")
    heavy = roadmap.balance_line(questionnaire, plan("hartwell"))
    assert heavy is not None
    assert heavy.endswith("share it out.")
    assert roadmap.balance_line(questionnaire, replace(plan("hartwell"), owner_share={})) is None


def test_what_is_left_out_is_grouped_by_why(questionnaire: Questionnaire) -> None:
    (line,) = roadmap.left_out(questionnaire, plan("hartwell"))
    assert line.startswith("Customers do not call for it: ")
    assert "Seed one community" in line
    assert roadmap.left_out(questionnaire, replace(plan("hartwell"), not_in_plan=())) == ()
    refused = roadmap.not_granted_line(questionnaire, LeftOut("A29", "not_called_for"))
    assert refused == "“Answer where customers ask” was asked for; customers do not call for it."


def test_the_forecast_says_both_cases(questionnaire: Questionnaire) -> None:
    said = roadmap.forecast_line(questionnaire, plan("northvale"))
    assert said is not None
    assert said.endswith("after three quarters; in the cautious case at Traditional CRM.")
    same = roadmap.forecast_line(questionnaire, plan("hartwell"))
    assert same is not None
    assert same.endswith("also in the cautious case.")
    assert roadmap.forecast_line(questionnaire, replace(plan("hartwell"), forecast=())) is None


def test_the_forecast_has_a_title(questionnaire: Questionnaire) -> None:
    reached = roadmap.forecast_title(questionnaire, plan("northvale"))
    assert reached == "Traditional CRM with the mental-model shift is expected within three quarters"
    short = replace(plan("northvale"), feasible=False)
    assert roadmap.forecast_title(questionnaire, short) == "The plan brings the firm nearer, quarter by quarter"


@pytest.mark.parametrize(
    ("gate", "name"),
    [("M1", "overall level"), ("M8", "weakest pillar"), ("S3", "culture as a whole"), ("M2", "mental-model shift")],
)
def test_a_condition_is_named_by_what_it_measures(questionnaire: Questionnaire, gate: str, name: str) -> None:
    assert name in roadmap.condition_name(questionnaire, gate)


def test_preparing_has_a_latest_start(questionnaire: Questionnaire) -> None:
    later = changed(firm("hartwell"), {"dem_04": 4})
    preparing = make_plan(method(), later, result_of(later))
    said = roadmap.latest_start_line(preparing, later.date)
    assert said is not None
    assert said.startswith("To be ready a year before year five, it has to start by ")
    assert roadmap.latest_start_line(plan("northvale"), later.date) is None
    urgent = replace(preparing, latest_start_week=0)
    assert roadmap.latest_start_line(urgent, later.date) == (
        "To be ready a year before year five, it would have to start now."
    )
    soon = replace(preparing, start=date(2026, 12, 14), latest_start_week=4)
    assert str(roadmap.latest_start_line(soon, later.date)).endswith("by 21 December 2026 at the latest.")
    put_off = replace(preparing, start=date(2027, 1, 4), latest_start_week=4)
    assert str(roadmap.latest_start_line(put_off, later.date)).endswith("by 21 December 2026; it begins too late.")


def test_the_second_horizon_names_open_conditions(questionnaire: Questionnaire) -> None:
    assert roadmap.second_horizon_line(questionnaire, plan("northvale")) is None
    further = replace(plan("northvale"), second_horizon=(OpenGate("S2", "S", 25.0, 60.0),))
    said = roadmap.second_horizon_line(questionnaire, further)
    assert said == "Still open after that, for what customers will call for: social listening and response (25 of 60)."


def test_the_first_moves_can_be_retold(questionnaire: Questionnaire) -> None:
    said = roadmap.first_moves_line(questionnaire, plan("northvale"))
    assert said == "Ask your customers; Set up a customer council that may decide; Clear permission."
    assert roadmap.first_moves_line(questionnaire, replace(plan("northvale"), actions=())) is None


def test_weeks_of_a_plan_are_dates(questionnaire: Questionnaire) -> None:
    assert roadmap.first_day_of(plan("northvale"), 1) == date(2026, 11, 23)
    assert roadmap.months(1) == 1
    assert roadmap.months(29) == 7
