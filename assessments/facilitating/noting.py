"""The log of a workshop: what its facilitators did outside the room's controls, which have a log of their own."""

from assessments.answering.deeds_file import deeds_file
from assessments.answering.desk import Desk
from assessments.answering.leaving import Export
from assessments.answering.writing_down import write_down
from assessments.facilitating.leading import led
from assessments.rights import Deed
from assessments.storage import Connection
from assessments.storage.control_log import add_press, presses_of
from assessments.storage.deed_log import Done, deeds_about
from assessments.storage.workshop_records import FacilitatorRecord, WorkshopRecord


def note(
    desk: Desk, connection: Connection, me: FacilitatorRecord, workshop: WorkshopRecord, done: str, detail: str = ""
) -> None:
    """Write down what a facilitator does, in the transaction in which it is done."""
    about = workshop.assessment.public_id
    write_down(desk, connection, "facilitator", done, about, detail=detail, called=me.name)


def note_press(
    desk: Desk,
    connection: Connection,
    me: FacilitatorRecord,
    workshop: WorkshopRecord,
    control: str,
    *,
    version: int,
    about: str = "",
    reason: str = "",
    key: str | None = None,
) -> None:
    """Write down that a facilitator pressed a control and made a version of the workshop, in the same transaction."""
    add_press(
        connection,
        workshop.id,
        me.id,
        control,
        at=desk.clock(),
        version=version,
        about=about,
        reason=reason,
        key=key,
        account=desk.visitor.name,
        person=desk.visitor.person,
    )


def log(desk: Desk, token: str) -> tuple[Done, ...]:
    """Return what facilitators did about a workshop, newest first, presses in the room aside; raises NotAccepted."""
    with desk.database.reading() as connection:
        _, workshop = led(desk, connection, token, Deed.SEE_LOG)
        return deeds_about(connection, workshop.assessment.public_id)


def export_log(desk: Desk, token: str) -> Export:
    """Return everything facilitators did, presses in the room included, as a csv; raises NotAccepted."""
    with desk.database.reading() as connection:
        _, workshop = led(desk, connection, token, Deed.SEE_LOG)
        about = workshop.assessment.public_id
        pressed = (
            Done(one.at, "facilitator", one.by, one.control, about, one.about, one.person)
            for one in presses_of(connection, workshop.id)
        )
        done = [*deeds_about(connection, about), *pressed]
    return deeds_file(about, sorted(done, key=lambda one: one.at))
