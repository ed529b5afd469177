"""What those see who are shown a result: stages, conditions and moves, no answers and no names of people."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from assessments.answering.belonging import ours
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
from assessments.storage.records import AssessmentRecord
from assessments.storage.shares import ShareRecord, find_share, share_used
from assessments.storage.workshop_records import WorkshopRecord
from assessments.storage.workshops import read_workshop
from scoring import assess

LONGEST_LINK = 200
NOTED_AGAIN = timedelta(minutes=1)  # a link that is used all the time is not stored all the time


@dataclass(frozen=True, slots=True)
class Shared:
    """A result as it was shared; ``came`` is what a workshop adds to it, and a member's view never expires."""

    planned: Planned
    came: Outcome | None
    expires_at: datetime | None = None
    owned: bool = False  # by an organisation whose owner looks at it


@retried
def shared(desk: Desk, link: str) -> Shared:
    """Return the result a link shows now, and store that it was looked at; raises NotAccepted, saying why not.

    Members of the organisation whose result it is come with its name instead of a link.
    """
    with desk.database.reading() as connection:
        mine = ours(desk, connection, link, Deed.SEE_SHARED)
        if mine is not None:
            return _to_member(desk, connection, mine)
        record = _open(desk, connection, link)
        found = replace(passed_on(desk, connection, record.assessment_id), expires_at=record.expires_at)
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


def _to_member(desk: Desk, connection: Connection, record: AssessmentRecord) -> Shared:
    """Return a result as members see it, once whoever answers alone has finished."""
    if record.kind == "self" and record.state != "finished":
        raise refusal("not_finished", record.public_id)
    owned = desk.visitor.may(Deed.SHARE, record.organisation)
    return replace(passed_on(desk, connection, record.id), owned=owned)


def passed_on(desk: Desk, connection: Connection, id_: int) -> Shared:
    """Return the result of an assessment as others see it, whoever asks; raises NotAccepted where there is none."""
    workshop = read_workshop(connection, id_)
    if workshop is not None:
        return _of_workshop(desk, connection, workshop)
    assessment = assessment_numbered(connection, id_)
    if assessment is None:
        raise refusal("share")
    opened, edits = load(desk, connection, assessment), read_plan(connection, assessment.id)
    planned = solve(opened, assess(opened.method, opened.assessment), edits)
    return Shared(_without_people(planned), None)


def _of_workshop(desk: Desk, connection: Connection, workshop: WorkshopRecord) -> Shared:
    """Return the result as it was released last; that somebody looks at it releases nothing more."""
    if workshop.standing.phase not in HAS_RESULT:  # it was started over
        raise refusal("no_result", workshop.assessment.public_id)
    planned = solved(desk, connection, workshop, released_result(desk, connection, workshop))
    return Shared(_without_people(planned), read_outcome(desk, connection, workshop))


def _without_people(planned: Planned) -> Planned:
    """Return a plan without the names of those who follow it up."""
    edits: PlanEdits = planned.edits
    actions = {action: replace(said, person=None) for action, said in edits.actions.items()}
    return replace(planned, edits=replace(edits, actions=actions))
