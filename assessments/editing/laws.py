"""Tries on a method what must hold for every questionnaire, whatever its words and numbers."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from scoring import Method
from scoring.demand import Customers, call
from scoring.levels import score_answers
from scoring.many import Firms, place_firms
from scoring.method import Bools, Ints
from scoring.model import TOLERANCE
from scoring.rolling import better_by_one, chance_gates, roll_firms, uniform_firms
from scoring.sheet import Sheet


@dataclass(frozen=True, slots=True)
class LawBroken:
    """A law that a questionnaire breaks, and what was seen."""

    law: str
    seen: str


def unreachable_stages(method: Method, positions: Ints) -> tuple[str, ...]:
    """Return the stages that neither firms by chance nor the firm with the best answers reach."""
    best = int(_place(method, uniform_firms(method)).position[1])
    highest = max(best, int(positions.max(initial=0)))
    return method.stages[highest:]


def broken_laws(method: Method, count: int, seed: int) -> tuple[LawBroken, ...]:
    """Return the laws that firms by chance find broken."""
    return tuple(broken for law in LAWS for broken in law(method, count, seed))


def _best_is_last(method: Method, _count: int, _seed: int) -> Iterator[LawBroken]:
    worst, best = _place(method, uniform_firms(method)).position.tolist()
    if best != len(method.stages):
        reached = f"stage {method.stages[best - 1]}" if best else "no stage"
        yield LawBroken("The best answers to everything reach the last stage.", f"They reach {reached}.")
    if worst != 0:
        reached = method.stages[worst - 1]
        yield LawBroken("The worst answers to everything reach no stage.", f"They reach stage {reached}.")


def _better_never_lowers(method: Method, count: int, seed: int) -> Iterator[LawBroken]:
    sheet, exists = roll_firms(method, count, seed), chance_gates(method, count, seed)
    before = _place(method, sheet, exists)
    after = _place(method, better_by_one(method, sheet, seed), exists)
    lower = (after.index < before.index - TOLERANCE).any(axis=1) | (after.position < before.position)
    if lower.any():
        seen = f"It does for {int(lower.sum())} of {count} firms."
        yield LawBroken("A better answer never lowers where a firm stands.", seen)


def _no_social_customers(method: Method, count: int, seed: int) -> Iterator[LawBroken]:
    """Firms none of whose customers are socially active are not called to the last stage."""
    sheet = roll_firms(method, count, seed)
    floor = method.questionnaire.demand.floor
    codes = sheet.codes.copy()
    for item in (floor.today, floor.five_years):
        codes[:, method.item_index[item]] = int(np.nanargmin(method.line_scores[method.item_index[item]]))
    customers = Customers(score_answers(method, codes), sheet.asked, sheet.splits)
    called = [(call(method, customers, when).stage == len(method.stages)).sum() for when in ("today", "five_years")]
    if sum(called):
        seen = f"{int(max(called))} of {count} firms are called there all the same."
        yield LawBroken("Without socially active customers nobody is called to the last stage.", seen)


LAWS: tuple[Callable[[Method, int, int], Iterator[LawBroken]], ...] = (
    _best_is_last,
    _better_never_lowers,
    _no_social_customers,
)


def _place(method: Method, sheet: Sheet, exists: Bools | None = None) -> Firms:
    no_na = np.zeros(sheet.codes.shape, dtype=bool)
    all_gates = np.ones((sheet.firms, len(method.gates.ids)), dtype=bool)
    return place_firms(method, sheet, no_na, all_gates if exists is None else exists)
