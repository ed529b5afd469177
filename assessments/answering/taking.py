"""Taking answers: checked against the version the assessment was started with, stored before anybody is told so.

Two open tabs do not fight: each message changes the one thing that was tapped and nothing else, and the last tap
counts. A message that is sent again under the same ``key`` counts once.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from assessments.answering.answerers import Answerer, hold_answerer
from assessments.answering.applying import facts_of_firm, may_be_na
from assessments.answering.checking import check_answer, check_fact, check_key, check_note
from assessments.answering.desk import Desk
from assessments.answering.opening import asked_facts, hold_assessment, hold_person, owner
from assessments.answering.refusals import refusal
from assessments.rights import Deed
from assessments.storage import Connection, retried
from assessments.storage.answers import change_answer, stored_before
from assessments.storage.assessments import set_state
from assessments.storage.facts import change_fact
from assessments.storage.people import remember_place
from assessments.storage.records import Person
from assessments.storage.retries import ReusedKey
from assessments.storage.whole import read_assessment
from assessments.storage.workshops import changed_by_people
from scoring import Method
from scoring.answers import Unanswered
from scoring.model import Fact, Item


@dataclass(frozen=True, slots=True)
class Saved:
    """When something was stored; it is on the disk."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Slot:
    """Where an answer goes; ``repeated`` says that the same message was stored before."""

    connection: Connection
    answerer: Answerer
    method: Method
    question: Item
    round: int
    at: datetime
    repeated: bool

    @property
    def person(self) -> Person:
        return self.answerer.person

    def store(self, item: str, *, key: str | None, **says: Any) -> Saved:
        """Store what is said, and let whoever leads a workshop know that somebody answered."""
        stored = change_answer(self.connection, self.person.id, item, at=self.at, key=key, round_=self.round, **says)
        if self.answerer.workshop and not self.repeated:
            changed_by_people(self.connection, self.answerer.workshop.id)
        return Saved(stored)


@retried
def answer(desk: Desk, token: str, item: str, value: object, *, key: str | None = None) -> Saved:
    """Store a line, an option, several, a number, a split, "dk" or "na"; raises NotAccepted and stores nothing.

    In a workshop the answer counts for the round the question is in, and only while it is open.
    """
    with _answering(desk, token, item, key) as slot:
        checked = check_answer(slot.question, value)
        if checked is Unanswered.NOT_APPLICABLE and not slot.repeated:
            _refuse_unless_na(slot)
        remember_place(slot.connection, slot.person.id, item)
        return slot.store(item, value=checked, key=key)


@retried
def clear(desk: Desk, token: str, item: str, *, key: str | None = None) -> Saved:
    """Take an answer back; its note stays. Raises NotAccepted."""
    with _answering(desk, token, item, key) as slot:
        return slot.store(item, value=None, key=key)


@retried
def write_note(desk: Desk, token: str, item: str, note: object, *, key: str | None = None) -> Saved:
    """Store a comment or evidence beside an answer, an empty one takes it away; raises NotAccepted."""
    checked = check_note(note, item)
    with _answering(desk, token, item, key) as slot:
        return slot.store(item, note=checked, key=key)


@retried
def answer_fact(desk: Desk, token: str, fact: str, value: object, *, key: str | None = None) -> Saved:
    """Store a fact about the firm, None when it is left blank on purpose; raises NotAccepted."""
    checked = check_fact(_fact(desk, token, fact), value)
    with _changing(desk, token, key) as (connection, person):
        remember_place(connection, person.id, fact)
        return Saved(change_fact(connection, person.assessment.id, fact, checked, at=desk.clock(), key=key))


@retried
def clear_fact(desk: Desk, token: str, fact: str, *, key: str | None = None) -> Saved:
    """Take a fact back, so that it is open again; raises NotAccepted."""
    _fact(desk, token, fact)
    with _changing(desk, token, key) as (connection, person):
        at = desk.clock()
        return Saved(change_fact(connection, person.assessment.id, fact, None, at=at, given=False, key=key))


def finish(desk: Desk, token: str) -> Saved:
    """Close an assessment for answers, whatever is still open; raises NotAccepted."""
    return _set_state(desk, token, finished=True)


def reopen(desk: Desk, token: str) -> Saved:
    """Open a finished assessment for answers again; raises NotAccepted."""
    return _set_state(desk, token, finished=False)


@retried
def _set_state(desk: Desk, token: str, *, finished: bool) -> Saved:
    with desk.database.writing() as connection:
        record = hold_assessment(connection, token, Deed.FINISH)
        at = record.finished_at if finished and record.finished_at else desk.clock()
        set_state(connection, record.id, "finished" if finished else "open", at)
        return Saved(at)


def _fact(desk: Desk, token: str, id_: object) -> Fact:
    with desk.database.reading() as connection:
        record = owner(connection, token, Deed.ANSWER_FACT).assessment
        method = desk.method(connection, record.questionnaire_sha256)
    for fact in asked_facts(method.questionnaire, record):
        if fact.id == id_:
            return fact
    raise refusal("fact", id_)


@contextmanager
def _changing(desk: Desk, token: str, key: str | None) -> Iterator[tuple[Connection, Person]]:
    """Open a transaction in which this person, and nobody at the same time, changes an open assessment."""
    with counting_once(key), desk.database.writing() as connection:
        person = hold_person(connection, token, Deed.ANSWER_FACT)
        if person.assessment.state == "finished":
            raise refusal("finished", person.assessment.public_id)
        yield connection, person


@contextmanager
def _answering(desk: Desk, token: str, item: str, key: str | None) -> Iterator[Slot]:
    """Open a transaction in which this person, and nobody at the same time, answers an open question."""
    with counting_once(key), desk.database.writing() as connection:
        answerer = hold_answerer(desk, connection, token)
        method = desk.method(connection, answerer.person.assessment.questionnaire_sha256)
        question = _asked(answerer, method, item)
        repeated = stored_before(connection, answerer.person.id, item, key) is not None
        at = desk.clock()
        round_ = 1 if repeated else answerer.round_taking(item, at)
        yield Slot(connection, answerer, method, question, round_, at, repeated)


def _asked(answerer: Answerer, method: Method, id_: object) -> Item:
    """Return an item this person may answer, as it was when they started; raises NotAccepted."""
    for item in answerer.asked(method.questionnaire):
        if item.id == id_:
            return item
    raise refusal("question", id_)


@contextmanager
def counting_once(key: str | None) -> Iterator[None]:
    """Refuse a message whose ``key`` is none, or was used for another message."""
    check_key(key)
    try:
        yield
    except ReusedKey:
        raise refusal("key") from None


def _refuse_unless_na(slot: Slot) -> None:
    """In a workshop everybody's own answers decide, so that nothing tells what others said."""
    only = slot.person.id if slot.answerer.workshop else None
    assessment = read_assessment(slot.connection, slot.person.assessment, only=only)
    if not may_be_na(slot.method, facts_of_firm(slot.method, assessment), slot.question.id):
        raise refusal("not_applicable", slot.question.id)
