"""One part of a job that places stored assessments anew: where one of them stands before and after."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from assessments.answering.desk import Desk
from assessments.editing import questionnaire_of
from assessments.editing.moving import compared
from assessments.editing.stored import stored_in
from assessments.storage.assessments import find_assessment
from assessments.storage.job_list import tried_files
from assessments.storage.jobs import Part
from assessments.working.parts import GONE, CannotBeDone
from scoring import Method


class _Tried(NamedTuple):
    before: Method | None  # None for the version that each assessment was answered to
    after: Method


def place(desk: Desk, part: Part) -> Mapping[str, Any] | None:
    """Return what ``Placement`` holds of one assessment, None where nobody answered; raises CannotBeDone."""
    tried: _Tried = desk.remembered(("tried", part.job), lambda: _tried(desk, part))
    with desk.database.reading() as connection:
        record = find_assessment(connection, part.name)
        if record is None:
            raise CannotBeDone(GONE)
        stored = stored_in(connection, record)
        before = tried.before or desk.method(connection, record.questionnaire_sha256)
    if not stored.answered:
        return None
    move = compared(before, tried.after, stored)
    return {
        "name": move.name,
        "before": move.before,
        "after": move.after,
        "coordinate_before": move.coordinate_before,
        "coordinate_after": move.coordinate_after,
        "why": list(move.why),
    }


def _tried(desk: Desk, part: Part) -> _Tried:
    with desk.database.reading() as connection:
        files = tried_files(connection, part.job_id)
    methods = {side: _method(texts) for side, texts in files.items()}
    return _Tried(methods.get("before"), methods["after"])


def _method(texts: Mapping[str, str]) -> Method:
    questionnaire = questionnaire_of(texts)
    if questionnaire is None:
        raise CannotBeDone("The questionnaire that was to be tried cannot be read by this version of the program.")
    return Method(questionnaire)
