"""Brings a database to the tables this program expects, once, however many processes start together."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, make_url

from assessments.storage import postgresql, queue, sqlite
from assessments.storage.database import Unavailable, begin_writing, make_engine, told_plainly

SCRIPTS = Path(__file__).resolve().parent / "migrations"


def migrate(url: str) -> None:
    """Apply the migrations that ``url`` lacks, all or none; raises Unavailable for a newer program's database."""
    with alone(url) as connection:
        try:
            command.upgrade(configuration(connection), "head")
        except CommandError as error:
            raise Unavailable(f"The database was written by a newer version of this program: {error}") from error
        if connection.dialect.name == "postgresql":
            queue.prepare(connection)


def tables_version(url: str) -> str | None:
    """Return the last migration that a database has seen, None for an empty one; raises Unavailable."""
    engine = make_engine(url)
    try:
        with told_plainly(), engine.connect() as connection:
            return MigrationContext.configure(connection).get_current_revision()
    finally:
        engine.dispose()


def exists(url: str) -> bool:
    """Return whether there is a database of this program at ``url``, without making one; raises Unavailable."""
    return not sqlite.is_missing(url) and tables_version(url) is not None


def shown(url: str) -> str:
    """Return an address as it may be shown, without its password."""
    return make_url(url).render_as_string(hide_password=True)


def known_versions() -> tuple[str, ...]:
    """Return all migrations of this program, the newest first."""
    scripts = ScriptDirectory(str(SCRIPTS))
    return tuple(script.revision for script in scripts.walk_revisions())


@contextmanager
def alone(url: str) -> Iterator[Connection]:
    """Open a transaction in which no other process migrates, and no reference ends up broken."""
    engine = make_engine(url, foreign_keys=False)
    try:
        with told_plainly(), begin_writing(engine) as connection:
            if engine.dialect.name == "postgresql":
                postgresql.take_time(connection)
                postgresql.hold(connection, postgresql.MIGRATING)
            yield connection
            if engine.dialect.name == "sqlite" and sqlite.broken_references(connection):
                raise Unavailable("A migration would have broken references between rows; nothing was changed.")
    finally:
        engine.dispose()


def configuration(connection: Connection) -> Config:
    """Return what alembic needs to know to work on ``connection``."""
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    config.attributes["connection"] = connection
    return config
