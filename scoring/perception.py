"""The distance between what leaders believe, what people near customers see and what customers say."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from scoring.answers import Assessment, Unanswered
from scoring.levels import Items
from scoring.method import Bools, Method
from scoring.model import PulseItem
from scoring.result import Gaps
from scoring.sheet import Sheet


def measure_gaps(method: Method, assessment: Assessment, sheet: Sheet, items: Items, destination: int | None) -> Gaps:
    """Return the perception gaps of one firm; positive means the inside view is the rosier one."""
    rule = method.questionnaire.settings.gaps
    compared = rule.factors + (rule.factors_when_last_stage if destination == len(method.stages) else ())
    by_factor = _by_factor(method, items, compared)
    pulse = _pulse_gaps(method, items, assessment.pulse)
    estimate = _leaders_estimate(method, sheet)
    measured = assessment.context.get(rule.measured) if rule.measured else None
    return Gaps(
        executives_vs_near=_mean(top - near for top, near in by_factor.values()),
        executives_vs_near_firm=_both_sides_large_enough(method, sheet),
        by_factor=by_factor,
        estimate=estimate,
        measured=measured if isinstance(measured, int | float) else None,
        estimate_vs_measured=(
            estimate - measured if estimate is not None and isinstance(measured, int | float) else None
        ),
        pulse=_mean(pulse.values()),
        pulse_items=pulse,
    )


def _by_factor(method: Method, items: Items, factors: Sequence[str]) -> dict[str, tuple[float, float]]:
    """Mean of each side per factor, for factors both sides answered."""
    rule = method.questionnaire.settings.gaps
    means = np.where(items.na[:, None, :], np.nan, items.role_means)[0].tolist()
    found = {}
    for factor in factors:
        columns = [method.item_index[item.id] for item in method.questionnaire.factor_by_id[factor].items]
        top, near = (_side(method, means, columns, side) for side in (rule.top, rule.near))
        if top is not None and near is not None:
            found[factor] = (top, near)
    return found


def _side(method: Method, means: list[list[float]], columns: Sequence[int], roles: Sequence[str]) -> float | None:
    """Mean over ``roles`` of each role's mean over the items of a factor; ``means`` is per role and item."""
    per_role = (_mean(means[method.role_index[role]][column] for column in columns) for role in roles)
    return _mean(value for value in per_role if value is not None)


def _mean(values: Iterable[float]) -> float | None:
    known = [value for value in values if value == value]  # only NaN differs from itself
    return sum(known) / len(known) if known else None


def _both_sides_large_enough(method: Method, sheet: Sheet) -> bool:
    settings = method.questionnaire.settings
    sides = (_members(method, sheet, settings.gaps.top), _members(method, sheet, settings.gaps.near))
    return all(int(side.sum()) >= settings.privacy.min_group for side in sides)


def _members(method: Method, sheet: Sheet, roles: Sequence[str]) -> Bools:
    return np.array([role in roles for role in method.roles])[sheet.role]


def _leaders_estimate(method: Method, sheet: Sheet) -> float | None:
    item = method.questionnaire.telling("estimate")
    if item is None:
        return None
    leaders = _members(method, sheet, method.questionnaire.settings.gaps.top)
    return _mean(sheet.numbers[item.id][leaders].tolist())


def _pulse_gaps(method: Method, items: Items, pulse: Sequence[Mapping[str, int | Unanswered]]) -> dict[str, float]:
    """Item score minus the customers' mean, for pulse items with enough customer answers."""
    fewest = method.questionnaire.settings.gaps.pulse_answers
    gaps = {}
    for item in method.questionnaire.pulse:
        ours = float(items.score[0, method.item_index[item.mirrors]])
        theirs = [_pulse_score(item, answers.get(item.id)) for answers in pulse]
        known = [score for score in theirs if score is not None]
        if len(known) >= fewest and not np.isnan(ours):
            gaps[item.id] = ours - sum(known) / len(known)
    return gaps


def _pulse_score(item: PulseItem, level: int | Unanswered | None) -> float | None:
    if level is None or isinstance(level, Unanswered):
        return None
    return 100.0 * (level - 1) / (len(item.levels) - 1)
