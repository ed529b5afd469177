"""What moved between two assessments of one firm."""

from dataclasses import replace

from hypothesis import given

from scoring import Method, assess
from scoring.model import Item, Questionnaire
from scoring.trend import Pair, Trend, compare, same_items
from tests.laws.worlds import World, worlds


def reworded(questionnaire: Questionnaire, id_: str) -> Questionnaire:
    """Return the questionnaire with another text for one item."""

    def edited(items: tuple[Item, ...]) -> tuple[Item, ...]:
        return tuple(item.model_copy(update={"text": "Asked anew?"}) if item.id == id_ else item for item in items)

    pillars = tuple(
        pillar.model_copy(
            update={
                "factors": tuple(
                    factor.model_copy(update={"items": edited(factor.items)}) for factor in pillar.factors
                ),
                "findings": edited(pillar.findings),
            }
        )
        for pillar in questionnaire.pillars
    )
    fields = {name: getattr(questionnaire, name) for name in type(questionnaire).model_fields}
    return Questionnaire.model_construct(**{**fields, "customers": edited(questionnaire.customers), "pillars": pillars})


def sides(trend: Trend) -> tuple[list[object], list[object]]:
    pairs = [trend.position, trend.path_coordinate, trend.destination_now, trend.destination_5y]
    pairs += [*trend.factors.values(), *trend.gates.values()]
    return [pair.then for pair in pairs], [pair.now for pair in pairs]


@given(worlds())
def test_the_same_answers_twice_show_no_movement(world: World) -> None:
    method = Method(world.questionnaire)
    trend = compare(world.questionnaire, world.assessment, method, world.assessment)
    then, now = sides(trend)
    assert then == now
    assert not any(pair.moved for pair in trend.warnings.values())


@given(worlds())
def test_with_everything_in_common_both_sides_are_the_ordinary_results(world: World) -> None:
    method = Method(world.questionnaire)
    then = replace(world.assessment, submissions=world.assessment.heard[:2])
    trend = compare(world.questionnaire, then, method, world.assessment)
    before, after = assess(method, then), assess(method, world.assessment)
    assert trend.position == Pair(before.position, after.position)
    assert trend.path_coordinate == Pair(before.path_coordinate, after.path_coordinate)
    assert trend.destination_now == Pair(before.demand.now.stage, after.demand.now.stage)
    assert trend.destination_5y == Pair(before.demand.five_years.stage, after.demand.five_years.stage)
    assert trend.factors == {
        id_: Pair(before.factors[id_].score, factor.score) for id_, factor in after.factors.items()
    }
    assert {id_ for id_, pair in trend.warnings.items() if pair.now} == {warning.id for warning in after.warnings}
    assert {id_ for id_, pair in trend.warnings.items() if pair.then} == {warning.id for warning in before.warnings}


@given(worlds())
def test_an_item_not_in_common_cannot_move_anything(world: World) -> None:
    """Whatever was answered to a reworded item, then and now look as if it had never been asked."""
    method = Method(world.questionnaire)
    lost = world.questionnaire.customers[-1].id
    earlier = reworded(world.questionnaire, lost)
    trend = compare(earlier, world.assessment, method, world.assessment)
    then, now = sides(trend)
    assert lost not in trend.common
    assert then == now


@given(worlds())
def test_a_quick_scan_is_compared_on_its_own_items(world: World) -> None:
    method = Method(world.questionnaire)
    quick = replace(world.assessment, variant="quick")
    full = replace(world.assessment, variant="full")
    trend = compare(world.questionnaire, quick, method, full)
    assert set(trend.common) == {item.id for item in world.questionnaire.items if item.quick}
    asked = {factor.id for factor in world.questionnaire.factors if any(item.quick for item in factor.items)}
    assert all(pair == Pair(None, None) for id_, pair in trend.factors.items() if id_ not in asked)


@given(worlds())
def test_an_unknown_role_of_an_earlier_version_is_left_out(world: World) -> None:
    method = Method(world.questionnaire)
    strangers = tuple(replace(submission, role="gone") for submission in world.assessment.heard)
    trend = compare(world.questionnaire, replace(world.assessment, submissions=strangers), method, world.assessment)
    assert trend.position.now == assess(method, world.assessment).position


@given(worlds())
def test_help_and_audience_do_not_make_another_question(world: World) -> None:
    item = world.questionnaire.items[0]
    other = item.model_copy(update={"help": "A hint.", "evidence": "A count.", "quick": not item.quick})
    fields = {name: getattr(world.questionnaire, name) for name in type(world.questionnaire).model_fields}
    changed = Questionnaire.model_construct(**{**fields, "customers": (other, *world.questionnaire.customers[1:])})
    assert same_items(changed, world.questionnaire) == set(world.questionnaire.item_by_id)


def test_a_pair_moves_by_more_than_rounding() -> None:
    assert not Pair(0.1 + 0.2, 0.3).moved
    assert Pair(62.5, 62.4).moved
    assert Pair(None, 62.4).moved
    assert not Pair("pass", "pass").moved
