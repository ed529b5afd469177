"""The plan as a workbook: one sheet for the moves, one for the forecast."""

from datetime import date as Date
from datetime import datetime, time
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from assessments.languages import marked, say
from assessments.plan_files.moves import COLUMNS, Cell, PlanToWrite, cells, moves
from assessments.wording import stage_name

WIDTHS = (36, 60, 20, 20, 12, 12, 12, 12, 12, 40, 40)
OUTLOOK = (
    marked("Quarter"),
    marked("Stage"),
    marked("On the path"),
    marked("Stage, cautious case"),
    marked("On the path, cautious case"),
)
LONGEST_CELL = 32_767
# Text stays text: nothing that people wrote becomes a formula or a link.
AS_TEXT = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write_xlsx(about: PlanToWrite) -> bytes:
    """Return the workbook; it says it was made on the day of the assessment, so that its bytes stay the same."""
    file = BytesIO()
    with Workbook(file, AS_TEXT) as workbook:
        workbook.set_properties({"title": say("Plan"), "created": datetime.combine(about.assessment.date, time())})
        wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
        day = workbook.add_format({"num_format": "yyyy-mm-dd", "valign": "top"})
        bold = workbook.add_format({"bold": True, "bottom": 1})
        _plan(workbook.add_worksheet(say("Plan")), about, bold, wrapped, day)
        _forecast(workbook.add_worksheet(say("Forecast")), about, bold, wrapped)
    return file.getvalue()


def _plan(sheet: Worksheet, about: PlanToWrite, bold: Format, wrapped: Format, day: Format) -> None:
    _head(sheet, COLUMNS, bold)
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    for row, move in enumerate(moves(about), start=1):
        for column, cell in enumerate(cells(move)):
            _put(sheet, row, column, cell, wrapped, day)


def _forecast(sheet: Worksheet, about: PlanToWrite, bold: Format, wrapped: Format) -> None:
    _head(sheet, OUTLOOK, bold)
    sheet.set_column(0, len(OUTLOOK) - 1, 26)
    for row, (expected, cautious) in enumerate(zip(about.plan.forecast, about.plan.cautious, strict=True), start=1):
        sheet.write_number(row, 0, expected.quarter)
        for column, outlook in ((1, expected), (3, cautious)):
            sheet.write_string(row, column, stage_name(about.questionnaire, outlook.position), wrapped)
            sheet.write_number(row, column + 1, round(outlook.path_coordinate, 2))


def _head(sheet: Worksheet, columns: tuple[str, ...], bold: Format) -> None:
    sheet.freeze_panes(1, 1)
    for column, name in enumerate(columns):
        sheet.write_string(0, column, say(name), bold)


def _put(sheet: Worksheet, row: int, column: int, cell: Cell, wrapped: Format, day: Format) -> None:
    if isinstance(cell, Date):
        sheet.write_datetime(row, column, cell, day)
    elif isinstance(cell, float):
        sheet.write_number(row, column, cell, wrapped)
    elif cell:
        sheet.write_string(row, column, cell[:LONGEST_CELL], wrapped)
