"""The database: opened once per process, read in snapshots, written in transactions that are on the disk when done."""

import logging
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import wraps
from threading import Lock
from time import monotonic
from typing import ParamSpec, TypeVar

from sqlalchemy import Connection, Engine, create_engine, make_url, text
from sqlalchemy.exc import (
    ArgumentError,
    DatabaseError,
    DataError,
    DBAPIError,
    IntegrityError,
    InterfaceError,
    InternalError,
    NoSuchModuleError,
    OperationalError,
)
from sqlalchemy.exc import TimeoutError as PoolTimeout

from assessments.languages import say
from assessments.storage import postgresql, sqlite
from assessments.storage.ongoing import one_more

CONNECTIONS = 10  # kept open
MORE_CONNECTIONS = 30  # opened when busy
WAIT_SECONDS = 30

SAY_AGAIN_SECONDS = 10.0

TRIES = 5  # of a use case that another one was in the way of

_log = logging.getLogger(__name__)
_said: dict[str, float] = {}  # why the database could not be used last, and when that was logged
P = ParamSpec("P")
R = TypeVar("R")
_OUTSIDE = (OperationalError, InterfaceError, InternalError, PoolTimeout, OSError)


class Unavailable(Exception):  # noqa: N818  (it says what the database is)
    """The database cannot be reached, is full, or cannot be used; nothing was stored."""


class InTheWay(Unavailable):
    """Others were changing the same at the same time; nothing was stored, and the same again may well go through."""


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
        with told_plainly(), self.engine.connect() as connection:
            # Only PostgreSQL has to be asked for it.
            options = {} if self._is_sqlite else {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
            yield connection.execution_options(**options)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Open a transaction that is stored whole when the block ends and not at all when it raises.

        When the block has ended without an error, what was written survives a crash. Raises Unavailable,
        and DoesNotFit.
        """
        with one_more(), told_plainly(), self._one_at_a_time(), begin_writing(self.engine) as connection:
            yield connection

    @property
    def has_queue(self) -> bool:
        """Whether parts of jobs are handed out by a queue; without one, workers look for them among the rows."""
        return not self._is_sqlite

    def check(self) -> None:
        """Ask the database for something small; raises Unavailable."""
        with self.reading() as connection:
            connection.execute(text("SELECT 1"))

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
    with engine.connect() as connection:
        connection.execution_options(**{sqlite.WRITES: True})
        with connection.begin():
            yield connection


def retried(use_case: Callable[P, R]) -> Callable[P, R]:
    """Do a use case again when others were in its way: databases with many writers end one of two that wait in a ring.

    It must write in one transaction, so that nothing of an earlier try is left. Raises Unavailable when it never
    goes through.
    """

    @wraps(use_case)
    def tried(*args: P.args, **kwargs: P.kwargs) -> R:
        for _ in range(TRIES - 1):
            try:
                return use_case(*args, **kwargs)
            except InTheWay:
                continue
        return use_case(*args, **kwargs)

    return tried


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
            connect_args=postgresql.arguments(target) if target.get_backend_name() == "postgresql" else {},
            hide_parameters=True,  # what people wrote stays out of messages and logs
        )
    except (ArgumentError, NoSuchModuleError, ImportError, TypeError) as error:
        raise Unavailable(f"DATABASE_URL does not name a database that can be used: {error}") from error
    if engine.dialect.name == "sqlite":
        with told_plainly():
            sqlite.make_room(target)
        sqlite.prepare(engine, foreign_keys=foreign_keys)
    if engine.dialect.name == "postgresql":
        postgresql.prepare(engine)
    return engine


def _say_now_and_then(reason: str) -> None:
    """Log why the database cannot be used; the same reason again only after a while, however many ask for it."""
    now = monotonic()
    if now - _said.get(reason, -SAY_AGAIN_SECONDS) >= SAY_AGAIN_SECONDS:
        _said.clear()
        _said[reason] = now
        _log.error("The database cannot be used: %s", reason)


def _is_outside(error: Exception) -> bool:
    # SQLite reports a damaged file as a plain DatabaseError, of which mistakes in statements are a special kind.
    return isinstance(error, _OUTSIDE) or type(error) is DatabaseError


@contextmanager
def told_plainly() -> Iterator[None]:
    """Say what went wrong in this package's own terms; mistakes of this program stay what they are."""
    try:
        yield
    except (IntegrityError, DataError) as error:
        raise DoesNotFit("This cannot be stored: it is too long, or is there already.") from error
    except (*_OUTSIDE, DatabaseError) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        if isinstance(cause, postgresql.PASSES_BY):
            raise InTheWay("Others were changing the same; nothing was stored.") from error
        if not _is_outside(error) and not isinstance(cause, postgresql.NOT_ALLOWED):
            raise
        _say_now_and_then(str(cause).partition("\n")[0])
        raise Unavailable(say("The database cannot be used at the moment; nothing was stored.")) from error
