"""Who answers: somebody on their own, or from a seat in a workshop, where only what is open may be answered."""

from dataclasses import dataclass
from datetime import datetime

from assessments.answering.all_phones import AllPhones, find_all_phones
from assessments.answering.desk import Desk
from assessments.answering.opening import asked, hold_person
from assessments.answering.refusals import not_now, refusal
from assessments.rights import Deed, Who, may
from assessments.storage import Connection
from assessments.storage.records import Person
from assessments.storage.seats import change_seat, find_seat, hold_seat
from assessments.storage.workshop_records import SeatRecord, WorkshopRecord
from assessments.storage.workshops import Lock
from assessments.workshop import NotNow, asked_of
from scoring.model import Item, Questionnaire


@dataclass(frozen=True, slots=True)
class Answerer:
    """Somebody who may answer, with the workshop they do it in, if any."""

    person: Person
    workshop: WorkshopRecord | None = None

    def asked(self, questionnaire: Questionnaire) -> tuple[Item, ...]:
        """Return the questions that are put to this person, open or not."""
        items = asked(questionnaire, self.person.assessment)
        if self.workshop is None:
            return items
        return tuple(item for item in items if asked_of(item, self.person.role, self.workshop.roles))

    def round_taking(self, item: str, at: datetime) -> int:
        """Return the round in which an answer arriving ``at`` counts; raises NotAccepted."""
        if self.person.assessment.state == "finished":
            raise refusal("over" if self.workshop else "finished", self.person.assessment.public_id)
        if self.workshop is None:
            return 1
        try:
            return self.workshop.standing.round_taking(item, at)
        except NotNow as reason:
            raise not_now(reason, item) from reason


def hold_answerer(desk: Desk, connection: Connection, token: object) -> Answerer:
    """Return whom a token lets answer, and let no control and no other answer of theirs come between."""
    found = find_seat(connection, str(token))
    if found is None:
        return Answerer(hold_person(connection, token, Deed.ANSWER))
    locked = find_all_phones(desk, connection, found.assessment_id, lock="shared")
    seat, phones = _kept(hold_seat(connection, found.id), locked)
    if not may(who_sits(seat), Deed.ANSWER) or seat.respondent_id is None or seat.name is None or seat.role is None:
        raise refusal("spectator", phones.workshop.assessment.public_id)
    if seat.state == "idle":  # who answers is there again
        change_seat(connection, seat.id, state="here")
    return Answerer(
        Person(seat.respondent_id, seat.name, seat.role, seat.place, phones.workshop.assessment), phones.workshop
    )


def who_sits(seat: SeatRecord) -> Who:
    """Return as whom somebody sits in the room; whose seat was taken away is nobody there."""
    if seat.state == "removed":
        return Who.STRANGER
    return Who.SPECTATOR if seat.role is None else Who.PARTICIPANT


def seated(
    desk: Desk, connection: Connection, token: object, deed: Deed, *, lock: Lock | None = None
) -> tuple[SeatRecord, AllPhones]:
    """Return a seat that its owner still has, and may do ``deed`` from, with its workshop; raises NotAccepted."""
    found = find_seat(connection, token) if isinstance(token, str) else None
    seat, phones = _kept(
        found, None if found is None else find_all_phones(desk, connection, found.assessment_id, lock=lock)
    )
    if not may(who_sits(seat), deed):
        raise refusal("spectator", phones.workshop.assessment.public_id)
    return seat, phones


def _kept(seat: SeatRecord | None, phones: AllPhones | None) -> tuple[SeatRecord, AllPhones]:
    if seat is None or phones is None:
        raise refusal("seat")
    if seat.state == "removed":
        raise refusal("gone", phones.workshop.assessment.public_id)
    return seat, phones
