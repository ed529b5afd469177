"""The database: opened once per process, read in snapshots, written in transactions that are on the disk when done."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from threading import Lock

from sqlalchemy import Connection, Engine, create_engine, make_url
from sqlalchemy.exc import (
    ArgumentError,
    DatabaseError,
    DataError,
    IntegrityError,
    InterfaceError,
    InternalError,
    NoSuchModuleError,
    OperationalError,
)
from sqlalchemy.exc import TimeoutError as PoolTimeout

from assessments.storage import sqlite

CONNECTIONS = 10  # kept open
MORE_CONNECTIONS = 30  # opened when busy
WAIT_SECONDS = 30

_OUTSIDE = (OperationalError, InterfaceError, InternalError, PoolTimeout, OSError)


class Unavailable(Exception):  # noqa: N818  (it says what the database is)
    """The database cannot be reached, is full, or cannot be used; nothing was stored."""


class DoesNotFit(Exception):  # noqa: N818  (it says what the data does)
    """What was to be stored breaks a rule of the tables; nothing was stored."""


class Database:
    """A connection pool for all threads of this process."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.engine = make_engine(url)
        self._is_sqlite = self.engine.dialect.name == "sqlite"
        self._write_lock = Lock()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a snapshot that nobody's writes change; raises Unavailable."""
        level = {} if self._is_sqlite else {"isolation_level": "REPEATABLE READ"}
        with told_plainly(), self.engine.connect().execution_options(**level) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Open a transaction that is stored whole when the block ends and not at all when it raises.

        When the block has ended without an error, what was written survives a crash. Raises Unavailable,
        and DoesNotFit.
        """
        with told_plainly(), self._one_at_a_time(), begin_writing(self.engine) as connection:
            yield connection

    def wipe_leftovers(self) -> bool:
        """Remove deleted text from wherever the database still keeps it; False when that has to be tried again."""
        with told_plainly():
            return sqlite.wipe_leftovers(self.engine) if self._is_sqlite else True

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()

    def _one_at_a_time(self) -> AbstractContextManager[object]:
        """SQLite has one writer; queueing in order here is fairer, and faster, than its own waiting by sleeping."""
        return self._write_lock if self._is_sqlite else nullcontext()


@contextmanager
def begin_writing(engine: Engine) -> Iterator[Connection]:
    """Open a transaction that is committed when the block ends; SQLite's write lock is taken at once."""
    with engine.connect().execution_options(**{sqlite.WRITES: True}) as connection, connection.begin():
        yield connection


def make_engine(url: str, *, foreign_keys: bool = True) -> Engine:
    """Return an engine for ``url``, with SQLite's peculiarities taken care of; raises Unavailable."""
    try:
        target = make_url(url)
        engine = create_engine(
            target,
            pool_size=CONNECTIONS,
            max_overflow=MORE_CONNECTIONS,
            pool_timeout=WAIT_SECONDS,
            pool_pre_ping=target.get_backend_name() != "sqlite",
        )
    except (ArgumentError, NoSuchModuleError, ImportError, TypeError) as error:
        raise Unavailable(f"DATABASE_URL does not name a database that can be used: {error}") from error
    if engine.dialect.name == "sqlite":
        with told_plainly():
            sqlite.make_room(target)
        sqlite.prepare(engine, foreign_keys=foreign_keys)
    return engine


@contextmanager
def told_plainly() -> Iterator[None]:
    """Say what went wrong in this package's own terms; mistakes of this program stay what they are."""
    try:
        yield
    except (IntegrityError, DataError) as error:
        raise DoesNotFit("This cannot be stored: it is too long, or is there already.") from error
    except (*_OUTSIDE, DatabaseError) as error:
        if not isinstance(error, _OUTSIDE) and type(error) is not DatabaseError:
            raise
        raise Unavailable("The database cannot be used at the moment; nothing was stored.") from error
