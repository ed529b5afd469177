"""The database: the only place that knows SQL. Answers are safe on the disk before anybody is told they are saved.

``open_database`` brings the tables up to date; ``Database.reading`` and ``Database.writing`` give a connection that
the functions of this package take. They know nothing about questionnaires: what may be stored is decided by the caller.
"""

from sqlalchemy import Connection

from assessments.storage.database import Database, DoesNotFit, InTheWay, Unavailable, retried
from assessments.storage.migrating import migrate
from assessments.storage.ongoing import wait_for_writes, writes_under_way

__all__ = [
    "Connection",
    "Database",
    "DoesNotFit",
    "InTheWay",
    "Unavailable",
    "open_database",
    "retried",
    "wait_for_writes",
    "writes_under_way",
]


def open_database(url: str) -> Database:
    """Return the database at ``url``, made or brought up to date where needed; raises Unavailable."""
    migrate(url)
    database = Database(url)
    database.wipe_leftovers()
    return database
