"""Who leads a workshop, their private notes, and the screens of the room."""

from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from assessments.storage.people import token_hash
from assessments.storage.workshop_records import FacilitatorRecord
from assessments.storage.workshop_tables import facilitator, facilitator_note, screen

_FACILITATORS = select(facilitator.c.id, facilitator.c.assessment_id, facilitator.c.name, facilitator.c.seen_at)


def add_facilitator(connection: Connection, assessment_id: int, name: str, token: str, at: datetime) -> int:
    """Store somebody who leads a workshop and return their number."""
    row = insert(facilitator).values(assessment_id=assessment_id, name=name, token_sha256=token_hash(token), made_at=at)
    return int(connection.execute(row.returning(facilitator.c.id)).scalar_one())


def find_facilitator(connection: Connection, token: str) -> FacilitatorRecord | None:
    """Return whose token this is."""
    query = _FACILITATORS.where(facilitator.c.token_sha256 == token_hash(token))
    row = connection.execute(query).one_or_none()
    return None if row is None else FacilitatorRecord(*row)


def facilitators_of(connection: Connection, assessment_id: int) -> tuple[FacilitatorRecord, ...]:
    """Return everybody who may lead a workshop, first come first."""
    query = _FACILITATORS.where(facilitator.c.assessment_id == assessment_id).order_by(facilitator.c.id)
    return tuple(FacilitatorRecord(*row) for row in connection.execute(query))


def notes_of(connection: Connection, facilitator_id: int) -> dict[str, str]:
    """Return the private notes of a facilitator by question; the one about the workshop stands under nothing."""
    query = select(facilitator_note.c.item, facilitator_note.c.note)
    rows = connection.execute(query.where(facilitator_note.c.facilitator_id == facilitator_id))
    return {item: note for item, note in rows}  # noqa: C416  (rows are not pairs to the type checker)


def put_note(connection: Connection, facilitator_id: int, item: str, note: str | None) -> None:
    """Store a private note in place of the one before; None takes it away."""
    here = (facilitator_note.c.facilitator_id == facilitator_id, facilitator_note.c.item == item)
    connection.execute(delete(facilitator_note).where(*here))
    if note is not None:
        connection.execute(insert(facilitator_note).values(facilitator_id=facilitator_id, item=item, note=note))


def add_screen(connection: Connection, assessment_id: int, token: str, at: datetime) -> None:
    """Store a screen of the room."""
    connection.execute(insert(screen).values(assessment_id=assessment_id, token_sha256=token_hash(token), made_at=at))


def find_screen(connection: Connection, token: str) -> int | None:
    """Return the number of the workshop that a screen shows."""
    return connection.scalar(select(screen.c.assessment_id).where(screen.c.token_sha256 == token_hash(token)))
