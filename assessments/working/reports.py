"""One part of a job of reports: the report of one assessment, written to its folder."""

from pathlib import Path

from assessments.answering.desk import Desk
from assessments.answering.opening import load
from assessments.printing import Printers
from assessments.reading import CannotPrintError, Reading
from assessments.storage.assessments import find_assessment
from assessments.storage.jobs import Part
from assessments.storage.plans import read_plan
from scoring import assess

GONE = "This assessment was deleted meanwhile."


def print_report(desk: Desk, printers: Printers, part: Part) -> str:
    """Write the report of one assessment; return why that cannot be done, if so. Raises OSError and Unavailable."""
    opened = _open(desk, part.name)
    if opened is None:
        return GONE
    try:
        content = printers.print(opened, part.wish["edition"], date=opened.assessment.date)
    except CannotPrintError as error:
        return str(error) or type(error).__name__
    _write(Path(part.wish["folder"]) / f"{part.name}.pdf", content)
    return ""


def _open(desk: Desk, name: str) -> Reading | None:
    with desk.database.reading() as connection:
        record = find_assessment(connection, name)
        if record is None:
            return None
        opened = load(desk, connection, record)
        edits = read_plan(connection, record.id)
    return Reading(opened.method, opened.assessment, assess(opened.method, opened.assessment), edits=edits)


def _write(path: Path, content: bytes) -> None:
    """Write a file that is there whole or not at all, however often it is written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(content)
    part.replace(path)
