"""What moved between two assessments of one firm, measured on what both of them asked.

Both are scored by the later questionnaire's weights, gates and rules, and only from items that are the same in both
and were asked in both: a firm has not moved because a question was reworded or the full set followed a quick scan.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from scoring.answers import Assessment
from scoring.engine import conclude, read, stand
from scoring.method import Method
from scoring.model import Item, Questionnaire
from scoring.restricted import restrict
from scoring.result import GateOutcome, Result

T = TypeVar("T")

# What may change about an item without making it another question.
_BESIDES = {"help", "evidence", "quick", "audience", "na_when", "pair_of", "tells"}


@dataclass(frozen=True, slots=True)
class Pair(Generic[T]):
    """One thing then and now."""

    then: T
    now: T

    @property
    def moved(self) -> bool:
        """Whether the two differ by more than rounding."""
        if isinstance(self.then, float) and isinstance(self.now, float):
            return abs(self.now - self.then) > 1e-9
        return self.then != self.now


@dataclass(frozen=True, slots=True)
class Trend:
    """What moved; scores are points 0..100, None where then or now is not known."""

    common: tuple[str, ...]  # the items compared, in the order people see them
    position: Pair[int]
    path_coordinate: Pair[float]
    destination_now: Pair[int | None]
    destination_5y: Pair[int | None]
    factors: Mapping[str, Pair[float | None]]
    gates: Mapping[str, Pair[GateOutcome | None]]  # None where the gate did not exist for the firm
    warnings: Mapping[str, Pair[bool]]  # those that are active then or now


def compare(earlier: Questionnaire, then: Assessment, method: Method, now: Assessment) -> Trend:
    """Return what moved from ``then``, answered to ``earlier``, to ``now``, answered to ``method``'s questionnaire."""
    same = same_items(earlier, method.questionnaire)
    asked = {item for item in same if _asks(earlier, then, item) and _asks(method.questionnaire, now, item)}
    before = _assess(method, _kept(method, then, same), asked)
    after = _assess(method, now, asked)
    return _trend(tuple(item for item in method.items if item in asked), before, after)


def same_items(earlier: Questionnaire, later: Questionnaire) -> frozenset[str]:
    """Return the ids of items that ask the same and score answers the same in both versions."""
    before = earlier.item_by_id
    return frozenset(
        item.id for item in later.items if item.id in before and _question(item) == _question(before[item.id])
    )


def _question(item: Item) -> dict[str, object]:
    return item.model_dump(exclude=_BESIDES)


def _asks(questionnaire: Questionnaire, assessment: Assessment, item: str) -> bool:
    return assessment.variant == "full" or questionnaire.item_by_id[item].quick


def _kept(method: Method, then: Assessment, same: frozenset[str]) -> Assessment:
    """Leave out of an earlier assessment what the later questionnaire would not understand."""
    return replace(
        then,
        submissions=tuple(
            replace(
                submission,
                answers={item: value for item, value in submission.answers.items() if item in same},
                segments={
                    segment: {item: value for item, value in answers.items() if item in same}
                    for segment, answers in submission.segments.items()
                },
            )
            for submission in then.heard
            if submission.role in method.role_index
        ),
    )


def _assess(method: Method, assessment: Assessment, asked: set[str]) -> Result:
    reading = restrict(method, read(method, assessment), asked)
    return conclude(method, assessment, reading, stand(method, assessment, reading))


def _trend(common: tuple[str, ...], then: Result, now: Result) -> Trend:
    gates = {gate.id: gate.result for gate in then.gates}, {gate.id: gate.result for gate in now.gates}
    warnings = {warning.id for warning in then.warnings}, {warning.id for warning in now.warnings}
    active = dict.fromkeys(warning.id for warning in (*now.warnings, *then.warnings))
    return Trend(
        common=common,
        position=Pair(then.position, now.position),
        path_coordinate=Pair(then.path_coordinate, now.path_coordinate),
        destination_now=Pair(then.demand.now.stage, now.demand.now.stage),
        destination_5y=Pair(then.demand.five_years.stage, now.demand.five_years.stage),
        factors={id_: Pair(then.factors[id_].score, factor.score) for id_, factor in now.factors.items()},
        gates={id_: Pair(gates[0].get(id_), gates[1].get(id_)) for id_ in {**gates[1], **gates[0]}},
        warnings={id_: Pair(id_ in warnings[0], id_ in warnings[1]) for id_ in active},
    )
