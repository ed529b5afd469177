"""Everything that only PostgreSQL needs: how a connection is opened, how long it may take, which errors pass by."""

from collections.abc import Iterable
from typing import Any

from psycopg.errors import DeadlockDetected, InsufficientPrivilege, SerializationFailure
from sqlalchemy import Column, Connection, Engine, Table, cast, event, func, select, text
from sqlalchemy.dialects.postgresql import REGCLASS
from sqlalchemy.engine import URL

CONNECT_SECONDS = 10  # for a server that does not answer
LOCK_SECONDS = 10  # how long a writer waits for another one, as on SQLite
STATEMENT_SECONDS = 30
IDLE_SECONDS = 60  # after which the locks of a process that is stuck or cut off are released
MIGRATING = 7_214_093  # advisory locks: any numbers that nobody else in this database uses
SAMPLES = 7_214_094
QUEUEING = 7_214_095

PASSES_BY = (DeadlockDetected, SerializationFailure)  # the same again goes well
NOT_ALLOWED = (InsufficientPrivilege,)

_LIMITS = " ".join(
    f"-c {name}={seconds}s"
    for name, seconds in {
        "lock_timeout": LOCK_SECONDS,
        "statement_timeout": STATEMENT_SECONDS,
        "idle_in_transaction_session_timeout": IDLE_SECONDS,
    }.items()
)
_DEFAULTS = {
    "connect_timeout": str(CONNECT_SECONDS),
    "options": _LIMITS,
    "application_name": "pathway",
    "keepalives_idle": "30",
    "keepalives_interval": "10",
    "keepalives_count": "3",
}


def arguments(url: URL) -> dict[str, str]:
    """Return how to connect to ``url``; what the address itself says about it counts more."""
    return {name: value for name, value in _DEFAULTS.items() if name not in url.query}


def prepare(engine: Engine) -> None:
    """Set up every connection of ``engine``: a commit is on the disk before it is acknowledged."""

    @event.listens_for(engine, "connect")
    def connected(connection: Any, _record: object) -> None:
        # Only where it was switched off: a server that waits for its standby as well goes on doing so.
        off = "current_setting('synchronous_commit') = 'off'"
        connection.execute(f"SELECT set_config('synchronous_commit', 'on', false) WHERE {off}")
        connection.commit()


def take_time(connection: Connection) -> None:
    """Let this transaction wait and work as long as it needs."""
    for limit in ("lock_timeout", "statement_timeout", "idle_in_transaction_session_timeout"):
        connection.execute(text(f"SET LOCAL {limit} = 0"))


def hold(connection: Connection, lock: int) -> None:
    """Wait until no other transaction holds an advisory lock, and hold it until this one has ended."""
    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": lock})


def lock_tables(connection: Connection, tables: Iterable[Table]) -> None:
    """Let others read tables, and nobody write, until this transaction has ended."""
    names = ", ".join(table.name for table in tables)
    connection.execute(text(f"LOCK TABLE {names} IN EXCLUSIVE MODE"))


def number_on(connection: Connection, counter: Column[Any]) -> None:
    """Let new rows be numbered after those that were stored with their numbers.

    Numbers are only ever moved on, since that stands even when the transaction is undone.
    """
    sequence = cast(func.pg_get_serial_sequence(counter.table.name, counter.name), REGCLASS)
    highest = func.greatest(func.max(counter), func.pg_sequence_last_value(sequence))
    connection.execute(select(func.setval(sequence, highest)).having(func.max(counter).is_not(None)))
