"""Customers answered for segment by segment, and brought together as one firm's customers."""

from dataclasses import dataclass, replace

import numpy as np

from scoring.agreement import Spread, measure_spread
from scoring.answers import Assessment, Submission
from scoring.channels import contact_mix
from scoring.demand import Customers
from scoring.levels import Items, Tally, score_items, tally
from scoring.method import Bools, Floats, Method
from scoring.sheet import Sheet, lay_out, stack


@dataclass(frozen=True, slots=True)
class Segments:
    """What was answered about each segment; arrays have one row per segment."""

    values: Floats  # share of customer value
    counted: Tally
    customers: Customers
    items: Items
    spread: Spread

    @property
    def answered(self) -> Bools:
        """Which items (I,) somebody answered for a segment that is worth something."""
        return np.asarray((self.items.answers[self.values > 0] > 0).any(axis=0))


def read_segments(method: Method, assessment: Assessment) -> Segments | None:
    """Return the customers of ``assessment`` by segment, or None when it has no segments."""
    if not assessment.segments:
        return None
    sheet = stack([segment_sheet(method, assessment, segment.id) for segment in assessment.segments])
    nowhere = np.zeros((sheet.firms, len(method.items)), dtype=bool)
    counted = tally(method, sheet)
    items = score_items(method, counted, sheet.role_weights, nowhere)
    return Segments(
        values=np.array([segment.value for segment in assessment.segments]),
        counted=counted,
        customers=Customers(items.score, sheet.asked, contact_mix(method, sheet)),
        items=items,
        spread=measure_spread(method, items),
    )


def segment_sheet(method: Method, assessment: Assessment, segment: str) -> Sheet:
    """Return the sheet of what was answered about one customer segment."""
    about = [
        Submission(submission.respondent, submission.role, submission.segments.get(segment, {}))
        for submission in assessment.heard
    ]
    return lay_out(method, assessment, about)


def blend_contacts(contacts: dict[str, Floats], segments: Segments) -> dict[str, Floats]:
    """Return the contact mix of the whole firm: value-weighted over segments, where they were asked."""
    blended = {item: _blend(shares, segments.values) for item, shares in segments.customers.contacts.items()}
    return {item: np.where(np.isnan(blended[item]), shares, blended[item]) for item, shares in contacts.items()}


def blend_tally(counted: Tally, segments: Segments) -> Tally:
    """Return how often the firm gave each answer, about all segments together wherever they were answered for."""
    theirs = segments.counted.lines[segments.values > 0].sum(axis=0, keepdims=True)
    return replace(counted, lines=np.where(segments.answered[:, None], theirs, counted.lines))


def blend_items(items: Items, segments: Segments) -> Items:
    """Return the firm's items with segment answers, value-weighted, wherever segments were answered for."""
    theirs, values, answered = segments.items, segments.values, segments.answered
    dk_share = _blend(theirs.dk_share, values)
    return replace(
        items,
        score=_pick(answered, _blend(theirs.score, values), items.score),
        answers=np.where(answered, theirs.answers[values > 0].sum(axis=0), items.answers),
        dk_share=_pick(~np.isnan(dk_share), dk_share, items.dk_share),
        role_means=_pick(answered, _blend(theirs.role_means, values), items.role_means),
    )


def blend_spread(spread: Spread, segments: Segments) -> Spread:
    """Return the firm's disagreement, value-weighted over segments wherever they were answered for."""
    theirs, values, answered = segments.spread, segments.values, segments.answered
    return Spread(
        ad=_pick(answered, _blend(theirs.ad, values), spread.ad),
        di=_pick(answered, _blend(theirs.di, values), spread.di),
        eta2=_pick(answered, _blend(theirs.eta2, values), spread.eta2),
        range=_pick(answered, _blend(theirs.range, values), spread.range),
    )


def _pick(answered: Bools, theirs: Floats, ours: Floats) -> Floats:
    return np.where(answered, theirs, ours)


def _blend(column: Floats, values: Floats) -> Floats:
    """Value-weighted mean over the first axis, kept as an axis of length 1; NaN where nothing with value is known."""
    weights = values.reshape(-1, *[1] * (column.ndim - 1)) * ~np.isnan(column)
    total = weights.sum(axis=0, keepdims=True)
    sums = (weights * np.nan_to_num(column)).sum(axis=0, keepdims=True)
    return np.asarray(np.divide(sums, total, out=np.full(sums.shape, np.nan), where=total > 0))
