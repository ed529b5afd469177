"""The words of rules: numbers, texts in quotes, names and signs, each with its place."""

import re
from dataclasses import dataclass
from typing import Literal

Reason = Literal["size", "text", "grammar", "name", "function", "kind", "option"]


class Phrase(str):
    """English of ours that others may say in their language, as it is or with {names} filled in."""

    __slots__ = ()


class RuleError(Exception):
    """A rule that cannot be used: why, and where in its text (``start`` to ``end``, counted from 0).

    ``words`` fill the gaps of what it ``says``; those of ours among them are phrases.
    """

    def __init__(
        self, reason: Reason, says: Phrase, start: int, end: int, suggestion: str | None = None, **words: object
    ) -> None:
        super().__init__(says.format(**words))
        self.reason = reason
        self.says = says
        self.words = words
        self.start = start
        self.end = end
        self.suggestion = suggestion


@dataclass(frozen=True, slots=True)
class Token:
    kind: str  # number, text, name, sign, end
    text: str
    start: int
    end: int


_TOKEN = re.compile(
    r"""(?P<space>[ \t\r\n]+)
      | (?P<number>[0-9]+(?:\.[0-9]+)?(?![0-9A-Za-z_.]))
      | (?P<text>'[^'\r\n]*'|"[^"\r\n]*")
      | (?P<name>[A-Za-z_][A-Za-z0-9_]*+(?:\.[A-Za-z_][A-Za-z0-9_]*+)?+(?!\.))
      | (?P<sign><=|>=|==|!=|[-<>+*/(),])
    """,
    re.VERBOSE,
)
_MEANT = {"=": "==", "&": "and", "|": "or", "!": "not"}
COMPARISONS = ("<", "<=", ">", ">=", "==", "!=", "in", "not in")
WORDS = ("and", "or", "not", "in")


def tokens(text: str) -> list[Token]:
    """Split a rule into words and an end; raise ``RuleError`` at what is no word."""
    found, position = [], 0
    while position < len(text):
        word = _TOKEN.match(text, position)
        if word is None:
            raise _unreadable(text, position)
        if word.lastgroup != "space":
            found.append(Token(str(word.lastgroup), word.group(), position, word.end()))
        position = word.end()
    return [*found, Token("end", "", len(text), len(text))]


def _unreadable(text: str, position: int) -> RuleError:
    if text[position] in "'\"":
        return RuleError("text", Phrase("A text in quotes is not closed."), position, len(text))
    stop = re.compile(r"[0-9A-Za-z_.]*").match(text, position).end()  # type: ignore[union-attr]
    if stop > position:
        word = text[position:stop]
        says = Phrase('"{word}" is neither a plain number nor a name with at most one dot.')
        return RuleError("text", says, position, stop, word=word)
    sign = text[position]
    says = Phrase('"{sign}" cannot be used in a rule.')
    return RuleError("text", says, position, position + 1, _MEANT.get(sign), sign=sign)
