"""Finds the smallest changes of a text that turn one value into another, in the way the value is written now."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assessments.editing.splices import Splice
from assessments.editing.writing import WIDTH, folded, folds, item_lines, number, quoted, written
from assessments.positions import Keys, Limits, parse
from assessments.positions.extents import BLOCK, FLOW, Extent
from assessments.problems import Refused

LIMITS = Limits(kilobytes=1000, values=200_000, depth=40)
HERE = Path("text.yaml")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A text with what it says and where each value of it stands."""

    text: str
    data: Any
    extents: Mapping[Keys, Extent]

    @property
    def line_break(self) -> str:
        """What ends the lines of this text."""
        return "\r\n" if "\r\n" in self.text else "\n"

    def splice(self, start: int, end: int, text: str) -> Splice:
        return Splice("", start, end, text)

    def line_start(self, offset: int) -> int:
        """Return where the line of an offset begins."""
        return max(self.text.rfind("\n", 0, offset), self.text.rfind("\r", 0, offset)) + 1

    def line_end(self, offset: int) -> int:
        """Return where the line of an offset ends, before what breaks it."""
        ends = [end for end in (self.text.find("\n", offset), self.text.find("\r", offset)) if end >= 0]
        return min(ends, default=len(self.text))

    def column(self, offset: int) -> int:
        """Return how far an offset is indented, from 0."""
        return offset - self.line_start(offset)


def replace(sheet: Sheet, path: Keys, old: Any, new: Any) -> Iterator[Splice]:
    """Yield the changes that turn the value at ``path`` from ``old`` into ``new``."""
    extent = sheet.extents[path]
    if alike(old, new):
        return
    if isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for index, (before, after) in enumerate(zip(old, new, strict=True)):
            yield from replace(sheet, (*path, index), before, after)
    elif isinstance(old, dict) and isinstance(new, Mapping) and list(old) == list(new):
        for key in old:
            yield from replace(sheet, (*path, key), old[key], new[key])
    elif extent.style == BLOCK and isinstance(new, list) and new:
        yield _lines_anew(sheet, extent, new)
    else:
        yield _one(sheet, path, extent, new)


def alike(one: Any, other: Any) -> bool:
    """Return whether two values are the same; 55 is 55.0, but true is not 1."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return list(one) == list(other) and all(alike(one[key], other[key]) for key in one)
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(map(alike, one, other))
    return isinstance(one, bool) == isinstance(other, bool) and bool(one == other)


def _lines_anew(sheet: Sheet, extent: Extent, members: list[Any]) -> Splice:
    indent = sheet.column(extent.start)
    lines = [line for member in members for line in item_lines(member, indent)]
    return sheet.splice(extent.start, extent.end, sheet.line_break.join(lines)[indent:])


def _one(sheet: Sheet, path: Keys, extent: Extent, new: Any) -> Splice:
    raw = sheet.text[extent.start : extent.end]
    if isinstance(new, str):
        return sheet.splice(extent.start, extent.end, _text(sheet, path, extent, raw, new))
    if isinstance(new, int | float) and not isinstance(new, bool):
        return _aligned(sheet, extent, number(new))
    return sheet.splice(extent.start, extent.end, _apart(sheet, extent, written(new)))


def _text(sheet: Sheet, path: Keys, extent: Extent, raw: str, new: str) -> str:
    """Write a text in the style of the one it replaces, as long as that can hold it."""
    if extent.style == ">" and raw.startswith(">-") and folds(new):
        return _refolded(sheet, extent, raw, new)
    if extent.style == "'" and new.isprintable():
        return "'" + new.replace("'", "''") + "'"
    if extent.style == "" and raw and is_plain(new, in_flow=_in_flow(sheet, path)):
        return new
    return _apart(sheet, extent, quoted(new))


def _in_flow(sheet: Sheet, path: Keys) -> bool:
    return any(sheet.extents[path[:end]].style == FLOW for end in range(len(path)))


def is_plain(text: str, *, in_flow: bool) -> bool:
    """Return whether a text can stand without quotes."""
    if not text.isprintable():
        return False
    try:
        return bool(
            parse(f"a: {text}\n", HERE, LIMITS).data == {"a": text}
            and (not in_flow or parse(f"[{text}]\n", HERE, LIMITS).data == [text])
        )
    except Refused:
        return False


def _apart(sheet: Sheet, extent: Extent, text: str) -> str:
    """Keep a value apart from the colon or dash before it where nothing stood there."""
    return text if extent.start < extent.end or sheet.text[extent.start - 1 : extent.start] in ("", " ") else f" {text}"


def _aligned(sheet: Sheet, extent: Extent, digits: str) -> Splice:
    """Write a number so that columns which were in line stay in line, where there is room."""
    growth = len(digits) - (extent.end - extent.start)
    before = sheet.text[sheet.line_start(extent.start) : extent.start]
    room = len(before) - len(before.rstrip(" ")) - 1
    if extent.start == extent.end:
        return sheet.splice(extent.start, extent.end, _apart(sheet, extent, digits))
    if growth > 0:
        return sheet.splice(extent.start - max(0, min(growth, room)), extent.end, digits)
    return sheet.splice(extent.start, extent.end, " " * (-growth if ":  " in before else 0) + digits)


def _refolded(sheet: Sheet, extent: Extent, raw: str, new: str) -> str:
    """Change the lines of a folded text that have to change, and no others."""
    head, *lines = raw.splitlines()
    indent = min((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), default=0)
    words = [line[indent:].split(" ") for line in lines]
    if not lines or any("" in line for line in words):
        beside = sheet.column(extent.start if extent.key is None else extent.key)
        return sheet.line_break.join([head, *folded(new, beside + 2)])
    first, last, middle = _affected(words, new.split(" "))
    changed = [" " * indent + " ".join(middle)] if middle else []
    if changed and len(changed[0]) > max(WIDTH, len(lines[first])):
        changed = folded(" ".join(middle), indent)
    return sheet.line_break.join([head, *lines[:first], *changed, *lines[last + 1 :]])


def _affected(lines: list[list[str]], new: list[str]) -> tuple[int, int, list[str]]:
    """Return the first and last line that have to change, and the words that stand there afterwards."""
    old = [word for line in lines for word in line]
    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    starts = [sum(map(len, lines[:number])) for number in range(len(lines) + 1)]
    first = _line_of(starts, min(head, len(old) - 1))
    last = max(first, _line_of(starts, max(0, len(old) - tail - 1)))
    return first, last, new[starts[first] : len(new) - (len(old) - starts[last + 1])]


def _line_of(starts: list[int], word: int) -> int:
    return next(number for number in range(len(starts) - 1) if word < starts[number + 1])


def _shared(one: list[str], other: list[str]) -> int:
    pairs = zip(one, other, strict=False)
    return next((number for number, (left, right) in enumerate(pairs) if left != right), min(len(one), len(other)))
