"""Which columns form which scale: from a keys file or, without one, every column of numbers together."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assessments.languages import Unspoken, say_later
from assessments.positions import Document, Limits, read
from assessments.problems import Problem, Refused, did_you_mean, some
from assessments.reliability.sheet import Sheet, number

LIMITS = Limits(kilobytes=1_000, values=20_000)
NO_ITEMS = {"respondent", "role", "round", "seconds", "id"}  # they say who answers, even where they hold numbers
WHOLE_TABLE = "all"


@dataclass(frozen=True, slots=True)
class Scale:
    """A name, and the columns of its items with whether each was asked the other way round."""

    name: str
    items: Mapping[str, bool]


def whole_table(sheet: Sheet, group: str | None) -> Scale:
    """Return all columns that hold a number somewhere, but not those that say who answers, nor notes."""
    items = (column for column in sheet.columns if column.lower() not in NO_ITEMS and column != group)
    numeric = (column for column in items if not column.endswith(".note") and _holds_numbers(sheet, column))
    return Scale(WHOLE_TABLE, dict.fromkeys(numeric, False))


def _holds_numbers(sheet: Sheet, column: str) -> bool:
    return any(value is not None and not math.isnan(value) for value in map(number, sheet.columns[column]))


def read_keys(path: Path, sheet: Sheet) -> tuple[Scale, ...]:
    """Read the scales of a keys file such as {"trust": ["q1", "-q2"]}; raise ``Refused`` with every problem."""
    document = read(path, LIMITS)
    problems = list(_problems(document, sheet))
    if problems:
        raise Refused(problems)
    return tuple(Scale(scale, dict(map(_key, words))) for scale, words in document.data.items())


def _key(word: str) -> tuple[str, bool]:
    """Return the column a key names, and whether it is reversed."""
    return word.removeprefix("-").strip(), word.startswith("-")


def _problems(document: Document, sheet: Sheet) -> Iterator[Problem]:
    scales = document.data
    if not isinstance(scales, dict) or not scales:
        yield document.problem("T903", (), expected=say_later("a group with scales in it"), found=_kind(scales))
        return
    for scale, words in scales.items():
        if isinstance(words, list) and words:
            yield from _item_problems(document, sheet, scale, words)
        else:
            yield document.problem(
                "T903", (scale,), expected=say_later("a list with columns in it"), found=_kind(words)
            )


def _item_problems(document: Document, sheet: Sheet, scale: str, words: list[Any]) -> Iterator[Problem]:
    seen = set()
    for index, word in enumerate(words):
        place = (scale, index)
        if not isinstance(word, str):
            yield document.problem("T903", place, expected=say_later("the name of a column"), found=_kind(word))
            continue
        column, _ = _key(word)
        if column not in sheet.columns:
            hint = did_you_mean(column, sheet.columns)
            yield document.problem("T902", place, hint, word=column, some=some(sheet.columns))
        elif column in seen:
            yield document.problem("T904", place, word=column)
        seen.add(column)


def _kind(value: Any) -> Unspoken:
    if isinstance(value, dict):
        return say_later("a group") if value else say_later("an empty group")
    if isinstance(value, list):
        return say_later("a list") if value else say_later("an empty list")
    return say_later("nothing") if value is None else say_later('"{word}"', word=str(value))
