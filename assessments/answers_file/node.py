"""A value in a file on its way to becoming an answer: it knows where it stands and can be refused there."""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Any

from assessments.languages import Unspoken, marked
from assessments.positions import Document, Keys
from assessments.problems import Problem, did_you_mean, some

KINDS = {
    dict: marked("a group of entries"),
    list: marked("a list"),
    str: marked("a text"),
    bool: marked("yes or no"),
    int: marked("a number"),
    float: marked("a number"),
    type(None): marked("nothing"),
}


@dataclass(frozen=True, slots=True)
class Node:
    """A value of a document and the way to it; what is wrong with it is noted in ``problems``."""

    document: Document
    problems: list[Problem]
    value: Any
    path: Keys = ()

    @property
    def name(self) -> str:
        """The key this value is found under."""
        return str(self.path[-1])

    @property
    def line(self) -> int:
        """The line this value stands in."""
        return self.document.place(self.path).line

    def note(self, code: str, hint: Unspoken | None = None, key: bool = False, **words: object) -> None:
        """Note a problem of this value, or of its key."""
        self.problems.append(self.document.problem(code, self.path, hint, key, **words))

    def note_kind(self, expected: type) -> None:
        """Note that a value of another kind belongs here."""
        self.note("A604", expected=Unspoken(KINDS[expected]), found=Unspoken(KINDS[type(self.value)]))

    def note_unknown(self, code: str, known: Collection[str], **words: object) -> None:
        """Note that the value is none of the ``known`` words, guessing which was meant."""
        self.note(code, did_you_mean(str(self.value).lower(), known), False, word=self.value, **words)

    def is_one_of(self, known: Collection[str], code: str, **words: object) -> bool:
        """Return whether the key is a ``known`` one; note problem ``code`` when it is not."""
        if self.name in known:
            return True
        self.note(code, did_you_mean(self.name, known), key=True, word=self.name, **words)
        return False

    def child(self, step: str | int) -> "Node":
        """Return the entry or member at ``step``; its value is None where there is none."""
        value = self.value.get(step) if isinstance(self.value, dict) else self.value[step]
        return replace(self, value=value, path=(*self.path, step))

    def entries(self) -> Iterator["Node"]:
        """Yield the entries of a group; note when it is none."""
        if isinstance(self.value, dict):
            yield from map(self.child, self.value)
        elif self.value is not None:
            self.note_kind(dict)

    def members(self) -> Iterator["Node"]:
        """Yield the members of a list; note when it is none."""
        if isinstance(self.value, list):
            yield from map(self.child, range(len(self.value)))
        elif self.value is not None:
            self.note_kind(list)

    def groups(self, known: Collection[str]) -> Iterator["Node"]:
        """Yield the members of a list that are groups of entries, noting what else is in them."""
        for member in self.members():
            if member.value is None:
                member.note_kind(dict)
            for entry in member.entries():
                entry.is_one_of(known, "A605", some=some(known))
            if isinstance(member.value, dict):
                yield member

    def text(self) -> str | None:
        """Return a text without blanks around it; None where there is none, or none that can be used."""
        if isinstance(self.value, str) and self.value.strip():
            return self.value.strip()
        if isinstance(self.value, str):
            self.note("A609")
        elif self.value is not None:
            self.note_kind(str)
        return None

    def title(self) -> str | None:
        """Return a text of one line; a whole number is taken as its digits."""
        whole = self.whole()
        text = self.text() if whole is None else str(whole)
        if text is not None and len(text.splitlines()) > 1:
            self.note("A609")
            return None
        return text

    def number(self) -> float | None:
        """Return the value where it is a number; yes and no are none."""
        return self.value if isinstance(self.value, int | float) and not isinstance(self.value, bool) else None

    def whole(self) -> int | None:
        """Return the value where it is a whole number; 3.0 is 3."""
        number = self.number()
        return int(number) if number is not None and number == int(number) else None

    def shown(self) -> str:
        """Return the value as it was written, a text in quotes."""
        return json.dumps(self.value, ensure_ascii=False)
