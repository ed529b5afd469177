"""A study as JSON for other programs: numbers not rounded, null with its reason under the same keys."""

import json
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from assessments.reliability.study import Measured, Study
from scoring.reliability import RWG_CUT_OFF, Estimate

Entries = dict[str, Any]
Statistic = Estimate | Mapping[str, Estimate]


def study_json(study: Study) -> str:
    """Return a study as JSON text, under the keys that docs/reliability.md explains."""
    entries = {
        "targets": study.asked.targets,
        "left_out": list(study.left_out),
        "scales": [_measured(one, given=study.asked.scale is not None) for one in study.measured],
    }
    return json.dumps(entries, ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def _measured(one: Measured, *, given: bool) -> Entries:
    statistics = statistics_of(one)
    answered = one.answer_scale
    return {
        "scale": one.scale.name,
        "group": one.group,
        "items": list(one.scale.items),
        "reversed": [item for item, reversed_ in one.scale.items.items() if reversed_],
        "rows": one.reliability.rows,
        "complete_rows": one.reliability.complete,
        "answer_scale": {"min": answered.lowest, "max": answered.highest, "from": "option" if given else "data"},
        **{name: _values(statistic) for name, statistic in statistics.items()},
        "cut_offs": {"rwg": RWG_CUT_OFF, "rwgj": RWG_CUT_OFF, "ad": answered.deviation_cut_off},
        "reason": {name: why for name, statistic in statistics.items() if (why := _reasons(statistic))},
    }


def statistics_of(one: Measured) -> dict[str, Statistic]:
    """Return the statistics by name, in the order in which they are told."""
    found = one.reliability
    return {field.name: getattr(found, field.name) for field in fields(found) if field.name not in ("rows", "complete")}


def _values(statistic: Statistic) -> Any:
    if isinstance(statistic, Estimate):
        return statistic.value
    return {key: estimate.value for key, estimate in statistic.items()}


def _reasons(statistic: Statistic) -> Any:
    if isinstance(statistic, Estimate):
        return statistic.reason
    return {key: estimate.reason for key, estimate in statistic.items() if estimate.reason}
