"""Seats: who is in the room, found by their token, and whether they are still there."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from assessments.storage.people import token_hash
from assessments.storage.tables import respondent
from assessments.storage.workshop_records import SeatRecord
from assessments.storage.workshop_tables import seat

_COLUMNS = ("id", "assessment_id", "respondent_id", "state", "late", "excluded", "seen_at")
_SEATS = select(seat, respondent.c.name, respondent.c.role, respondent.c.place).outerjoin(
    respondent, respondent.c.id == seat.c.respondent_id
)


def add_seat(
    connection: Connection,
    assessment_id: int,
    respondent_id: int | None,
    *,
    token: str,
    join_key: str | None,
    late: bool,
    at: datetime,
) -> None:
    """Store somebody's seat; without a respondent it is a spectator's."""
    row = insert(seat).values(
        assessment_id=assessment_id,
        respondent_id=respondent_id,
        token_sha256=token_hash(token),
        join_key=None if join_key is None else token_hash(join_key),
        state="here",
        late=late,
        joined_at=at,
        seen_at=at,
    )
    connection.execute(row)


def find_seat(connection: Connection, token: str) -> SeatRecord | None:
    """Return the seat a token belongs to."""
    return _one(connection.execute(_SEATS.where(seat.c.token_sha256 == token_hash(token))).one_or_none())


def find_joined(connection: Connection, assessment_id: int, join_key: str) -> SeatRecord | None:
    """Return the seat that somebody has taken with this key before."""
    here = (seat.c.assessment_id == assessment_id, seat.c.join_key == token_hash(join_key))
    return _one(connection.execute(_SEATS.where(*here)).one_or_none())


def hold_seat(connection: Connection, id_: int) -> SeatRecord | None:
    """Return a seat, and let nobody else change it until the transaction has ended."""
    return _one(connection.execute(_SEATS.where(seat.c.id == id_).with_for_update(of=seat)).one_or_none())


def seats_of(connection: Connection, assessment_id: int) -> tuple[SeatRecord, ...]:
    """Return the seats of a workshop by the name of who sits there, which tells nothing about when they came."""
    query = _SEATS.where(seat.c.assessment_id == assessment_id).order_by(seat.c.id)
    return tuple(sorted(map(_record, connection.execute(query)), key=lambda one: one.name or ""))


def change_seat(connection: Connection, id_: int, **columns: Any) -> None:
    """Store what changed about a seat under the names of its columns."""
    connection.execute(update(seat).where(seat.c.id == id_).values(**columns))


def _one(row: Row[Any] | None) -> SeatRecord | None:
    return None if row is None else _record(row)


def _record(row: Row[Any]) -> SeatRecord:
    columns = row._mapping
    plain = {name: columns[name] for name in _COLUMNS}
    return SeatRecord(**plain, name=row.name, role=row.role, place=row.place)
