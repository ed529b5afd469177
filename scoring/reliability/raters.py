"""Do raters tell targets apart alike: Krippendorff's alpha and the six intraclass correlations.

Ratings are a table (targets, raters), NaN where a rater said nothing about a target.
"""

from collections.abc import Mapping
from typing import Literal

import numpy as np
from scipy.stats import rankdata

from scoring.reliability.estimate import NEGLIGIBLE, NO_VARIANCE, Estimate, Floats, known, unknown
from scoring.reliability.scales import complete_rows

Measurement = Literal["nominal", "ordinal", "interval"]
MEASUREMENTS: tuple[Measurement, ...] = ("nominal", "ordinal", "interval")
FORMS = ("1", "2", "3", "1k", "2k", "3k")

NO_PAIRS = "No target has ratings by two raters."
ONE_PAIRED = "Only one target has ratings by two raters, so there is no other to tell it apart from."
ONE_RATER = "Fewer than two raters have rated every target."
ONE_TARGET = "There are fewer than two targets that every rater has rated."
EQUAL_TARGETS = (
    "The targets do not differ in their average ratings, so there is nothing to compare the raters' noise with."
)


def krippendorff_alpha(ratings: Floats, measurement: Measurement) -> Estimate:
    """Return how much better than chance raters agree, 1 at best, 0 as by chance, below 0 worse than that.

    Formula: alpha = 1 - D_o / D_e, with D_o the sum over targets of (m_u / n) d(u) and D_e = d(all).
    Symbols: m_u the ratings of target u, n those of all targets with two or more, d(x) the mean difference of two
    different ones of the ratings x: for nominal 0 or 1, for interval the squared difference, for ordinal the squared
    difference of their mid-ranks among all n (which equals the usual sum of frequencies between two categories).
    Edge cases: targets with one rating are left out; fewer than two others (alpha would be 0 whatever they say), or
    one and the same rating throughout, give a reason.
    Reference: Krippendorff (2004), Content Analysis, chapter 11; (2011) Computing Krippendorff's Alpha-Reliability.
    Checked: tests/published/test_raters.py (nominal .743, ordinal .815, interval .849).
    """
    paired = ratings[(~np.isnan(ratings)).sum(axis=1) >= 2]
    present = ~np.isnan(paired)
    if len(paired) < 2:
        return unknown(ONE_PAIRED if len(paired) else NO_PAIRS)
    if np.ptp(paired[present]) == 0:
        return unknown(NO_VARIANCE)
    scores = paired.copy()
    if measurement == "ordinal":
        scores[present] = rankdata(paired[present])
    difference = _differing if measurement == "nominal" else _squared
    observed = sum(difference(row[there]) * there.sum() for row, there in zip(scores, present, strict=True))
    return known(1 - observed / present.sum() / difference(scores[present]))


def _differing(values: Floats) -> float:
    """Return the share of pairs whose two values differ."""
    counts = np.unique(values, return_counts=True)[1]
    return float(1 - (counts * (counts - 1)).sum() / (len(values) * (len(values) - 1)))


def _squared(values: Floats) -> float:
    """Return the mean squared difference of two values, which is twice their variance."""
    return 2 * float(np.var(values - values[0], ddof=1))


def intraclass_correlations(ratings: Floats) -> Mapping[str, Estimate]:
    """Return the share of the ratings' variance that lies between targets, in six forms.

    Targets that somebody has not rated are left out.

    Formula, with mean squares B between targets, W within targets, J between raters, E of the rest:
    ``1`` = (B - W) / (B + (k - 1) W)                        each target rated by other raters
    ``2`` = (B - E) / (B + (k - 1) E + k (J - E) / n)        the same raters, a sample; levels must agree
    ``3`` = (B - E) / (B + (k - 1) E)                        the same raters, these only; order must agree
    ``1k`` = (B - W) / B, ``2k`` = (B - E) / (B + (J - E) / n), ``3k`` = (B - E) / B: of the mean of k raters.
    Symbols: n targets, k raters.
    Edge cases: needs two raters and two targets without gaps, and targets that differ; ``3k`` equals Cronbach's
    alpha with raters as items. Values may be negative.
    Reference: Shrout and Fleiss (1979), Psychological Bulletin 86, 420-428.
    Checked: tests/published/test_raters.py (their six values: .17 .29 .71 .44 .62 .91).
    """
    ratings = complete_rows(ratings)
    n, k = ratings.shape
    if n < 2 or k < 2:
        return dict.fromkeys(FORMS, unknown(ONE_TARGET if n < 2 else ONE_RATER))
    if np.ptp(ratings) == 0:
        return dict.fromkeys(FORMS, unknown(NO_VARIANCE))
    b, w, j, e = _mean_squares(ratings - ratings[0, 0])
    parts: dict[str, tuple[float, float]] = {
        "1": (b - w, b + (k - 1) * w),
        "2": (b - e, b + (k - 1) * e + k * (j - e) / n),
        "3": (b - e, b + (k - 1) * e),
        "1k": (b - w, b),
        "2k": (b - e, b + (j - e) / n),
        "3k": (b - e, b),
    }
    least = NEGLIGIBLE * (b + j + e)
    return {form: _share(above, below, least) for form, (above, below) in parts.items()}


def _mean_squares(ratings: Floats) -> tuple[float, float, float, float]:
    """Return the mean squares between targets, within targets, between raters, and of the rest."""
    n, k = ratings.shape
    targets = ratings.mean(axis=1, keepdims=True)
    raters = ratings.mean(axis=0, keepdims=True)
    between = k * float(((targets - ratings.mean()) ** 2).sum()) / (n - 1)
    within = float(((ratings - targets) ** 2).sum()) / (n * (k - 1))
    of_raters = n * float(((raters - ratings.mean()) ** 2).sum()) / (k - 1)
    rest = float(((ratings - targets - raters + ratings.mean()) ** 2).sum()) / ((n - 1) * (k - 1))
    return between, within, of_raters, rest


def _share(above: float, below: float, least: float) -> Estimate:
    return known(above / below) if below > least else unknown(EQUAL_TARGETS)
