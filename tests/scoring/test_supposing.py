"""What if a factor stood elsewhere."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring import Method, assess
from scoring.result import FactorResult
from scoring.supposing import suppose
from tests.laws.worlds import World, worlds


@given(worlds())
def test_supposing_nothing_changes_nothing(world: World) -> None:
    method = Method(world.questionnaire)
    assert suppose(method, world.assessment, {}) == assess(method, world.assessment)


@given(worlds(), st.data())
def test_a_moved_factor_has_the_score_it_was_given(world: World, data: st.DataObject) -> None:
    method = Method(world.questionnaire)
    factors = data.draw(
        st.dictionaries(st.sampled_from(method.factors), st.sampled_from([0.0, 37.5, 62.5, 100.0]), min_size=1)
    )
    result = suppose(method, world.assessment, factors)
    for id_, points in factors.items():
        assert result.factors[id_] == FactorResult(pytest.approx(points), "ok")
        assert all(gate.value == pytest.approx(points) for gate in result.gates if gate.metric == id_)
    untouched = assess(method, world.assessment)
    assert {id_: factor for id_, factor in result.factors.items() if id_ not in factors} == {
        id_: factor for id_, factor in untouched.factors.items() if id_ not in factors
    }
    assert result.demand == untouched.demand


@given(worlds())
def test_with_every_factor_at_the_top_every_gate_is_passed(world: World) -> None:
    method = Method(world.questionnaire)
    result = suppose(method, replace(world.assessment, variant="full"), dict.fromkeys(method.factors, 100.0))
    assert result.position == len(method.stages)


@given(worlds())
def test_an_unknown_factor_is_refused(world: World) -> None:
    with pytest.raises(KeyError):
        suppose(Method(world.questionnaire), world.assessment, {"nothing": 50.0})
