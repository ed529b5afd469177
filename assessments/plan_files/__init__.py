"""The plan as files to take away: a table, a workbook, a calendar. The same plan gives the same bytes."""

from collections.abc import Callable, Mapping

from assessments.plan_files.calendar import write_ics
from assessments.plan_files.moves import PlanToWrite
from assessments.plan_files.table import write_csv
from assessments.plan_files.workbook import write_xlsx

__all__ = ["KINDS", "PlanToWrite", "write"]

# Kind of file, and what a browser is told it is.
KINDS = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ics": "text/calendar",
}

_WRITERS: Mapping[str, Callable[[PlanToWrite], bytes]] = {"csv": write_csv, "xlsx": write_xlsx, "ics": write_ics}


def write(about: PlanToWrite, kind: str) -> bytes:
    """Return a plan as a file of one of ``KINDS``."""
    return _WRITERS[kind](about)
