"""Works through the queue on PostgreSQL: procrastinate gives each part to one of all workers, wherever they run."""

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from procrastinate import App, RetryStrategy
from procrastinate.exceptions import ConnectorException
from procrastinate.worker import Worker

from assessments.storage import Database, Unavailable, retried
from assessments.storage.queue import OUT_OF_REACH, QUEUE, TASK, connector, put_what_is_missing
from assessments.working.workers import NOT_NOW

PAUSE_SECONDS = 30  # before a part is tried again whose surroundings did not allow it
GONE_SECONDS = 30.0  # without a sign of life, a worker counts as gone
LEFT_SECONDS = 10.0  # from one look for parts that were left behind to the next
LOOK_SECONDS = 0.5  # from one look whether to go on to the next
WAIT_SECONDS = 2.0  # from one look for new parts to the next


def work_through(database: Database, do: Callable[[str, str], None], going_on: Callable[[], bool], hands: int) -> None:
    """Let ``hands`` threads do parts, each named by its job and its own name, as long as ``going_on``.

    What was begun is finished. Raises Unavailable.
    """
    try:
        asyncio.run(_work_through(database, do, going_on, hands))
    except OUT_OF_REACH as error:
        raise Unavailable("The queue cannot be reached at the moment.") from error


async def _work_through(
    database: Database, do: Callable[[str, str], None], going_on: Callable[[], bool], hands: int
) -> None:
    app = App(connector=connector(database.url))
    again = RetryStrategy(wait=PAUSE_SECONDS, retry_exceptions=NOT_NOW)

    @app.task(name=TASK, queue=QUEUE, retry=again)
    def do_part(job: str, name: str) -> None:
        do(job, name)

    async with app.open_async():
        worker: Any = Worker(  # its methods have no types
            app,
            queues=[QUEUE],
            concurrency=hands,
            delete_jobs="always",  # our own rows say what became of it
            fetch_job_polling_interval=WAIT_SECONDS,
            install_signal_handlers=False,
            listen_notify=False,
            stalled_worker_timeout=GONE_SECONDS,
        )
        at_work = asyncio.create_task(worker.run())
        try:
            await _look_after(app, database, at_work, going_on)
        finally:
            worker.stop()  # not cancelled: what waits for the database may miss that it was
            await at_work


async def _look_after(app: App, database: Database, at_work: asyncio.Task[None], going_on: Callable[[], bool]) -> None:
    """Pick up what was left behind again and again, until nobody is ``at_work`` or should be."""
    next_ = time.monotonic()
    while await asyncio.to_thread(going_on) and not at_work.done():
        if time.monotonic() >= next_:
            await _pick_up(app, database)
            next_ = time.monotonic() + LEFT_SECONDS
        await asyncio.wait([at_work], timeout=LOOK_SECONDS)


async def _pick_up(app: App, database: Database) -> None:
    """Have parts done whose worker is gone, or that never came into this queue."""
    for lost in await app.job_manager.get_stalled_jobs(queue=QUEUE, seconds_since_heartbeat=GONE_SECONDS):
        with suppress(ConnectorException):  # another worker was quicker
            await app.job_manager.retry_job(lost)
    await asyncio.to_thread(_queue_what_is_missing, database)


@retried
def _queue_what_is_missing(database: Database) -> None:
    with database.writing() as connection:
        put_what_is_missing(connection)
