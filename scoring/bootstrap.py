"""What the result could have been: a Bayesian bootstrap over people, with noise in their answers (Rubin 1981).

In each replicate every role draws Dirichlet(1, ..., 1) weights over its people, every line answer moves one line
down or up with a small probability, and everything is computed again. The generator is seeded from the
assessment's id, so the same data always give the same numbers.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

import numpy as np
import numpy.typing as npt

from scoring.answers import Assessment
from scoring.demand import Calls, Customers, When, call, merge_segments
from scoring.engine import Reading, Standing
from scoring.levels import profile
from scoring.method import Bools, Floats, Ints, Method
from scoring.model import TOLERANCE, Lined
from scoring.placement import place
from scoring.segments import segment_sheet
from scoring.sheet import Sheet, read_sheet

AT_ONCE = 250  # replicates computed together: bounds memory for large rooms
SCALE = 1 << 16  # probabilities are drawn as 16-bit numbers


@dataclass(frozen=True, slots=True)
class Replicates:
    """The results of B replicates; stages are 0 where the destination is unknown."""

    position: Ints  # (B,)
    coordinate: Floats  # (B,)
    index: Floats  # (B, S)
    factors: Floats  # (B, F) NaN where unknown
    now: Ints  # (B,)
    five_years: Ints  # (B,)


def replicate(method: Method, assessment: Assessment, reading: Reading, standing: Standing) -> Replicates:
    """Return the replicates of one firm's result; the same assessment id and data always give the same ones."""
    count = method.questionnaire.settings.confidence.replicates
    draws = _Draws(method, assessment, standing.demand.evidence)
    batches = [
        _batch(method, assessment, reading, standing, draws, min(AT_ONCE, count - start))
        for start in range(0, count, AT_ONCE)
    ]
    columns = ("position", "coordinate", "index", "factors", "now", "five_years")
    return Replicates(**{column: np.concatenate([getattr(batch, column) for batch in batches]) for column in columns})


class _Draws:
    """The random part: weights and moves that do not depend on the order people and items are listed in."""

    def __init__(self, method: Method, assessment: Assessment, evidence: float | None) -> None:
        seed = sha256(assessment.id.encode()).digest()[:8]
        self._random = np.random.default_rng(int.from_bytes(seed))
        self._people = np.argsort(np.argsort([submission.respondent for submission in assessment.heard]))
        self._items = np.argsort(np.argsort(method.items))
        self.chance = _chance_to_move(method, assessment, evidence)

    def weights(self, count: int) -> Floats:
        """Return unnormalised Dirichlet weights (B, N): exponentials, normalised wherever they are used."""
        return np.asarray(self._random.standard_exponential((count, len(self._people)))[:, self._people])

    def moves(self, count: int) -> tuple[Bools, Bools]:
        """Return which answers (B, N, I) move one line down and which move one line up."""
        shape = (count, len(self._people), len(self._items))
        drawn = self._random.integers(0, SCALE, shape, dtype=np.uint16)[:, self._people][:, :, self._items]
        limit = (self.chance * SCALE).astype(np.uint16)
        return drawn < limit, drawn >= SCALE - limit.astype(np.int64)


def _chance_to_move(method: Method, assessment: Assessment, evidence: float | None) -> Floats:
    """Return the chance (N, I) that an answer moves down (and, equally, up); half of it where evidence is attached."""
    rule = method.questionnaire.settings.confidence
    customers = {item.id for item in method.questionnaire.customers}
    shaky = next((step.chance for step in rule.customers if (evidence or 0.0) < step.evidence_below - TOLERANCE), None)
    of_customers = rule.customers_otherwise if shaky is None else shaky
    base = np.array(
        [
            (of_customers if item.id in customers else rule.readiness) if isinstance(item, Lined) else 0.0
            for item in method.questionnaire.items
        ]
    )
    attached = [
        [rule.with_evidence if item in submission.notes else 1.0 for item in method.items]
        for submission in assessment.heard
    ]
    return np.asarray(base * np.array(attached).reshape(-1, len(base)))


@dataclass(frozen=True, slots=True)
class _Drawn:
    """One batch of draws."""

    weights: Floats
    down: Bools
    up: Bools


def _batch(
    method: Method, assessment: Assessment, reading: Reading, standing: Standing, draws: _Draws, count: int
) -> Replicates:
    drawn = _Drawn(draws.weights(count), *draws.moves(count))
    customers = _redraw(method, read_sheet(method, assessment), drawn)
    known = profile(method, customers.score, reading.items.na, reading.sheet.asked)
    placement = place(method, known, standing.exists)
    return Replicates(
        position=placement.position,
        coordinate=placement.coordinate,
        index=known.index,
        factors=known.factors,
        now=_destinations(method, assessment, customers, drawn, "today"),
        five_years=_destinations(method, assessment, customers, drawn, "five_years"),
    )


def _redraw(method: Method, sheet: Sheet, drawn: _Drawn) -> Customers:
    """Return item scores (B, I) and contact shares under drawn weights and moved answers."""
    lowered, given, raised = _neighbours(method, sheet.codes)
    moved = np.where(drawn.down, lowered, np.where(drawn.up, raised, given))
    scores = _balanced(sheet, drawn.weights, moved, ~np.isnan(given))
    contacts = {
        item: _balanced(
            sheet, drawn.weights, np.broadcast_to(split, (len(drawn.weights), *split.shape)), ~np.isnan(split)
        )
        for item, split in sheet.splits.items()
    }
    return Customers(scores, sheet.asked, contacts)


def _neighbours(method: Method, codes: npt.NDArray[np.int8]) -> tuple[Floats, Floats, Floats]:
    """Return the score (N, I) of every answer one line down, as given, and one line up; NaN where there is none."""
    items = np.arange(len(method.items))
    last = np.array([len(method.codes[item]) - 1 for item in method.items])
    lowered, raised = np.clip(codes - 1, 0, last), np.clip(codes + 1, 0, last)
    given = method.line_scores[items, np.clip(codes, 0, last)]
    answered = codes >= 0
    return tuple(  # type: ignore[return-value]
        np.where(answered, scores, np.nan)
        for scores in (method.line_scores[items, lowered], given, method.line_scores[items, raised])
    )


def _balanced(sheet: Sheet, weights: Floats, values: Floats, valid: Bools) -> Floats:
    """Return role-balanced means (B, C) of ``values`` (B, N, C) under ``weights`` (B, N); ``valid`` is (N, C)."""
    shape = (len(weights), values.shape[2])
    sums, totals = np.zeros(shape), np.zeros(shape[1])
    for role in np.unique(sheet.role):
        here = sheet.role == role
        heard = valid[here]
        voice = sheet.role_weights[0, role] * heard.any(axis=0)
        drawn = weights[:, here]
        top = np.matmul(drawn[:, None, :], np.where(heard, values[:, here], 0.0))[:, 0]
        bottom = drawn @ heard
        sums += voice * np.divide(top, bottom, out=np.zeros(shape), where=bottom > 0)
        totals += voice
    return np.asarray(np.divide(sums, totals, out=np.full(shape, np.nan), where=totals > 0))


def _destinations(method: Method, assessment: Assessment, customers: Customers, drawn: _Drawn, when: When) -> Ints:
    if not assessment.segments:
        return call(method, customers, when).stage
    each = [
        call(method, _redraw(method, segment_sheet(method, assessment, segment.id), drawn), when)
        for segment in assessment.segments
    ]
    values = np.array([segment.value for segment in assessment.segments])
    return np.array([_merged(method, each, values, row) for row in range(len(drawn.weights))])


def _merged(method: Method, each: list[Calls], values: Floats, row: int) -> int:
    columns: Mapping[str, npt.NDArray[np.generic]] = {
        name: np.array([getattr(calls, name)[row] for calls in each]) for name in Calls.__slots__
    }
    return int(merge_segments(method, Calls(**columns), values).stage[0])  # type: ignore[arg-type]
