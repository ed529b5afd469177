"""An assessment as the plain entries of an answers file."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date as Date
from typing import Any

from assessments.edits import NO_EDITS, PlanEdits
from scoring.answers import Assessment, FactValue, Submission, Unanswered, Value


class OneLine(dict[str, Any]):
    """A group of entries that reads best on one line: the parts of a hundred."""


def as_tree(assessment: Assessment, edits: PlanEdits = NO_EDITS) -> dict[str, Any]:
    """Return a whole answers file, one entry per person heard."""
    people = [_person(submission) for submission in told(assessment)]
    return {**context_tree(assessment, edits), "respondents": people}


def told(assessment: Assessment) -> tuple[Submission, ...]:
    """Return the entries of a file: one per person heard or, where rounds are kept apart, per person and round."""
    apart = any(submission.round is not None for submission in assessment.submissions)
    return assessment.submissions if apart else assessment.heard


def context_tree(assessment: Assessment, edits: PlanEdits = NO_EDITS) -> dict[str, Any]:
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
            plan=edits_tree(edits),
        ),
    }


def edits_tree(edits: PlanEdits) -> dict[str, Any]:
    """Return what people changed about a plan; what was left to the plan is left out."""
    actions = {action: _said(asdict(said)) for action, said in sorted(edits.actions.items())}
    return _filled(**_said({"capacity": edits.capacity, "start": edits.start}), actions=_filled(**actions))


def _said(entries: Mapping[str, Any]) -> dict[str, Any]:
    """Return the edits that were made, days as texts."""
    made = {name: value for name, value in entries.items() if value is not None and value is not False}
    plain_days = {name: value.isoformat() if isinstance(value, Date) else value for name, value in made.items()}
    return {name: value for name, value in plain_days.items() if value != "planned"}


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
        **_filled(
            round=submission.round,
            seconds=submission.seconds,
            answers=_plain(submission.answers),
            notes=dict(submission.notes),
        ),
        **_filled(segments={segment: _plain(answers) for segment, answers in submission.segments.items()}),
    }


def _plain(answers: Mapping[str, Value]) -> dict[str, Any]:
    return {item: plain(value) for item, value in answers.items()}


def _plain_fact(value: FactValue) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _filled(**entries: Any) -> dict[str, Any]:
    """Return the entries that hold something."""
    return {name: value for name, value in entries.items() if value not in (None, {}, [])}
