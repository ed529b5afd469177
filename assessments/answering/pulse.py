"""The pulse: six questions that customers answer at a link of their own; only many answers together are ever used."""

from collections.abc import Mapping
from dataclasses import dataclass

from assessments.answering.desk import Desk
from assessments.answering.joining import LONGEST_CODE, LONGEST_KEY, SHORTEST_KEY
from assessments.answering.refusals import refusal
from assessments.answering.taking import Saved
from assessments.rights import Deed, Who, may
from assessments.storage import Connection, retried
from assessments.storage.pulse import add_customer
from assessments.storage.workshop_records import WorkshopRecord
from assessments.storage.workshops import changed_by_people, find_by_pulse_code, read_workshop
from assessments.workshop import tidy_code
from scoring.answers import Unanswered
from scoring.model import LEVELS, PulseItem


@dataclass(frozen=True, slots=True)
class PulseInvitation:
    """What a customer is asked, by which firm."""

    firm: str
    items: tuple[PulseItem, ...]


def find_pulse(desk: Desk, code: object) -> PulseInvitation:
    """Return the questions for customers that a code opens; raises NotAccepted."""
    with desk.database.reading() as connection:
        workshop = _open_pulse(connection, code)
        questionnaire = desk.method(connection, workshop.assessment.questionnaire_sha256).questionnaire
    return PulseInvitation(workshop.assessment.firm, questionnaire.pulse)


@retried
def answer_pulse(desk: Desk, code: object, answers: Mapping[str, object], *, key: str) -> Saved:
    """Store one customer's lines, "dk" or "na"; raises NotAccepted and stores nothing.

    ``key`` is a random word of the device: the same one again counts once, and the first answers stay.
    """
    if not isinstance(key, str) or not SHORTEST_KEY <= len(key) <= LONGEST_KEY:
        raise refusal("join_key")
    items = {item.id: item for item in find_pulse(desk, code).items}
    checked = {item: _checked(items, item, value) for item, value in answers.items()}
    if not checked:
        raise refusal("pulse_nothing")
    with desk.database.writing() as connection:
        workshop = _open_pulse(connection, code)
        changed_by_people(connection, workshop.id)
        return Saved(add_customer(connection, workshop.id, checked, key=key, at=desk.clock()))


def _open_pulse(connection: Connection, code: object) -> WorkshopRecord:
    tidy = tidy_code(code) if isinstance(code, str) and len(code) <= LONGEST_CODE else ""
    id_ = find_by_pulse_code(connection, tidy)
    workshop = None if id_ is None else read_workshop(connection, id_)
    if workshop is None or not may(Who.CUSTOMER, Deed.ANSWER_PULSE):
        raise refusal("pulse_code", code)
    if not workshop.pulse_open:
        raise refusal("pulse_closed", workshop.assessment.public_id)
    return workshop


def _checked(items: Mapping[str, PulseItem], id_: str, value: object) -> int | Unanswered:
    item = items.get(id_)
    if item is None:
        raise refusal("question", id_)
    if value in (Unanswered.DONT_KNOW, Unanswered.DONT_KNOW.value):
        return Unanswered.DONT_KNOW
    if item.not_applicable and value in (Unanswered.NOT_APPLICABLE, Unanswered.NOT_APPLICABLE.value):
        return Unanswered.NOT_APPLICABLE
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= LEVELS:
        raise refusal("line", id_)
    return value
