"""Remedies that are certain enough for one click: what would mend a problem, as a change of the text."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from assessments.editing.splices import Offsets, Splice
from assessments.languages import Unspoken, say_later
from assessments.problems import Problem

_PLAIN = re.compile(r"[^\s,:\[\]{}#'\"()]+")
_IN_RULE = re.compile(r"[A-Za-z0-9_.]+")
_QUOTED = re.compile(r"\"((?:[^\"\\]|\\.)*)\"|'((?:[^']|'')*)'")
_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")
_YES = {"yes": "true", "on": "true", "true": "true", "y": "true", "no": "false", "off": "false", "false": "false"}


@dataclass(frozen=True, slots=True)
class Mend:
    """What would mend a problem, in words for a button, and as changes of the text."""

    says: Unspoken
    splices: tuple[Splice, ...]


@dataclass(frozen=True, slots=True)
class _Spot:
    """The place of a problem in a text."""

    text: str
    offset: int
    problem: Problem

    def word(self, pattern: re.Pattern[str] = _PLAIN) -> re.Match[str] | None:
        return pattern.match(self.text, self.offset)

    def mend(self, says: Unspoken, start: int, end: int, text: str) -> Mend:
        return Mend(says, (Splice(self.problem.path, start, end, text),))


def mend(text: str, problem: Problem) -> Mend | None:
    """Return what would mend a problem of ``text``, None where only a person can know."""
    make = _MENDS.get(problem.code)
    if make is None and problem.instead is not None:
        make = _instead
    return None if make is None else make(_Spot(text, Offsets(text).of(problem.place), problem))


def _quote(spot: _Spot) -> Mend | None:
    """Put a word between quotes."""
    word = spot.word(re.compile(r"[^\s,\[\]{}#]+"))
    if word is None or spot.text[word.start()] in "\"'":
        return None
    written = word.group().removesuffix(":") if word.group().endswith(":") else word.group()
    says = say_later('Write "{word}" in quotes', word=written)
    return spot.mend(says, word.start(), word.start() + len(written), f'"{written}"')


def _unquote(spot: _Spot) -> Mend | None:
    """Take the quotes from a number."""
    quoted = spot.word(_QUOTED)
    inside = quoted.group()[1:-1].strip() if quoted else ""
    if quoted is None or not _NUMBER.fullmatch(inside):
        return None
    says = say_later("Write {number} without quotes", number=inside)
    return spot.mend(says, quoted.start(), quoted.end(), inside)


def _yes_or_no(spot: _Spot) -> Mend | None:
    """Write true or false."""
    word = spot.word(_QUOTED) or spot.word()
    meant = _YES.get(word.group().strip("\"'").lower()) if word else None
    if word is None or meant is None:
        return None
    return spot.mend(say_later("Write {word}", word=meant), word.start(), word.end(), meant)


def _instead(spot: _Spot) -> Mend | None:
    """Write the word that was probably meant."""
    meant = str(spot.problem.instead)
    says = say_later('Write "{word}"', word=meant)
    if quoted := spot.word(_QUOTED):
        return spot.mend(says, quoted.start() + 1, quoted.end() - 1, meant)
    word = spot.word(_IN_RULE if spot.problem.code.startswith("R") else _PLAIN)
    return None if word is None else spot.mend(says, word.start(), word.end(), meant)


def _tab(spot: _Spot) -> Mend | None:
    """Turn the tabs at the beginning of a line into spaces."""
    start = Offsets(spot.text).line_start(spot.offset)
    indent = re.compile(r"[ \t]*").match(spot.text, start)
    if indent is None or "\t" not in indent.group():
        return None
    spaces = indent.group().replace("\t", "  ")
    return spot.mend(say_later("Turn tabs into spaces"), start, indent.end(), spaces)


def _delete_sign(spot: _Spot) -> Mend:
    """Delete an invisible sign."""
    return spot.mend(say_later("Delete the invisible sign"), spot.offset, spot.offset + 1, "")


_MENDS: Mapping[str, Callable[[_Spot], Mend | None]] = {
    "Y104": _delete_sign,
    "Y106": _tab,
    "Y117": _quote,
    "Y118": _quote,
    "Q205": _quote,
    "Q206": _unquote,
    "Q207": _unquote,
    "Q208": _yes_or_no,
}
