"""One part of a job that places stored assessments anew: where one of them stands before and after."""

from collections.abc import Mapping
from typing import Any

from assessments.answering.desk import Desk
from assessments.editing import questionnaire_of
from assessments.editing.moving import compared
from assessments.editing.stored import stored_in
from assessments.editing.trying import RANDOM_FIRMS
from assessments.storage.assessments import find_assessment
from assessments.storage.job_list import tried_files
from assessments.storage.jobs import Part
from assessments.working.effects import FINDERS, Change, find
from assessments.working.parts import GONE, CannotBeDone
from scoring import Method


def place(desk: Desk, part: Part) -> Mapping[str, Any] | None:
    """Return what ``Placement`` holds of one assessment, None where nobody answered, or what else is to be found.

    Raises CannotBeDone.
    """
    change: Change = desk.remembered(("tried", part.job), lambda: _change(desk, part))
    if part.name in FINDERS:
        return find(part.name, change, part.wish.get("firms", RANDOM_FIRMS))
    with desk.database.reading() as connection:
        record = find_assessment(connection, part.name)
        if record is None:
            raise CannotBeDone(GONE)
        stored = stored_in(connection, record)
        before = change.before or desk.method(connection, record.questionnaire_sha256)
    if not stored.answered:
        return None
    move = compared(before, change.after, stored)
    return {
        "name": move.name,
        "before": move.before,
        "after": move.after,
        "coordinate_before": move.coordinate_before,
        "coordinate_after": move.coordinate_after,
        "why": list(move.why),
    }


def _change(desk: Desk, part: Part) -> Change:
    with desk.database.reading() as connection:
        files = tried_files(connection, part.job_id)
    methods = {side: _method(texts) for side, texts in files.items()}
    return Change(methods.get("before"), methods["after"], files["after"])


def _method(texts: Mapping[str, str]) -> Method:
    questionnaire = questionnaire_of(texts)
    if questionnaire is None:
        raise CannotBeDone("The questionnaire that was to be tried cannot be read by this version of the program.")
    return Method(questionnaire)
