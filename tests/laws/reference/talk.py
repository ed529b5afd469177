"""The method word by word: what to discuss, the three answers, how channels are served."""

from collections.abc import Mapping

from scoring.answers import Assessment
from scoring.model import Allocation, Questionnaire
from tests.laws.reference.customers import Mix, group_share
from tests.laws.reference.hearing import NEARLY, Heard, Scored, is_asked
from tests.laws.reference.path import Path


def agenda(
    questionnaire: Questionnaire,
    assessment: Assessment,
    heard: Mapping[str, Heard],
    scored: Mapping[str, Scored],
    path: Path,
    *,
    stage: int | None,
    borderline: bool,
) -> dict[str, float]:
    """What each item is worth discussing; ``stage`` is the one customers call for, or the target when preparing."""
    worth = {}
    for item in questionnaire.customers:
        if item.scored and item.id != questionnaire.demand.evidence:
            worth[item.id] = questionnaire.settings.agreement.demand_weight * (2 if borderline else 1)
    if stage is not None:
        name = questionnaire.stages[stage - 1].id
        whole = sum(weights.points.get(name, 0.0) for weights in questionnaire.weights.values())
        for factor in questionnaire.factors:
            asked = [item.id for item in factor.items if is_asked(assessment, item)]
            points = 100 * questionnaire.weights[factor.id].points.get(name, 0.0) / whole
            for id_ in asked:
                worth[id_] = points / len(asked) * (2 if _near(questionnaire, path, factor.id) else 1)
    talk = {}
    for id_, weight in worth.items():
        disagreement = scored[id_].di
        if disagreement is not None and sum(len(given) for given in heard[id_].valid.values()) >= 2:
            talk[id_] = disagreement / 100 * weight
    return {id_: score for id_, score in talk.items() if score > NEARLY}


def _near(questionnaire: Questionnaire, path: Path, factor: str) -> bool:
    """Whether the factor, or its pillar, is measured by a gate of the next stage and not far from its minimum."""
    if path.position == len(questionnaire.stages):
        return False
    metrics = (factor, f"pillar.{questionnaire.pillar_of[factor].id}")
    gates = [gate for gate in questionnaire.stages[path.position].gates if gate.metric in metrics]
    margins = [value - gate.minimum for gate in gates if (value := path.gates.get(gate.id, (None, ""))[0]) is not None]
    return any(abs(margin) <= questionnaire.settings.agreement.near_gate + NEARLY for margin in margins)


def three_answers(questionnaire: Questionnaire, path: Path, now: int | None, later: int | None) -> tuple[object, ...]:
    """For customers? As a component, and is it in place, and the driver? To succeed?"""

    def in_place(part: str) -> bool | None:
        outcomes = [
            path.gates[gate.id][1] for _, gate in questionnaire.gates if gate.part == part and gate.id in path.gates
        ]
        return all(outcome == "pass" for outcome in outcomes) if outcomes else None

    component = "component" if questionnaire.last_stage_needs_component else "not_strictly"
    parts = (component, in_place("component"), in_place("driver"))
    if now == 3:
        return ("yes_today", *parts, "yes_today")
    if now is None or later is None:
        return (None, *parts, None)
    if later == 3:
        return ("within_five_years", *parts, "by_year_five")
    return ("no", *parts, "no_traditional" if now == 1 else "no_shift")


def channel_fit(questionnaire: Questionnaire, path: Path, item: Allocation, mix: Mix | None) -> float | None:
    """The share-weighted capability of the channels in use; None while one of them is unknown."""
    total = 0.0
    for channel in questionnaire.contacts.channels:
        share, capability = group_share(item, mix, channel.groups), path.factors[channel.capability]
        if share is None or (capability is None and share > 0):
            return None
        total += share * (capability or 0.0) / 100
    return total
