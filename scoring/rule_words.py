"""The words of rules: numbers, texts in quotes, names and signs, each with its place."""

import re
from dataclasses import dataclass
from typing import Literal

Reason = Literal["size", "text", "grammar", "name", "function", "kind", "option"]


class RuleError(Exception):
    """A rule that cannot be used: why, and where in its text (``start`` to ``end``, counted from 0)."""

    def __init__(self, reason: Reason, sentence: str, start: int, end: int, suggestion: str | None = None) -> None:
        super().__init__(sentence)
        self.reason = reason
        self.sentence = sentence
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
    return [*found, Token("end", "the end of the rule", len(text), len(text))]


def _unreadable(text: str, position: int) -> RuleError:
    if text[position] in "'\"":
        return RuleError("text", "A text in quotes is not closed.", position, len(text))
    stop = re.compile(r"[0-9A-Za-z_.]*").match(text, position).end()  # type: ignore[union-attr]
    if stop > position:
        word = text[position:stop]
        return RuleError("text", f'"{word}" is neither a plain number nor a name with at most one dot.', position, stop)
    sign = text[position]
    return RuleError("text", f'"{sign}" cannot be used in a rule.', position, position + 1, _MEANT.get(sign))
