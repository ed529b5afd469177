"""A CSV of ratings as named columns of cells that know where they stand."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from assessments.answers_file.cells import LINE_BREAK, Cell, OpenQuoteError, plain, rows, separator
from assessments.answers_file.opening import LIMITS, refuse_what_is_no_text
from assessments.positions import read_text
from assessments.problems import Place, Problem, Refused, TextFile

ENDINGS = (".csv", ".tsv")
NUMBER = re.compile(r"[+-]?[0-9]{1,15}(\.[0-9]{1,15})?")
MISSING = {"", "dk", "na", "nan"}  # in any case of letters


@dataclass(frozen=True, slots=True)
class Sheet:
    """The columns of a table by name, each with one cell per row."""

    file: TextFile
    columns: dict[str, tuple[Cell, ...]]
    lines: tuple[int, ...]  # where each row begins

    def problem(self, code: str, cell: Cell, **words: object) -> Problem:
        """Describe a problem of one cell."""
        return self.file.problem(code, Place(cell.line, cell.column), None, **words)


def read_sheet(path: Path) -> Sheet:
    """Read a CSV whose first row names the columns; raise ``Refused`` with every problem of its form."""
    if path.suffix.lower() not in ENDINGS:
        raise Refused([TextFile(str(path)).problem("T900", ending=path.suffix or path.name)])
    refuse_what_is_no_text(path)
    text = read_text(path, LIMITS.kilobytes)
    file = TextFile(str(path), tuple(LINE_BREAK.split(text)))
    try:
        header, *body = [*rows(text, separator(text))] or [[]]
    except OpenQuoteError as error:
        raise Refused([file.problem("A654", Place(error.line, error.column))]) from None
    problems = tuple(_problems(file, header, body))
    if problems:
        raise Refused(problems)
    named = {name(cell): index for index, cell in enumerate(header) if name(cell)}
    columns = {word: tuple(_cell(row, index) for row in body) for word, index in named.items()}
    return Sheet(file, columns, tuple(row[0].line for row in body))


def _problems(file: TextFile, header: list[Cell], body: list[list[Cell]]) -> Iterator[Problem]:
    """Yield what is wrong with the form: one answer per row, two columns of one name, cells below no name."""
    names = [name(cell) for cell in header]
    for index, cell in enumerate(header):
        if names[index] and names[index] in names[:index]:
            yield file.problem("A651", Place(cell.line, cell.column), word=names[index])
    if {"item", "value"} <= set(names):
        yield file.problem("T908")
    for row in body:
        for index, cell in enumerate(row):
            if cell.text.strip() and not (index < len(names) and names[index]):
                yield file.problem("A656", Place(cell.line, cell.column), found=cell.text)
                return


def _cell(row: list[Cell], index: int) -> Cell:
    """Return a cell; spreadsheets leave out empty ones at the end of a row."""
    return row[index] if index < len(row) else Cell("", row[0].line, row[0].column)


def name(cell: Cell) -> str:
    """Return what a cell says."""
    return plain(cell.text).strip()


def number(cell: Cell) -> float | None:
    """Return the number in a cell, NaN where an answer is missing, None where something else stands there."""
    word = name(cell)
    if word.lower() in MISSING:
        return math.nan
    return float(word) if NUMBER.fullmatch(word) else None
