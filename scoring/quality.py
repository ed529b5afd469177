"""Submissions worth a second look: reported, never excluded."""

import numpy as np

from scoring.answers import Assessment, Submission
from scoring.method import DONT_KNOW, SILENT, Bools, Codes, Method
from scoring.model import LEVELS
from scoring.result import Flagged, QualityFlag

AGREES_FROM = 4  # "agree" on the five degrees


def flag_submissions(method: Method, assessment: Assessment, said: Codes) -> tuple[Flagged, ...]:
    """Return what is unusual about each submission, given what they ``said`` (N, I)."""
    flags: dict[QualityFlag, list[bool]] = {
        "straight_lining": _straight_lines(method, said).tolist(),
        "contradiction": _contradicts(method, said).tolist(),
        "speed": [_too_fast(method, assessment, submission) for submission in assessment.heard],
        "mostly_unknown": _mostly_unknown(method, said).tolist(),
    }
    return tuple(
        Flagged(submission.respondent, flag)
        for row, submission in enumerate(assessment.heard)
        for flag, raised in flags.items()
        if raised[row]
    )


def _straight_lines(method: Method, said: Codes) -> Bools:
    rule = method.questionnaire.settings.quality
    lines = said[:, method.bars]
    times = (lines[:, :, None] == np.arange(LEVELS)).sum(axis=1)
    given = times.sum(axis=1)
    return np.asarray(
        (given >= max(1, rule.straight_line_items)) & (times.max(axis=1) >= rule.straight_line_share * given)
    )


def _contradicts(method: Method, said: Codes) -> Bools:
    """Agreeing that the team can change and that everybody waits for it to blow over, while praising adoption."""
    rule = method.questionnaire.settings.quality
    if not rule.agrees_with or rule.while_at_top is None:
        return np.zeros(len(said), dtype=bool)
    agrees = said[:, [method.item_index[item] for item in rule.agrees_with]] >= AGREES_FROM - 1
    return np.asarray(agrees.all(axis=1) & (said[:, method.item_index[rule.while_at_top]] == LEVELS - 1))


def _too_fast(method: Method, assessment: Assessment, submission: Submission) -> bool:
    fastest = method.questionnaire.settings.quality.fastest_seconds
    return assessment.variant == "full" and submission.seconds is not None and submission.seconds < fastest


def _mostly_unknown(method: Method, said: Codes) -> Bools:
    given = (said != SILENT).sum(axis=1)
    unknown = (said == DONT_KNOW).sum(axis=1)
    return np.asarray(unknown > method.questionnaire.settings.quality.unknown_share * given)
