"""Says of one stored assessment where it would move, and because of which gates."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assessments.editing.stored import Stored, fitting
from scoring import Method
from scoring.answers import Assessment
from scoring.engine import Standing, read, stand
from scoring.model import TOLERANCE
from scoring.result import GateResult


@dataclass(frozen=True, slots=True)
class Move:
    """A stored assessment that moves: position 0..3 before and after, path coordinate 0..4, and why in sentences."""

    name: str
    sample: bool
    before: int
    after: int
    coordinate_before: float
    coordinate_after: float
    why: tuple[str, ...]


def move_of(old: Method, new: Method, stored: Stored) -> Move | None:
    """Return how an assessment moves between two methods, None where its position stays."""
    move = compared(old, new, stored)
    return move if move.before != move.after else None


def compared(old: Method, new: Method, stored: Stored) -> Move:
    """Return where an assessment stands by two methods; where it stays, ``why`` says only what does not fit."""
    then, now = (_stand(method, stored.assessment) for method in (old, new))
    was, is_ = (float(one.placement.coordinate[0]) for one in (then, now))
    why = (*_reasons(old, then, new, now), *_lost(new, stored.assessment))
    return Move(stored.name, stored.sample, then.position, now.position, was, is_, why)


def _stand(method: Method, assessment: Assessment) -> Standing:
    said = fitting(method, assessment)
    return stand(method, said, read(method, said))


def _reasons(old: Method, then: Standing, new: Method, now: Standing) -> Iterator[str]:
    """Yield what changed about the gates between the lower and the higher position."""
    before, after = _gates(then), _gates(now)
    between = range(min(then.position, now.position), max(then.position, now.position))
    crossed = {stages[number] for stages in (old.stages, new.stages) for number in between if number < len(stages)}
    for id_ in dict.fromkeys([*before, *after]):
        was, is_ = before.get(id_), after.get(id_)
        one = is_ or was
        if one is not None and one.stage in crossed and _holds(was) != _holds(is_):
            yield _reason(was, is_)


def _gates(standing: Standing) -> Mapping[str, GateResult]:
    return {gate.id: gate for gate in standing.gates}


def _holds(gate: GateResult | None) -> bool:
    return gate is not None and gate.holds_back


def _reason(was: GateResult | None, now: GateResult | None) -> str:
    if now is None:
        return f"Gate {was.id if was else ''} is gone; it held the firm back."
    if was is None:
        return f"Gate {now.id} is new: it asks for {now.minimum:g}, and {_metric(now)} is {_value(now)}."
    passes = "passes now" if was.holds_back else "is not passed any more"
    parts = []
    if was.metric != now.metric:
        parts.append(f"it measures {_metric(now)} instead of {_metric(was)}")
    if abs(was.minimum - now.minimum) > TOLERANCE:
        parts.append(f"it asks for {now.minimum:g} instead of {was.minimum:g}")
    if was.value != now.value:
        parts.append(f"{_metric(now)} is {_value(now)} instead of {_value(was)}")
    else:
        parts.append(f"{_metric(now)} is {_value(now)}")
    return f"Gate {now.id} {passes}: {', '.join(parts)}."


def _metric(gate: GateResult) -> str:
    names = {"index": "the index", "min_pillar": "the weakest pillar"}
    return names.get(gate.metric, gate.metric.removeprefix("pillar."))


def _value(gate: GateResult) -> str:
    return "not known" if gate.value is None else f"{gate.value:.1f}"


def _lost(method: Method, assessment: Assessment) -> Iterator[str]:
    """Say how many answers the new version cannot use."""
    said = sum(len(one.answers) for one in assessment.heard)
    kept = sum(len(one.answers) for one in fitting(method, assessment).heard)
    if kept < said:
        yield f"{said - kept} of {said} answers do not fit the new version."
