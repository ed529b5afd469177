"""The fast engine and the slow reference say the same about any questionnaire and any answers."""

from dataclasses import astuple

import pytest
from hypothesis import given, settings

from scoring import Method, assess
from scoring.answers import Assessment
from scoring.model import Questionnaire
from scoring.result import DestinationResult, Result
from tests.laws.reference import Expected, Reference
from tests.laws.reference.customers import Called
from tests.laws.reference.findings import judge
from tests.laws.worlds import World, worlds


def about(value: object) -> object:
    return pytest.approx(value, abs=1e-9)


@settings(max_examples=300)
@given(worlds())
def test_the_engine_agrees_with_the_reference(world: World) -> None:
    questionnaire, assessment = world.questionnaire, world.assessment
    result = assess(Method(questionnaire), assessment)
    expected = Reference(questionnaire, assessment).work_out()
    compare_items(result, expected, customers={item.id for item in questionnaire.customers})
    compare_path(result, expected)
    compare_customers(result, expected)
    compare_findings(questionnaire, assessment, result, expected)


def compare_items(result: Result, expected: Expected, customers: set[str]) -> None:
    for id_, item in result.items.items():
        scored, heard = expected.items[id_], expected.heard[id_]
        assert item.score == about(scored.score), id_
        if id_ in customers and expected.segments:
            continue
        assert (item.ad, item.di, item.eta2, item.range) == about((scored.ad, scored.di, scored.eta2, scored.range))
        assert item.na == heard.na
        assert item.dk_share == about(heard.dk_share)
        assert item.answers == sum(len(given) for given in heard.valid.values())


def compare_path(result: Result, expected: Expected) -> None:
    path = expected.path
    assert {id_: factor.status for id_, factor in result.factors.items()} == path.status
    assert {id_: factor.score for id_, factor in result.factors.items()} == about(path.factors)
    for stage, pillars in path.pillars.items():
        assert result.pillars[stage] == about(pillars)
    assert result.index == about(path.index)
    assert {gate.id: gate.result for gate in result.gates} == {id_: outcome for id_, (_, outcome) in path.gates.items()}
    assert {gate.id: gate.value for gate in result.gates} == about(
        {id_: value for id_, (value, _) in path.gates.items()}
    )
    assert result.position == path.position
    assert result.path_coordinate == about(path.coordinate)
    assert result.sturdiness.bounds == expected.bounds
    assert (result.sturdiness.minima_minus_5, result.sturdiness.minima_plus_5) == expected.minima


def compare_customers(result: Result, expected: Expected) -> None:
    compare_call(result.demand.now, expected.now)
    compare_call(result.demand.five_years, expected.later)
    assert len(result.demand.segments) == len(expected.segments)
    for segment, (now, later) in zip(result.demand.segments, expected.segments, strict=True):
        compare_call(segment.now, now)
        compare_call(segment.five_years, later)
    assert result.demand.evidence == about(expected.evidence)
    known = {id_: mix for id_, mix in expected.mixes.items() if mix is not None}
    assert set(result.contact_mix) == set(known)
    for id_, mix in known.items():
        assert result.contact_mix[id_] == about(mix)
    assert result.facts["legacy_contact_share"] == about(expected.facts["legacy_contact_share"])


def compare_call(found: DestinationResult, called: Called) -> None:
    assert found.stage == called.stage
    assert (found.mobile, found.social, found.social_share) == about((called.mobile, called.social, called.share))
    assert found.borderline == called.borderline


def compare_findings(questionnaire: Questionnaire, assessment: Assessment, result: Result, expected: Expected) -> None:
    found, owned = result.ownership, expected.ownership
    assert (found.driver, found.purpose_top) == (owned.driver, owned.purpose)
    assert found.shares == about(owned.drivers)
    assert found.purposes == about(owned.purposes)
    assert list(found.tools) == owned.tools
    assert found.ambition == owned.ambition[0]
    assert found.ambition_known == about(owned.ambition[1])
    gaps = expected.gaps
    assert set(result.gaps.by_factor) == set(gaps.by_factor)
    for id_, sides in gaps.by_factor.items():
        assert result.gaps.by_factor[id_] == about(sides)
    assert result.gaps.executives_vs_near_firm == gaps.firm
    assert result.gaps.estimate == about(gaps.estimate)
    assert result.gaps.pulse_items == about(gaps.pulse)
    if not expected.segments:
        assert {entry.item: entry.score for entry in result.agenda} == about(expected.agenda)
    assert astuple(result.three_answers) == expected.three_answers
    assert (result.channel_fit.now, result.channel_fit.five_years) == about(expected.channel_fit)
    assert result.provisional == expected.provisional
    if expected.now.stage is not None and expected.later.stage is not None:
        fit = judge(expected.path.position, expected.now.stage, expected.later.stage)
        assert (result.fit.verdict, result.fit.posture, result.fit.target) == fit
