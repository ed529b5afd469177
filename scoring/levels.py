"""From answers to item scores, factors, pillars and stage indices, for any number of firms at once."""

from dataclasses import dataclass
from functools import reduce
from typing import Any

import numpy as np
import numpy.typing as npt

from scoring.method import DONT_KNOW, NOT_APPLICABLE, STATES, Bools, Codes, Floats, Ints, Method
from scoring.model import TOLERANCE
from scoring.sheet import Sheet
from scoring.voices import balanced_share, role_shares

ROWS_AT_ONCE = 512  # respondents counted at once: bounds memory, stays in the processor's cache


@dataclass(frozen=True, slots=True)
class Tally:
    """How often each role of each firm gave each answer.

    ``lines`` (n, R, I, K) counts valid answers per line or option; ``dont_know`` and ``not_applicable`` (n, R, I).
    """

    lines: Ints
    dont_know: Ints
    not_applicable: Ints


@dataclass(frozen=True, slots=True)
class Items:
    """Role-balanced results per firm and item, arrays of shape (n, I) unless said otherwise; NaN where unknown."""

    score: Floats
    answers: Ints
    dk_share: Floats
    na: Bools
    distribution: Floats  # (n, I, K) role-balanced share of valid answers per line
    role_means: Floats  # (n, R, I)
    role_shares: Floats  # (n, R) or (n, R, I): weight of each role among those with a valid answer


@dataclass(frozen=True, slots=True)
class Profile:
    """Factors, pillars and indices per firm; NaN where undefined."""

    factors: Floats  # (n, F)
    known: Bools  # (n, F) status ok
    applicable: Bools  # (n or 1, F) some asked item applies
    asked: Bools  # (F,) some item belongs to the variant
    pillars: Floats  # (n, S, P)
    pillars_known: Bools  # (n, S, P) enough of the points are known
    pillars_present: Bools  # (n or 1, S, P) some points apply
    index: Floats  # (n, S)


def tally(method: Method, sheet: Sheet) -> Tally:
    """Count the answers of every firm in ``sheet``; integers, so the order of respondents cannot matter."""
    roles, items, width = len(method.roles), len(method.items), method.width + STATES
    cells = roles * items * width
    counts = np.zeros(sheet.firms * cells, dtype=np.int64)
    for start in range(0, len(sheet.codes), ROWS_AT_ONCE):
        rows = slice(start, start + ROWS_AT_ONCE)
        first, last = sheet.firm[rows].min(), sheet.firm[rows].max()
        group = (sheet.firm[rows] - first) * roles + sheet.role[rows]
        cell = group[:, None] * (items * width) + method.answer_offsets + sheet.codes[rows]
        found = np.bincount(cell.ravel(), minlength=(last + 1 - first) * cells)
        counts[first * cells : (last + 1) * cells] += found
    table = counts.reshape(sheet.firms, roles, items, width)
    return Tally(
        lines=table[..., STATES:],
        dont_know=table[..., STATES + DONT_KNOW],
        not_applicable=table[..., STATES + NOT_APPLICABLE],
    )


def score_answers(method: Method, codes: Codes) -> Floats:
    """Return the score 0..100 of every answer (N, I); NaN where there is none."""
    return method.answer_scores.take(codes + method.answer_offsets)


def score_items(method: Method, counted: Tally, role_weights: Floats, na_allowed: Bools) -> Items:
    """Return every item's score 0..100 and its spread; ``role_weights`` is (n, R), ``na_allowed`` (n, I).

    "Not applicable" holds for a firm when more than half, role-balanced, of the answers other than "don't know"
    say so and the item allows it; otherwise it counts as "don't know".
    """
    valid = np.einsum("nrik->nri", counted.lines)
    na = _mostly_na(valid, counted.not_applicable, role_weights, na_allowed)
    valid = np.where(na[:, None, :], 0, valid)
    dont_know = np.where(na[:, None, :], 0, counted.dont_know + counted.not_applicable)
    answered = valid > 0
    shares = role_shares(answered, role_weights)
    per_person = np.divide(shares, valid, out=np.zeros(valid.shape), where=answered)
    distribution = np.einsum("nri,nrik->nik", per_person, counted.lines)
    points = np.einsum("nrik,ik->nri", counted.lines, method.line_points)
    means = np.divide(points, valid, out=np.full(valid.shape, np.nan), where=answered & method.scored)
    known = method.scored & (shares.sum(axis=1) > 0)
    score = np.where(known, np.einsum("nik,ik->ni", distribution, method.line_points), np.nan)
    return Items(
        score=score,
        answers=valid.sum(axis=1),
        dk_share=balanced_share(dont_know, valid + dont_know, role_weights),
        na=na,
        distribution=distribution,
        role_means=means,
        role_shares=shares,
    )


def _mostly_na(valid: Ints, not_applicable: Ints, role_weights: Floats, allowed: Bools) -> Bools:
    said = allowed & not_applicable.any(axis=1)
    if not said.any():
        return said
    share = balanced_share(not_applicable, valid + not_applicable, role_weights)
    return np.asarray(said & (share > 0.5 + TOLERANCE))


def profile(method: Method, score: Floats, na: Bools, asked: Bools) -> Profile:
    """Return factors, pillars and indices from item scores (n, I); NaN scores count as missing answers.

    ``na`` is (n, I), or (1, I) where it is the same for all.
    """
    coverage = method.questionnaire.settings.coverage
    applies = asked & ~na
    valid = applies & ~np.isnan(score)
    applicable_items = applies @ method.membership
    valid_items = valid @ method.membership
    applicable = applicable_items > 0
    known = applicable & (valid_items >= coverage.factor * applicable_items - TOLERANCE) & (valid_items > 0)
    sums = np.where(valid, score, 0.0) @ method.membership
    factors = np.divide(sums, valid_items, out=np.full(sums.shape, np.nan), where=known)
    return weigh(method, factors, known, applicable, (asked @ method.membership) > 0)


def weigh(method: Method, factors: Floats, known: Bools, applicable: Bools, asked: Bools) -> Profile:
    """Return pillars and indices under every stage's weights from factors (n, F), leaving unknown ones out."""
    by_pillar = (-1, len(method.stages), len(method.pillars))
    known_points = (known @ method.points).reshape(by_pillar)
    present_points = (applicable @ method.points).reshape(by_pillar)
    sums = (np.where(known, factors, 0.0) @ method.points).reshape(by_pillar)
    totals = over_pillars(np.add, known_points)
    minimum = method.questionnaire.settings.coverage.pillar
    present = present_points > 0
    return Profile(
        factors=factors,
        known=known,
        applicable=applicable,
        asked=asked,
        pillars=_divide(sums, known_points),
        pillars_known=present & (known_points > 0) & (known_points >= minimum * present_points - TOLERANCE),
        pillars_present=present,
        index=_divide(over_pillars(np.add, sums), totals),
    )


def over_pillars(combine: np.ufunc, table: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Combine the last of three axes; one pillar at a time is faster than numpy's way with an axis this short."""
    return np.asarray(reduce(combine, table.transpose(2, 0, 1)))


def _divide(sums: Floats, points: Floats) -> Floats:
    return np.asarray(np.divide(sums, points, out=np.full(sums.shape, np.nan), where=points > 0))
