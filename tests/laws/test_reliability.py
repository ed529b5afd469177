"""Laws of reliability and agreement: what changes nothing, what bounds what, and slower ways to the same numbers."""

from collections.abc import Sequence
from dataclasses import fields
from math import isfinite

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from scoring.reliability import Answers, AnswerScale, Estimate, Reliability, measure_reliability, reverse
from scoring.reliability.raters import MEASUREMENTS, Measurement, intraclass_correlations, krippendorff_alpha
from scoring.reliability.scales import cronbach_alpha, item_covariances, standardized_alpha

FIVE = AnswerScale(1, 5)
LINES = st.integers(1, 5).map(float)
SHAPES = st.tuples(st.integers(2, 9), st.integers(2, 6))
WHOLE = SHAPES.flatmap(lambda shape: arrays(np.float64, shape, elements=LINES))
WITH_GAPS = st.tuples(st.integers(1, 9), st.integers(1, 6)).flatmap(
    lambda shape: arrays(np.float64, shape, elements=st.one_of(LINES, st.just(np.nan)))
)


def measured(table: np.ndarray, *, rows: bool = False) -> Reliability:
    lines, items = (
        tuple(f"{kind}{index}" for index in range(size)) for kind, size in zip("ri", table.shape, strict=True)
    )
    return measure_reliability(Answers(lines, items, table, FIVE, "rows" if rows else "columns"))


def estimates(found: Reliability) -> list[Estimate]:
    values = [getattr(found, field.name) for field in fields(found)]
    single = [value for value in values if isinstance(value, Estimate)]
    return [*single, *(one for value in values if isinstance(value, dict) for one in value.values())]


def same(one: Estimate, other: Estimate) -> bool:
    if one.value is None or other.value is None:
        return one == other
    return other.value == pytest.approx(one.value, abs=1e-5)


@given(table=WITH_GAPS, rows=st.booleans())
def test_everything_has_a_number_or_a_reason(table: np.ndarray, rows: bool) -> None:
    for estimate in estimates(measured(table, rows=rows)):
        assert (estimate.value is None) != (estimate.reason is None)
        assert estimate.value is None or (type(estimate.value) is float and isfinite(estimate.value))


@given(table=WITH_GAPS)
def test_what_is_a_share_is_between_0_and_1(table: np.ndarray) -> None:
    found = measured(table)
    for share in (*found.rwg.values(), found.rwgj, found.mcdonald_omega):
        assert share.value is None or 0 <= share.value <= 1 + 1e-9
    highest = (found.cronbach_alpha, found.cronbach_alpha_standardized, *found.krippendorff_alpha.values())
    for estimate in (*highest, *found.icc.values()):
        assert estimate.value is None or estimate.value <= 1 + 1e-9
    for item, mean in found.ad_mean.items():
        median = found.ad_median[item]
        assert mean.value is None or median.value is None or median.value <= mean.value + 1e-9


@given(table=WITH_GAPS, rows=st.booleans(), data=st.data())
def test_the_order_of_people_changes_nothing(table: np.ndarray, rows: bool, data: st.DataObject) -> None:
    order = data.draw(st.permutations(range(len(table))))
    before, after = measured(table, rows=rows), measured(table[list(order)], rows=rows)
    if not rows:
        assert all(map(same, estimates(before), estimates(after)))
    for form, estimate in before.icc.items():
        assert same(estimate, after.icc[form])


@given(table=WITH_GAPS, data=st.data())
def test_the_order_of_items_changes_nothing_about_the_scale(table: np.ndarray, data: st.DataObject) -> None:
    order = data.draw(st.permutations(range(table.shape[1])))
    before, after = measured(table), measured(table[:, list(order)])
    assert same(before.cronbach_alpha, after.cronbach_alpha)
    assert same(before.rwgj, after.rwgj)
    assert all(map(same, before.krippendorff_alpha.values(), after.krippendorff_alpha.values()))
    assert all(map(same, before.icc.values(), after.icc.values()))
    for place, item in enumerate(order):
        assert same(before.alpha_if_item_dropped[f"i{item}"], after.alpha_if_item_dropped[f"i{place}"])
        assert same(before.item_rest_correlation[f"i{item}"], after.item_rest_correlation[f"i{place}"])


@given(table=WHOLE, shift=arrays(np.float64, 6, elements=st.integers(-50, 50).map(float)))
def test_a_harder_question_changes_no_alpha(table: np.ndarray, shift: np.ndarray) -> None:
    moved = item_covariances(table + shift[: table.shape[1]])
    assert same(cronbach_alpha(item_covariances(table)), cronbach_alpha(moved))


@given(table=WHOLE, unit=arrays(np.float64, 6, elements=st.sampled_from([0.5, 2.0, 8.0])))
def test_units_change_no_standardised_alpha(table: np.ndarray, unit: np.ndarray) -> None:
    scaled = item_covariances(table * unit[: table.shape[1]])
    assert same(standardized_alpha(item_covariances(table)), standardized_alpha(scaled))


@given(table=WHOLE)
def test_the_consistency_of_the_mean_of_all_raters_is_cronbachs_alpha(table: np.ndarray) -> None:
    alpha, icc = cronbach_alpha(item_covariances(table)).value, intraclass_correlations(table)["3k"].value
    if alpha is not None and icc is not None:
        assert icc == pytest.approx(alpha, abs=1e-9)
    assert (alpha is None) == (icc is None)


@given(
    targets=st.lists(LINES, min_size=2, max_size=8).filter(lambda given: len(set(given)) > 1), raters=st.integers(2, 6)
)
@pytest.mark.parametrize("measurement", MEASUREMENTS)
def test_raters_who_always_agree(measurement: Measurement, targets: list[float], raters: int) -> None:
    ratings = np.repeat(np.array(targets)[:, None], raters, axis=1)
    assert krippendorff_alpha(ratings, measurement).value == pytest.approx(1)
    assert {round(icc.value or 0, 9) for icc in intraclass_correlations(ratings).values()} == {1}


@given(ratings=WITH_GAPS)
@pytest.mark.parametrize("measurement", MEASUREMENTS)
def test_krippendorffs_alpha_by_its_table_of_coincidences(measurement: Measurement, ratings: np.ndarray) -> None:
    found = krippendorff_alpha(ratings, measurement).value
    if found is not None:
        assert found == pytest.approx(by_coincidences(ratings, measurement), abs=1e-9)


def by_coincidences(ratings: np.ndarray, measurement: Measurement) -> float:
    """Return alpha as Krippendorff (2011) spells it out: pairs of values within units against pairs of all values."""
    units = [[value for value in unit if not np.isnan(value)] for unit in ratings]
    units = [unit for unit in units if len(unit) >= 2]
    values = sorted({value for unit in units for value in unit})
    pairs = {(one, other): 0.0 for one in values for other in values}
    for unit in units:
        for first, one in enumerate(unit):
            for second, other in enumerate(unit):
                pairs[one, other] += (first != second) / (len(unit) - 1)
    counts = {one: sum(pairs[one, other] for other in values) for one in values}
    total = sum(counts.values())
    apart = {pair: difference(pair, values, counts, measurement) for pair in pairs}
    observed = sum(pairs[pair] * apart[pair] for pair in pairs) / total
    expected = sum(counts[one] * (counts[other] - (one == other)) * apart[one, other] for one, other in pairs)
    return 1 - observed / (expected / (total * (total - 1)))


def difference(
    pair: tuple[float, float], values: Sequence[float], counts: dict[float, float], measurement: Measurement
) -> float:
    low, high = sorted(pair)
    if measurement == "nominal":
        return float(low != high)
    if measurement == "interval":
        return (low - high) ** 2
    between = sum(counts[value] for value in values if low <= value <= high)
    return (between - (counts[low] + counts[high]) / 2) ** 2


@given(table=WITH_GAPS)
@settings(max_examples=20)
def test_turning_a_question_round_twice_is_leaving_it(table: np.ndarray) -> None:
    assert np.array_equal(reverse(reverse(table, FIVE), FIVE), table, equal_nan=True)
