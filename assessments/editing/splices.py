"""Changes of texts as data: which characters of which file give way to which text."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate

from assessments.problems import Place


@dataclass(frozen=True, slots=True, order=True)
class Splice:
    """The characters from ``start`` up to ``end`` of a file become ``text``; offsets count characters from 0."""

    file: str
    start: int
    end: int
    text: str


class Offsets:
    """Translates between line and column, as people see them, and the offset of a character in a text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0, *accumulate(map(len, text.splitlines(keepends=True)))]

    def of(self, place: Place) -> int:
        """Return the offset of a place."""
        return self._starts[min(place.line, len(self._starts)) - 1] + place.column - 1

    def line_start(self, offset: int) -> int:
        """Return where the line of an offset begins."""
        return self._starts[bisect_right(self._starts, offset) - 1]


def splice(text: str, splices: Iterable[Splice]) -> str:
    """Return ``text`` with ``splices`` made; raises ValueError when two of them overlap."""
    pieces, at = [], 0
    for one in sorted(splices, key=lambda one: (one.start, one.end)):
        if one.start < at:
            raise ValueError("Two changes of one place cannot both be made.")
        pieces += [text[at : one.start], one.text]
        at = one.end
    return "".join([*pieces, text[at:]])


def apply(files: Mapping[str, str], splices: Iterable[Splice]) -> dict[str, str]:
    """Return ``files`` with ``splices`` made; raises KeyError for a file that is not there."""
    by_file: dict[str, list[Splice]] = {}
    for one in splices:
        by_file.setdefault(one.file, []).append(one)
    return {**files, **{name: splice(files[name], mine) for name, mine in by_file.items()}}
