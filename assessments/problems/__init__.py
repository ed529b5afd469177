"""What can be wrong with a file people write, told with its place, in a plain sentence, with a remedy.

The sentences stand in one table, ``assessments.problems.sentences``; here they meet a place in a file.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from typing import NamedTuple

from assessments.problems.sentence import Severity
from assessments.problems.sentences import SENTENCES

__all__ = ["START", "Place", "Problem", "Refused", "Suggestion", "TextFile", "clip", "did_you_mean"]

WIDEST = 96  # characters of a line shown under a problem
LONGEST = 160  # characters of a value quoted inside a sentence


class Place(NamedTuple):
    """Where something stands in a file; lines and columns count from 1."""

    line: int = 1
    column: int = 1


START = Place()


class Suggestion(str):
    """A hint that names the word that was probably meant."""

    __slots__ = ("word",)

    def __new__(cls, word: str) -> "Suggestion":
        hint = super().__new__(cls, f'Did you mean "{word}"?')
        hint.word = word
        return hint

    word: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong (``problem``: cannot be used) or noteworthy (``advice``: can be used, but ...)."""

    code: str
    path: str
    place: Place
    sentence: str
    remedy: str
    snippet: str = ""
    instead: str | None = None  # the word that was probably meant

    @property
    def severity(self) -> Severity:
        """Whether the file cannot be used, or can be used, but."""
        return SENTENCES[self.code].severity

    @property
    def line(self) -> int:
        return self.place.line

    @property
    def column(self) -> int:
        return self.place.column

    def __str__(self) -> str:
        """Return the problem as people read it: place, code and sentence; remedy; the lines of the file."""
        head = f"{self.path}:{self.line}:{self.column}  {self.code}  {self.sentence}"
        return "\n".join([head, f"  {self.remedy}", *(f"    {line}" for line in self.snippet.splitlines())])


class Refused(Exception):  # noqa: N818  (it is what happened to the file, not an error of the program)
    """A file or folder that cannot be used, with every reason."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file as people see it: its name and its lines, ready to be pointed at."""

    path: str
    lines: tuple[str, ...] = ()

    def problem(self, code: str, place: Place = START, hint: str | None = None, **words: object) -> Problem:
        """Describe a problem of this file; ``words`` fill the gaps of its sentence, ``hint`` stands at the caret."""
        saying = SENTENCES[code]
        shown = {name: word if isinstance(word, int | float) else clip(word) for name, word in words.items()}
        return Problem(
            code,
            self.path,
            place,
            saying.says.format(**shown),
            saying.remedy.format(**shown),
            self._snippet(place, hint),
            hint.word if isinstance(hint, Suggestion) else None,
        )

    def _snippet(self, place: Place, hint: str | None) -> str:
        """Return the line before, the line itself and a caret below the column."""
        if place.line > len(self.lines):
            return ""
        cut = max(0, place.column - WIDEST)
        numbers = range(max(1, place.line - 1), place.line + 1)
        shown = [f"{number:>4} | {_printable(self.lines[number - 1][cut:][:WIDEST])}" for number in numbers]
        caret = " " * (6 + place.column - cut) + "^" + (f" {clip(hint)}" if hint else "")
        return "\n".join([*shown, caret])


def clip(value: object, longest: int = LONGEST) -> str:
    """Return a value in one printable line of at most ``longest`` characters."""
    text = _printable(" ".join(str(value)[: 4 * longest].split()))
    return text if len(text) <= longest else text[: longest - 3] + "..."


def _printable(text: str) -> str:
    return "".join(
        sign if sign.isprintable() else " " if sign == "\t" else "\N{REPLACEMENT CHARACTER}" for sign in text
    )


def did_you_mean(word: object, known: Iterable[str]) -> Suggestion | None:
    """Return a hint naming the known word closest to ``word``, or None when nothing is close."""
    written = str(word)[:LONGEST]
    close = get_close_matches(written, sorted(known))
    likeness = SequenceMatcher(b=written)

    def unlike(other: str) -> tuple[float, str]:
        likeness.set_seq1(other)
        return -likeness.ratio(), other  # of two that are equally close, the first by name

    return Suggestion(min(close, key=unlike)) if close else None
