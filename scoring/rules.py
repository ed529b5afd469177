"""The rule language of gates, warnings and actions: checked when read, fast when asked.

Every name is a number, a text, a flag (yes or no) or a list of texts, so a rule that mixes them, speaks of
something that does not exist or compares with an answer nobody can give is refused, with its place, before
any firm is scored.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from scoring import rule_grammar as grammar
from scoring import rule_parts as parts
from scoring.result import Clause
from scoring.rule_grammar import Node
from scoring.rule_parts import Kind, Part, Values
from scoring.rule_words import Phrase, Reason, RuleError

__all__ = ["Expression", "Kind", "Names", "RuleError", "parse"]

_SPOKEN: Mapping[tuple[Kind, ...], Phrase] = {
    ("number",): Phrase("a number"),
    ("text",): Phrase("a text"),
    ("flag",): Phrase("a yes or no"),
    ("list",): Phrase("a list of texts"),
    ("numbers",): Phrase("a list of numbers"),
    ("number", "text"): Phrase("a number or a text"),
}


@dataclass(frozen=True, slots=True)
class Names:
    """What rules may speak of."""

    plain: Mapping[str, Kind]
    prefixed: Mapping[str, frozenset[str]] = field(default_factory=dict)  # F, P, I and their ids; all numbers
    warnings: frozenset[str] = frozenset()  # ids for ap("ID")
    items: frozenset[str] = frozenset()  # ids for dk("item")
    choices: Mapping[str, frozenset[str]] = field(default_factory=dict)  # the texts a plain name can be, where known


class Expression:
    """A rule, ready to be asked about the values of one firm.

    ``values`` maps names as written in the rule to plain numbers, texts, bools or tuples of texts; under
    ``"ap"`` are the ids of active warnings, under ``"dk"`` the share of don't-know answers (0..1) per item.
    A name without a value, or with None or NaN, is missing.
    """

    __slots__ = ("_part", "names", "text")

    def __init__(self, text: str, part: Part, names: frozenset[str]) -> None:
        self.text = text
        self.names = names  # as written, such as F.cul_shift, and AP_GAP for ap("AP_GAP")
        self._part = part

    def holds(self, values: Values) -> bool:
        """Return whether the rule is true."""
        return bool(self._part.get(values))

    def value(self, values: Values) -> Any:
        """Return the number, text, list or bool the expression comes to, or None when it is missing."""
        return self._part.get(values)

    def because(self, values: Values) -> tuple[Clause, ...]:
        """Return the comparisons that make the rule true, in the order written; none when it is false."""
        return tuple(dict.fromkeys(self._part.truth(values, True))) if self.holds(values) else ()


def parse(text: str, names: Names, kind: Kind = "flag") -> Expression:
    """Read ``text`` as an expression of ``kind``; raise ``RuleError`` when it cannot be used."""
    builder = _Builder(text, names)
    part = builder.wanted(grammar.read(text), kind)
    return Expression(text, part, frozenset(builder.used))


class _Builder:
    """Turns the tree of one rule into parts, checking names and kinds on the way."""

    def __init__(self, text: str, names: Names) -> None:
        self._text = text
        self._names = names
        self.used: set[str] = set()

    def wanted(self, node: Node, *kinds: Kind) -> Part:
        """Build a node that must be one of ``kinds``."""
        part = self._build(node)
        if part.kind in kinds:
            return part
        says, written = Phrase('"{written}" is {found}, but {wanted} is needed here.'), self._written(node)
        suggestion = kinds[0] in ("list", "numbers") and isinstance(node, grammar.Constant)
        words = {"written": written, "found": _SPOKEN[(part.kind,)], "wanted": _SPOKEN[kinds]}
        raise RuleError("kind", says, node.start, node.end, f"({written},)" if suggestion else None, **words)

    def _written(self, node: Node) -> str:
        return " ".join(self._text[node.start : node.end].split())

    def _build(self, node: Node) -> Part:
        match node:
            case grammar.Constant(value=value):
                return Part("text" if isinstance(value, str) else "number", parts.constant(value))
            case grammar.Listed():
                return self._listed(node)
            case grammar.Name():
                return self._named(node)
            case grammar.Call():
                return self._called(node)
            case grammar.Comparison():
                return self._compared(node)
            case _:
                return self._combined(node)

    def _combined(self, node: grammar.Arithmetic | grammar.Negation | grammar.Joined) -> Part:
        match node:
            case grammar.Arithmetic(sign=sign, left=left, right=right):
                sides = self.wanted(left, "number").get, self.wanted(right, "number").get
                return Part("number", parts.calculated(sign, *sides))
            case grammar.Negation(inner=inner):
                part = self.wanted(inner, "flag")
                return Part("flag", parts.opposite(part.get), parts.turned(part.truth))
        return parts.joined(node.word, tuple(self.wanted(piece, "flag") for piece in node.pieces))

    # -------------------------------------------------------------- names

    def _named(self, node: grammar.Name) -> Part:
        prefix, dot, after = node.text.partition(".")
        if dot:
            self._known(Phrase('There is no "{word}" before a dot.'), prefix, self._names.prefixed, node)
            says = Phrase('There is no "{word}" after "{before}".')
            self._known(says, after, self._names.prefixed[prefix], node, before=f"{prefix}.")
        else:
            self._known(Phrase('There is no "{word}" in rules.'), node.text, self._names.plain, node)
        self.used.add(node.text)
        kind: Kind = "number" if dot else self._names.plain[node.text]
        get = {"number": parts.number, "flag": parts.flag}.get(kind, parts.plain)(node.text)
        truth = parts.clause(node.text, get, node.text) if kind == "flag" else parts.nothing
        return Part(kind, get, truth)

    def _known(
        self, says: Phrase, word: str, allowed: Collection[str], node: Node, reason: Reason = "name", **words: str
    ) -> None:
        if word in allowed:
            return
        close = get_close_matches(word, sorted(allowed), 1)
        told = says if allowed else Phrase('"{word}" cannot be used here.')
        suggestion = words.get("before", "") + close[0] if close else None
        raise RuleError(reason, told, node.start, node.end, suggestion, word=word, **words)

    def _called(self, node: grammar.Call) -> Part:
        says = Phrase('There is no "{word}" among the functions.')
        self._known(says, node.function, ("max", "min", "ap", "dk"), node, "function")
        if node.function in ("max", "min"):
            found = tuple(self.wanted(argument, "number").get for argument in node.arguments)
            return Part("number", parts.extreme(max if node.function == "max" else min, found))
        return self._asked(node, self._quoted_id(node))

    def _quoted_id(self, node: grammar.Call) -> str:
        match node.arguments:
            case (grammar.Constant(value=str(word)),):
                return word
        says = Phrase('Write one id in quotes between the brackets of "{function}".')
        raise RuleError("function", says, node.start, node.end, function=node.function)

    def _asked(self, node: grammar.Call, word: str) -> Part:
        """Build ap("ID"), a flag, or dk("item"), a number."""
        place = node.arguments[0]
        self.used.add(word)
        if node.function == "dk":
            self._known(Phrase('There is no "{word}" among the items.'), word, self._names.items, place)
            return Part("number", parts.unknown_share(word))
        self._known(Phrase('There is no "{word}" among the warnings.'), word, self._names.warnings, place)
        get = parts.active(word)
        written = self._written(node)
        return Part("flag", get, parts.clause(written, get, written))

    # -------------------------------------------------------------- lists and comparisons

    def _listed(self, node: grammar.Listed) -> Part:
        values = tuple(entry.value for entry in node.entries)
        if len({type(value) for value in values}) > 1:
            raise RuleError("kind", Phrase("A list holds either numbers or texts, not both."), node.start, node.end)
        return Part("list" if isinstance(values[0], str) else "numbers", parts.constant(values))

    def _compared(self, node: grammar.Comparison) -> Part:
        member, same = node.sign in ("in", "not in"), node.sign in ("==", "!=")
        left = self.wanted(node.left, "number", *(("text",) if member or same else ()))
        lists: Kind = "list" if left.kind == "text" else "numbers"
        right = self.wanted(node.right, lists if member else left.kind)
        for name, other in ((node.left, node.right), (node.right, node.left)):
            self._possible(name, other)
        get = parts.compared(node.sign, left.get, right.get)
        return Part("flag", get, self._reason(node, left, right))

    def _possible(self, name: Node, other: Node) -> None:
        """Refuse comparing a name with a text it can never be."""
        if not isinstance(name, grammar.Name) or name.text not in self._names.choices:
            return
        entries = other.entries if isinstance(other, grammar.Listed) else (other,)
        for entry in entries:
            if isinstance(entry, grammar.Constant):
                allowed, says = (
                    self._names.choices[name.text],
                    Phrase('There is no "{word}" among the answers to {fact}.'),
                )
                self._known(says, str(entry.value), allowed, entry, "option", fact=name.text)

    def _reason(self, node: grammar.Comparison, left: Part, right: Part) -> parts.Truth:
        """Say which side of a comparison speaks of the firm: the left one, unless it is a constant."""
        side, part = (node.right, right) if isinstance(node.left, grammar.Constant) else (node.left, left)
        if isinstance(side, grammar.Constant | grammar.Listed):
            return parts.nothing
        return parts.clause(self._written(side), part.get, self._written(node))
