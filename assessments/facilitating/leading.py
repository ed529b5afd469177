"""Who leads: a facilitator found by their token, and whether their controls count."""

from datetime import datetime

from assessments.answering.belonging import closed, opens
from assessments.answering.desk import Desk
from assessments.answering.refusals import refusal
from assessments.answering.watching import AWAY
from assessments.rights import Deed, Who, may
from assessments.storage import Connection
from assessments.storage.facilitators import facilitators_of, find_facilitator
from assessments.storage.workshop_records import FacilitatorRecord, WorkshopRecord
from assessments.storage.workshops import Lock, read_workshop


def led(
    desk: Desk, connection: Connection, token: object, deed: Deed, *, lock: Lock | None = None
) -> tuple[FacilitatorRecord, WorkshopRecord]:
    """Return a facilitator who may do ``deed`` and the workshop they lead or could lead; raises NotAccepted.

    A workshop of an organisation opens to the members who lead its workshops; then a link alone is not enough.
    """
    me = find_facilitator(connection, token) if isinstance(token, str) else None
    workshop = None if me is None else read_workshop(connection, me.assessment_id, lock=lock)
    if me is None or workshop is None or not opens(desk, workshop.assessment.organisation, Deed.OPEN_WORKSHOP):
        raise closed(desk, "desk")
    allow(me, workshop, deed)
    return me, workshop


def leads(connection: Connection, token: object) -> bool:
    """Return whether a token is that of a facilitator."""
    return isinstance(token, str) and find_facilitator(connection, token) is not None


def allow(me: FacilitatorRecord, workshop: WorkshopRecord, deed: Deed) -> None:
    """Let a facilitator do ``deed`` in the workshop they lead or could lead; raises NotAccepted."""
    who = Who.IN_CHARGE if workshop.in_charge == me.id else Who.FACILITATOR
    if not may(who, deed):
        raise refusal("in_charge" if who is Who.IN_CHARGE else "not_in_charge", workshop.assessment.public_id)


def is_there(seen_at: datetime | None, now: datetime) -> bool:
    """Return whether somebody who was seen then is connected ``now``."""
    return seen_at is not None and now - seen_at <= AWAY


def leader_is_there(connection: Connection, workshop: WorkshopRecord, now: datetime) -> bool:
    """Return whether whoever is in charge is connected ``now``."""
    leaders = facilitators_of(connection, workshop.id)
    return any(one.id == workshop.in_charge and is_there(one.seen_at, now) for one in leaders)
