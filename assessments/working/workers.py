"""A worker: takes one part of a job after the other, does it, and says what became of it."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from assessments.answering.desk import Desk
from assessments.answering.opening import load
from assessments.printing import Printers
from assessments.reading import CannotPrintError, Reading
from assessments.storage import retried
from assessments.storage.assessments import find_assessment
from assessments.storage.jobs import Part, finish_part, give_back, take_part
from assessments.storage.plans import read_plan
from scoring import assess

GIVEN_UP = timedelta(minutes=5)  # far longer than printers take before they give up themselves
GONE = "This assessment was deleted meanwhile."


class Worker:
    """Works in one thread; several may share a desk and the printers."""

    def __init__(self, desk: Desk, printers: Printers) -> None:
        self._desk = desk
        self._printers = printers

    def work(self, going_on: Callable[[], bool]) -> None:
        """Do what there is to do, part by part, until there is nothing left or no longer ``going_on``."""
        while going_on() and self.do_one():
            pass

    def do_one(self) -> bool:
        """Take a part and do it; return whether there was one. Raises Unavailable, and OSError for a full disk."""
        part = self._take()
        if part is None:
            return False
        try:
            reason = self._print(part)
        except BaseException:
            self._give_back(part)
            raise
        self._finish(part, reason)
        return True

    @retried
    def _take(self) -> Part | None:
        now = self._desk.clock()
        with self._desk.database.writing() as connection:
            return take_part(connection, now, now - GIVEN_UP)

    @retried
    def _finish(self, part: Part, reason: str) -> None:
        with self._desk.database.writing() as connection:
            finish_part(connection, part, reason)

    @retried
    def _give_back(self, part: Part) -> None:
        with self._desk.database.writing() as connection:
            give_back(connection, part)

    def _print(self, part: Part) -> str:
        """Write the report of one assessment; return why that cannot be done, if so."""
        opened = self._open(part.name)
        if opened is None:
            return GONE
        try:
            content = self._printers.print(opened, part.wish["edition"], date=opened.assessment.date)
        except CannotPrintError as error:
            return str(error) or type(error).__name__
        _write(Path(part.wish["folder"]) / f"{part.name}.pdf", content)
        return ""

    def _open(self, name: str) -> Reading | None:
        with self._desk.database.reading() as connection:
            record = find_assessment(connection, name)
            if record is None:
                return None
            opened = load(self._desk, connection, record)
            edits = read_plan(connection, record.id)
        return Reading(opened.method, opened.assessment, assess(opened.method, opened.assessment), edits=edits)


def _write(path: Path, content: bytes) -> None:
    """Write a file that is there whole or not at all, however often it is written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(content)
    part.replace(path)
