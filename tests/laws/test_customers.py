"""Laws of demand: customers alone say where they call a firm, and more of a habit never calls for less."""

from collections.abc import Mapping
from dataclasses import replace

from hypothesis import given

from scoring.answers import Assessment, Segment, Submission, Value
from scoring.model import Allocation, Questionnaire, ShareTerm
from scoring.result import DestinationResult
from tests.laws.alike import PLACEMENT, assert_alike
from tests.laws.assessments import roll_answers
from tests.laws.changes import answering, better, without
from tests.laws.dice import Dice
from tests.laws.worlds import Firm, World, firms, worlds


def readiness(questionnaire: Questionnaire) -> list[str]:
    return list(questionnaire.factor_of)


def replaced(world: World, items: list[str]) -> Assessment:
    """Return the world's assessment with other answers to ``items``, and only to them."""
    new = [world.questionnaire.item_by_id[id_] for id_ in items]
    return answering(
        world.assessment, lambda answers: {**without(answers, items), **roll_answers(world.dice, new, 20, 0)}
    )


@given(worlds())
def test_what_customers_do_changes_nothing_about_readiness(world: World) -> None:
    contacts_today = world.questionnaire.contacts.today  # what comes by the old channels decides what may not apply
    customers = [item.id for item in world.questionnaire.customers if item.id != contacts_today]
    before, after = world.assess(), world.assess(replaced(world, customers))
    assert_alike(before, after, only=PLACEMENT)


@given(worlds())
def test_what_the_firm_does_changes_nothing_about_where_customers_call_it(world: World) -> None:
    before, after = world.assess(), world.assess(replaced(world, readiness(world.questionnaire)))
    assert after.demand == before.demand


@given(worlds())
def test_tools_alone_change_neither_position_nor_destination(world: World) -> None:
    tools = world.questionnaire.telling("tools")
    before = world.assess()
    after = world.assess(replaced(world, [tools.id] if tools else []))
    assert_alike(before, after, only=(*PLACEMENT, "demand", "fit"))


# ------------------------------------------------------------------ no social customers, no Social CRM


def below_floor(questionnaire: Questionnaire, found: DestinationResult) -> bool:
    return found.social_share is not None and found.social_share < questionnaire.demand.floor.minimum - 1e-6


@given(worlds())
def test_without_social_customers_nobody_is_sent_to_the_last_stage(world: World) -> None:
    demand = world.assess().demand
    segments = [(segment.now, segment.five_years) for segment in demand.segments]
    for found in (*sum(segments, ()), *(() if segments else (demand.now, demand.five_years))):
        assert not (below_floor(world.questionnaire, found) and found.stage == 3)


@given(firms())
def test_without_social_customers_no_social_action_is_a_candidate(firm: Firm) -> None:
    few = {"dem_05": firm.dice.pick((1, 2)), "dem_06": firm.dice.pick((1, 2))}
    result = firm.assess(answering(firm.assessment, lambda answers: {**answers, **few}))
    social = {action.id for action in firm.questionnaire.actions if action.when.startswith("target >= 3")}
    assert social
    assert not social & {candidate.id for candidate in result.candidates}
    assert result.three_answers.social_crm_to_succeed in ("no_traditional", "no_shift", None)
    assert result.three_answers.social_media_for_customers in ("no", None)


# ------------------------------------------------------------------ more of a habit never calls for less


def feeding(questionnaire: Questionnaire) -> list[str]:
    """Return the items whose scores feed a destination."""
    demand = questionnaire.demand
    terms = (*demand.mobile.today, *demand.mobile.five_years, *demand.social.today, *demand.social.five_years)
    return [*(term.item for term in terms if isinstance(term, ShareTerm)), demand.newest.item, demand.floor.today]


def more_social(dice: Dice, item: Allocation, split: Mapping[str, float]) -> dict[str, float]:
    """Return ``split`` with contacts moved from an older to a newer kind of channel."""
    order = ("legacy", "digital", "social")
    ranked = sorted(item.options, key=lambda option: order.index(option.group or "legacy"))
    below = dice.roll(len(ranked) - 1)
    older, newer = ranked[below].id, ranked[dice.between(below + 1, len(ranked) - 1)].id
    moved = split[older] * dice.pick((1.0, 0.5))
    return {**split, older: split[older] - moved, newer: split[newer] + moved}


@given(worlds())
def test_more_of_a_habit_never_calls_for_less(world: World) -> None:
    scored, contacts = feeding(world.questionnaire), world.questionnaire.contacts

    def raise_one(answers: Mapping[str, Value]) -> Mapping[str, Value]:
        given_answers = [id_ for id_ in (*scored, contacts.today, contacts.five_years) if id_ in answers]
        if not given_answers:
            return answers
        id_ = world.dice.pick(given_answers)
        item, value = world.questionnaire.item_by_id[id_], answers[id_]
        if isinstance(item, Allocation):
            higher: Value | None = more_social(world.dice, item, value) if isinstance(value, Mapping) else None
        else:
            higher = better(world.dice, item, value)
        return answers if higher is None else {**answers, id_: higher}

    before, after = world.assess().demand, world.assess(answering(world.assessment, raise_one)).demand
    for earlier, later in ((before.now, after.now), (before.five_years, after.five_years)):
        assert (earlier.stage is None) == (later.stage is None)
        assert (later.stage or 0) >= (earlier.stage or 0)


@given(worlds())
def test_what_answers_rest_on_never_moves_a_destination(world: World) -> None:
    evidence = world.questionnaire.demand.evidence
    before, after = world.assess().demand, world.assess(replaced(world, [evidence])).demand
    assert replace(after, evidence=None) == replace(before, evidence=None)


# ------------------------------------------------------------------ segments


def by_segment(world: World, segments: Mapping[str, float]) -> Assessment:
    """Return the assessment with everything said about customers said about each of ``segments`` instead."""
    customers = {item.id for item in world.questionnaire.customers}

    def split(person: Submission) -> Submission:
        about = {id_: value for id_, value in person.answers.items() if id_ in customers}
        return replace(person, answers=without(person.answers, customers), segments=dict.fromkeys(segments, about))

    return replace(
        world.assessment,
        submissions=tuple(split(person) for person in world.assessment.submissions),
        segments=tuple(Segment(id_, id_, value) for id_, value in segments.items()),
    )


@given(worlds())
def test_one_segment_of_all_customers_is_the_whole_firm(world: World) -> None:
    plain = replace(world.assessment, segments=())
    whole = world.assess(by_segment(world, {"all": 1.0}))
    assert_alike(whole, world.assess(plain), but=("segments", "flags"))


@given(worlds())
def test_a_segment_worth_nothing_changes_nothing(world: World) -> None:
    assessment = world.assessment
    if not assessment.segments:
        assessment = by_segment(world, {"all": 1.0})
    more = replace(
        assessment,
        segments=(*assessment.segments, Segment("worthless", "Worthless", 0.0)),
        submissions=tuple(
            replace(
                person,
                segments={
                    **person.segments,
                    "worthless": roll_answers(world.dice, world.questionnaire.customers, 20, 0),
                },
            )
            for person in assessment.submissions
        ),
    )
    assert_alike(world.assess(more), world.assess(assessment), but=("segments",))
