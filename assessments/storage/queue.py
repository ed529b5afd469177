"""The queue of parts on PostgreSQL: tables of procrastinate, in a schema of their own.

All that stands in it follows from the jobs and parts that are stored, so it is neither backed up nor moved, and made
anew for another version of procrastinate.
"""

from collections.abc import Collection
from importlib.metadata import version
from typing import Any

from procrastinate import App, PsycopgConnector, SyncPsycopgConnector
from procrastinate.exceptions import ConnectorException
from procrastinate.jobs import Job
from procrastinate.schema import SchemaManager
from procrastinate.types import JSONDict
from psycopg import Error
from psycopg.conninfo import make_conninfo
from sqlalchemy import Column, Connection, MetaData, Table, Text, and_, cast, exists, make_url, select, text

from assessments.storage import postgresql
from assessments.storage.database import Unavailable
from assessments.storage.job_tables import job, job_part

SCHEMA = "work_queue"
QUEUE = "parts"
TASK = "do_part"
ENGINE = version("procrastinate")
OUT_OF_REACH = (ConnectorException, Error)

_outside = App(connector=SyncPsycopgConnector())  # never opened: what it queues goes through connections of ours
_queued = Table("procrastinate_jobs", MetaData(schema=SCHEMA), Column("queueing_lock", Text), Column("status", Text))


def prepare(connection: Connection) -> None:
    """Make the tables of the queue, unless they are there and of the version that is installed."""
    known = text("SELECT obj_description(to_regnamespace(:schema), 'pg_namespace')")
    if connection.scalar(known, {"schema": SCHEMA}) == ENGINE:
        return
    connection.execute(text(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE"))
    connection.execute(text(f"CREATE SCHEMA {SCHEMA}"))
    _enter(connection)
    _plain(connection).execute(SchemaManager.get_schema())
    connection.execute(text(f"COMMENT ON SCHEMA {SCHEMA} IS '{ENGINE}'"))


def put(connection: Connection, job_id: str, names: Collection[str]) -> None:
    """Queue parts of a job in this transaction, none of which may be queued already; raises Unavailable."""
    if names:
        _enter(connection)
        try:
            _outside.job_manager.batch_defer_jobs([_task(job_id, name) for name in names], _plain(connection))
        except ConnectorException as error:
            raise Unavailable(f"Nothing can be queued: {error.__cause__}") from error


def put_what_is_missing(connection: Connection) -> None:
    """Queue whatever is unfinished and not queued: restored, moved, or left by an earlier version of the queue."""
    postgresql.hold(connection, postgresql.QUEUEING)
    unfinished = and_(job_part.c.state.in_(("waiting", "taken")), job.c.cancelled_at.is_(None))
    name = job.c.public_id + "/" + job_part.c.name
    alive = cast(_queued.c.status, Text).in_(("todo", "doing"))
    queued = exists().where(_queued.c.queueing_lock == name, alive)
    missing = (
        select(job.c.public_id, job_part.c.name)
        .join(job, job.c.id == job_part.c.job_id)
        .where(unfinished, ~queued)
        .order_by(job_part.c.job_id, job_part.c.name)
    )
    found: dict[str, list[str]] = {}
    for id_, part in connection.execute(missing):
        found.setdefault(id_, []).append(part)
    for id_, names in found.items():
        put(connection, id_, names)


def connector(url: str) -> PsycopgConnector:
    """Return how a worker of procrastinate reaches the queue in the database at ``url``."""
    target = make_url(url)
    plain = target.set(drivername="postgresql").render_as_string(hide_password=False)
    arguments = postgresql.arguments(target)
    options = f"{target.query.get('options') or arguments.pop('options')} -c search_path={SCHEMA}"
    return PsycopgConnector(conninfo=make_conninfo(plain, **arguments, options=options), min_size=1)


def _task(job_id: str, name: str) -> Job:
    """Return the task of one part, which is neither queued twice nor done by two at once."""
    only = f"{job_id}/{name}"
    arguments: JSONDict = {"job": job_id, "name": name}
    return Job(id=None, queue=QUEUE, lock=only, queueing_lock=only, task_name=TASK, task_kwargs=arguments)


def _enter(connection: Connection) -> None:
    """Let names of the queue's tables be found until this transaction has ended; procrastinate names no schema."""
    path = "SELECT set_config('search_path', :schema || ', ' || current_setting('search_path'), true)"
    connection.execute(text(path), {"schema": SCHEMA})


def _plain(connection: Connection) -> Any:
    return connection.connection.driver_connection
