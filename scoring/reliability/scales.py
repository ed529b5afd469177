"""Do the items of a scale measure one thing: Cronbach's alpha in three forms, and how each item goes with the rest.

All of it follows from the covariances of the items (k by k, from the rows in which every item is answered).
"""

import numpy as np

from scoring.reliability.estimate import (
    FEW_ROWS,
    NEGLIGIBLE,
    NO_VARIANCE,
    ONE_ITEM,
    Estimate,
    Floats,
    known,
    unknown,
)

NO_TOTAL = "The sum of the items does not vary."
FLAT_ITEM = "An item does not vary, so it has no correlations."
FLAT_ITSELF = "This item does not vary."
FLAT_REST = "The sum of the other items does not vary."
TWO_ITEMS = "Without this item there is only one left; this needs two or more."
OPPOSED = "The items contradict one another so evenly that their sum has no variance; is one of them reversed?"


def complete_rows(table: Floats) -> Floats:
    """Return the rows of a table (n, k) in which nothing is missing (NaN)."""
    return table[~np.isnan(table).any(axis=1)]


def item_covariances(table: Floats) -> Floats | None:
    """Return the covariances (k, k) of the items over the complete rows, or None with fewer than two of these.

    Symbols: c_ij = sum over rows of (x_i - mean_i)(x_j - mean_j) / (n - 1).
    Edge cases: an item with one answer throughout has exactly 0, since its first answer is taken off beforehand.
    """
    rows = complete_rows(table)
    if len(rows) < 2:
        return None
    return np.atleast_2d(np.cov(rows - rows[0], rowvar=False))


def correlations(covariances: Floats) -> Floats | None:
    """Return the correlations (k, k), or None when an item does not vary."""
    spread = np.sqrt(np.diag(covariances))
    return None if (spread == 0).any() else covariances / np.outer(spread, spread)


def cronbach_alpha(covariances: Floats | None) -> Estimate:
    """Return the share of the variance of the items' sum that they have in common.

    Formula: alpha = k / (k - 1) * (1 - sum of s_i^2 / s_T^2).
    Symbols: k items, s_i^2 the variance of item i, s_T^2 the variance of the sum of all items.
    Edge cases: one item, no two complete rows or a sum without variance give a reason. Negative where items
    contradict one another on the whole.
    Reference: Cronbach (1951), Psychometrika 16, 297-334.
    Checked: tests/published/test_scales.py (Chatterjee and Price's attitude data, 0.84).
    """
    if covariances is None:
        return unknown(FEW_ROWS)
    items, parts, total = len(covariances), float(np.trace(covariances)), float(covariances.sum())
    if items < 2:
        return unknown(ONE_ITEM)
    if parts == 0:
        return unknown(NO_VARIANCE)
    if total <= NEGLIGIBLE * parts:
        return unknown(NO_TOTAL)
    return known(items / (items - 1) * (1 - parts / total))


def standardized_alpha(covariances: Floats | None) -> Estimate:
    """Return the alpha of the items brought to the same variance.

    Formula: alpha = k r / (1 + (k - 1) r), which is the alpha of the correlations.
    Symbols: k items, r the mean correlation of two different items.
    Edge cases: as for alpha; an item without variance has no correlations and gives a reason.
    Reference: Cronbach (1951), equation 2 with unit variances; Spearman-Brown.
    Checked: tests/published/test_scales.py (attitude data, 0.84).
    """
    if covariances is None or len(covariances) < 2:
        return cronbach_alpha(covariances)
    related = correlations(covariances)
    if related is None:
        return unknown(NO_VARIANCE if not covariances.any() else FLAT_ITEM)
    alpha = cronbach_alpha(related)
    return alpha if alpha.value is not None else unknown(OPPOSED)


def alpha_if_dropped(covariances: Floats | None, item: int) -> Estimate:
    """Return the alpha of the scale without item number ``item``; above alpha, the item does not belong.

    Formula and reference: those of ``cronbach_alpha``, over the other k - 1 items and the same rows.
    Edge cases: needs three items.
    Checked: tests/published/test_scales.py (attitude data, seven values).
    """
    if covariances is None:
        return unknown(FEW_ROWS)
    if len(covariances) < 3:
        return unknown(ONE_ITEM if len(covariances) < 2 else TWO_ITEMS)
    others = np.delete(np.arange(len(covariances)), item)
    return cronbach_alpha(covariances[np.ix_(others, others)])


def item_rest_correlation(covariances: Floats | None, item: int) -> Estimate:
    """Return how item number ``item`` goes with the sum of the others, -1 to 1.

    Formula: r = c_iR / (s_i s_R).
    Symbols: c_iR the covariance of the item with the sum of the others, s_i and s_R their standard deviations.
    Edge cases: needs two items, and variance in the item and in the sum of the others.
    Reference: Nunnally and Bernstein (1994), Psychometric Theory, chapter 8.
    Checked: tests/published/test_scales.py (attitude data, seven values).
    """
    if covariances is None:
        return unknown(FEW_ROWS)
    if len(covariances) < 2:
        return unknown(ONE_ITEM)
    others = np.delete(np.arange(len(covariances)), item)
    rest = covariances[np.ix_(others, others)]
    own = float(covariances[item, item])
    if own == 0:
        return unknown(FLAT_ITSELF)
    if float(rest.sum()) <= NEGLIGIBLE * float(np.trace(rest)):
        return unknown(FLAT_REST)
    shared = float(covariances[item, others].sum())
    return known(np.clip(shared / np.sqrt(own * float(rest.sum())), -1.0, 1.0))
