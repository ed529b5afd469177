"""Runs migrations on the connection it is given, or on DATABASE_URL when called by the ``alembic`` command."""

import os
from typing import Any, Literal

from alembic import context
from sqlalchemy import Connection

from assessments.storage.columns import Moment
from assessments.storage.database import make_engine
from assessments.storage.every_table import metadata


def rendered(kind: str, item: Any, _autogenerate: object) -> str | Literal[False]:
    """Write a moment as the plain type it is, so that old migrations do not depend on today's code."""
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(item, Moment) else False


def run(connection: Connection) -> None:
    """Run in the caller's transaction."""
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=True,  # SQLite changes a table by copying it
        render_item=rendered,
        transactional_ddl=True,
        compare_server_default=True,
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    engine = make_engine(os.environ["DATABASE_URL"], foreign_keys=False)
    with engine.begin() as connection:
        run(connection)
    engine.dispose()
