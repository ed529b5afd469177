"""Brings a database to the tables this program expects, once, however many processes start together."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection

from assessments.storage import postgresql, sqlite
from assessments.storage.database import Unavailable, begin_writing, make_engine, told_plainly

SCRIPTS = Path(__file__).resolve().parent / "migrations"


def migrate(url: str) -> None:
    """Apply the migrations that ``url`` lacks, all or none; raises Unavailable for a newer program's database."""
    with alone(url) as connection:
        try:
            command.upgrade(configuration(connection), "head")
        except CommandError as error:
            raise Unavailable(f"The database was written by a newer version of this program: {error}") from error


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
