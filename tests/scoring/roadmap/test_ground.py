"""Gates as sums over factors say what the engine says."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from scoring.placement import FAIL, PASS
from scoring.roadmap.ground import Ground, move, rows_of, rows_up_to, stand_at
from tests.scoring import samples
from tests.scoring.roadmap.firms import firm

METHOD = samples.method()
SCORES = st.lists(st.floats(0, 100), min_size=len(METHOD.factors), max_size=len(METHOD.factors)).map(np.array)


def agree(ground: Ground, factors: np.ndarray) -> None:
    """Assert that a gate fails for the engine exactly when one of its rows is missed."""
    _, placement = stand_at(METHOD, ground, factors[None])
    outcome, value = placement.outcome[0], placement.value[0]
    rows, missed = ground.rows.values(factors), ground.rows.missed(factors)
    comparable = ground.exists & np.isin(outcome, (PASS, FAIL))
    assert set(ground.rows.gate.tolist()) == set(np.flatnonzero(comparable).tolist())
    for gate in np.flatnonzero(comparable):
        mine = ground.rows.gate == gate
        assert abs(rows[mine].min() - value[gate]) < 1e-9
        assert missed[mine].any() == (outcome[gate] == FAIL)


@given(SCORES)
def test_rows_are_missed_exactly_where_the_engine_fails_a_gate(factors: np.ndarray) -> None:
    agree(move(METHOD, firm("northvale").problem().ground, factors), factors)


@given(SCORES)
def test_so_they_are_for_a_firm_to_which_a_factor_does_not_apply(factors: np.ndarray) -> None:
    ground = firm("pebble").problem().ground
    factors = np.where(np.isnan(ground.factors), np.nan, factors)
    agree(move(METHOD, ground, factors), factors)


def test_gates_that_only_answers_can_settle_are_set_aside() -> None:
    ground = firm("northvale").with_factors(own_driver=None, own_buyin=None, own_rewards=None).problem().ground
    unknown = {METHOD.gates.ids[gate] for gate in np.flatnonzero(ground.unknown)}
    assert unknown == {"T1", "T5", "M1", "M6", "M8", "S1", "S10", "S11", "S12", "S15"}
    assert not unknown & {METHOD.gates.ids[gate] for gate in ground.rows.gate}


def test_a_waived_gate_is_neither_aimed_at_nor_set_aside() -> None:
    ground = firm("pebble").problem().ground
    gate = METHOD.gates.ids.index("S9")
    assert ground.exists[gate]
    assert not ground.unknown[gate]
    assert gate not in ground.rows.gate


def test_rows_of_a_stage_and_of_all_stages_up_to_it() -> None:
    ground = firm("northvale").problem().ground
    of_each = [len(rows_of(METHOD, ground, stage).gate) for stage in (1, 2, 3)]
    assert [len(rows_up_to(METHOD, ground, stage).gate) for stage in (0, 1, 2, 3)] == [
        0,
        of_each[0],
        sum(of_each[:2]),
        sum(of_each),
    ]
