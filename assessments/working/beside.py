"""A process of workers beside the server: started when something is asked for, ended when nothing was for a while.

A process and not a thread, so that nobody who answers waits for it. It ends by itself when the server is gone.
"""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from threading import Event, Thread
from time import monotonic

from assessments.storage import Database, Unavailable
from assessments.storage.job_list import under_way

ROOT = Path(__file__).resolve().parents[2]
LOOK_SECONDS = 1.0  # from one look whether there is something to do to the next
IDLE_SECONDS = 300.0  # after which the workers are let go
END_SECONDS = 5.0  # in which they may finish what they have begun while the server waits

Workers = subprocess.Popen[bytes]


class Beside:
    """Keeps workers running while ``busy``, which ``start`` starts; ``look`` is to be called again and again."""

    def __init__(
        self, busy: Callable[[], bool], start: Callable[[], Workers], idle_seconds: float = IDLE_SECONDS
    ) -> None:
        self._busy = busy
        self._start = start
        self._idle_seconds = idle_seconds
        self._process: Workers | None = None
        self._last_busy = 0.0

    @property
    def running(self) -> bool:
        """Whether there are workers now."""
        return self._process is not None and self._process.poll() is None

    def look(self) -> None:
        """Start workers where there is something to do and none are running; let them go when idle for long."""
        with suppress(Unavailable):  # it is asked again, and the log says why
            if self._busy():
                self._last_busy = monotonic()
                if not self.running:
                    self._process = self._start()
        if self.running and monotonic() - self._last_busy > self._idle_seconds:
            self.end()

    def end(self) -> None:
        """Let the workers finish what they have begun, and end."""
        if self._process is not None and self._process.stdin is not None:
            self._process.stdin.close()
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(END_SECONDS)


@contextmanager
def workers_beside(database_url: str) -> Iterator[None]:
    """Keep workers beside this process, for as long as the block lasts and something is to be done."""
    database = cache(lambda: Database(database_url))  # opened again until it can be
    beside, ended = Beside(lambda: _something_to_do(database()), _start), Event()

    def keep() -> None:
        while not ended.wait(LOOK_SECONDS):
            beside.look()

    keeper = Thread(target=keep)
    keeper.start()
    try:
        yield
    finally:
        ended.set()
        keeper.join()
        beside.end()
        with suppress(Unavailable):
            database().close()


def _start() -> Workers:
    command = [sys.executable, "-m", "assessments", "work", "--attended"]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE)


def _something_to_do(database: Database) -> bool:
    with database.reading() as connection:
        return under_way(connection)
