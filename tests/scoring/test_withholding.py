"""What is left of a result where its numbers would tell what a few people said."""

from dataclasses import replace

import pytest

from scoring.method import Method
from scoring.result import Clause, Result
from scoring.withholding import CUSTOMERS, hidden_by, withhold
from tests.scoring.samples import firm, method, result_of

EVERYTHING = frozenset(method().items)
UNEVEN = EVERYTHING


@pytest.fixture(scope="module")
def result() -> Result:
    return result_of(firm("northvale"))


def hidden(*told: str, of: Method | None = None) -> frozenset[str]:
    return hidden_by(of or method(), EVERYTHING, told)


def test_a_question_that_was_counted_out_hides_those_beside_it_but_not_their_factor() -> None:
    assert hidden("cul_03") == {"cul_03", "cul_04", "cul_05"}


def test_a_factor_that_was_wholly_counted_out_is_hidden_with_its_pillar() -> None:
    assert hidden("cul_03", "cul_04", "cul_05") == {"cul_03", "cul_04", "cul_05", "cul_shift", "culture"}
    assert {"cul_shift", "culture"} <= hidden_by(method(), {"cul_03", "dem_03"}, {"cul_03"})


def test_a_question_about_customers_hides_their_habits() -> None:
    assert CUSTOMERS in hidden("dem_03")
    assert "dem_05" in hidden("dem_03")
    assert hidden() == frozenset()


def test_without_uneven_questions_only_flags_are_left_out(result: Result) -> None:
    assert withhold(result, (), ()) == replace(result, flags=())


def test_uneven_questions_have_no_counts_and_roles_are_not_compared(result: Result) -> None:
    bare = withhold(result, UNEVEN, ())
    assert all(not item.counts and not item.by_role for item in bare.items.values())
    assert (bare.gaps.by_factor, bare.ownership.shares, bare.ownership.ambition) == ({}, {}, None)
    assert bare.items["cul_03"].score == result.items["cul_03"].score
    assert bare.channel_fit == result.channel_fit
    assert bare.gaps.pulse == result.gaps.pulse
    one = withhold(result, {"cul_03"}, ())
    assert one.items["cul_04"] == result.items["cul_04"]


def test_what_is_hidden_has_no_points_anywhere(result: Result) -> None:
    gone = hidden("cul_03", "cul_04", "cul_05", "dem_03")
    bare = withhold(result, UNEVEN, gone)
    assert bare.items["cul_04"].score is None
    assert bare.factors["cul_shift"].score is None
    assert all(scores["culture"] is None for scores in bare.pillars.values())
    for gate, before in zip(bare.gates, result.gates, strict=True):
        assert gate.result == before.result
        assert (gate.value is None) == (
            gate.metric in ("cul_shift", "pillar.culture", "min_pillar") or before.value is None
        )
    for destination in (bare.demand.now, bare.demand.five_years):
        assert (destination.mobile, destination.social, destination.social_share) == (None, None, None)
    assert bare.demand.now.stage == result.demand.now.stage
    assert all(channel.capability is None for channel in bare.channel_fit.channels)
    assert (bare.gaps.pulse, bare.gaps.pulse_items) == (None, {})


def test_reasons_keep_the_comparisons_that_may_be_told(result: Result) -> None:
    kept, lost = Clause("F.own_buyin", 40.0, "F.own_buyin < 50"), Clause("F.cul_shift", 30.0, "F.cul_shift < 50")
    warned = replace(result, warnings=tuple(replace(one, because=(kept, lost)) for one in result.warnings))
    bare = withhold(warned, UNEVEN, {"cul_shift"})
    assert {one.because for one in bare.warnings} <= {(kept,)}
    assert [one.id for one in bare.candidates] == [one.id for one in result.candidates]
