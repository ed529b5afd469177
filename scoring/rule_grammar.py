"""The grammar of rules: from text such as ``F.cul_shift < 50 and not clean_slate`` to a small tree.

    rule       = both ("or" both)*
    both       = negation ("and" negation)*
    negation   = "not" negation | comparison
    comparison = sum [("<" | "<=" | ">" | ">=" | "==" | "!=" | "in" | "not in") sum]
    sum        = product (("+" | "-") product)*
    product    = signed (("*" | "/") signed)*
    signed     = "-" signed | atom
    atom       = number | 'text' | name | prefix.id | function(rule, ...) | (rule) | (constant, ...)

Nothing here knows which names exist; ``scoring.rules`` checks that and makes the tree fast.
"""

from collections.abc import Callable
from dataclasses import dataclass

from scoring.rule_words import COMPARISONS, WORDS, Phrase, RuleError, Token, tokens

LONGEST = 500  # characters
DEEPEST = 20  # brackets, signs and nots inside one another


@dataclass(frozen=True, slots=True)
class Place:
    """Where a piece of a rule stands in its text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Constant(Place):
    value: float | str


@dataclass(frozen=True, slots=True)
class Listed(Place):
    entries: tuple[Constant, ...]


@dataclass(frozen=True, slots=True)
class Name(Place):
    text: str


@dataclass(frozen=True, slots=True)
class Call(Place):
    function: str
    arguments: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Arithmetic(Place):
    sign: str
    left: "Node"
    right: "Node"


@dataclass(frozen=True, slots=True)
class Comparison(Place):
    sign: str
    left: "Node"
    right: "Node"


@dataclass(frozen=True, slots=True)
class Negation(Place):
    inner: "Node"


@dataclass(frozen=True, slots=True)
class Joined(Place):
    word: str  # "and" or "or"
    pieces: tuple["Node", ...]


Node = Constant | Listed | Name | Call | Arithmetic | Comparison | Negation | Joined


class _Reader:
    """Reads tokens from left to right, one method per line of the grammar."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._at = 0
        self._depth = 0

    def whole(self) -> Node:
        node = self._rule()
        if self._next.kind != "end":
            raise self._unexpected(Phrase("an operator such as and, or, <, =="))
        return node

    @property
    def _next(self) -> Token:
        return self._tokens[self._at]

    @property
    def _end(self) -> int:
        """Where the last token taken ends."""
        return self._tokens[self._at - 1].end

    def _take(self) -> Token:
        token = self._tokens[self._at]
        self._at += 1
        return token

    def _take_word(self, *words: str) -> str | None:
        """Step over the next token if it is one of ``words`` and return it."""
        if self._next.kind in ("sign", "name") and self._next.text in words:
            return self._take().text
        return None

    def _close(self) -> int:
        """Step over a closing bracket and return where it ends."""
        if self._take_word(")") is None:
            raise self._unexpected(Phrase("a closing bracket"))
        return self._end

    def _deeper(self, read: Callable[[], Node]) -> Node:
        self._depth += 1
        if self._depth > DEEPEST:
            says = Phrase("The rule is nested more than {deepest} levels deep.")
            raise RuleError("size", says, self._next.start, self._next.end, deepest=DEEPEST)
        node = read()
        self._depth -= 1
        return node

    def _unexpected(self, wanted: Phrase) -> RuleError:
        token = self._next
        says = Phrase('Expected {wanted} here, found "{found}".')
        if token.kind == "end":
            says = Phrase("Expected {wanted} here, found the end of the rule.")
        suggestion = token.text.lower() if token.text.lower() in WORDS else None
        return RuleError("grammar", says, token.start, token.end, suggestion, wanted=wanted, found=token.text)

    def _rule(self) -> Node:
        return self._joined("or", lambda: self._joined("and", self._negation))

    def _joined(self, word: str, read: Callable[[], Node]) -> Node:
        start, pieces = self._next.start, [read()]
        while self._take_word(word):
            pieces.append(read())
        return pieces[0] if len(pieces) == 1 else Joined(start, self._end, word, tuple(pieces))

    def _negation(self) -> Node:
        start = self._next.start
        if self._take_word("not"):
            inner = self._deeper(self._negation)
            return Negation(start, self._end, inner)
        return self._comparison()

    def _comparison(self) -> Node:
        start, left = self._next.start, self._sum()
        operator = self._comparing()
        if operator is None:
            return left
        right = self._sum()
        end, again = self._end, self._next
        if self._comparing():
            says = Phrase("Compare two things at a time, and join the comparisons with and.")
            raise RuleError("grammar", says, again.start, again.end)
        return Comparison(start, end, operator, left, right)

    def _comparing(self) -> str | None:
        if self._next.text == "not" and self._tokens[self._at + 1].text == "in":
            self._at += 2
            return "not in"
        return self._take_word(*COMPARISONS)

    def _sum(self) -> Node:
        return self._arithmetic(("+", "-"), lambda: self._arithmetic(("*", "/"), self._signed))

    def _arithmetic(self, operators: tuple[str, ...], read: Callable[[], Node]) -> Node:
        start, left = self._next.start, read()
        while operator := self._take_word(*operators):
            right = read()
            left = Arithmetic(start, self._end, operator, left, right)
        return left

    def _signed(self) -> Node:
        start = self._next.start
        if self._take_word("-"):
            inner = self._deeper(self._signed)
            return Arithmetic(start, self._end, "-", Constant(start, start, 0.0), inner)
        return self._atom()

    def _atom(self) -> Node:
        token = self._next
        if token.text == "(":
            return self._bracket()
        if token.kind not in ("number", "text", "name") or token.text in WORDS:
            raise self._unexpected(Phrase("a name, a number, a text in quotes or a bracket"))
        self._take()
        if token.kind != "name":
            return _constant(token)
        return self._call(token) if self._next.text == "(" else Name(token.start, token.end, token.text)

    def _call(self, function: Token) -> Node:
        self._take()
        arguments = [self._deeper(self._rule)]
        while self._take_word(","):
            arguments.append(self._deeper(self._rule))
        return Call(function.start, self._close(), function.text, tuple(arguments))

    def _bracket(self) -> Node:
        start = self._take().start
        first = self._deeper(self._rule)
        if self._next.text != ",":
            self._close()
            return first
        entries = [first]
        while self._take_word(",") and self._next.text != ")":
            entries.append(self._deeper(self._rule))
        return Listed(start, self._close(), tuple(_entry(entry) for entry in entries))


def _constant(token: Token) -> Constant:
    value = float(token.text) if token.kind == "number" else token.text[1:-1]
    return Constant(token.start, token.end, value)


def _entry(node: Node) -> Constant:
    if not isinstance(node, Constant):
        raise RuleError("grammar", Phrase("A list may hold only numbers and texts in quotes."), node.start, node.end)
    return node


def read(text: str) -> Node:
    """Read a rule into its tree; raise ``RuleError`` naming the place that cannot be read."""
    if len(text) > LONGEST:
        says = Phrase("The rule is longer than {longest} characters.")
        raise RuleError("size", says, LONGEST, len(text), longest=LONGEST)
    return _Reader(tokens(text)).whole()
