"""Where a statistic has no value, it says why."""

import numpy as np
import pytest

from scoring.reliability import (
    Answers,
    AnswerScale,
    Reliability,
    consensus,
    measure_reliability,
    one_factor,
    raters,
    scale_of,
    scales,
)
from scoring.reliability.estimate import FEW_ROWS, NO_VARIANCE, ONE_ITEM

NO = np.nan
FIVE = AnswerScale(1, 5)


def measured(table: list[list[float]], *, targets: str = "columns") -> Reliability:
    values = np.array(table, dtype=np.float64)
    lines, items = (tuple(str(index) for index in range(size)) for size in values.shape)
    return measure_reliability(Answers(lines, items, values, FIVE, "rows" if targets == "rows" else "columns"))


def reasons(found: Reliability) -> dict[str, str | None]:
    scale = {"alpha": found.cronbach_alpha, "standardised": found.cronbach_alpha_standardized}
    scale |= {"omega": found.mcdonald_omega, "dropped": found.alpha_if_item_dropped["0"]}
    scale |= {"rest": found.item_rest_correlation["0"]}
    return {name: estimate.reason for name, estimate in scale.items()}


def test_one_row() -> None:
    found = measured([[1, 2, 3], [4, 5, NO]])
    assert (found.rows, found.complete) == (2, 1)
    assert set(reasons(found).values()) == {FEW_ROWS}
    assert {estimate.reason for estimate in found.icc.values()} == {raters.ONE_RATER}
    assert found.rwg["2"].reason == found.ad_mean["2"].reason == found.ad_median["2"].reason == consensus.FEW_PEOPLE
    assert found.rwgj.reason == found.ad_mean_j.reason == consensus.FEW_PEOPLE_SOMEWHERE
    assert found.rwg["0"].value is not None


def test_one_item() -> None:
    found = measured([[1], [2], [4]])
    assert set(reasons(found).values()) == {ONE_ITEM}
    assert {estimate.reason for estimate in found.icc.values()} == {raters.ONE_TARGET}
    assert {estimate.reason for estimate in found.krippendorff_alpha.values()} == {raters.ONE_PAIRED}
    assert found.rwgj.reason == found.ad_median_j.reason == ONE_ITEM


def test_two_items() -> None:
    told = reasons(measured([[1, 2], [2, 4], [5, 3]]))
    assert told["omega"] == one_factor.TWO_ITEMS
    assert told["dropped"] == scales.TWO_ITEMS
    assert told["alpha"] is None
    assert told["rest"] is None


def test_one_and_the_same_answer() -> None:
    found = measured([[0.1, 0.1, 0.1]] * 4)
    told = reasons(found)
    assert told["alpha"] == told["standardised"] == told["dropped"] == NO_VARIANCE
    assert told["rest"] == scales.FLAT_ITSELF
    assert told["omega"] == scales.FLAT_ITEM
    every = (*found.icc.values(), *found.krippendorff_alpha.values())
    assert {estimate.reason for estimate in every} == {NO_VARIANCE}
    assert (found.rwg["0"].value, found.ad_mean["0"].value) == (1, 0)  # that is what agreement is


def test_one_item_that_everybody_answers_alike() -> None:
    told = reasons(measured([[3, 1, 2], [3, 2, 4], [3, 5, 5]]))
    assert told["standardised"] == told["omega"] == scales.FLAT_ITEM
    assert told["rest"] == scales.FLAT_ITSELF
    assert told["alpha"] is None


def test_items_that_cancel_out() -> None:
    found = measured([[1, 5], [2, 4], [4, 2]])
    assert found.cronbach_alpha.reason == scales.NO_TOTAL
    assert found.cronbach_alpha_standardized.reason == scales.OPPOSED
    rest = measured([[1, 1, 5], [2, 2, 4], [2, 4, 2]]).item_rest_correlation["0"]
    assert rest.reason == scales.FLAT_REST


def test_no_rating_beside_another() -> None:
    found = measured([[1, NO], [NO, 2]])
    assert {estimate.reason for estimate in found.krippendorff_alpha.values()} == {raters.NO_PAIRS}


def test_targets_that_do_not_differ() -> None:
    icc = raters.intraclass_correlations(np.array([[1.0, 3.0], [3.0, 1.0]]))
    assert icc["1k"].reason == icc["2k"].reason == icc["3k"].reason == raters.EQUAL_TARGETS
    assert icc["1"].value == pytest.approx(-1)


def test_rows_as_targets() -> None:
    found = measured([[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6]], targets="rows")
    assert found.icc["3k"].value == pytest.approx(found.cronbach_alpha.value)
    assert list(found.rwg) == ["0", "1", "2", "3"]
    assert found.rwgj.reason == found.ad_mean_j.reason == found.ad_median_j.reason is not None


def test_an_answer_scale_of_one_answer() -> None:
    only = scale_of(np.array([[3.0, NO], [3.0, 3.0]]))
    assert only == AnswerScale(3, 3)
    answers = np.array([3.0, 3.0])
    assert consensus.rwg(answers, only).reason == consensus.NO_SCALE
    assert consensus.rwg_j([answers, answers], only).reason == consensus.NO_SCALE


# ------------------------------------------------------------------ one factor


def test_items_that_follow_from_each_other() -> None:
    copied = np.array([[1.0, 2.0, 3.0], [2.0, 4.0, 6.0], [4.0, 3.0, 7.0], [5.0, 1.0, 6.0]])
    assert one_factor.mcdonald_omega(scales.item_covariances(copied)).reason == one_factor.SINGULAR


def test_a_heywood_case() -> None:
    related = np.array([[1.0, 0.9, 0.9], [0.9, 1.0, 0.7], [0.9, 0.7, 1.0]])  # 0.9 x 0.9 / 0.7 is more than 1
    assert one_factor.mcdonald_omega(related).reason == one_factor.HEYWOOD


def test_items_without_a_common_factor() -> None:
    assert one_factor.mcdonald_omega(np.eye(4)).reason == one_factor.NO_FACTOR


def test_a_search_that_does_not_end() -> None:
    related = np.array([[1.0, 0.5, 0.4, 0.2], [0.5, 1.0, 0.3, 0.3], [0.4, 0.3, 1.0, 0.1], [0.2, 0.3, 0.1, 1.0]])
    assert one_factor.fit_one_factor(related, most_rounds=1) == one_factor.NOT_FITTED
    assert one_factor.mcdonald_omega(related).value is not None
