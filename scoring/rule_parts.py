"""The moving parts of a rule: small functions from the values of a firm to a number, text, list or yes-or-no.

They are put together once, when a rule is read, and then only called. Missing is None (NaN is read as None):
a comparison with it is false, a calculation with it is missing.
"""

import operator
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from scoring.model import TOLERANCE
from scoring.result import Clause

Kind = Literal["number", "text", "flag", "list", "numbers"]
Values = Mapping[str, Any]
Getter = Callable[[Values], Any]
Truth = Callable[[Values, bool], Iterator[Clause]]

ARITHMETIC: Mapping[str, Callable[[Any, Any], Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}
TESTS: Mapping[str, Callable[[Any, Any], Any]] = {
    "<": lambda left, right: left < right - TOLERANCE,
    "<=": lambda left, right: left <= right + TOLERANCE,
    ">": lambda left, right: left > right + TOLERANCE,
    ">=": lambda left, right: left >= right - TOLERANCE,
    "==": lambda left, right: same(left, right),
    "!=": lambda left, right: not same(left, right),
    "in": lambda left, right: any(same(left, entry) for entry in right),
    "not in": lambda left, right: not any(same(left, entry) for entry in right),
}


def same(left: Any, right: Any) -> bool:
    """Return whether two texts are equal, or two numbers but for what was lost in computing them."""
    return bool(left == right) if isinstance(left, str) else abs(left - right) <= TOLERANCE


def nothing(_values: Values, _wanted: bool) -> Iterator[Clause]:
    """Yield no comparison: numbers and texts are not true or false."""
    return iter(())


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a rule: how to get its value and, for a yes or no, what makes it so.

    ``truth(values, wanted)`` yields the comparisons that make the part ``wanted``; it is only asked when it is.
    """

    kind: Kind
    get: Getter
    truth: Truth = nothing


def constant(value: Any) -> Getter:
    """Return the same value whatever the firm."""
    return lambda _values: value


def number(name: str) -> Getter:
    """Return a named number."""

    def get(values: Values) -> Any:
        value = values.get(name)
        return value if value == value else None  # only NaN differs from itself

    return get


def plain(name: str) -> Getter:
    """Return a named text or list."""
    return lambda values: values.get(name)


def flag(name: str) -> Getter:
    """Return a named yes or no; missing is no."""
    return lambda values: bool(values.get(name))


def active(warning: str) -> Getter:
    """Return whether a warning is among the active ones."""
    return lambda values: warning in values["ap"]


def unknown_share(item: str) -> Getter:
    """Return the share, 0..1, of don't-know answers to an item."""
    share = number(item)
    return lambda values: share(values["dk"])


def calculated(sign: str, left: Getter, right: Getter) -> Getter:
    """Return the result of a sign of arithmetic; missing when a side is missing or a division is by zero."""
    calculate = ARITHMETIC[sign]

    def get(values: Values) -> Any:
        first, second = left(values), right(values)
        if first is None or second is None or (second == 0 and sign == "/"):
            return None
        result = calculate(first, second)
        return result if result == result else None

    return get


def extreme(choose: Callable[[list[Any]], Any], arguments: tuple[Getter, ...]) -> Getter:
    """Return the largest or smallest argument; missing when one is missing."""

    def get(values: Values) -> Any:
        found = [argument(values) for argument in arguments]
        return None if None in found else choose(found)

    return get


def compared(sign: str, left: Getter, right: Getter) -> Getter:
    """Return whether a comparison holds; never with a missing side."""
    test = TESTS[sign]

    def get(values: Values) -> bool:
        first, second = left(values), right(values)
        return first is not None and second is not None and bool(test(first, second))

    return get


def joined(word: str, pieces: tuple[Part, ...]) -> Part:
    """Join flags by "and" or "or"."""
    settles = word == "or"  # one true piece settles an "or", one false piece an "and"
    getters = tuple(piece.get for piece in pieces)

    def get(values: Values) -> bool:
        for piece in getters:
            if piece(values) == settles:
                return settles
        return not settles

    return Part("flag", get, _decisive(pieces))


def opposite(part: Getter) -> Getter:
    """Return whether a part is false."""
    return lambda values: not part(values)


# ------------------------------------------------------------------ because of what


def clause(subject: str, value: Getter, test: str) -> Truth:
    """Yield one comparison, with the value its subject has."""

    def truth(values: Values, wanted: bool) -> Iterator[Clause]:
        found = value(values)
        shown = ", ".join(found) if isinstance(found, tuple) else found
        yield Clause(subject, shown, test if wanted else f"not {test}")

    return truth


def _decisive(parts: tuple[Part, ...]) -> Truth:
    """Yield the comparisons of the parts of an ``and`` or an ``or`` that are as the whole is wanted.

    A true ``and`` and a false ``or`` rest on all their parts, a true ``or`` and a false ``and`` on some;
    either way those are the parts whose own value equals the wanted one.
    """

    def truth(values: Values, wanted: bool) -> Iterator[Clause]:
        for part in parts:
            if part.get(values) is wanted:
                yield from part.truth(values, wanted)

    return truth


def turned(own: Truth) -> Truth:
    """Yield the comparisons that make the opposite of a part true."""
    return lambda values, wanted: own(values, not wanted)
