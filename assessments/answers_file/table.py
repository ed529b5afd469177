"""A CSV of answers, long or wide, turned into the document a YAML file would give."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from assessments.answers_file.cells import Cell, OpenQuoteError, plain, rows, separator
from assessments.answers_file.columns import NOTE, PERSON, Columns, Naming, Subject
from assessments.answers_file.sheet_tree import SheetTree
from assessments.positions import Document
from assessments.problems import Place, Problem, Refused, TextFile
from scoring.model import Item

WHOLE = re.compile(r"-?[0-9]{1,18}")
DECIMAL = re.compile(r"-?[0-9]{1,18}\.[0-9]{1,30}")


def read_table(file: TextFile, text: str, items: Mapping[str, Item], problems: list[Problem]) -> Document:
    """Return the respondents of a CSV, noting in ``problems`` what cannot be placed.

    Raises ``Refused`` when there are none because of that.
    """
    table = _Table(Naming(file, items, problems), SheetTree(file))
    try:
        for row in rows(text, separator(text)):
            table.take(row)
    except OpenQuoteError as error:
        problems.append(file.problem("A654", Place(error.line, error.column)))
    if problems and table.tree.empty:
        raise Refused(problems)
    return table.tree.document()


class _Table:
    """Takes the rows of a table one after the other."""

    def __init__(self, naming: Naming, tree: SheetTree) -> None:
        self.tree = tree
        self._naming = naming
        self._columns: Columns | None = None

    def take(self, row: Sequence[Cell]) -> None:
        """Take the next row; the first one names the columns."""
        if self._columns is None:
            self._columns = self._naming.columns(row)
        elif self._columns.complete:
            self._note_stray(row, self._columns)
            person = self._person(row, self._columns)
            take = self._take_long if self._columns.long else self._take_wide
            take(row, self._columns, person)

    def _note_stray(self, row: Sequence[Cell], columns: Columns) -> None:
        stray = [cell for index, cell in enumerate(row) if cell.text.strip() and columns.is_nameless(index)]
        if stray:
            self._naming.note("A656", stray[0], found=stray[0].text)

    def _person(self, row: Sequence[Cell], columns: Columns) -> int:
        """Return the number of the person a row is about; in the wide form every row is about another one."""
        cells = {name: columns.cell(row, name) for name in PERSON}
        words = {name: plain(cell.text).strip() for name, cell in cells.items()}
        shared = columns.long and words["respondent"]
        key = (words["respondent"], words["role"], _number(words["round"]) or 1, None if shared else row[0].line)
        person = self.tree.person(key, row[0])
        for column, entry in (("respondent", "id"), ("role", "role")):
            self.tree.put(person, (entry,), words[column] or None, row[0], cells[column], again=True)
        for name in ("round", "seconds"):
            self._put(person, name, (name,), typed(words[name]), row[0], cells[name], again=True)
        return person

    def _take_wide(self, row: Sequence[Cell], columns: Columns, person: int) -> None:
        for index, subject in columns.subjects.items():
            if index < len(row):  # spreadsheets leave out empty cells at the end of a row
                self._say(person, subject, columns.header[index], row[index])

    def _take_long(self, row: Sequence[Cell], columns: Columns, person: int) -> None:
        """Take one answer; a row that is about nothing only says that the person was there."""
        item, value, note = (columns.cell(row, name) for name in ("item", "value", NOTE))
        if not any(cell.text.strip() for cell in (item, value, note)):
            return
        subject = self._naming.subject(item)
        if subject is not None:
            self._say(person, subject, item, value)
            self._say(person, replace(subject, part=NOTE), item, note)

    def _say(self, person: int, subject: Subject, named: Cell, said: Cell) -> None:
        """Store what a person says, if anything."""
        text = plain(said.text).strip()
        is_note = subject.part == NOTE
        self._put(person, str(subject), _steps(subject), text if is_note else typed(text), named, said, again=is_note)

    def _put(
        self, person: int, word: str, steps: tuple[str, ...], value: Any, named: Cell, said: Cell, *, again: bool
    ) -> None:
        """Store a value, if there is one; note it where another one stands already."""
        if value != "":
            earlier = self.tree.put(person, steps, value, named, said, again=again)
            if earlier is not None:
                self._naming.note("A655", said, word=word, first=earlier.line)


def _steps(subject: Subject) -> tuple[str, ...]:
    """Return the way to what is said about a subject, from the person on."""
    if subject.part == NOTE:
        return "notes", subject.item
    start = ("segments", subject.segment) if subject.segment else ("answers",)
    return (*start, subject.item, subject.part) if subject.part else (*start, subject.item)


def typed(text: str) -> Any:
    """Return a cell as a number, a list (``a|b``; ``|`` alone is the empty one) or a text."""
    if "|" in text:
        return [word.strip() for word in text.split("|") if word.strip()]
    return _number(text)


def _number(text: str) -> int | float | str:
    """Return a number where the text is one."""
    if WHOLE.fullmatch(text):
        return int(text)
    return float(text) if DECIMAL.fullmatch(text) else text
