"""Sign-ins that were ended before their time, remembered for as long as they would have lasted."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from assessments.storage.door_tables import ended_sign_in


def end_stored(connection: Connection, sha256: str, *, until: datetime, now: datetime) -> None:
    """Remember until a time that a sign-in was ended, and forget those whose time is over ``now``."""
    ended = ended_sign_in.c
    connection.execute(delete(ended_sign_in).where(ended.until < now))
    if until >= now and not ended_among(connection, {sha256}):
        connection.execute(insert(ended_sign_in).values(sha256=sha256, until=until))


def ended_among(connection: Connection, sha256s: Collection[str]) -> set[str]:
    """Return which of these sign-ins were ended."""
    ended = ended_sign_in.c
    return set(connection.scalars(select(ended.sha256).where(ended.sha256.in_(sha256s))))
