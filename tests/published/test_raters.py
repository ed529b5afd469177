"""Krippendorff's alpha and the intraclass correlations, against the values their authors print."""

import numpy as np
import pytest

from scoring.reliability.raters import Measurement, intraclass_correlations, krippendorff_alpha

NO = np.nan

# Krippendorff (2011), Computing Krippendorff's Alpha-Reliability: four observers, twelve units.
OBSERVERS = np.array(
    [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, NO, NO, NO],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NO, 3],
        [NO, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, NO],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NO],
    ]
)

# Krippendorff (2011), section A: two observers, ten units, two categories.
TWO_OBSERVERS = np.array([[0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]], dtype=np.float64)

# Shrout and Fleiss (1979), table 2: six targets, four judges.
JUDGES = np.array(
    [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]],
    dtype=np.float64,
)


@pytest.mark.parametrize(("measurement", "printed"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849)])
def test_krippendorff_alpha(measurement: Measurement, printed: float) -> None:
    assert krippendorff_alpha(OBSERVERS.T, measurement).value == pytest.approx(printed, abs=5e-4)


def test_krippendorff_alpha_of_two_categories() -> None:
    assert krippendorff_alpha(TWO_OBSERVERS.T, "nominal").value == pytest.approx(0.095, abs=5e-4)


def test_the_six_intraclass_correlations() -> None:
    found = {form: estimate.value for form, estimate in intraclass_correlations(JUDGES).items()}
    printed = {"1": 0.17, "2": 0.29, "3": 0.71, "1k": 0.44, "2k": 0.62, "3k": 0.91}  # their table 4
    assert found == pytest.approx(printed, abs=6e-3)
