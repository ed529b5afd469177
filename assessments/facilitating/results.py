"""The result of a workshop as it is now, with everybody whose answers count."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from assessments.answering.desk import Desk
from assessments.answering.opening import Opened
from assessments.storage import Connection
from assessments.storage.answers import times_taken
from assessments.storage.seats import seats_of
from assessments.storage.whole import read_assessment
from assessments.storage.workshop_records import WorkshopRecord
from assessments.workshop import asked_of
from scoring import assess
from scoring.answers import Assessment, Submission
from scoring.model import Item, Questionnaire
from scoring.result import Result


@dataclass(frozen=True, slots=True)
class Counted:
    """The answers that count, and what follows from them."""

    opened: Opened
    result: Result


def counted(
    desk: Desk,
    connection: Connection,
    workshop: WorkshopRecord,
    *,
    everybody: bool = False,
) -> Counted:
    """Return the answers that count and their result; those of ``everybody`` with the excluded ones."""
    snapshot = (workshop.assessment.public_id, workshop.version, workshop.activity, everybody)
    made: Counted = desk.remembered(("counted", *snapshot), lambda: _count(desk, connection, workshop, everybody))
    return made


def excluded_names(connection: Connection, workshop: WorkshopRecord) -> frozenset[str]:
    """Return who is left out, by name."""
    return frozenset(seat.name for seat in seats_of(connection, workshop.id) if seat.name and seat.excluded)


def _count(desk: Desk, connection: Connection, workshop: WorkshopRecord, everybody: bool) -> Counted:
    method = desk.method(connection, workshop.assessment.questionnaire_sha256)
    whole = read_assessment(connection, workshop.assessment)
    left_out = frozenset[str]() if everybody else excluded_names(connection, workshop)
    submissions = _heard(whole, left_out)
    timed = _timed(method.questionnaire, workshop, submissions, times_taken(connection, workshop.id))
    assessment = replace(whole, submissions=timed)
    return Counted(Opened(workshop.assessment, None, method, assessment), assess(method, assessment))


def _heard(assessment: Assessment, left_out: Collection[str]) -> tuple[Submission, ...]:
    """Return those who said something, by name, so that nothing tells who came first."""
    said = (one for one in assessment.submissions if one.answers and one.respondent not in left_out)
    return tuple(sorted(said, key=lambda one: one.respondent))


def _timed(
    questionnaire: Questionnaire, workshop: WorkshopRecord, submissions: tuple[Submission, ...], seconds: dict[str, int]
) -> tuple[Submission, ...]:
    """Add how long people took who have answered everything they were asked."""
    return tuple(
        replace(one, seconds=seconds.get(one.respondent))
        if set(one.answers).issuperset(_asked(questionnaire, workshop, one.role))
        else one
        for one in submissions
    )


def _asked(questionnaire: Questionnaire, workshop: WorkshopRecord, role: str) -> set[str]:
    def put(item: Item) -> bool:
        return item.id in workshop.standing.items and asked_of(item, role, workshop.roles)

    return {item.id for item in questionnaire.items if put(item)}
