"""What can be wrong with a file people write, told with its place, in a plain sentence, with a remedy.

The sentences stand in one table, ``assessments.problems.sentences``; here they meet a place in a file.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from typing import NamedTuple

from assessments.languages import Unspoken, marked, say, say_later
from assessments.problems.sentence import Severity
from assessments.problems.sentences import SENTENCES

__all__ = ["START", "Place", "Problem", "Refused", "Suggestion", "TextFile", "clip", "did_you_mean", "some"]

WIDEST = 96  # characters of a line shown under a problem
LONGEST = 160  # characters of a value quoted inside a sentence
_KEPT = (int, float, Unspoken)  # what fills a gap as it is; anything else as text


class Place(NamedTuple):
    """Where something stands in a file; lines and columns count from 1."""

    line: int = 1
    column: int = 1


START = Place()


class Suggestion(Unspoken):
    """A hint that names the word that was probably meant."""

    __slots__ = ()

    def __init__(self, word: str) -> None:
        super().__init__(marked('Did you mean "{word}"?'), (("word", word),))

    @property
    def word(self) -> str:
        return str(dict(self.values)["word"])


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong (``problem``: cannot be used) or noteworthy (``advice``: can be used, but ...).

    It holds what was found, never a spoken sentence: several people may read it, each in their language.
    """

    code: str
    path: str
    place: Place
    words: tuple[tuple[str, object], ...] = ()  # that fill the gaps of its sentence
    lines: tuple[str, ...] = ()  # of the file, the last one a caret below the place
    hint: Unspoken | None = None  # stands at the caret

    @property
    def sentence(self) -> str:
        """What is wrong, in the language that is spoken."""
        return self._said(SENTENCES[self.code].says)

    @property
    def remedy(self) -> str:
        """What to do about it, in the language that is spoken."""
        return self._said(SENTENCES[self.code].remedy)

    @property
    def snippet(self) -> str:
        """The line before, the line itself and a caret below the place, with the hint beside it."""
        return "\n".join(self.lines) + (f" {clip(self.hint)}" if self.lines and self.hint else "")

    @property
    def instead(self) -> str | None:
        """The word that was probably meant."""
        return self.hint.word if isinstance(self.hint, Suggestion) else None

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

    def _said(self, sentence: str) -> str:
        return say(sentence, **{name: clip(word) if isinstance(word, Unspoken) else word for name, word in self.words})

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

    def problem(self, code: str, place: Place = START, hint: Unspoken | None = None, **words: object) -> Problem:
        """Describe a problem of this file; ``words`` fill the gaps of its sentence, ``hint`` stands at the caret.

        Words of ours among them are unspoken.
        """
        found = tuple((name, word if isinstance(word, _KEPT) else clip(word)) for name, word in words.items())
        return Problem(code, self.path, place, found, self._around(place), hint)

    def _around(self, place: Place) -> tuple[str, ...]:
        """Return the line before, the line itself and a caret below the column."""
        if place.line > len(self.lines):
            return ()
        cut = max(0, place.column - WIDEST)
        numbers = range(max(1, place.line - 1), place.line + 1)
        shown = [f"{number:>4} | {_printable(self.lines[number - 1][cut:][:WIDEST])}" for number in numbers]
        return (*shown, " " * (6 + place.column - cut) + "^")


def clip(value: object, longest: int = LONGEST) -> str:
    """Return a value in one printable line of at most ``longest`` characters."""
    text = _printable(" ".join(str(value)[: 4 * longest].split()))
    return text if len(text) <= longest else text[: longest - 3] + "..."


def some(words: Collection[str], most: int = 4) -> Unspoken | str:
    """Return the first few words as people list them."""
    shown = ", ".join(list(words)[:most])
    return say_later("{words} and {count} more", words=shown, count=len(words) - most) if len(words) > most else shown


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
