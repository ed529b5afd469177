"""The laws about where customers call a firm, and that this and where it stands have nothing to do with each other."""

from collections.abc import Iterator

import numpy as np

from assessments.editing.laws import WHENS, Law, LawBroken, Trial
from assessments.languages import say_later
from scoring.method import Ints
from scoring.rolling import better_by_one


def _sides_stay_apart(trial: Trial) -> Iterator[LawBroken]:
    customers = trial.columns(frozenset(item.id for item in trial.method.questionnaire.customers))
    ours = np.setdiff1d(np.arange(trial.sheet.codes.shape[1]), customers)
    others = np.roll(trial.sheet.codes, 1, axis=0)  # every firm gets another one's answers on one side
    codes = trial.sheet.codes.copy()
    codes[:, customers] = others[:, customers]
    moved = (trial.place(trial.sheet_of(codes), trial.exists).position != trial.firms.position).sum()
    codes = trial.sheet.codes.copy()
    codes[:, ours] = others[:, ours]
    called = _differs(trial.called(codes), trial.called(trial.sheet.codes))
    if moved or called:
        seen = say_later(
            "Firms that stand elsewhere because of customers: {moved}; customers who call elsewhere because of firms: "
            "{called}.",
            moved=int(moved),
            called=called,
        )
        yield LawBroken(say_later("What customers do and what the firm does are told apart."), seen)


def _no_social_customers(trial: Trial) -> Iterator[LawBroken]:
    """Firms none of whose customers are socially active are not called to the last stage."""
    method, floor = trial.method, trial.method.questionnaire.demand.floor
    codes = trial.sheet.codes.copy()
    for item in (floor.today, floor.five_years):
        codes[:, method.item_index[item]] = int(np.nanargmin(method.line_scores[method.item_index[item]]))
    called = [int((stages == len(method.stages)).sum()) for stages in trial.called(codes)]
    if any(called):
        seen = say_later(
            "{count} of {firms} firms are called there all the same.", count=max(called), firms=trial.count
        )
        law = say_later("Without socially active customers nobody is called to the last stage.")
        yield LawBroken(law, seen)


def _more_never_calls_for_less(trial: Trial) -> Iterator[LawBroken]:
    more = better_by_one(trial.method, trial.sheet, trial.seed, customers=True).codes
    pairs = zip(trial.called(more), trial.called(trial.sheet.codes), strict=True)
    less = sum(int((after < before).sum()) for after, before in pairs)
    if less:
        seen = say_later("It does for {count} destinations.", count=less)
        yield LawBroken(say_later("More of a habit never calls for an earlier stage."), seen)


def _evidence_moves_nothing(trial: Trial) -> Iterator[LawBroken]:
    column = trial.method.item_index[trial.method.questionnaire.demand.evidence]
    weakest, strongest = trial.sheet.codes.copy(), trial.sheet.codes.copy()
    weakest[:, column], strongest[:, column] = trial.worst[column], trial.best[column]
    moved = _differs(trial.called(weakest), trial.called(strongest))
    if moved:
        seen = say_later("{count} destinations differ with it.", count=moved)
        yield LawBroken(say_later("What the answers about customers rest on moves no destination."), seen)


def _differs(one: tuple[Ints, Ints], other: tuple[Ints, Ints]) -> int:
    return sum(int((one[number] != other[number]).sum()) for number in range(len(WHENS)))


CUSTOMER_LAWS: tuple[Law, ...] = (
    _sides_stay_apart,
    _no_social_customers,
    _more_never_calls_for_less,
    _evidence_moves_nothing,
)
