"""Wrong tries of codes, links and keys, counted for all processes in a bounded number of slots."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from assessments.storage.database import InTheWay
from assessments.storage.door_tables import SLOTS, wrong_try

__all__ = ["SLOTS", "Tries", "hold_tries", "keep_tries", "tries_in"]

_INSERT: dict[str, Any] = {"postgresql": postgresql.insert, "sqlite": sqlite.insert}


@dataclass(frozen=True, slots=True)
class Tries:
    """What is known of the wrong tries in a slot: how many there were ``at`` a time, and when the next has its turn."""

    wrong: float
    at: datetime
    turn: datetime


def tries_in(connection: Connection, kind: str, slot: int) -> Tries | None:
    """Return what is known of a slot, if anything."""
    return _tries(connection, kind, slot, lock=False)


def hold_tries(connection: Connection, kind: str, slot: int, now: datetime, *, since: datetime) -> Tries:
    """Return what is known of a slot and let nobody else change it; what was counted before ``since`` is forgotten.

    Raises InTheWay.
    """
    fresh = _INSERT[connection.dialect.name](wrong_try).values(kind=kind, slot=slot, wrong=0.0, at=now, turn=now)
    if connection.execute(fresh.on_conflict_do_nothing()).rowcount:
        connection.execute(delete(wrong_try).where(wrong_try.c.at < since))
    known = _tries(connection, kind, slot, lock=True)
    if known is None:
        raise InTheWay("The slot was forgotten at this very moment.")
    return known


def keep_tries(connection: Connection, kind: str, slot: int, tries: Tries) -> None:
    """Store what is known of a slot that is held."""
    values = {"wrong": tries.wrong, "at": tries.at, "turn": tries.turn}
    connection.execute(update(wrong_try).where(*_here(kind, slot)).values(**values))


def _tries(connection: Connection, kind: str, slot: int, *, lock: bool) -> Tries | None:
    query = select(wrong_try.c.wrong, wrong_try.c.at, wrong_try.c.turn).where(*_here(kind, slot))
    row = connection.execute(query.with_for_update() if lock else query).one_or_none()
    return None if row is None else Tries(*row)


def _here(kind: str, slot: int) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return wrong_try.c.kind == kind, wrong_try.c.slot == slot
