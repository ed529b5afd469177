"""Submissions worth a second look: reported, never excluded."""

from collections.abc import Iterator

from scoring.answers import Assessment, Submission, Unanswered
from scoring.method import Method
from scoring.model import LEVELS
from scoring.result import Flagged, QualityFlag

AGREES_FROM = 4  # "agree" on the five degrees


def flag_submissions(method: Method, assessment: Assessment) -> tuple[Flagged, ...]:
    """Return what is unusual about each submission; see the model, section 7.4."""
    return tuple(
        Flagged(submission.respondent, flag)
        for submission in assessment.heard
        for flag in _flags(method, assessment, submission)
    )


def _flags(method: Method, assessment: Assessment, submission: Submission) -> Iterator[QualityFlag]:
    if _straight_lines(method, submission):
        yield "straight_lining"
    if _contradicts(method, submission):
        yield "contradiction"
    if _too_fast(method, assessment, submission):
        yield "speed"
    if _mostly_unknown(method, submission):
        yield "mostly_unknown"


def _straight_lines(method: Method, submission: Submission) -> bool:
    rule = method.questionnaire.settings.quality
    lines = [value for item, value in submission.answers.items() if item in method.bars and isinstance(value, int)]
    if len(lines) < max(1, rule.straight_line_items):
        return False
    times = [0] * (LEVELS + 1)
    for line in lines:
        times[line] += 1
    return max(times) >= rule.straight_line_share * len(lines)


def _contradicts(method: Method, submission: Submission) -> bool:
    """Agreeing that the team can change and that everybody waits for it to blow over, while praising adoption."""
    rule = method.questionnaire.settings.quality
    if not rule.agrees_with or rule.while_at_top is None:
        return False
    levels = [submission.answers.get(item) for item in rule.agrees_with]
    agrees = all(isinstance(level, int) and level >= AGREES_FROM for level in levels)
    return agrees and submission.answers.get(rule.while_at_top) == LEVELS


def _too_fast(method: Method, assessment: Assessment, submission: Submission) -> bool:
    fastest = method.questionnaire.settings.quality.fastest_seconds
    return assessment.variant == "full" and submission.seconds is not None and submission.seconds < fastest


def _mostly_unknown(method: Method, submission: Submission) -> bool:
    given = list(submission.answers.values())
    unknown = given.count(Unanswered.DONT_KNOW)
    return bool(given) and unknown > method.questionnaire.settings.quality.unknown_share * len(given)
