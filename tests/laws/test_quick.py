"""Laws of the quick scan: the same rules on fewer items, as if nothing else had ever been asked."""

from collections.abc import Mapping
from dataclasses import replace

from hypothesis import given

from scoring import Method, assess
from scoring.answers import Assessment, Value
from scoring.model import AnyItem, Factor, Habit, Pillar, Quality, Questionnaire, ShareTerm
from tests.laws.alike import PLACEMENT, assert_alike
from tests.laws.changes import answering, varied
from tests.laws.worlds import Firm, World, firms, worlds


def quick_items(questionnaire: Questionnaire) -> set[str]:
    return {item.id for item in questionnaire.items if item.quick}


def answered_only(assessment: Assessment, items: set[str]) -> Assessment:
    def kept(answers: Mapping[str, Value]) -> dict[str, Value]:
        return {id_: value for id_, value in answers.items() if id_ in items}

    return answering(assessment, kept)


@given(worlds())
def test_what_is_not_asked_changes_nothing(world: World) -> None:
    everything = replace(world.assessment, variant="quick")
    asked = answered_only(everything, quick_items(world.questionnaire))
    assert_alike(world.assess(everything), world.assess(asked), but=("flags",))


@given(firms())
def test_a_quick_scan_is_the_full_method_on_a_shorter_questionnaire(firm: Firm) -> None:
    context = {**firm.assessment.context, "ctx_calls": "they_do"}  # the one fact only the quick scan reads
    asked = replace(firm.assessment, context=context, pulse=())
    quick = firm.assess(replace(asked, variant="quick"))
    short = assess(
        Method(shortened(firm.questionnaire)),
        replace(answered_only(asked, quick_items(firm.questionnaire)), variant="full"),
    )
    tested = replace(
        quick,
        factors={id_: factor for id_, factor in quick.factors.items() if factor.status != "not_asked"},
        gates=tuple(gate for gate in quick.gates if gate.result != "not_tested"),
    )
    assert_alike(tested, short, only=(*PLACEMENT, "demand", "fit", "sturdiness"), but=("evidence",))
    # Weights add up to a hundred over fewer factors; what they say about the order stays.
    readiness = [entry.item for entry in short.agenda if entry.item in firm.questionnaire.factor_of]
    assert [entry.item for entry in quick.agenda if entry.item in firm.questionnaire.factor_of] == readiness


# ------------------------------------------------------------------ the shorter questionnaire


def shortened(questionnaire: Questionnaire) -> Questionnaire:
    """Return a questionnaire that knows nothing of what the quick scan does not ask.

    Questions about customers stay, unanswered: a missing term of a habit is left out like one that is not asked.
    """
    pillars = tuple(_pillar(pillar) for pillar in questionnaire.pillars)
    factors = {factor.id for pillar in pillars for factor in pillar.factors}
    overall = {"index", "min_pillar", *(f"pillar.{pillar.id}" for pillar in pillars)}
    stages = tuple(
        stage.model_copy(update={"gates": tuple(gate for gate in stage.gates if gate.metric in factors | overall)})
        for stage in questionnaire.stages
    )
    return varied(
        questionnaire,
        pillars=pillars,
        stages=stages,
        weights={factor: questionnaire.weights[factor] for factor in factors},
        demand=questionnaire.demand.model_copy(update={"mobile": _habit(questionnaire, questionnaire.demand.mobile)}),
        settings=questionnaire.settings.model_copy(
            update={
                "gaps": questionnaire.settings.gaps.model_copy(update={"factors": ()}),
                "quality": Quality(),
            }
        ),
        pulse=(),
        warnings=(),
        actions=(),
    )


def _pillar(pillar: Pillar) -> Pillar:
    factors = tuple(_factor(factor) for factor in pillar.factors if _asked(factor.items))
    return pillar.model_copy(update={"factors": factors, "findings": _asked(pillar.findings)})


def _factor(factor: Factor) -> Factor:
    return factor.model_copy(update={"items": _asked(factor.items)})


def _asked(items: tuple[AnyItem, ...]) -> tuple[AnyItem, ...]:
    return tuple(item for item in items if item.quick)


def _habit(questionnaire: Questionnaire, habit: Habit) -> Habit:
    """Return ``habit`` with what stands in for an item that is not asked."""
    terms = tuple(
        term.model_copy(update={"item": term.otherwise})
        if isinstance(term, ShareTerm) and term.otherwise and not questionnaire.item_by_id[term.item].quick
        else term
        for term in habit.five_years
    )
    return habit.model_copy(update={"five_years": terms})
