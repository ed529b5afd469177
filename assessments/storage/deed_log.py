"""The log of what facilitators and editors did: written in the transaction of the deed itself, read newest first."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Connection, Select, delete, insert, select, update

from assessments.storage.log_tables import deed_log

Doer = Literal["facilitator", "editor", "keeper", "owner", "operator"]
LONGEST_DETAIL = 80


@dataclass(frozen=True, slots=True)
class Done:
    """Something that was done: by whom, when, and about which workshop, draft or version."""

    at: datetime
    who: Doer
    name: str
    done: str
    about: str
    detail: str
    person: str | None = None


def write_deed(
    connection: Connection,
    at: datetime,
    *,
    who: Doer,
    done: str,
    about: str,
    name: str = "",
    detail: str = "",
    person: str = "",
) -> None:
    """Write down what somebody did, and which ``person`` that was if they had signed in; ``detail`` is cut to fit."""
    row = {"at": at, "who": who, "name": name, "done": done, "about": about, "detail": detail[:LONGEST_DETAIL]}
    connection.execute(insert(deed_log).values(**row, person=person or None))


def deeds_about(connection: Connection, about: str) -> tuple[Done, ...]:
    """Return what was done about one workshop, draft or version, newest first."""
    return _read(connection, _newest_first().where(deed_log.c.about == about))


def all_deeds(connection: Connection) -> tuple[Done, ...]:
    """Return everything that was done, newest first."""
    return _read(connection, _newest_first())


def forget_deeds(connection: Connection, about: str) -> None:
    """Delete what was done about something that goes."""
    connection.execute(delete(deed_log).where(deed_log.c.about == about))


def forget_doers(connection: Connection, about: str) -> None:
    """Leave what was done about something, and take away the names of those who did it."""
    connection.execute(update(deed_log).where(deed_log.c.about == about).values(name="", person=None))


def _newest_first() -> Select[Any]:
    log = deed_log.c
    return select(log.at, log.who, log.name, log.done, log.about, log.detail, log.person).order_by(log.id.desc())


def _read(connection: Connection, query: Select[Any]) -> tuple[Done, ...]:
    return tuple(Done(*row) for row in connection.execute(query))
