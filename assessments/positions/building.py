"""Puts the pieces of a file together as plain data, keeping where each key and value stands."""

import re
from typing import Any

from assessments.languages import Unspoken
from assessments.problems import Place, Problem, Refused, TextFile

Keys = tuple[str | int, ...]
CONTROL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


class Builder:
    """Takes scalars, openings and closings in file order; needs no recursion, so depth costs nothing."""

    def __init__(self, file: TextFile, depth: int, most: int) -> None:
        self.file = file
        self.data: Any = None
        self.values: dict[Keys, Place] = {}
        self.keys: dict[Keys, Place] = {}
        self.problems: list[Problem] = []
        self._depth = depth
        self._most = most
        self._open: list[tuple[Keys, list[Any] | dict[str, Any]]] = []
        self._key: list[str | None] = []  # per open mapping, the key that waits for its value

    def refuse(self, code: str, place: Place, hint: Unspoken | None = None, **words: object) -> None:
        """Note a problem and go on."""
        self.problems.append(self.file.problem(code, place, hint, **words))

    def stop(self, code: str, place: Place, hint: Unspoken | None = None, **words: object) -> Refused:
        """Note a problem after which nothing more can be read, and return what to raise."""
        self.refuse(code, place, hint, **words)
        return Refused(self.problems)

    def scalar(self, value: Any, place: Place) -> None:
        """Take a single value or, inside a mapping and in turn, a key."""
        control = CONTROL.search(value) if isinstance(value, str) else None
        if control is not None:
            self.refuse("Y104", place, sign=code_point(control.group()))
        if self._awaits_key():
            self._take_key(value, place)
        else:
            self._take(value, place)

    def open(self, container: list[Any] | dict[str, Any], place: Place) -> None:
        """Take the beginning of a list or mapping."""
        if self._awaits_key():
            raise self.stop("Y119", place)
        if len(self._open) == self._depth:
            raise self.stop("Y115", place, depth=self._depth)
        self._open.append((self._take(container, place), container))
        self._key.append(None)

    def close(self) -> None:
        """Take the end of the innermost list or mapping."""
        self._open.pop()
        self._key.pop()

    def _awaits_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1][1], dict) and self._key[-1] is None

    def _take_key(self, key: Any, place: Place) -> None:
        path, mapping = self._open[-1]
        if not isinstance(key, str):
            self.refuse("Y119", place)
        elif key in mapping:
            self.refuse("Y111", place, key=key, first=self.keys[(*path, key)].line)
        self._key[-1] = str(key)
        self.keys.setdefault((*path, str(key)), place)

    def _take(self, value: Any, place: Place) -> Keys:
        """Store a value where it belongs and return its path."""
        if len(self.values) == self._most:
            raise self.stop("Y116", place, most=self._most)
        path = self._attach(value)
        self.values[path] = place
        return path

    def _attach(self, value: Any) -> Keys:
        if not self._open:
            self.data = value
            return ()
        path, container = self._open[-1]
        if isinstance(container, list):
            container.append(value)
            return (*path, len(container) - 1)
        key, self._key[-1] = str(self._key[-1]), None
        container[key] = value
        return (*path, key)


def code_point(sign: str) -> str:
    """Return the Unicode name of a sign nobody can see, such as U+0000."""
    return f"U+{ord(sign):04X}"
