"""One part of a job of reports: the report of one assessment, written to its folder."""

from pathlib import Path

from assessments.answering.desk import Desk
from assessments.answering.opening import load
from assessments.printing import Printers
from assessments.reading import CannotPrintError, Reading
from assessments.storage.assessments import find_assessment
from assessments.storage.jobs import Part
from assessments.storage.plans import read_plan
from assessments.working.parts import GONE, CannotBeDone
from scoring import assess


def print_report(desk: Desk, printers: Printers, part: Part) -> None:
    """Write the report of one assessment; raises CannotBeDone, OSError and Unavailable."""
    opened = _open(desk, part.name)
    try:
        content = printers.print(opened, part.wish["edition"], date=opened.assessment.date)
    except CannotPrintError as error:
        raise CannotBeDone(str(error) or type(error).__name__) from error
    _write(Path(part.wish["folder"]) / f"{part.name}.pdf", content)


def _open(desk: Desk, name: str) -> Reading:
    with desk.database.reading() as connection:
        record = find_assessment(connection, name)
        if record is None:
            raise CannotBeDone(GONE)
        opened = load(desk, connection, record)
        edits = read_plan(connection, record.id)
    return Reading(opened.method, opened.assessment, assess(opened.method, opened.assessment), edits=edits)


def _write(path: Path, content: bytes) -> None:
    """Write a file that is there whole or not at all, however often it is written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(content)
    part.replace(path)
