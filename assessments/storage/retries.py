"""Recognises a message that was sent again because its acknowledgement got lost."""

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Table, select


class ReusedKey(Exception):  # noqa: N818  (it says what the key is)
    """A key names one change and cannot be used for a different one."""


def first_time(
    connection: Connection,
    history: Table,
    mine: ColumnElement[bool],
    subject: ColumnElement[str],
    id_: str,
    key: str | None,
) -> datetime | None:
    """Return when the change called ``key`` was stored, None when it was not.

    ``mine`` are the rows of ``history`` among which keys are unique; raises ReusedKey when ``key`` stands for a
    change of another ``subject`` than ``id_``.
    """
    if key is None:
        return None
    row = connection.execute(select(subject.label("id"), history.c.at).where(mine, history.c.key == key)).one_or_none()
    if row is None:
        return None
    if row.id != id_:
        raise ReusedKey(key)
    at: datetime = row.at
    return at
