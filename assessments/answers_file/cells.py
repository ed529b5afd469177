"""A CSV text cut into cells that know where they stand, and text made safe for spreadsheets.

The standard library's reader does not say where a cell begins, so the cutting is done here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

SEPARATORS = ",;\t"
LINE_BREAK = re.compile(r"\r\n|\r|\n")

# A cell starting like this is run as a formula by spreadsheet programs (also in its full-width spelling).
FORMULA = "[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]"
WOULD_RUN = re.compile(f"'*{FORMULA}")
MADE_SAFE = re.compile(f"'+{FORMULA}")


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of one cell and where it begins; lines and columns count from 1."""

    text: str
    line: int
    column: int


class OpenQuoteError(Exception):
    """A cell begins with a quotation mark that is never closed, or closed in mid-cell."""

    def __init__(self, line: int, column: int) -> None:
        super().__init__(line, column)
        self.line = line
        self.column = column


def separator(text: str) -> str:
    """Return the character that separates cells, judged by the first line."""
    header = text.lstrip("\r\n").splitlines()[:1]
    return max(SEPARATORS, key="".join(header).count)


def rows(text: str, split_at: str) -> Iterator[list[Cell]]:
    """Yield each row that is not blank; raises OpenQuoteError where the rest of the text cannot be cut."""
    row: list[Cell] = []
    line, line_start = 1, 0
    for match in _pattern(split_at).finditer(text):
        quoted, plain, end = match.groups()
        column = match.start() - line_start + 1
        if quoted is None and plain.startswith('"'):
            raise OpenQuoteError(line, column)
        row.append(Cell(plain if quoted is None else quoted.replace('""', '"'), line, column))
        for line_break in LINE_BREAK.finditer(match.group()):
            line += 1
            line_start = match.start() + line_break.end()
        if end != split_at:
            if any(cell.text.strip() for cell in row):
                yield row
            row = []


@cache
def _pattern(split_at: str) -> re.Pattern[str]:
    end = rf"({split_at}|\r\n|\r|\n|\Z)"
    return re.compile(rf'(?:"((?:[^"]+|"")*+)"(?=[{split_at}\r\n]|\Z)|([^{split_at}\r\n]*)){end}')


def safe(text: str) -> str:
    """Return ``text`` with an apostrophe in front where a spreadsheet would run it as a formula."""
    return f"'{text}" if WOULD_RUN.match(text) else text


def plain(text: str) -> str:
    """Return what ``safe`` was given."""
    return text[1:] if MADE_SAFE.match(text) else text
