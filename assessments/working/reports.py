"""One part of a job of reports: the report of one assessment, written to its folder or kept with the job."""

import re
from pathlib import Path

from assessments.answering.desk import Desk
from assessments.answering.opening import load
from assessments.printing import Printers
from assessments.reading import CannotPrintError, Reading
from assessments.sharing.results import passed_on
from assessments.storage import Connection
from assessments.storage.assessments import find_assessment
from assessments.storage.jobs import Part
from assessments.storage.plans import read_plan
from assessments.storage.records import AssessmentRecord
from assessments.working.parts import GONE, CannotBeDone, Done
from scoring import assess

LONGEST_FIRM = 60  # signs of its name in that of a file


def print_report(desk: Desk, printers: Printers, part: Part) -> Done:
    """Print the report of one assessment into the folder that was named, or else return it.

    Raises CannotBeDone, OSError and Unavailable.
    """
    folder = part.wish.get("folder")
    opened = _open_passed_on(desk, part.name) if folder is None else _open(desk, part.name)
    try:
        content = printers.print(opened, part.wish["edition"], date=opened.assessment.date)
    except CannotPrintError as error:
        raise CannotBeDone(str(error) or type(error).__name__) from error
    if folder is None:
        return Done({"file": _file_name(opened)}, content)
    _write(Path(folder) / f"{part.name}.pdf", content)
    return Done()


def _open(desk: Desk, name: str) -> Reading:
    with desk.database.reading() as connection:
        record = _found(connection, name)
        opened = load(desk, connection, record)
        edits = read_plan(connection, record.id)
    return Reading(opened.method, opened.assessment, assess(opened.method, opened.assessment), edits=edits)


def _open_passed_on(desk: Desk, name: str) -> Reading:
    """Return a result as those see it who did not answer: without answers and names."""
    with desk.database.reading() as connection:
        planned = passed_on(desk, connection, _found(connection, name).id).planned
    opened = planned.opened
    return Reading(opened.method, opened.assessment, planned.result, edits=planned.edits, passed_on=True)


def _found(connection: Connection, name: str) -> AssessmentRecord:
    record = find_assessment(connection, name)
    if record is None:
        raise CannotBeDone(GONE)
    return record


def _file_name(opened: Reading) -> str:
    """Return a name that says whose report it is, of signs that are plain in every archive."""
    firm = re.sub(r"[^\w]+", "-", opened.assessment.firm).strip("-")[:LONGEST_FIRM]
    return f"{firm or 'firm'}-{opened.assessment.id}.pdf"


def _write(path: Path, content: bytes) -> None:
    """Write a file that is there whole or not at all, however often it is written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(content)
    part.replace(path)
