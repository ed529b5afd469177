"""What the plan could cost otherwise."""

from itertools import pairwise

import pytest

from scoring.roadmap import Frontier, Wishes, draw_frontier
from tests.scoring import samples
from tests.scoring.roadmap.firms import firm


def frontier(name: str, **more: object) -> Frontier:
    one = firm(name)
    return draw_frontier(samples.method(), one.assessment, one.result, **more)  # type: ignore[arg-type]


def test_the_same_plan_at_half_normal_and_double_capacity() -> None:
    half, normal, double = frontier("brightthread").capacities
    plan = firm("brightthread").plan()
    assert (half.capacity, normal.capacity, double.capacity) == (15.0, 30.0, 60.0)
    assert half.effort_person_weeks == normal.effort_person_weeks == double.effort_person_weeks == 144
    assert half.weeks > normal.weeks > double.weeks
    assert normal.weeks == plan.weeks
    assert normal.next_stage_weeks == max(a.finish_week for a in plan.actions if a.id in plan.to_stage["2"])


@pytest.mark.parametrize("name", ["northvale", "brightthread"])
def test_more_budget_never_leads_less_far(name: str) -> None:
    budgets = frontier(name, steps=6).budgets
    assert len(budgets) == 7
    for less, more in pairwise(budgets):
        assert more.path_coordinate >= less.path_coordinate - 1e-6
        assert more.position >= less.position
    assert all(one.effort_person_weeks <= one.budget + 1e-6 for one in budgets)


def test_of_budgets_that_buy_the_same_the_smallest_is_told() -> None:
    drawn = frontier("brightthread", steps=8)
    told = [one.actions for one in drawn.distinct_budgets]
    assert told == list(dict.fromkeys(one.actions for one in drawn.budgets))
    assert len(told) < len(drawn.budgets)
    assert set(drawn.distinct_budgets) <= set(drawn.budgets)


@pytest.mark.parametrize("name", ["northvale", "brightthread"])
def test_the_whole_budget_leads_as_far_as_the_plan_for_no_more_effort(name: str) -> None:
    plan, most = firm(name).plan(), frontier(name, steps=2).budgets[-1]
    assert most.position == plan.reached
    assert most.budget == pytest.approx(plan.effort_person_weeks)
    assert most.effort_person_weeks <= plan.effort_person_weeks + 1e-6


def test_the_smallest_budget_holds_what_the_plan_contains_in_any_case() -> None:
    least = frontier("northvale", steps=2).budgets[0]
    assert least.actions == ("A04", "A09", "A22")
    assert least.position == 1


def test_efforts_are_those_of_the_firm() -> None:
    assert frontier("pebble_unlearned", steps=1).budgets[-1].effort_person_weeks == pytest.approx(3.0)


def test_a_plan_that_leads_to_no_stage_has_no_budgets() -> None:
    assert frontier("hartwell").budgets == ()
    assert [one.next_stage_weeks for one in frontier("hartwell").capacities] == [None] * 3
    assert frontier("northvale", wishes=Wishes(banned=("A39",))).budgets == ()
