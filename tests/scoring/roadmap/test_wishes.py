"""Editing a plan: pins, bans, other efforts, owners, capacity and dates, and what they cost."""

from dataclasses import replace
from datetime import date

import pytest

from scoring.roadmap import Wishes, compare_plans
from scoring.roadmap.plan import LeftOut
from tests.scoring.roadmap.firms import firm

NORTHVALE = firm("northvale")
FREE = NORTHVALE.plan()


def test_a_pin_is_in_the_plan_and_costs_what_it_costs() -> None:
    plan = NORTHVALE.plan(Wishes(pinned=("A34",)))
    assert {action.id: action.reason for action in plan.actions}["A34"] == "pinned"
    assert plan.feasible
    cost = compare_plans(FREE, plan)
    assert "A34" in cost.added
    assert cost.effort_person_weeks > 0
    assert not cost.changes_nothing


def test_a_pin_of_something_in_the_plan_costs_nothing() -> None:
    assert compare_plans(FREE, NORTHVALE.plan(Wishes(pinned=("A25",)))).changes_nothing


def test_a_banned_action_is_replaced_by_the_next_cheapest() -> None:
    plan = NORTHVALE.plan(Wishes(banned=("A18",)))
    cost = compare_plans(FREE, plan)
    assert (plan.feasible, cost.reached, cost.dropped[0]) == (True, 0, "A18")
    assert cost.effort_person_weeks > 0
    assert LeftOut("A18", "banned") in plan.not_in_plan


def test_a_ban_that_closes_the_way_says_so() -> None:
    plan = NORTHVALE.plan(Wishes(banned=("A39",)))
    assert not plan.feasible
    assert compare_plans(FREE, plan).reached == -1
    assert LeftOut("A25", "needs_banned", "A39") in plan.not_in_plan


def test_pins_that_cannot_be_granted_are_named() -> None:
    plan = NORTHVALE.plan(Wishes(pinned=("A31", "A39", "A25", "A31"), banned=("A39",)))
    assert plan.not_granted == (
        LeftOut("A31", "not_for_this_firm"),
        LeftOut("A39", "banned"),
        LeftOut("A25", "needs_banned", "A39"),
    )
    assert NORTHVALE.plan(Wishes(pinned=("A34",))).not_granted == ()


def test_another_effort_is_taken_as_said_and_may_change_the_choice() -> None:
    dear = NORTHVALE.plan(Wishes(effort={"A18": 40.0, "A25": 11.0}))
    assert {action.id: action.effort for action in dear.actions}["A25"] == 11.0
    assert "A18" not in {action.id for action in dear.actions}
    small = firm("pebble_unlearned").plan(Wishes(effort={"A12": 1.5}))
    assert {action.id: action.effort for action in small.actions} == {"A04": 2.0, "A12": 1.5}


def test_another_owner_moves_the_share() -> None:
    plan = NORTHVALE.plan(Wishes(owner={action.id: "service" for action in FREE.actions}))
    assert plan.owner_share == {"service": 1.0}
    assert plan.carried_by == "service"
    assert FREE.carried_by is None
    assert plan.to_stage == FREE.to_stage


def test_half_the_capacity_takes_longer_and_costs_the_same() -> None:
    cost = compare_plans(FREE, NORTHVALE.plan(Wishes(capacity=15.0)))
    assert (cost.effort_person_weeks, cost.added, cost.dropped) == (0.0, (), ())
    assert cost.weeks > 0


def test_an_action_can_be_put_off() -> None:
    plan = NORTHVALE.plan(Wishes(not_before={"A15": 20}))
    slots = {action.id: action.start_week for action in plan.actions}
    assert slots["A15"] == 20
    assert plan.to_stage == FREE.to_stage


def test_the_plan_starts_on_the_monday_after_the_assessment_or_on_the_day_asked_for() -> None:
    assert NORTHVALE.assessment.date == date(2026, 11, 22), "a Sunday"
    assert FREE.start == date(2026, 11, 23)
    assert NORTHVALE.plan(Wishes(start=date(2027, 1, 4))) == replace(FREE, start=date(2027, 1, 4))


@pytest.mark.parametrize(
    "wishes",
    [
        {"effort": {"A01": -1.0}},
        {"effort": {"A01": float("nan")}},
        {"effort": {"A01": 1_001.0}},
        {"capacity": 0.0},
        {"capacity": float("nan")},
        {"capacity": float("inf")},
        {"not_before": {"A01": 0}},
        {"not_before": {"A01": 521}},
    ],
)
def test_impossible_wishes_are_refused(wishes: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"person-weeks|week 520"):
        Wishes(**wishes)  # type: ignore[arg-type]


def test_the_largest_effort_at_the_least_capacity_is_still_planned() -> None:
    wishes = Wishes(pinned=("A34",), effort={"A34": 1_000.0}, capacity=0.5)
    assert firm("northvale").plan(wishes).weeks > 26_000


@pytest.mark.parametrize("wishes", [Wishes(pinned=("A99",)), Wishes(banned=("A99",)), Wishes(owner={"A01": "nobody"})])
def test_wishes_about_things_that_do_not_exist_are_refused(wishes: Wishes) -> None:
    with pytest.raises(ValueError, match="There is no"):
        NORTHVALE.plan(wishes)
