"""How sure a placement is, what would tip it and which unanswered question would settle most."""

from collections.abc import Iterator
from typing import Literal

import numpy as np

from scoring.answers import Assessment
from scoring.bootstrap import Replicates, replicate
from scoring.engine import Reading, Standing, read, stand
from scoring.method import Floats, Ints, Method
from scoring.model import TOLERANCE
from scoring.result import Cap, Confidence
from scoring.tipping import find_tips, most_settling


def measure_confidence(method: Method, assessment: Assessment) -> Confidence:
    """Return how sure the placement of ``assessment`` is; the placement itself stays the one ``assess`` gives."""
    reading = read(method, assessment)
    standing = stand(method, assessment, reading)
    return judge(method, assessment, reading, standing, replicate(method, assessment, reading, standing))


def judge(
    method: Method, assessment: Assessment, reading: Reading, standing: Standing, drawn: Replicates
) -> Confidence:
    """Return the confidence that ``drawn`` replicates give in ``standing``."""
    position = _shares(drawn.position, range(len(method.stages) + 1))
    label, capped_by = _label(method, assessment, position[standing.position])
    others = {stage: share for stage, share in position.items() if stage != standing.position and share > 0}
    low, high = np.percentile(drawn.coordinate, (10, 90))
    return Confidence(
        position=position,
        now=_shares(drawn.now, range(len(method.stages) + 1)),
        five_years=_shares(drawn.five_years, range(len(method.stages) + 1)),
        index_80={stage: _interval(drawn.index[:, row]) for stage, row in method.stage_index.items()},
        coordinate_80=(float(low), float(high)),
        label=label,
        runner_up=max(others, key=lambda stage: others[stage]) if others else None,
        capped_by=capped_by,
        tips=find_tips(method, assessment, reading, standing),
        would_settle=most_settling(method, reading, standing),
    )


def _shares(drawn: Ints, values: range) -> dict[int, float]:
    return {value: float((drawn == value).mean()) for value in values}


def _interval(index: Floats) -> tuple[float, float] | None:
    if np.isnan(index).any():
        return None
    low, high = np.percentile(index, (10, 90))
    return float(low), float(high)


def _label(
    method: Method, assessment: Assessment, share: float
) -> tuple[Literal["clear", "likely", "between"], tuple[Cap, ...]]:
    """Return the label a share earns, lowered to "likely" where too few voices were heard, and why."""
    rule = method.questionnaire.settings.confidence
    if share < rule.likely - TOLERANCE:
        return "between", ()
    caps = tuple(_caps(method, assessment)) if share >= rule.clear - TOLERANCE else ()
    return ("likely", caps) if caps or share < rule.clear - TOLERANCE else ("clear", ())


def _caps(method: Method, assessment: Assessment) -> Iterator[Cap]:
    settings = method.questionnaire.settings
    roles = {submission.role for submission in assessment.heard}
    if len(assessment.heard) == 1:
        yield "single_respondent"
    if assessment.variant == "quick":
        yield "quick_scan"
    if len(roles) < settings.confidence.roles:
        yield "few_roles"
    if not roles.intersection(settings.gaps.top):
        yield "no_leaders"
    if not roles.intersection(settings.gaps.near):
        yield "nobody_near_customers"
