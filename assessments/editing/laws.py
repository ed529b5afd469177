"""What the laws of the method are tried on: firms by chance, the best and the worst, and where they stand."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from assessments.languages import Unspoken
from scoring import Method
from scoring.demand import Customers, When, call
from scoring.levels import score_answers
from scoring.many import Firms, place_firms
from scoring.method import Bools, Codes, Ints
from scoring.rolling import chance_gates, firms_with, roll_firms, uniform_firms
from scoring.sheet import Sheet

WHENS: tuple[When, ...] = ("today", "five_years")


@dataclass(frozen=True, slots=True)
class LawBroken:
    """A law that a questionnaire breaks, and what was seen."""

    law: Unspoken
    seen: Unspoken


class Trial:
    """A questionnaire on trial, with as many firms by chance as were asked for, the same for the same seed."""

    def __init__(self, method: Method, count: int, seed: int) -> None:
        self.method, self.count, self.seed = method, count, seed
        self.exists = chance_gates(method, count, seed)
        self.sheet = roll_firms(method, count, seed)
        self.worst, self.best = uniform_firms(method).codes

    @cached_property
    def firms(self) -> Firms:
        """Where the firms by chance stand."""
        return self.place(self.sheet, self.exists)

    def place(self, sheet: Sheet, exists: Bools | None = None) -> Firms:
        """Return where firms stand; all gates apply unless told otherwise."""
        no_na = np.zeros(sheet.codes.shape, dtype=bool)
        all_gates = np.ones((sheet.firms, len(self.method.gates.ids)), dtype=bool)
        return place_firms(self.method, sheet, no_na, all_gates if exists is None else exists)

    def sheet_of(self, codes: Codes) -> Sheet:
        """Return firms of one respondent each with these answers (n, I)."""
        return firms_with(self.method, codes)

    def called(self, codes: Codes) -> tuple[Ints, Ints]:
        """Return where customers call firms with these answers, today and in five years."""
        sheet = self.sheet_of(codes)
        customers = Customers(score_answers(self.method, codes), sheet.asked, sheet.splits)
        today, later = (call(self.method, customers, when).stage for when in WHENS)
        return today, later

    def columns(self, ids: frozenset[str]) -> Ints:
        """Return where items with these ids stand among all."""
        return np.array([number for id_, number in self.method.item_index.items() if id_ in ids], dtype=np.int64)


Law = Callable[[Trial], Iterator[LawBroken]]


def unreachable_stages(trial: Trial) -> tuple[str, ...]:
    """Return the stages that neither firms by chance nor the firm with the best answers reach."""
    best = int(trial.place(trial.sheet_of(trial.best[np.newaxis])).position[0])
    highest = max(best, int(trial.firms.position.max(initial=0)))
    return trial.method.stages[highest:]
