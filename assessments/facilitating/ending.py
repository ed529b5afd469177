"""Deleting a workshop for good, or keeping its answers without the people."""

from collections import Counter
from random import SystemRandom

from assessments.answering.desk import Desk
from assessments.answering.joining import NAMES
from assessments.answering.refusals import refusal
from assessments.facilitating.leading import led
from assessments.facilitating.noting import note
from assessments.languages import marked, say
from assessments.rights import Deed
from assessments.storage import Connection, retried
from assessments.storage.anonymising import People, forget_people, people_of
from assessments.storage.assessments import delete_assessment
from assessments.storage.deed_log import forget_deeds, forget_doers
from assessments.storage.seats import seats_of
from assessments.storage.workshop_records import WorkshopRecord
from assessments.storage.workshops import change_workshop, changed_by_control
from scoring.privacy import showable_groups

DELETED = marked(
    "The workshop has been deleted here: its answers, notes, conclusions, links and history. "
    "One line stays, which says who deleted it and when. "
    "Copies of the database made before now keep it until they are deleted in their turn; "
    "ask whoever runs this server how long copies are kept."
)
ANONYMISED = marked(
    "The workshop is anonymous now. Its answers are kept under new numbers; links, times, notes, conclusions, reasons "
    "and the history are gone. Roles of fewer than {minimum} people were put together."
)


@retried
def delete(desk: Desk, token: str) -> str:
    """Delete a workshop, with its firm when it has no other, and return what to tell; raises NotAccepted.

    What was deleted is overwritten on the disk, not only forgotten.
    """
    with desk.database.writing() as connection:
        me, workshop = led(desk, connection, token, Deed.DELETE_WORKSHOP, lock="alone")
        delete_assessment(connection, workshop.id)
        forget_deeds(connection, workshop.assessment.public_id)
        note(desk, connection, me, workshop, "deleted")
    desk.database.wipe_leftovers()
    return say(DELETED)


@retried
def anonymise(desk: Desk, token: str, *, confirmed: bool = False) -> str:
    """Keep the answers that count and forget the people, and return what to tell; raises NotAccepted.

    It cannot be undone. Only a workshop that has ended can be made anonymous. People in roles of few become one
    group in the role that most of them had, so that the result may move a little.
    """
    with desk.database.writing() as connection:
        me, workshop = led(desk, connection, token, Deed.ANONYMISE, lock="alone")
        if workshop.anonymised_at is not None:
            raise refusal("anonymised", workshop.assessment.public_id)
        if workshop.standing.phase != "ended":
            raise refusal("not_ended", workshop.assessment.public_id)
        if not confirmed:
            raise refusal("confirm_anonymise", workshop.assessment.public_id)
        note(desk, connection, me, workshop, "anonymised")
        forget_everybody(desk, connection, workshop)
        changed_by_control(connection, workshop.id)
    desk.database.wipe_leftovers()
    return say(ANONYMISED, minimum=workshop.minimum)


def forget_everybody(desk: Desk, connection: Connection, workshop: WorkshopRecord) -> None:
    """Keep the answers of a workshop that count, and forget whose they were and who led it."""
    excluded = {seat.respondent_id for seat in seats_of(connection, workshop.id) if seat.excluded}
    people = {id_: role for id_, role in people_of(connection, workshop.id).items() if id_ not in excluded}
    roles = _pooled(people, workshop.minimum)
    order = list(people)
    SystemRandom().shuffle(order)
    names = [f"r{number}" for number in SystemRandom().sample(NAMES, len(order))]
    kept = [(id_, name, roles[id_]) for id_, name in zip(order, names, strict=True)]
    forget_people(connection, workshop.id, kept)
    forget_doers(connection, workshop.assessment.public_id)
    change_workshop(connection, workshop.id, anonymised_at=desk.clock())


def _pooled(people: People, minimum: int) -> People:
    """Return the roles of people with those of few put together."""
    heads = Counter(people.values())
    large = {roles[0] for roles in showable_groups(heads, minimum) if len(roles) == 1}
    small = [role for role, _ in heads.most_common() if role not in large]
    return {id_: role if role in large else small[0] for id_, role in people.items()}
