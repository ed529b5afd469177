"""What to talk about: the agenda that follows from disagreement, weight and closeness to a gate."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from scoring import Method
from scoring.agreement import demand_items
from scoring.model import TOLERANCE
from scoring.result import AgendaItem, Result

FIRST = 5  # topics among which no pillar may take more than its share
PER_PILLAR = 2
LITTLE_EVIDENCE = 50  # points of evidence about customers below which one of them has to be talked about

Reason = Literal["chosen", "agreed", "pillar", "factor", "full"]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A question that could be talked about; ``reason`` says why it is on the agenda or is not."""

    item: str
    score: float
    ad: float
    reason: Reason


def propose(method: Method, result: Result, slots: int) -> tuple[Proposal, ...]:
    """Return every question people differ on: first those for the ``slots``, in order, then the others by score.

    At least one question about customers is chosen where the destination is borderline or its evidence thin and
    people disagree on one; at most two of a pillar are among the first five; two of one factor only where slots
    remain.
    """
    entries = {entry.item: entry for entry in result.agenda}
    worth = [entry.item for entry in result.agenda if entry.finding is not None]
    chosen = _choose(method, worth, slots)
    customers = [item for item in worth if item in demand_items(method)]
    if _customers_first(result) and customers and not set(customers) & set(chosen):
        chosen = [*chosen[: slots - 1], customers[0]]
    rest = [item for item in entries if item not in chosen]
    return tuple(
        Proposal(item, entries[item].score, result.items[item].ad or 0.0, _reason(method, entries[item], chosen, slots))
        for item in (*chosen, *rest)
    )


def _customers_first(result: Result) -> bool:
    demand = result.demand
    evidence = 0.0 if demand.evidence is None else demand.evidence
    return demand.now.borderline or demand.five_years.borderline or evidence < LITTLE_EVIDENCE - TOLERANCE


def _choose(method: Method, worth: Sequence[str], slots: int) -> list[str]:
    chosen: list[str] = []
    for one_of_a_factor in (True, False):
        while len(chosen) < slots:
            fitting = (item for item in worth if item not in chosen and _fits(method, item, chosen, one_of_a_factor))
            item = next(fitting, None)
            if item is None:
                break
            chosen.append(item)
    return chosen


def _fits(method: Method, item: str, chosen: Sequence[str], one_of_a_factor: bool) -> bool:
    if one_of_a_factor and _factor(method, item) in {_factor(method, other) for other in chosen} - {None}:
        return False
    return len(chosen) >= FIRST or not _pillar_is_full(method, item, chosen)


def _pillar_is_full(method: Method, item: str, chosen: Sequence[str]) -> bool:
    pillar = _pillar(method, item)
    return pillar is not None and [_pillar(method, other) for other in chosen[:FIRST]].count(pillar) >= PER_PILLAR


def _reason(method: Method, entry: AgendaItem, chosen: Sequence[str], slots: int) -> Reason:
    if entry.item in chosen:
        return "chosen"
    if entry.finding is None:
        return "agreed"
    if _factor(method, entry.item) in {_factor(method, other) for other in chosen} - {None}:
        return "factor"
    return "full" if len(chosen) >= slots else "pillar"


def _factor(method: Method, item: str) -> str | None:
    factor = method.questionnaire.factor_of.get(item)
    return None if factor is None else factor.id


def _pillar(method: Method, item: str) -> str | None:
    factor = _factor(method, item)
    return None if factor is None else method.questionnaire.pillar_of[factor].id
