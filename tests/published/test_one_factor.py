"""McDonald's omega: a published one-factor fit, a model known exactly, and another way to the same likelihood."""

import numpy as np
import pytest
from scipy.optimize import minimize

from scoring.reliability.one_factor import OneFactor, fit_one_factor, mcdonald_omega

# Smith and Stanley (1983), Intelligence 7, 353-368: six tests of ability, 112 people; with R as ``ability.cov``.
ABILITY = np.array(
    [
        [24.641, 5.991, 33.520, 6.023, 20.755, 29.701],
        [5.991, 6.700, 18.137, 1.782, 4.936, 7.204],
        [33.520, 18.137, 149.831, 19.424, 31.430, 50.753],
        [6.023, 1.782, 19.424, 12.711, 4.757, 9.075],
        [20.755, 4.936, 31.430, 4.757, 52.604, 66.762],
        [29.701, 7.204, 50.753, 9.075, 66.762, 135.292],
    ]
)


def fitted(covariances: np.ndarray) -> OneFactor:
    found = fit_one_factor(covariances)
    assert isinstance(found, OneFactor)
    return found


def test_the_uniquenesses_and_loadings_that_venables_and_ripley_print() -> None:
    # Modern Applied Statistics with S (2002), section 11.3: one factor by maximum likelihood
    found, variances = fitted(ABILITY), np.diag(ABILITY)
    assert found.unique / variances == pytest.approx([0.535, 0.853, 0.748, 0.910, 0.232, 0.280], abs=5e-4)
    shares = np.abs(found.loadings / np.sqrt(variances))
    assert shares == pytest.approx([0.682, 0.384, 0.502, 0.300, 0.877, 0.849], abs=1e-3)


def test_a_model_known_exactly() -> None:
    loadings, unique = np.array([0.8, 0.7, 0.6, 0.5]), np.array([0.36, 0.51, 0.64, 0.75])
    found = fitted(np.outer(loadings, loadings) + np.diag(unique))
    assert np.abs(found.loadings) == pytest.approx(loadings, abs=1e-4)
    assert found.unique == pytest.approx(unique, abs=1e-4)
    omega = mcdonald_omega(np.outer(loadings, loadings) + np.diag(unique)).value
    assert omega == pytest.approx(2.6**2 / (2.6**2 + 2.26), abs=1e-6)  # 0.749


def test_three_items_have_an_exact_solution() -> None:
    covariances = np.array([[4.0, 1.2, 1.5], [1.2, 3.0, 0.8], [1.5, 0.8, 5.0]])
    common = np.sqrt([1.2 * 1.5 / 0.8, 1.2 * 0.8 / 1.5, 1.5 * 0.8 / 1.2]).sum() ** 2
    unexplained = 12 - (1.2 * 1.5 / 0.8 + 1.2 * 0.8 / 1.5 + 1.5 * 0.8 / 1.2)
    assert mcdonald_omega(covariances).value == pytest.approx(common / (common + unexplained), abs=1e-6)


def test_the_whole_likelihood_has_its_best_place_there_too() -> None:
    def misfit(parameters: np.ndarray) -> float:
        loadings, unique = parameters[:6], np.exp(parameters[6:])
        implied = np.outer(loadings, loadings) + np.diag(unique)
        return float(np.linalg.slogdet(implied)[1] + np.trace(np.linalg.solve(implied, ABILITY)))

    variances = np.diag(ABILITY)
    best = minimize(misfit, np.concatenate([0.5 * np.sqrt(variances), np.log(0.5 * variances)]), method="BFGS")
    common = best.x[:6].sum() ** 2
    omega = common / (common + np.exp(best.x[6:]).sum())
    assert mcdonald_omega(ABILITY).value == pytest.approx(omega, abs=1e-4)
