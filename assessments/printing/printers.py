"""A few printing processes, started when first needed and used again; one that takes too long is ended."""

import os
import pickle
import subprocess
import sys
from collections.abc import Mapping
from datetime import date as Date
from pathlib import Path
from queue import LifoQueue
from tempfile import TemporaryDirectory
from threading import Timer

from assessments.printing.job import Edition, Job, job_of
from assessments.reading import CannotPrintError, Reading

ROOT = Path(__file__).resolve().parents[2]
MOST = 2  # at once
SECONDS = 120.0  # for one report

NEEDED = ("PATH", "HOME", "LANG", "TZ", "VIRTUAL_ENV")
NEEDED_GROUPS = ("LC_", "PYTHON", "FONTCONFIG_", "LD_", "OPENBLAS_", "OMP_", "COVERAGE_")
# As many processes print as there are places; threads within one wait for each other and burn a third of its time.
ALONE = {"OPENBLAS_NUM_THREADS": "1"}

_FAILED = "This report took too long or too much memory, and was given up"


class _Worker:
    """One process; it ends when this object lets go of it."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "assessments.printing.worker"]
        self._folder = TemporaryDirectory(prefix="pathway-printing-")  # the only one it may write to
        needed = {**ALONE, **environment(os.environ), "TMPDIR": self._folder.name}
        self._process = subprocess.Popen(command, cwd=ROOT, env=needed, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def ask(self, job: Job, seconds: float) -> bytes | str:
        """Return the report, or why there is none; raises EOFError or OSError when the process ends over it."""
        jobs, replies = self._process.stdin, self._process.stdout
        if jobs is None or replies is None:
            raise EOFError
        overdue = Timer(seconds, self._process.kill)
        overdue.start()
        try:
            pickle.dump(job, jobs)
            jobs.flush()
            reply: bytes | str = pickle.load(replies)
        finally:
            overdue.cancel()
        return reply

    def end(self) -> None:
        self._process.kill()
        self._process.communicate()
        self._folder.cleanup()


def environment(ours: Mapping[str, str]) -> dict[str, str]:
    """Return what printing needs of our environment; passwords and keys stand in what it does not."""
    return {name: value for name, value in ours.items() if name in NEEDED or name.startswith(NEEDED_GROUPS)}


class Printers:
    """Prints reports outside this process, ``most`` at once; safe to be asked by many threads."""

    def __init__(self, most: int = MOST, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._places: LifoQueue[_Worker | None] = LifoQueue()
        self._most = most
        for _ in range(most):
            self._places.put(None)

    def print(self, opened: Reading, edition: Edition, *, date: Date) -> bytes:
        """Return an edition of the report, the same bytes as printed here; raises ``CannotPrintError``."""
        worker, reply = self._places.get(), None
        try:
            worker = worker or _Worker()
            reply = worker.ask(job_of(opened, edition, date), self._seconds)
        except (EOFError, OSError, pickle.UnpicklingError):
            if worker is not None:
                worker.end()
            worker = None
        finally:
            self._places.put(worker)
        if isinstance(reply, bytes):
            return reply
        raise CannotPrintError(reply or _FAILED)

    def close(self) -> None:
        """End every process, once what is being printed has been printed."""
        for worker in [self._places.get() for _ in range(self._most)]:
            if worker is not None:
                worker.end()
            self._places.put(None)
