"""What actions do to factors, and what a ban does to actions."""

import numpy as np
import pytest

from scoring.roadmap import Wishes
from scoring.roadmap.effects import Lifts, plan_lifts
from tests.scoring import samples
from tests.scoring.roadmap.firms import firm

FACTORS = len(samples.method().factors)


@pytest.mark.parametrize(("score", "headroom"), [(0, 1.5), (50, 1.0), (90, 0.6), (100, 0.6)])
def test_weak_factors_move_more_than_strong_ones(score: float, headroom: float) -> None:
    candidates = firm("northvale").problem().candidates
    lifts = plan_lifts(samples.method(), candidates, np.full(FACTORS, float(score)))
    assert lifts.points == pytest.approx(candidates.lift * 0.8 * headroom)


def test_the_cautious_case_promises_half_of_the_textbook() -> None:
    problem = firm("northvale").problem()
    cautious = plan_lifts(problem.method, problem.candidates, problem.ground.factors, cautious=True)
    assert cautious.points == pytest.approx(problem.lifts.points * 0.5 / 0.8)


def test_the_ceiling_stops_a_lift_and_lowers_nothing() -> None:
    start = np.array([80.0, 89.0, 95.0])
    lifts = Lifts(start, points=np.array([[5.0, 5.0, 5.0], [20.0, 20.0, 20.0]]), top=np.maximum(90.0, start))
    assert lifts.after(np.array([True, False])).tolist() == [85.0, 90.0, 95.0]
    assert lifts.after(np.array([True, True])).tolist() == [90.0, 90.0, 95.0]


def test_an_unknown_factor_is_left_alone() -> None:
    problem = firm("northvale").with_factors(cul_shift=None).problem()
    after = problem.lifts.after(~problem.candidates.none)
    assert np.isnan(after[samples.method().factor_index["cul_shift"]])
    assert np.isnan(after).sum() == 1


def test_a_ban_takes_along_what_needs_the_banned_action() -> None:
    candidates = firm("northvale").problem(Wishes(banned=("A01",))).candidates
    assert candidates.barred == dict.fromkeys(("A01", "A03", "A07", "A15", "A17", "A20", "A32"), "A01")
    assert not set(candidates.barred) & set(candidates.ids)


def test_a_ban_of_something_that_is_not_on_offer_changes_nothing() -> None:
    northvale = firm("northvale")
    assert northvale.plan(Wishes(banned=("A31",))) == northvale.plan()


def test_prerequisites_of_prerequisites_come_along() -> None:
    candidates = firm("northvale").problem().candidates
    chosen = candidates.including(candidates.none, candidates.ids.index("A17"))
    assert candidates.named(chosen) == ("A01", "A03", "A15", "A17")
    assert candidates.spent(chosen) == 4 + 2 + 6 + 5
