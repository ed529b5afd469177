"""Works through the queue on PostgreSQL: procrastinate gives each part to one of all workers, wherever they run."""

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any

from procrastinate import App, RetryStrategy
from procrastinate.exceptions import ConnectorException

from assessments.storage import Database, Unavailable, retried
from assessments.storage.queue import OUT_OF_REACH, QUEUE, TASK, connector, put_what_is_missing
from assessments.working.workers import NOT_NOW

PAUSE_SECONDS = 30  # before a part is tried again whose surroundings did not allow it
GONE_SECONDS = 30.0  # without a sign of life, a worker counts as gone
LEFT_SECONDS = 10.0  # from one look for parts that were left behind to the next
LOOK_SECONDS = 0.5  # from one look whether to go on to the next
WAIT_SECONDS = 2.0  # from one look for parts whose pause is over to the next; new ones are told at once


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
        worker = app.run_worker_async(
            queues=[QUEUE],
            concurrency=hands,
            delete_jobs="always",  # our own rows say what became of it
            fetch_job_polling_interval=WAIT_SECONDS,
            install_signal_handlers=False,
            stalled_worker_timeout=GONE_SECONDS,
        )
        await _until_one_ends(worker, _pick_up(app, database), _last(going_on))


async def _until_one_ends(*all_: Coroutine[Any, Any, None]) -> None:
    tasks = [asyncio.create_task(one) for one in all_]
    await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in tasks:
        task.cancel()
    for ended in await asyncio.gather(*tasks, return_exceptions=True):
        if isinstance(ended, Exception):
            raise ended


async def _last(going_on: Callable[[], bool]) -> None:
    while await asyncio.to_thread(going_on):
        await asyncio.sleep(LOOK_SECONDS)


async def _pick_up(app: App, database: Database) -> None:
    """Have parts done whose worker is gone, or that never came into this queue, again and again."""
    while True:
        for lost in await app.job_manager.get_stalled_jobs(queue=QUEUE, seconds_since_heartbeat=GONE_SECONDS):
            with suppress(ConnectorException):  # another worker was quicker
                await app.job_manager.retry_job(lost)
        await asyncio.to_thread(_queue_what_is_missing, database)
        await asyncio.sleep(LEFT_SECONDS)


@retried
def _queue_what_is_missing(database: Database) -> None:
    with database.writing() as connection:
        put_what_is_missing(connection)
