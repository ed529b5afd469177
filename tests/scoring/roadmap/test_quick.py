"""What a quick scan says instead of a schedule."""

import pytest

from scoring.roadmap import Wishes
from tests.scoring.roadmap.firms import firm


def test_the_three_gates_that_bring_most_for_their_effort() -> None:
    plan = firm("brightthread_quick").plan()
    assert plan.kind == "quick"
    assert [gate.gate for gate in plan.leverage] == ["M2", "M8", "M6"]
    rates = [gate.missing / gate.effort for gate in plan.leverage if gate.effort]
    assert rates == sorted(rates, reverse=True)
    assert len(rates) == 3


def test_efforts_are_those_of_the_firm() -> None:
    large, small = (firm("brightthread_quick").with_facts(ctx_size=size).plan().leverage for size in ("l", "s"))
    assert [gate.effort for gate in small] == pytest.approx([0.5 * (gate.effort or 0) for gate in large])


def test_gates_that_nothing_on_offer_passes_come_last_the_nearest_first() -> None:
    brightthread = firm("brightthread_quick")
    everything = Wishes(banned=brightthread.problem().candidates.ids)
    leverage = brightthread.plan(everything).leverage
    assert [gate.effort for gate in leverage] == [None] * 3
    assert [gate.missing for gate in leverage] == sorted(gate.missing for gate in leverage)
    some = brightthread.plan(Wishes(banned=("A04", "A07", "A18", "A15", "A13", "A22"))).leverage
    assert [gate.effort is None for gate in some] == sorted(gate.effort is None for gate in some)
    assert len({gate.effort is None for gate in some}) == 2


def test_early_wins_to_begin_with() -> None:
    assert firm("brightthread_quick").plan().early_wins == ("A01", "A02", "A13", "A18", "A21")


def test_a_firm_in_step_is_shown_no_gates_of_a_stage_its_customers_do_not_call_for() -> None:
    plan = firm("hartwell_quick").plan()
    assert plan.leverage == ()
    assert plan.early_wins == ("A01", "A21")


def test_a_full_assessment_has_neither() -> None:
    plan = firm("northvale").plan()
    assert (plan.leverage, plan.early_wins) == ((), ())
