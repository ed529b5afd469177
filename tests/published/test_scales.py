"""Alpha in its forms, against what the psych package for R prints for a published data set.

Chatterjee and Price (1977), Regression Analysis by Example: 30 departments, percent favourable answers to seven
questions; the data come with R as ``attitude``.
"""

import numpy as np
import pytest

from scoring.reliability import scales

ATTITUDE = np.array(
    [
        [43, 51, 30, 39, 61, 92, 45],
        [63, 64, 51, 54, 63, 73, 47],
        [71, 70, 68, 69, 76, 86, 48],
        [61, 63, 45, 47, 54, 84, 35],
        [81, 78, 56, 66, 71, 83, 47],
        [43, 55, 49, 44, 54, 49, 34],
        [58, 67, 42, 56, 66, 68, 35],
        [71, 75, 50, 55, 70, 66, 41],
        [72, 82, 72, 67, 71, 83, 31],
        [67, 61, 45, 47, 62, 80, 41],
        [64, 53, 53, 58, 58, 67, 34],
        [67, 60, 47, 39, 59, 74, 41],
        [69, 62, 57, 42, 55, 63, 25],
        [68, 83, 83, 45, 59, 77, 35],
        [77, 77, 54, 72, 79, 77, 46],
        [81, 90, 50, 72, 60, 54, 36],
        [74, 85, 64, 69, 79, 79, 63],
        [65, 60, 65, 75, 55, 80, 60],
        [65, 70, 46, 57, 75, 85, 46],
        [50, 58, 68, 54, 64, 78, 52],
        [50, 40, 33, 34, 43, 64, 33],
        [64, 61, 52, 62, 66, 80, 41],
        [53, 66, 52, 50, 63, 80, 37],
        [40, 37, 42, 58, 50, 57, 49],
        [63, 54, 42, 48, 66, 75, 33],
        [66, 77, 66, 63, 88, 76, 72],
        [78, 75, 58, 74, 80, 78, 49],
        [48, 57, 44, 45, 51, 83, 38],
        [85, 85, 71, 71, 77, 74, 55],
        [82, 82, 39, 59, 64, 78, 39],
    ],
    dtype=np.float64,
)
IF_DROPPED = {
    "rating": (0.810, 0.67),
    "complaints": (0.797, 0.74),
    "privileges": (0.828, 0.56),
    "learning": (0.803, 0.71),
    "raises": (0.795, 0.79),
    "critical": (0.864, 0.27),
    "advance": (0.840, 0.46),
}


@pytest.fixture
def covariances() -> np.ndarray:
    """Return the covariances of the seven questions."""
    found = scales.item_covariances(ATTITUDE)
    assert found is not None
    return found


def test_alpha(covariances: np.ndarray) -> None:
    assert scales.cronbach_alpha(covariances).value == pytest.approx(0.843, abs=5e-4)
    assert scales.standardized_alpha(covariances).value == pytest.approx(0.839, abs=5e-4)


@pytest.mark.parametrize(("item", "printed"), [*enumerate(IF_DROPPED.values())], ids=IF_DROPPED)
def test_each_item(item: int, printed: tuple[float, float], covariances: np.ndarray) -> None:
    alpha, rest = printed
    assert scales.alpha_if_dropped(covariances, item).value == pytest.approx(alpha, abs=5e-4)
    assert scales.item_rest_correlation(covariances, item).value == pytest.approx(rest, abs=5e-3)


def test_three_of_its_items() -> None:
    three = scales.item_covariances(ATTITUDE[:, [1, 3, 4]])
    assert scales.cronbach_alpha(three).value == pytest.approx(0.833, abs=5e-4)
