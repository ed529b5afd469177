"""Laws of many voices: order and numbers do not matter, roles weigh alike, and not knowing is not zero."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

import pytest
from hypothesis import given, settings

from scoring import Method, assess
from scoring.answers import Unanswered, Value
from scoring.model import AnyItem, Questionnaire
from scoring.result import Result
from tests.laws.alike import HEADS, assert_alike
from tests.laws.assessments import roll_value
from tests.laws.changes import answering, copied, score_of, varied
from tests.laws.dice import Dice
from tests.laws.worlds import Firm, World, firms, worlds
from tests.scoring import samples

T = TypeVar("T")


def shuffled(dice: Dice, things: Sequence[T]) -> tuple[T, ...]:
    left, order = list(things), []
    while left:
        order.append(left.pop(dice.roll(len(left))))
    return tuple(order)


# ------------------------------------------------------------------ order


def shuffle_people(world: World) -> None:
    people = world.assessment.heard
    once = replace(world.assessment, submissions=people)
    again = replace(world.assessment, submissions=shuffled(world.dice, people))
    assert_alike(world.assess(once), world.assess(again), but=("flags",))


@given(worlds())
def test_the_order_of_people_does_not_matter(world: World) -> None:
    shuffle_people(world)


@given(firms())
def test_the_order_of_people_does_not_matter_to_any_rule(firm: Firm) -> None:
    shuffle_people(firm)


def reordered(dice: Dice, questionnaire: Questionnaire) -> Questionnaire:
    """Return ``questionnaire`` with its pillars, factors, items and actions in another order."""
    pillars = tuple(
        pillar.model_copy(
            update={
                "factors": tuple(
                    factor.model_copy(update={"items": shuffled(dice, factor.items)})
                    for factor in shuffled(dice, pillar.factors)
                ),
                "findings": shuffled(dice, pillar.findings),
            }
        )
        for pillar in shuffled(dice, questionnaire.pillars)
    )
    customers: tuple[AnyItem, ...] = shuffled(dice, questionnaire.customers)
    actions = shuffled(dice, questionnaire.actions)
    return varied(questionnaire, pillars=pillars, customers=customers, actions=actions)


def in_any_order(result: Result) -> Result:
    """Return ``result`` with everything that is listed in the order of the files sorted by id."""
    return replace(
        result,
        settle=tuple(sorted(result.settle)),
        blind_spots=tuple(sorted(result.blind_spots)),
        candidates=tuple(sorted(result.candidates, key=lambda candidate: candidate.id)),
        agenda=tuple(sorted(result.agenda, key=lambda entry: entry.item)),
    )


def shuffle_questionnaire(world: World) -> None:
    other = Method(reordered(world.dice, world.questionnaire))
    assert_alike(in_any_order(assess(other, world.assessment)), in_any_order(world.assess()))


@given(worlds())
def test_the_order_of_items_and_factors_does_not_matter(world: World) -> None:
    shuffle_questionnaire(world)


@settings(max_examples=30)  # every example compiles all rules anew
@given(firms())
def test_the_order_of_items_and_actions_does_not_matter_to_any_rule(firm: Firm) -> None:
    shuffle_questionnaire(firm)


# ------------------------------------------------------------------ numbers


@given(worlds())
def test_everybody_twice_is_no_more_than_everybody_once(world: World) -> None:
    people = world.assessment.heard
    twice = replace(world.assessment, submissions=(*people, *copied(people, "-again")))
    assert_alike(world.assess(twice), world.assess(), but=HEADS)


@given(worlds())
def test_only_the_last_submission_of_a_person_counts(world: World) -> None:
    people = world.assessment.heard
    stale = tuple(replace(person, answers=person_answers(world), segments={}) for person in people)
    resent = replace(world.assessment, submissions=(*stale, *people))
    assert_alike(world.assess(resent), world.assess())


def person_answers(world: World) -> dict[str, Value]:
    return {item.id: roll_value(world.dice, item) for item in world.questionnaire.items}


@given(worlds())
def test_a_role_weighs_the_same_however_many_speak_for_it(world: World) -> None:
    people = world.assessment.heard
    role = world.dice.pick(world.method.roles)
    more = tuple(
        copy
        for number in range(world.dice.between(1, 4))
        for copy in copied((person for person in people if person.role == role), f"-{number}")
    )
    crowded = replace(world.assessment, submissions=(*people, *more))
    assert_alike(world.assess(crowded), world.assess(), but=(*HEADS, "ambition_known"))


# ------------------------------------------------------------------ don't know and not applicable


@given(firms())
def test_dont_know_leaves_the_mean_to_the_rest(firm: Firm) -> None:
    factor = firm.dice.pick(firm.questionnaire.factors)
    answers: dict[str, Value] = {item.id: roll_value(firm.dice, item) for item in firm.questionnaire.items}
    unknown = firm.dice.some(factor.items)
    answers |= dict.fromkeys((item.id for item in unknown), Unanswered.DONT_KNOW)
    result = samples.result_of(samples.said_by(samples.person("r1", "exec", **answers)))
    known = [score_of(item, answers[item.id]) for item in factor.items if item not in unknown]
    found = result.factors[factor.id]
    if len(known) >= len(factor.items) / 2:
        assert found.status == "ok"
        assert found.score == pytest.approx(sum(known) / len(known))
    else:
        assert (found.status, found.score) == ("unknown", None)


@given(worlds())
def test_a_factor_nobody_knows_about_passes_no_gate(world: World) -> None:
    factor = world.dice.pick(world.questionnaire.factors)
    unknown = dict.fromkeys((item.id for item in factor.items), Unanswered.DONT_KNOW)
    result = world.assess(answering(world.assessment, lambda answers: {**answers, **unknown}))
    assert result.factors[factor.id].score is None
    assert result.factors[factor.id].status in ("unknown", "not_asked")
    for gate in result.gates:
        if gate.metric == factor.id:
            assert gate.result == ("not_tested" if result.factors[factor.id].status == "not_asked" else "unknown")
            assert gate.result == "not_tested" or result.position <= list(result.index).index(gate.stage)


@given(worlds())
def test_not_applicable_counts_as_dont_know_unless_it_holds_for_the_firm(world: World) -> None:
    before = world.assess()
    holds = {id_ for id_, item in before.items.items() if item.na}

    def admit(answers: Mapping[str, Value]) -> dict[str, Value]:
        return {
            id_: Unanswered.DONT_KNOW if value is Unanswered.NOT_APPLICABLE and id_ not in holds else value
            for id_, value in answers.items()
        }

    assert_alike(world.assess(answering(world.assessment, admit)), before, but=("flags",))


@given(worlds())
def test_what_does_not_apply_leaves_no_trace(world: World) -> None:
    before = world.assess()
    holds = [id_ for id_, item in before.items.items() if item.na]
    for id_ in holds:
        assert world.questionnaire.item_by_id[id_].na_when is not None
        assert (before.items[id_].score, before.items[id_].answers, before.items[id_].dk_share) == (None, 0, None)
        assert id_ not in (*before.settle, *before.blind_spots)
    nothing = dict.fromkeys(holds, Unanswered.NOT_APPLICABLE)
    everybody = tuple(replace(person, answers={**person.answers, **nothing}) for person in world.assessment.submissions)
    assert_alike(world.assess(replace(world.assessment, submissions=everybody)), before, but=("flags",))
