"""The 0/1 programs: cheapest sets, ties, sets that miss by a hair, and budgets."""

import numpy as np
import pytest

from scoring.model import Action
from scoring.roadmap.effects import Candidates, Lifts
from scoring.roadmap.ground import Rows
from scoring.roadmap.selection import Choosing, UnreachableError, cheapest_set, furthest_set


def action(id_: str, effort: float, lead: int = 10) -> Action:
    return Action(
        id=id_,
        title="Do",
        phase=1,
        owner="exec",
        kind="know",
        effort=effort,
        lead=lead,
        when="p >= 0",
        lift={"f": 1},
        do="Do it.",
        kpi="Done",
        risk="Not done",
        serves="needs",
        source="S1",
    )


def choosing(*actions: Action, points: list[float], forced: tuple[int, ...] = ()) -> Choosing:
    """One factor at 40 points that each action lifts by its ``points``, up to 90; no prerequisites."""
    candidates = Candidates(
        actions=actions,
        effort=np.array([one.effort for one in actions]),
        lift=np.array([points]).T,
        closure=np.eye(len(actions), dtype=bool),
        barred={},
    )
    lifts = Lifts(start=np.array([40.0]), points=np.array([points]).T, top=np.array([90.0]))
    return Choosing(candidates, lifts, np.isin(np.arange(len(actions)), forced))


def gates(*minima: float) -> Rows:
    return Rows(np.arange(len(minima)), np.ones((len(minima), 1)), np.array(minima))


def test_the_cheapest_set_that_reaches_the_gate() -> None:
    three = choosing(action("A1", 3), action("A2", 2), action("A3", 4), points=[10, 8, 18])
    assert cheapest_set(three, gates(55)).tolist() == [False, False, True]
    assert cheapest_set(three, gates(50)).tolist() == [True, False, False]
    assert cheapest_set(three, gates(40)).tolist() == [False, False, False]


def test_of_equal_efforts_the_faster_action_and_then_the_first_id_wins() -> None:
    assert cheapest_set(choosing(action("A1", 3, 12), action("A2", 3, 8), points=[10, 10]), gates(50))[1]
    assert cheapest_set(choosing(action("A1", 3), action("A2", 3), points=[10, 10]), gates(50))[0]


def test_what_is_forced_is_in() -> None:
    forced = choosing(action("A1", 3), action("A2", 9), points=[10, 10], forced=(1,))
    assert cheapest_set(forced, gates(50)).tolist() == [False, True]


def test_a_gate_that_everything_together_misses_is_unreachable() -> None:
    with pytest.raises(UnreachableError):
        cheapest_set(choosing(action("A1", 3), action("A2", 2), points=[10, 8]), gates(58.1))


def test_nothing_passes_a_gate_above_the_ceiling() -> None:
    with pytest.raises(UnreachableError):
        cheapest_set(choosing(action("A1", 3), points=[80]), gates(91))


def test_a_gate_missed_by_less_than_a_solver_sees_is_still_missed() -> None:
    """A solver lets 50 pass for 50.00000005; the engine does not, so the dearer action has to come along."""
    hair = gates(50 + 5e-8)
    assert cheapest_set(choosing(action("A1", 3), action("A2", 9), points=[10, 5]), hair).tolist() == [True, True]
    with pytest.raises(UnreachableError):
        cheapest_set(choosing(action("A1", 3), points=[10]), hair)


def test_a_budget_is_spent_where_it_leads_furthest() -> None:
    """Two gates, 60 and 80 points, count from half their minimum: 50 points are 2/3 and 1/4 of the way."""
    four = choosing(*(action(f"A{number}", number) for number in (1, 2, 3, 4)), points=[4, 10, 11, 30])
    nothing = gates()
    assert furthest_set(four, nothing, gates(60, 80), 3).tolist() == [True, True, False, False]
    assert furthest_set(four, nothing, gates(60, 80), 4).tolist() == [False, False, False, True]
    assert furthest_set(four, gates(70), nothing, 9).tolist() == [False, False, False, True]


def test_effort_that_leads_nowhere_is_not_spent() -> None:
    two = choosing(action("A1", 1), action("A2", 5), points=[20, 20])
    assert furthest_set(two, gates(), gates(60), 100).tolist() == [True, False]


def test_a_gate_below_half_its_minimum_does_not_count_against_the_others() -> None:
    two = choosing(action("A1", 1), action("A2", 5), points=[5, 9])
    assert furthest_set(two, gates(), gates(100, 60, 0), 1).tolist() == [True, False]


def test_a_budget_can_be_too_small() -> None:
    with pytest.raises(UnreachableError):
        furthest_set(choosing(action("A1", 3), points=[20]), gates(60), gates(), 2.9)
