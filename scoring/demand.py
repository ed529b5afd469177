"""What customers call for: from their habits to a destination today and in five years. Reads no readiness item."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from scoring.method import Bools, Floats, Ints, Method
from scoring.model import TOLERANCE, Allocation, ContactTerm, Habit, ShareTerm
from scoring.result import DestinationResult

When = Literal["today", "five_years"]


@dataclass(frozen=True, slots=True)
class Calls:
    """Destinations of n firms at one date; NaN, and stage 0, where unknown."""

    mobile: Floats
    social: Floats
    social_share: Floats
    stage: Ints  # 1..3, 0 unknown
    borderline: Bools


@dataclass(frozen=True, slots=True)
class Customers:
    """What is known about the customers of n firms: item scores (n, I) and contact shares in percent (n, options)."""

    score: Floats
    asked: Bools
    contacts: Mapping[str, Floats]


def call(method: Method, customers: Customers, when: When) -> Calls:
    """Return where customers call n firms ``when``: their habits, and the stage those call for."""
    demand = method.questionnaire.demand
    mobile = _habit(method, customers, demand.mobile, when)
    social = _habit(method, customers, demand.social, when)
    if when == "five_years":
        social = _lean_on_newest(method, customers, social)
    share = _item(method, customers, demand.floor.today if when == "today" else demand.floor.five_years)
    return Calls(
        mobile, social, share, _stage(method, mobile, social, share), _borderline(method, mobile, social, share)
    )


def _habit(method: Method, customers: Customers, habit: Habit, when: When) -> Floats:
    """Weighted mean of a habit's known terms, 0..100; NaN while a required term is missing."""
    terms: Sequence[ShareTerm | ContactTerm] = getattr(habit, when)
    values = np.array([_term(method, customers, term) for term in terms])
    missing = np.isnan(values)
    weights = np.where(missing, 0.0, [[term.weight] for term in terms])
    total = weights.sum(axis=0)
    required = [isinstance(term, ShareTerm) and term.required for term in terms]
    known = (total > 0) & ~missing[required].any(axis=0)
    sums = (weights * np.where(missing, 0.0, values)).sum(axis=0)
    return np.asarray(np.divide(sums, total, out=np.full(total.shape, np.nan), where=known))


def _term(method: Method, customers: Customers, term: ShareTerm | ContactTerm) -> Floats:
    if isinstance(term, ShareTerm):
        return _item(method, customers, term.item, term.otherwise)
    share = contact_share(method, customers.contacts, term.contacts, term.groups)
    return np.minimum(100.0, 100.0 * share / term.full_at)


def _item(method: Method, customers: Customers, item: str, otherwise: str | None = None) -> Floats:
    """Score of ``item``; of ``otherwise`` where the item is not asked at all."""
    column = method.item_index[item]
    if otherwise and not customers.asked[column]:
        column = method.item_index[otherwise]
    return customers.score[:, column]


def contact_share(method: Method, contacts: Mapping[str, Floats], item: str, groups: Sequence[str]) -> Floats:
    """Return the percent of contacts (n,) that come through option ``groups`` of an allocation item; NaN if unknown."""
    allocation = method.questionnaire.item_by_id[item]
    assert isinstance(allocation, Allocation)  # the catalog checks it
    members = [option.group in groups for option in allocation.options]
    return np.asarray(contacts[item][:, members].sum(axis=1))


def _lean_on_newest(method: Method, customers: Customers, base: Floats) -> Floats:
    """Move the five-year social habit by what the newest customers do; a habit of nothing stays nothing."""
    newest = method.questionnaire.demand.newest
    lean = newest.adjust * (_item(method, customers, newest.item) - 50.0) / 50.0
    moved = np.where((base > 0) & ~np.isnan(lean), base + lean, base)
    return np.asarray(np.minimum(np.maximum(moved, 0.0), 100.0))


def _stage(method: Method, mobile: Floats, social: Floats, share: Floats) -> Ints:
    demand = method.questionnaire.demand
    is_social = social >= demand.social.threshold - TOLERANCE
    is_mobile = mobile >= demand.mobile.threshold - TOLERANCE
    has_floor = share >= demand.floor.minimum - TOLERANCE
    stage = np.where(is_social & has_floor, 3, np.where(is_mobile | is_social, 2, 1))
    return np.where(np.isnan(mobile) | np.isnan(social) | np.isnan(share), 0, stage)


def _borderline(method: Method, mobile: Floats, social: Floats, share: Floats) -> Bools:
    """Whether a small change would move the destination ("close to the line")."""
    demand = method.questionnaire.demand
    band = demand.borderline + TOLERANCE
    is_social = social >= demand.social.threshold - TOLERANCE
    is_not_social = social < demand.social.threshold - TOLERANCE  # an unknown habit is neither
    near_mobile = (np.abs(mobile - demand.mobile.threshold) <= band) & is_not_social
    near_social = np.abs(social - demand.social.threshold) <= band
    near_floor = (np.abs(share - demand.floor.minimum) <= band) & is_social
    return np.asarray(near_mobile | near_social | near_floor)


def describe(calls: Calls, firm: int = 0) -> DestinationResult:
    """Return the destination of one firm as plain data."""
    return DestinationResult(
        mobile=_plain(calls.mobile[firm]),
        social=_plain(calls.social[firm]),
        social_share=_plain(calls.social_share[firm]),
        stage=int(calls.stage[firm]) or None,
        borderline=bool(calls.borderline[firm]),
    )


def merge_segments(method: Method, calls: Calls, values: Floats) -> Calls:
    """Return one firm's destination from its customer segments (n = segments) and their value shares.

    The stage is the highest that segments worth at least ``segment_share`` of customer value call for; habits are
    value-weighted means. Segments whose customers are unknown carry no stage, so the firm's is unknown while too
    little value is known; a zero-value segment changes nothing.
    """
    needed = method.questionnaire.demand.segment_share - TOLERANCE
    carried = [stage for stage in (1, 2, 3) if values[calls.stage >= stage].sum() >= needed]
    return Calls(
        mobile=_value_mean(calls.mobile, values),
        social=_value_mean(calls.social, values),
        social_share=_value_mean(calls.social_share, values),
        stage=np.array([max(carried, default=0)]),
        borderline=np.array([bool((calls.borderline & (values > 0)).any())]),
    )


def _value_mean(column: Floats, values: Floats) -> Floats:
    weights = values * ~np.isnan(column)
    return np.array([(weights * np.nan_to_num(column)).sum() / weights.sum() if weights.sum() > 0 else np.nan])


def _plain(value: float) -> float | None:
    return None if np.isnan(value) else float(value)
