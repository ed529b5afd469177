"""Respondents put together from cells, in the form a YAML file would give them, each value with its place."""

from collections.abc import Hashable
from typing import Any

from assessments.answers_file.cells import Cell
from assessments.positions import Document, Keys
from assessments.problems import Place, TextFile


class SheetTree:
    """Grows entry by entry; what has been said is not overwritten."""

    def __init__(self, file: TextFile) -> None:
        self._file = file
        self._people: list[dict[str, Any]] = []
        self._index: dict[Hashable, int] = {}
        self._values: dict[Keys, Place] = {}
        self._keys: dict[Keys, Place] = {}

    @property
    def empty(self) -> bool:
        """Whether there are no respondents."""
        return not self._people

    def document(self) -> Document:
        """Return all respondents as a document."""
        return Document(self._file, {"respondents": self._people}, self._values, self._keys)

    def person(self, key: Hashable, at: Cell) -> int:
        """Return the number of the respondent filed under ``key``, adding one where there is none."""
        if key not in self._index:
            self._index[key] = len(self._people)
            self._values["respondents", len(self._people)] = _place(at)
            self._people.append({})
        return self._index[key]

    def put(
        self, person: int, steps: tuple[str, ...], value: Any, named: Cell, said: Cell, *, again: bool = False
    ) -> Place | None:
        """Store a value at the end of ``steps``; where one stands already, leave it and return its place.

        With ``again``, saying the very same once more is fine.
        """
        group = self._people[person]
        path: Keys = ("respondents", person)
        for step in steps[:-1]:
            path = (*path, step)
            if step not in group:
                group[step] = {}
                self._mark(path, named, said)
            if not isinstance(group[step], dict):
                return self._values[path]
            group = group[step]
        path, last = (*path, steps[-1]), steps[-1]
        if last in group:
            return None if again and group[last] == value else self._values[path]
        group[last] = value
        self._mark(path, named, said)
        return None

    def _mark(self, path: Keys, named: Cell, said: Cell) -> None:
        self._values[path] = _place(said)
        self._keys[path] = _place(named)


def _place(cell: Cell) -> Place:
    return Place(cell.line, cell.column)
