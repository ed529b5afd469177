"""The plan as a csv that every spreadsheet program opens and none runs anything from."""

import csv
from datetime import date as Date
from io import StringIO

from assessments.answers_file.cells import safe
from assessments.languages import say
from assessments.plan_files.moves import COLUMNS, Cell, PlanToWrite, cells, moves

BYTE_ORDER_MARK = "\ufeff"  # without it, some spreadsheet programs take letters with accents for others


def write_csv(about: PlanToWrite) -> bytes:
    """Return one row per move, in UTF-8, days as 2026-11-22."""
    text = StringIO()
    rows = csv.writer(text, lineterminator="\r\n")
    rows.writerow([say(column) for column in COLUMNS])
    rows.writerows([_plain(cell) for cell in cells(move)] for move in moves(about))
    return (BYTE_ORDER_MARK + text.getvalue()).encode("utf-8")


def _plain(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Date):
        return cell.isoformat()
    return f"{cell:g}" if isinstance(cell, float) else safe(cell)
