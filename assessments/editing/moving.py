"""Says of one stored assessment where it would move, and because of which gates."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import starmap

from assessments.editing.reasons import gate_reason, lost_line
from assessments.editing.stored import Stored, fitting
from scoring import Method
from scoring.answers import Assessment
from scoring.engine import Standing, read, stand
from scoring.result import GateResult


@dataclass(frozen=True, slots=True)
class Move:
    """How a stored assessment moves, if at all: position 0..3 before and after, path coordinate 0..4.

    ``gates`` hold it back in one of the two versions alone, each as it is before and after; None where there is none.
    ``lost`` of the ``said`` answers do not fit the new version.
    """

    name: str
    sample: bool
    before: int
    after: int
    coordinate_before: float
    coordinate_after: float
    gates: tuple[tuple[GateResult | None, GateResult | None], ...]
    lost: int
    said: int

    @property
    def why(self) -> tuple[str, ...]:
        """Why it moves, in sentences of the language that is spoken."""
        return (*starmap(gate_reason, self.gates), *([lost_line(self.lost, self.said)] if self.lost else []))


def compared(old: Method, new: Method, stored: Stored) -> Move:
    """Return where an assessment stands by two methods; where it stays, ``why`` says only what does not fit."""
    then, now = (_stand(method, stored.assessment) for method in (old, new))
    was, is_ = (float(one.placement.coordinate[0]) for one in (then, now))
    gates, lost = tuple(_turned(old, then, new, now)), _lost(new, stored.assessment)
    return Move(stored.name, stored.sample, then.position, now.position, was, is_, gates, *lost)


def _stand(method: Method, assessment: Assessment) -> Standing:
    said = fitting(method, assessment)
    return stand(method, said, read(method, said))


def _turned(
    old: Method, then: Standing, new: Method, now: Standing
) -> Iterator[tuple[GateResult | None, GateResult | None]]:
    """Yield the gates between the lower and the higher position that hold back in one version alone."""
    before, after = _gates(then), _gates(now)
    between = range(min(then.position, now.position), max(then.position, now.position))
    crossed = {stages[number] for stages in (old.stages, new.stages) for number in between if number < len(stages)}
    for id_ in dict.fromkeys([*before, *after]):
        was, is_ = before.get(id_), after.get(id_)
        one = is_ or was
        if one is not None and one.stage in crossed and _holds(was) != _holds(is_):
            yield was, is_


def _gates(standing: Standing) -> Mapping[str, GateResult]:
    return {gate.id: gate for gate in standing.gates}


def _holds(gate: GateResult | None) -> bool:
    return gate is not None and gate.holds_back


def _lost(method: Method, assessment: Assessment) -> tuple[int, int]:
    """Return how many answers a version cannot use, and of how many."""
    said = sum(len(one.answers) for one in assessment.heard)
    return said - sum(len(one.answers) for one in fitting(method, assessment).heard), said
