"""Laws of the path: answers that improve never hurt, gates are cumulative, nothing compensates for a missed gate."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given

from scoring import Method, assess
from scoring.answers import Unanswered, Value
from scoring.model import Item, Questionnaire
from scoring.placement import judge_fit
from scoring.result import Result
from tests.laws.alike import NEARLY, assert_alike, values
from tests.laws.changes import answering, best, better, score_of, values_of, varied, with_answers, worst
from tests.laws.reference.findings import judge
from tests.laws.worlds import Firm, World, firms, worlds
from tests.scoring import samples

OPEN = ("pass", "waived", "not_tested")


def never_lower(before: Result, after: Result) -> None:
    """Assert that nothing about readiness has fallen."""
    pairs = [(before.factors[id_].score, after.factors[id_].score) for id_ in before.factors]
    pairs += [(before.index[stage], after.index[stage]) for stage in before.index]
    pairs += [
        (score, after.pillars[stage][id_])
        for stage, pillars in before.pillars.items()
        for id_, score in pillars.items()
    ]
    for earlier, later in [*pairs, (before.position, after.position), (before.path_coordinate, after.path_coordinate)]:
        assert (earlier is None) == (later is None)
        assert earlier is None or later is None or later >= earlier - NEARLY


def improve_three_answers(world: World) -> None:
    assessment, before = world.assessment, world.assess()
    for _ in range(3 if assessment.submissions else 0):
        number = world.dice.roll(len(assessment.submissions))
        said = assessment.submissions[number].answers
        open_to = [id_ for id_ in said if id_ in world.questionnaire.factor_of]
        if not open_to:
            continue
        id_ = world.dice.pick(open_to)
        value = better(world.dice, world.questionnaire.item_by_id[id_], said[id_])
        if value is not None:
            after = world.assess(with_answers(assessment, number, {**said, id_: value}))
            never_lower(before, after)


@given(worlds())
def test_a_better_answer_never_lowers_anything_about_readiness(world: World) -> None:
    improve_three_answers(world)


@given(firms())
def test_a_better_answer_never_lowers_anything_in_the_social_crm_questionnaire(world: Firm) -> None:
    improve_three_answers(world)


@given(worlds())
def test_a_stage_is_reached_only_with_all_gates_before_it(world: World) -> None:
    result = world.assess()
    stages = list(result.index)
    for gate in result.gates:
        if stages.index(gate.stage) < result.position:
            assert gate.result in OPEN
    held_back = {gate.stage for gate in result.gates if gate.result not in OPEN}
    if result.position < len(stages):
        assert stages[result.position] in held_back


# ------------------------------------------------------------------ nothing compensates


def factors_behind(questionnaire: Questionnaire, metric: str) -> list[str]:
    """Return the factors to hold down so that a metric falls below its minimum."""
    if metric in questionnaire.factor_by_id:
        return [metric]
    if metric == "index":
        return list(questionnaire.factor_by_id)
    pillar = questionnaire.pillars[0].id if metric == "min_pillar" else metric.removeprefix("pillar.")
    return [id_ for id_, owner in questionnaire.pillar_of.items() if owner.id == pillar]


def just_below(item: Item, minimum: float) -> int | str:
    """Return the best value of ``item`` that is worth less than ``minimum``."""
    return max(
        (value for value in values_of(item) if score_of(item, value) < minimum),
        key=lambda value: score_of(item, value),
    )


@pytest.mark.parametrize("gate_id", [gate.id for gate in samples.social_crm().stages[-1].gates])
def test_no_strength_elsewhere_makes_up_for_one_missed_gate(gate_id: str) -> None:
    questionnaire = samples.social_crm()
    gate = next(gate for _, gate in questionnaire.gates if gate.id == gate_id)
    answers = {item.id: best(item) for item in questionnaire.items if item.scored}
    for factor in factors_behind(questionnaire, gate.metric):
        answers |= {item.id: just_below(item, gate.minimum) for item in questionnaire.factor_by_id[factor].items}
    firm = samples.said_by(samples.person("r1", "exec", **answers), ctx_history="never")
    result = samples.result_of(firm)
    assert next(found.result for found in result.gates if found.id == gate_id) == "fail"
    assert result.position <= 2


@pytest.mark.parametrize("history", ["never", "running"])
@pytest.mark.parametrize(("choose", "position", "index"), [(best, 3, 100.0), (worst, 0, 0.0)])
def test_the_best_answers_reach_the_last_stage_and_the_worst_none(
    choose: Callable[[Item], Value], position: int, index: float, history: str
) -> None:
    answers = {item.id: choose(item) for item in samples.social_crm().items if item.scored}
    result = samples.result_of(samples.said_by(samples.person("r1", "exec", **answers), ctx_history=history))
    assert result.position == position
    assert set(result.index.values()) == {index}


# ------------------------------------------------------------------ weights and facts


@given(worlds())
def test_the_weights_of_every_stage_add_up_to_a_hundred(world: World) -> None:
    assert world.method.weights.sum(axis=1) == pytest.approx(100.0)


@given(worlds())
def test_only_the_proportions_of_weights_matter(world: World) -> None:
    questionnaire = world.questionnaire
    stage, times = world.dice.pick(world.method.stages), world.dice.pick((3.0, 0.1, 1000.0))
    weights = {
        factor: weights.model_copy(update={"points": {**weights.points, stage: weights.points[stage] * times}})
        for factor, weights in questionnaire.weights.items()
    }
    scaled = Method(varied(questionnaire, weights=weights))
    assert_alike(assess(scaled, world.assessment), world.assess())


@given(firms())
def test_a_firm_that_skipped_the_first_lessons_has_more_gates_and_never_stands_higher(firm: Firm) -> None:
    history = firm.dice.pick(("never", "lists"))
    skipped, not_skipped = (
        firm.assess(replace(firm.assessment, context={**firm.assessment.context, "ctx_history": history}))
        for history in (history, "running")
    )
    assert {gate.id for gate in skipped.gates} == {gate.id for gate in not_skipped.gates} | {"S16", "S17"}
    assert skipped.position <= not_skipped.position


@given(firms())
def test_a_clean_slate_has_nothing_to_join_up(firm: Firm) -> None:
    def assess_slate(age: str) -> Result:
        context = {**firm.assessment.context, "ctx_age": age, "ctx_legacy": "none"}
        nothing = dict.fromkeys(("dat_08", "dat_09"), Unanswered.NOT_APPLICABLE)
        said = answering(firm.assessment, lambda answers: {**answers, **nothing})
        people = tuple(
            replace(person, role="exec") for person in (*said.submissions, samples.person("r9", "exec", **nothing))
        )
        return firm.assess(replace(said, submissions=people, context=context, variant="full", role_weights={}))

    clean, grown = assess_slate("under_3"), assess_slate("over_10")
    assert next(gate.result for gate in clean.gates if gate.id == "S9") == "waived"
    assert next(gate.result for gate in grown.gates if gate.id == "S9") == "unknown"
    assert not {"A42", "A43"} & {candidate.id for candidate in clean.candidates}


# ------------------------------------------------------------------ bounds and fit


@given(worlds())
def test_every_number_stays_within_its_bounds(world: World) -> None:
    result = world.assess()
    scores = [factor.score for factor in result.factors.values()]
    scores += [*result.index.values(), *(score for pillars in result.pillars.values() for score in pillars.values())]
    scores += [number for item in result.items.values() for number in (item.score, item.ad, item.di, item.range)]
    for when in (result.demand.now, result.demand.five_years):
        scores += [when.mobile, when.social, when.social_share]
        assert when.stage in (None, 1, 2, 3)
    assert all(score is None or -NEARLY <= score <= 100 + NEARLY for score in scores)
    shares = [share for item in result.items.values() for share in (item.eta2, item.dk_share)]
    assert all(share is None or 0 <= share <= 1 + NEARLY for share in shares)
    assert result.position <= result.path_coordinate < result.position + 1
    lowest, highest = result.sturdiness.bounds
    assert 0 <= lowest <= result.position <= highest <= 3
    assert result.sturdiness.minima_plus_5 <= result.position <= result.sturdiness.minima_minus_5


@given(worlds())
def test_fit_depends_only_on_position_and_destinations(world: World) -> None:
    result = world.assess()
    p, now, later = result.position, result.demand.now.stage, result.demand.five_years.stage
    assert result.fit == judge_fit(p, now, later)
    if now and later:
        assert (result.fit.verdict, result.fit.posture, result.fit.target) == judge(p, now, later)
        assert result.fit.target is not None
        assert result.fit.target <= max(now, later)


@given(worlds())
def test_the_same_answers_give_the_same_result(world: World) -> None:
    once, again = world.assess(), assess(Method(world.questionnaire), world.assessment)
    assert once == again
    assert repr(once) == repr(again)


@given(worlds())
def test_results_are_plain_data(world: World) -> None:
    kinds = {type(value) for value in values(world.assess())}
    assert kinds <= {bool, int, float, str, type(None)}
