"""What the holder of a link to a result sees: stages, conditions and moves, no answers and no names of people."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from assessments.answering.desk import Desk
from assessments.answering.opening import load
from assessments.answering.planning import Planned, solve
from assessments.answering.refusals import refusal
from assessments.edits import PlanEdits
from assessments.facilitating.outcomes import HAS_RESULT, Outcome, read_outcome, released_result
from assessments.facilitating.planning import solved
from assessments.rights import Deed, Who, may
from assessments.sharing.links import state_of
from assessments.storage import Connection, retried
from assessments.storage.assessments import assessment_numbered
from assessments.storage.plans import read_plan
from assessments.storage.shares import ShareRecord, find_share, share_used
from assessments.storage.workshop_records import WorkshopRecord
from assessments.storage.workshops import read_workshop
from scoring import assess

LONGEST_LINK = 200
NOTED_AGAIN = timedelta(minutes=1)  # a link that is used all the time is not stored all the time


@dataclass(frozen=True, slots=True)
class Shared:
    """A result as it was shared; ``came`` is what a workshop adds to it."""

    planned: Planned
    came: Outcome | None
    expires_at: datetime


@retried
def shared(desk: Desk, link: str) -> Shared:
    """Return the result a link shows now, and store that it was looked at; raises NotAccepted, saying why not."""
    with desk.database.reading() as connection:
        record = _open(desk, connection, link)
        found = _result(desk, connection, record)
    now = desk.clock()
    if record.used_at is None or now - record.used_at >= NOTED_AGAIN:
        with desk.database.writing() as connection:
            share_used(connection, record.id, now)
    return found


def _open(desk: Desk, connection: Connection, link: object) -> ShareRecord:
    short = isinstance(link, str) and len(link) <= LONGEST_LINK
    record = find_share(connection, str(link)) if short else None
    state = "unknown" if record is None else state_of(record, desk.clock())
    who = Who.READER if state == "open" else Who.STRANGER
    if record is None or not may(who, Deed.SEE_SHARED):
        raise refusal({"expired": "share_expired", "revoked": "share_revoked"}.get(state, "share"))
    return record


def _result(desk: Desk, connection: Connection, record: ShareRecord) -> Shared:
    workshop = read_workshop(connection, record.assessment_id)
    if workshop is not None:
        return _of_workshop(desk, connection, workshop, record)
    assessment = assessment_numbered(connection, record.assessment_id)
    if assessment is None:
        raise refusal("share")
    opened, edits = load(desk, connection, assessment), read_plan(connection, assessment.id)
    planned = solve(opened, assess(opened.method, opened.assessment), edits)
    return Shared(_without_people(planned), None, record.expires_at)


def _of_workshop(desk: Desk, connection: Connection, workshop: WorkshopRecord, record: ShareRecord) -> Shared:
    """Return the result as it was released last; that somebody looks at it releases nothing more."""
    if workshop.standing.phase not in HAS_RESULT:  # it was started over
        raise refusal("no_result", workshop.assessment.public_id)
    planned = solved(desk, connection, workshop, released_result(desk, connection, workshop))
    return Shared(_without_people(planned), read_outcome(desk, connection, workshop), record.expires_at)


def _without_people(planned: Planned) -> Planned:
    """Return a plan without the names of those who follow it up."""
    edits: PlanEdits = planned.edits
    actions = {action: replace(said, person=None) for action, said in edits.actions.items()}
    return replace(planned, edits=replace(edits, actions=actions))
