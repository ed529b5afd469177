"""rwg, rwg(j) and the average deviation: the variances and cut-offs in print, and their formulas worked by hand."""

import numpy as np
import pytest

from scoring.reliability.consensus import AnswerScale, ad_j, ad_mean, ad_median, rwg, rwg_j

FIVE = AnswerScale(1, 5)


@pytest.mark.parametrize(("options", "variance"), [(4, 1.25), (5, 2.00), (6, 2.92), (7, 4.00), (9, 6.67), (10, 8.25)])
def test_the_variance_of_random_answers(options: int, variance: float) -> None:
    # James, Demaree and Wolf (1984); LeBreton and Senter (2008), table 2, uniform distribution
    assert AnswerScale(1, options).chance_variance == pytest.approx(variance, abs=5e-3)


@pytest.mark.parametrize(("options", "cut_off"), [(5, 0.83), (7, 1.17), (9, 1.50), (11, 1.83)])
def test_the_cut_off_of_the_average_deviation(options: int, cut_off: float) -> None:
    # Burke and Dunlap (2002): the number of options divided by six
    assert AnswerScale(0, options - 1).deviation_cut_off == pytest.approx(cut_off, abs=5e-3)


def test_rwg_worked_by_hand() -> None:
    answers = np.array([3, 4, 4, 4, 5], dtype=np.float64)  # variance 2 / 4 = 0.5 against 2
    assert rwg(answers, FIVE).value == pytest.approx(0.75)


def test_rwg_of_people_who_differ_more_than_by_chance_is_zero() -> None:
    assert rwg(np.array([1.0, 5.0, 1.0, 5.0]), FIVE).value == 0  # James, Demaree and Wolf (1984): truncated


def test_rwg_j_worked_by_hand() -> None:
    item = np.array([2, 3, 4], dtype=np.float64)  # variance 1, half that of random answers
    assert rwg_j([item] * 10, FIVE).value == pytest.approx(10 * 0.5 / (10 * 0.5 + 0.5))  # 0.909
    assert rwg_j([item, np.array([3, 3, 3.0])], FIVE).value == pytest.approx(2 * 0.75 / (2 * 0.75 + 0.25))


def test_average_deviations_worked_by_hand() -> None:
    answers = np.array([1, 1, 1, 1, 5], dtype=np.float64)
    assert ad_mean(answers).value == pytest.approx((4 * 0.8 + 3.2) / 5)  # mean 1.8
    assert ad_median(answers).value == pytest.approx(4 / 5)  # median 1
    assert ad_j([ad_median(answers), ad_median(np.array([3.0, 4.0, 5.0]))]).value == pytest.approx((0.8 + 2 / 3) / 2)
