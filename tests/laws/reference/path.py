"""The method word by word, from item scores to factors, pillars, indices, gates and the position."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from scoring.answers import Assessment
from scoring.model import Factor, Gate, Questionnaire
from tests.laws.reference.hearing import NEARLY, is_asked

Scores = Mapping[str, float | None]  # by item
Passing = ("pass", "waived", "not_tested")


@dataclass
class Path:
    factors: dict[str, float | None] = field(default_factory=dict)
    status: dict[str, str] = field(default_factory=dict)
    pillars: dict[str, dict[str, float | None]] = field(default_factory=dict)
    index: dict[str, float | None] = field(default_factory=dict)
    gates: dict[str, tuple[float | None, str]] = field(default_factory=dict)
    position: int = 0
    coordinate: float = 0.0


def walk(
    questionnaire: Questionnaire,
    assessment: Assessment,
    scores: Scores,
    na: Mapping[str, bool],
    exists: Mapping[str, bool],
    shift: float = 0.0,
) -> Path:
    """Return how far a firm with these item ``scores`` has come; ``shift`` moves every minimum."""
    path = Path()
    for factor in questionnaire.factors:
        path.status[factor.id], path.factors[factor.id] = _factor(questionnaire, assessment, factor, scores, na)
    return climb(questionnaire, path, exists, shift)


def climb(questionnaire: Questionnaire, path: Path, exists: Mapping[str, bool], shift: float = 0.0) -> Path:
    """Fill in pillars, indices, gates and position of a ``path`` whose factors are known."""
    for stage in questionnaire.stages:
        path.index[stage.id] = _mean(questionnaire, path, stage.id, questionnaire.factors)
        path.pillars[stage.id] = {
            pillar.id: _mean(questionnaire, path, stage.id, pillar.factors)
            if _pillar_status(questionnaire, path, stage.id, pillar.factors) == "ok"
            else None
            for pillar in questionnaire.pillars
        }
    gates = [(stage.id, gate) for stage in questionnaire.stages for gate in stage.gates if exists[gate.id]]
    for stage_id, gate in gates:
        path.gates[gate.id] = _gate(questionnaire, path, stage_id, gate, gate.minimum + shift)
    for stage in questionnaire.stages:
        if any(path.gates[gate.id][1] not in Passing for stage_id, gate in gates if stage_id == stage.id):
            break
        path.position += 1
    path.coordinate = _coordinate(questionnaire, path, gates)
    return path


def _factor(
    questionnaire: Questionnaire, assessment: Assessment, factor: Factor, scores: Scores, na: Mapping[str, bool]
) -> tuple[str, float | None]:
    asked = [item.id for item in factor.items if is_asked(assessment, item)]
    applicable = [item for item in asked if not na[item]]
    valid = [score for item in applicable if (score := scores[item]) is not None]
    if not asked:
        return "not_asked", None
    if not applicable:
        return "na", None
    if not valid or len(valid) / len(applicable) < questionnaire.settings.coverage.factor - NEARLY:
        return "unknown", None
    return "ok", sum(valid) / len(valid)


def _weight(questionnaire: Questionnaire, stage: str, factor: Factor) -> float:
    return questionnaire.weights[factor.id].points.get(stage, 0.0)


def _mean(questionnaire: Questionnaire, path: Path, stage: str, factors: Iterable[Factor]) -> float | None:
    known = [(_weight(questionnaire, stage, factor), path.factors[factor.id]) for factor in factors]
    weights = sum(weight for weight, value in known if value is not None)
    return sum(weight * value for weight, value in known if value is not None) / weights if weights else None


def _pillar_status(questionnaire: Questionnaire, path: Path, stage: str, factors: Iterable[Factor]) -> str:
    """Tell "ok" and "unknown" pillars from those with nothing to say: none of the points apply, or were asked for."""
    weights = {factor.id: _weight(questionnaire, stage, factor) for factor in factors}
    used = [id_ for id_ in weights if path.status[id_] in ("ok", "unknown") and weights[id_] > 0]
    if not used:
        return "not_tested" if all(path.status[id_] == "not_asked" for id_ in weights) else "waived"
    known = sum(weights[id_] for id_ in used if path.status[id_] == "ok")
    enough = questionnaire.settings.coverage.pillar * sum(weights[id_] for id_ in used)
    return "ok" if known > 0 and known >= enough - NEARLY else "unknown"


def is_issued(questionnaire: Questionnaire, path: Path) -> bool:
    """Whether every pillar is known at every stage; one without anything to say does not stand in the way."""
    states = [
        _pillar_status(questionnaire, path, stage.id, pillar.factors)
        for stage in questionnaire.stages
        for pillar in questionnaire.pillars
    ]
    return "ok" in states and "unknown" not in states


def _gate(questionnaire: Questionnaire, path: Path, stage: str, gate: Gate, minimum: float) -> tuple[float | None, str]:
    if gate.metric in path.factors:
        value = path.factors[gate.metric]
        status = {"na": "waived", "not_asked": "not_tested"}.get(path.status[gate.metric], path.status[gate.metric])
    else:
        value, status = _wide_metric(questionnaire, path, stage, gate.metric)
    if status != "ok" or value is None:
        return None, status
    return value, "pass" if value >= minimum - NEARLY else "fail"


def _wide_metric(questionnaire: Questionnaire, path: Path, stage: str, metric: str) -> tuple[float | None, str]:
    """A pillar, the weakest pillar or the index: unknown as soon as a pillar it uses is unknown."""
    pillars = [pillar for pillar in questionnaire.pillars if metric in ("index", "min_pillar", f"pillar.{pillar.id}")]
    states = {pillar.id: _pillar_status(questionnaire, path, stage, pillar.factors) for pillar in pillars}
    used = [id_ for id_, state in states.items() if state in ("ok", "unknown")]
    if not used:
        return None, "not_tested" if set(states.values()) == {"not_tested"} else "waived"
    if any(states[id_] == "unknown" for id_ in used):
        return None, "unknown"
    if metric == "index":
        return path.index[stage], "ok"
    return min(value for id_ in used if (value := path.pillars[stage][id_]) is not None), "ok"


def _coordinate(questionnaire: Questionnaire, path: Path, gates: list[tuple[str, Gate]]) -> float:
    if path.position == len(questionnaire.stages):
        ahead = path.factors.get(questionnaire.settings.open_end or "")
        if ahead is None:
            ahead = path.index[questionnaire.stages[-1].id] or 0.0
        return path.position + 0.99 * ahead / 100
    following = questionnaire.stages[path.position].id
    progress = []
    for stage, gate in gates:
        value = path.gates[gate.id][0]
        if stage == following and value is not None:
            half = gate.minimum / 2
            progress.append(min(1.0, max(0.0, (value - half) / half)) if half > 0 else 1.0)
    return path.position + 0.99 * (sum(progress) / len(progress) if progress else 0.0)
