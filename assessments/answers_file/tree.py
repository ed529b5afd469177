"""An assessment as the plain entries of an answers file."""

from collections.abc import Mapping
from typing import Any

from scoring.answers import Assessment, FactValue, Submission, Unanswered, Value


class OneLine(dict[str, Any]):
    """A group of entries that reads best on one line: the parts of a hundred."""


def as_tree(assessment: Assessment) -> dict[str, Any]:
    """Return a whole answers file, one entry per person heard."""
    return {**context_tree(assessment), "respondents": [_person(submission) for submission in assessment.heard]}


def context_tree(assessment: Assessment) -> dict[str, Any]:
    """Return what goes with a CSV: everything but what the respondents say."""
    return {
        "assessment": assessment.id,
        "firm": assessment.firm,
        "variant": assessment.variant,
        "date": assessment.date.isoformat(),
        **_filled(
            context={fact: _plain_fact(value) for fact, value in assessment.context.items()},
            role_weights=dict(assessment.role_weights),
            segments=[
                {"id": segment.id, "name": segment.name, "value": segment.value} for segment in assessment.segments
            ],
            pulse=[_plain(answers) for answers in assessment.pulse],
        ),
    }


def plain(value: Value) -> Any:
    """Return an answer as it is written in a file."""
    if isinstance(value, Unanswered):
        return value.value
    if isinstance(value, Mapping):
        return OneLine(value)
    return list(value) if isinstance(value, tuple) else value


def _person(submission: Submission) -> dict[str, Any]:
    return {
        "id": submission.respondent,
        "role": submission.role,
        **_filled(seconds=submission.seconds, answers=_plain(submission.answers), notes=dict(submission.notes)),
        **_filled(segments={segment: _plain(answers) for segment, answers in submission.segments.items()}),
    }


def _plain(answers: Mapping[str, Value]) -> dict[str, Any]:
    return {item: plain(value) for item, value in answers.items()}


def _plain_fact(value: FactValue) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _filled(**entries: Any) -> dict[str, Any]:
    """Return the entries that hold something."""
    return {name: value for name, value in entries.items() if value not in (None, {}, [])}
