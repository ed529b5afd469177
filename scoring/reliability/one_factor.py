"""McDonald's omega: the share of a scale's variance that one common factor explains, fitted by maximum likelihood."""

from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize

from scoring.reliability.estimate import FEW_ROWS, ONE_ITEM, Estimate, Floats, known, unknown
from scoring.reliability.scales import FLAT_ITEM, correlations

LEAST_UNIQUE = 1e-3  # share of its variance an item has for itself; at this limit the fit leaves what is possible
LEAST_COMMON = 1e-4  # share of its variance that each of three items has to owe to the factor
MOST_ROUNDS = 1000
SLOPE = 1e-6  # of the misfit, per factor of e in a unique share, where the search ends

TWO_ITEMS = "There are only two items; one factor cannot be told from its noise with fewer than three."
SINGULAR = "Some items follow exactly from the others, or there are no more complete rows than items."
NOT_FITTED = "The search for the one-factor model did not come to an end."
HEYWOOD = "The one-factor model fits only if an item has no noise of its own (a Heywood case)."
NO_FACTOR = "Fewer than three of the items have a factor in common."


@dataclass(frozen=True, slots=True)
class OneFactor:
    """A fitted model: what an item owes to the factor, and the variance it has for itself, in the items' units."""

    loadings: Floats
    unique: Floats


def mcdonald_omega(covariances: Floats | None) -> Estimate:
    """Return the share of the variance of the items' sum that is due to one factor, 0 to 1.

    Formula: omega = (sum of l_i)^2 / ((sum of l_i)^2 + sum of u_i), of the model c_ij = l_i l_j (+ u_i where i = j).
    Symbols: l_i the loading of item i on the factor, u_i its unique variance, c_ij the covariances.
    Edge cases: needs three items, more complete rows than items, and a fit that ends at a possible model;
    a Heywood case (u_i at zero) gives a reason. Items that point the other way cancel out unless reversed.
    Reference: McDonald (1999), Test Theory, equation 6.20.
    Checked: tests/published/test_one_factor.py (a model known exactly, and a published fit of six ability tests).
    """
    if covariances is None:
        return unknown(FEW_ROWS)
    fitted = fit_one_factor(covariances)
    if isinstance(fitted, str):
        return unknown(fitted)
    common = float(fitted.loadings.sum()) ** 2
    return known(common / (common + float(fitted.unique.sum())))


def fit_one_factor(covariances: Floats, most_rounds: int = MOST_ROUNDS) -> OneFactor | str:
    """Fit one factor to covariances (k, k) by maximum likelihood, or return why that cannot be done.

    Formula: minimise the sum over the k - 1 smaller eigenvalues e of U^-1/2 R U^-1/2 of (e - log e - 1) over the unique
    shares U; the loadings follow from the largest eigenvalue and its vector.
    Symbols: R the correlations, U the diagonal matrix of the unique shares, each from 0 to 1.
    Edge cases: the fit does not depend on the items' units, so that fitting correlations and scaling back is the
    fit of the covariances.
    Reference: Joreskog (1967), Psychometrika 32, 443-482; Lawley and Maxwell (1971), chapter 4.
    Checked: tests/published/test_one_factor.py.
    """
    if len(covariances) < 3:
        return ONE_ITEM if len(covariances) < 2 else TWO_ITEMS
    related = correlations(covariances)
    if related is None:
        return FLAT_ITEM
    if np.linalg.matrix_rank(related, hermitian=True) < len(related):
        return SINGULAR
    unique = _search(related, most_rounds)
    if unique is None:
        return NOT_FITTED
    if unique.min() <= 1.01 * LEAST_UNIQUE:
        return HEYWOOD
    _, loadings = _factor(related, unique)
    if np.sort(loadings**2)[-3] < LEAST_COMMON:
        return NO_FACTOR
    spread = np.sqrt(np.diag(covariances))
    return OneFactor(loadings * spread, unique * spread**2)


def _search(related: Floats, most_rounds: int) -> Floats | None:
    """Return the most likely unique shares, or None when the search does not end."""
    start = (1 - 0.5 / len(related)) / np.diag(np.linalg.inv(related))
    found = minimize(
        _misfit,
        np.log(np.clip(start, LEAST_UNIQUE, 1)),
        args=(related,),
        jac=True,
        method="L-BFGS-B",
        bounds=[(np.log(LEAST_UNIQUE), 0)] * len(related),
        options={"maxiter": most_rounds, "ftol": 1e-14, "gtol": SLOPE},
    )
    return np.exp(found.x) if found.success else None


def _misfit(logarithms: Floats, related: Floats) -> tuple[float, Floats]:
    """Return how far the best loadings for given unique shares (as logarithms) are from the data, and its slope."""
    unique = np.exp(logarithms)
    values, loadings = _factor(related, unique)
    slope = (loadings**2 + unique - np.diag(related)) / unique
    return float((values - np.log(values) - 1).sum()), slope


def _factor(related: Floats, unique: Floats) -> tuple[Floats, Floats]:
    """Return what the factor leaves unexplained, as the k - 1 smaller eigenvalues, and the best loadings."""
    own = np.sqrt(unique)
    values, vectors = np.linalg.eigh(related / np.outer(own, own))
    return values[:-1], own * vectors[:, -1] * np.sqrt(max(values[-1] - 1, 0.0))
