"""Everything that only SQLite needs: how a connection is opened, how a write begins, how leftovers are wiped."""

import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine import URL, make_url

BUSY_MILLISECONDS = 10_000  # how long to wait for another process before giving up
WIPE_MILLISECONDS = 500  # wiping leftovers can be done later as well, so it does not wait for long readers
AGAIN_SECONDS = 0.02
WRITES = "writes"  # the execution option of connections that are going to write

# WAL: readers and the writer do not wait for each other. FULL: a commit is on the disk before it is acknowledged.
# secure_delete: what is deleted is overwritten with zeros.
PRAGMAS = (
    "PRAGMA synchronous = FULL",
    "PRAGMA secure_delete = ON",
)


def make_room(url: URL) -> None:
    """Make the folder the database file is in."""
    Path(url.database or ".").parent.mkdir(parents=True, exist_ok=True)


def is_missing(url: str) -> bool:
    """Return whether ``url`` names an SQLite file that is not there."""
    target = make_url(url)
    return target.get_backend_name() == "sqlite" and not Path(target.database or ".").is_file()


def prepare(engine: Engine, *, foreign_keys: bool = True) -> None:
    """Set up every connection of ``engine``.

    Migrations rebuild tables by copying and dropping them, which with foreign keys on would delete the rows that
    refer to them; they pass ``foreign_keys=False`` and check afterwards.
    """

    @event.listens_for(engine, "connect")
    def connected(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # the driver begins nothing on its own
        connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
        _write_ahead(connection)
        for pragma in (*PRAGMAS, f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}"):
            connection.execute(pragma)

    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        # Taking the write lock at once means a writer waits at its beginning and never fails half-way.
        writes = connection.get_execution_options().get(WRITES)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Let a new file be written ahead; processes that make it together refuse one another at once, without waiting."""
    deadline = time.monotonic() + BUSY_MILLISECONDS / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(AGAIN_SECONDS)


def broken_references(connection: Connection) -> int:
    """Return how many rows refer to a row that is not there."""
    return len(connection.exec_driver_sql("PRAGMA foreign_key_check").all())


def in_one_file(path: Path) -> None:
    """Let a database that nobody uses consist of one file alone, without a write-ahead log beside it."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")


def wipe_leftovers(engine: Engine) -> bool:
    """Empty the write-ahead log, in which deleted text may linger; False when somebody was still reading."""
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {WIPE_MILLISECONDS}")
        busy = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        cursor.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
        return not busy
    finally:
        connection.close()
