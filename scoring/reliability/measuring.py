"""All statistics of one scale, answered by one group of people."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from scoring.reliability import scales
from scoring.reliability.consensus import AnswerScale, ad_j, ad_mean, ad_median, rwg, rwg_j
from scoring.reliability.estimate import Estimate, Floats, unknown
from scoring.reliability.one_factor import mcdonald_omega
from scoring.reliability.raters import MEASUREMENTS, intraclass_correlations, krippendorff_alpha

Targets = Literal["columns", "rows"]

NO_SET = "The rows are different targets and not several ways of asking the same; see the single targets."


@dataclass(frozen=True, slots=True)
class Answers:
    """A table of answers (rows, items), NaN where one is missing, reversed items already turned round.

    ``targets`` says what is rated: the columns, rows being the people who rate, or the rows, columns being the raters.
    """

    rows: tuple[str, ...]
    items: tuple[str, ...]
    table: Floats
    scale: AnswerScale
    targets: Targets = "columns"


@dataclass(frozen=True, slots=True)
class Reliability:
    """What can be said about a scale; keyed by item, by measurement, by form, or by rated target."""

    rows: int
    complete: int
    cronbach_alpha: Estimate
    cronbach_alpha_standardized: Estimate
    mcdonald_omega: Estimate
    alpha_if_item_dropped: Mapping[str, Estimate]
    item_rest_correlation: Mapping[str, Estimate]
    krippendorff_alpha: Mapping[str, Estimate]
    icc: Mapping[str, Estimate]
    rwg: Mapping[str, Estimate]
    rwgj: Estimate
    ad_mean: Mapping[str, Estimate]
    ad_mean_j: Estimate
    ad_median: Mapping[str, Estimate]
    ad_median_j: Estimate


def measure_reliability(answers: Answers) -> Reliability:
    """Return every statistic of a scale, each with its value or the reason why there is none."""
    complete = scales.complete_rows(answers.table)
    covariances = scales.item_covariances(complete)
    by_column = answers.targets == "columns"
    ratings = answers.table.T if by_column else answers.table  # (targets, raters)
    targets = dict(zip(answers.items if by_column else answers.rows, ratings, strict=True))
    means, medians = _each(ad_mean, targets), _each(ad_median, targets)
    return Reliability(
        rows=len(answers.table),
        complete=len(complete),
        cronbach_alpha=scales.cronbach_alpha(covariances),
        cronbach_alpha_standardized=scales.standardized_alpha(covariances),
        mcdonald_omega=mcdonald_omega(covariances),
        alpha_if_item_dropped=_by_item(scales.alpha_if_dropped, answers.items, covariances),
        item_rest_correlation=_by_item(scales.item_rest_correlation, answers.items, covariances),
        krippendorff_alpha={measured: krippendorff_alpha(ratings, measured) for measured in MEASUREMENTS},
        icc=intraclass_correlations(complete.T if by_column else complete),
        rwg=_each(lambda given: rwg(given, answers.scale), targets),
        rwgj=rwg_j(tuple(ratings), answers.scale) if by_column else unknown(NO_SET),
        ad_mean=means,
        ad_mean_j=ad_j(tuple(means.values())) if by_column else unknown(NO_SET),
        ad_median=medians,
        ad_median_j=ad_j(tuple(medians.values())) if by_column else unknown(NO_SET),
    )


def _by_item(
    measure: Callable[[Floats | None, int], Estimate], items: Sequence[str], covariances: Floats | None
) -> dict[str, Estimate]:
    return {item: measure(covariances, index) for index, item in enumerate(items)}


def _each(measure: Callable[[Floats], Estimate], targets: Mapping[str, Floats]) -> dict[str, Estimate]:
    return {target: measure(answers) for target, answers in targets.items()}


def reverse(answers: Floats, scale: AnswerScale) -> Floats:
    """Return answers to a question that was asked the other way round: the lowest becomes the highest."""
    return scale.lowest + scale.highest - answers


def scale_of(table: Floats) -> AnswerScale:
    """Return the lowest and highest answer found in a table, where nothing else says what could be answered."""
    return AnswerScale(float(np.nanmin(table)), float(np.nanmax(table)))
