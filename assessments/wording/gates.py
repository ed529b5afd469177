"""What holds the next stage back, and what is weakest where nothing does."""

from dataclasses import dataclass

from assessments.languages import say, say_counted
from assessments.wording.names import factor_name, pillar_name, spoken_stage
from assessments.wording.numbers import begun, beside, plain, spelt, whole, within
from assessments.wording.weights import stage_weights
from scoring.model import Gate, Questionnaire
from scoring.result import GateResult, Result

MOST_GATES = 6
_MOST_QUICK = 3
_WEAKEST = 3


@dataclass(frozen=True, slots=True)
class Hold:
    """One thing to work on: its value against what it needs, both in points, and why it counts."""

    name: str
    value: float | None
    shown: str | None  # the value as printed beside what it needs
    needs: float | None  # None where there is no minimum to reach
    weighs: float | None  # of 100 at the stage customers call for; None for a minimum
    sentence: str
    why: str
    explained_by: str  # the name whose explanation leads back to the answers


def metric_name(questionnaire: Questionnaire, result: Result, gate: GateResult) -> str:
    """Return in words what a gate measures; for the weakest pillar, which one that is."""
    if gate.metric == "index":
        return say("Overall level")
    if gate.metric == "min_pillar":
        return say("Weakest pillar") + _weakest_pillar(questionnaire, result, gate)
    kind, dot, pillar = gate.metric.partition(".")
    return as_a_whole(pillar_name(questionnaire, pillar)) if dot else factor_name(questionnaire, kind)


def as_a_whole(pillar: str) -> str:
    """Name a pillar where its factors are named too."""
    return say("{pillar} as a whole", pillar=pillar)


def _weakest_pillar(questionnaire: Questionnaire, result: Result, gate: GateResult) -> str:
    known = {pillar: score for pillar, score in result.pillars[gate.stage].items() if score is not None}
    return f" ({within(pillar_name(questionnaire, min(known, key=known.__getitem__)))})" if known else ""


def gate_sentence(questionnaire: Questionnaire, result: Result, gate: GateResult) -> str:
    """Say a gate's value and what it needs: 'Mental-model shift is 42; it needs 55.'"""
    name, minimum = metric_name(questionnaire, result, gate), plain(gate.minimum)
    if gate.value is None:
        return say("{name} cannot be told yet; it needs {minimum}.", name=name, minimum=minimum)
    value = beside(gate.value, ">=", gate.minimum)
    return say("{name} is {value}; it needs {minimum}.", name=name, value=value, minimum=minimum)


def holds_back(questionnaire: Questionnaire, result: Result) -> tuple[Hold, ...]:
    """Return the gates that hold the next stage back, nearest first; in step, the weakest factors instead."""
    if looks_ahead(result):
        most = _MOST_QUICK if result.variant == "quick" else MOST_GATES
        return tuple(_held(questionnaire, result, gate) for gate in result.holding_back[:most])
    return tuple(_weak(questionnaire, result, factor) for factor in _weakest(questionnaire, result))


def looks_ahead(result: Result) -> bool:
    """Return whether there is a next stage that customers call for, or may call for."""
    return bool(result.holding_back) and (result.fit.target is None or result.fit.target > result.position)


def _held(questionnaire: Questionnaire, result: Result, gate: GateResult) -> Hold:
    name = metric_name(questionnaire, result, gate)
    shown = None if gate.value is None else beside(gate.value, ">=", gate.minimum)
    sentence = gate_sentence(questionnaire, result, gate)
    why = _gate(questionnaire, gate).why
    return Hold(name, gate.value, shown, gate.minimum, None, sentence, why, f"gate.{gate.id}")


def _gate(questionnaire: Questionnaire, gate: GateResult) -> Gate:
    return next(entry for stage, entry in questionnaire.gates if (stage.id, entry.id) == (gate.stage, gate.id))


def _weakest(questionnaire: Questionnaire, result: Result) -> list[str]:
    """Return the factors with the most points still to gain under the weights of the stage customers call for."""
    weights = stage_weights(questionnaire, _reference_stage(questionnaire, result))
    to_gain = {
        factor: weights[factor] * (100 - found.score)
        for factor, found in result.factors.items()
        if found.score is not None
    }
    return sorted((factor for factor in to_gain if to_gain[factor] > 0), key=lambda factor: -to_gain[factor])[:_WEAKEST]


def _reference_stage(questionnaire: Questionnaire, result: Result) -> str:
    number = result.fit.target or max(result.position, 1)
    return questionnaire.stages[number - 1].id


def _weak(questionnaire: Questionnaire, result: Result, factor: str) -> Hold:
    score = result.factors[factor].score or 0.0
    weight = stage_weights(questionnaire, _reference_stage(questionnaire, result))[factor]
    entry = questionnaire.factor_by_id[factor]
    sentence = say(
        "{name} is {value}; it weighs {weight} of 100.", name=entry.name, value=whole(score), weight=whole(weight)
    )
    return Hold(entry.name, score, whole(score), None, weight, sentence, entry.why, f"F.{factor}")


def holding_title(questionnaire: Questionnaire, result: Result) -> str:
    """Say how many conditions keep the firm from the next stage, or what is weakest where none does."""
    if looks_ahead(result):
        count = len(result.holding_back)
        title = say_counted(
            "{number} condition keeps the firm from {stage}",
            "{number} conditions keep the firm from {stage}",
            count,
            number=spelt(count),
            stage=spoken_stage(questionnaire, result.position + 1),
        )
        return begun(title)
    return say("Nothing that customers call for is held back; most is to be gained here")
