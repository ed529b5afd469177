"""A questionnaire on its way from files to method: every entry with its place, as far as it has the right shape."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Generic, TypeVar

from assessments.catalog.shape import Shaped
from assessments.catalog.words import owner_of
from assessments.languages import Unspoken
from assessments.positions import Document, Keys
from assessments.problems import Problem
from scoring.model import Entry, FactOption, Option

E = TypeVar("E", bound=Entry, covariant=True)


@dataclass(frozen=True, slots=True)
class Spot(Generic[E]):
    """An entry and where it stands."""

    document: Document
    path: Keys
    entry: E

    def problem(
        self, code: str, *inside: str | int, hint: Unspoken | None = None, key: bool = False, **words: object
    ) -> Problem:
        """Describe a problem of this entry, or of what stands ``inside`` it."""
        return self.document.problem(code, (*self.path, *inside), hint, key, **words)

    @property
    def owner(self) -> Unspoken:
        """What people call the entry."""
        return owner_of(self.document, self.path, type(self.entry))


class Draft:
    """All entries of a folder that have the right shape."""

    def __init__(self, shaped: Iterable[Shaped]) -> None:
        """Collect the entries of ``shaped`` files, and the ids of those whose shape was wrong."""
        shaped = tuple(shaped)
        self._spots = tuple(spot for one in shaped if one.entry is not None for spot in _walk(one, one.entry, ()))
        self.lost = frozenset(word for one in shaped if one.problems for word in _ids(one.document.data))

    def of(self, kind: type[E]) -> Iterator[Spot[E]]:
        """Yield every entry of a class, in file order."""
        for spot in self._spots:
            if isinstance(spot.entry, kind):
                yield spot  # type: ignore[misc]  # the check above narrows the entry, not the spot


def option_lists(draft: Draft) -> Iterator[tuple[Spot[Any], ...]]:
    """Yield the options of each question and fact."""
    spots: list[Spot[Any]] = [*draft.of(Option), *draft.of(FactOption)]
    for _, options in groupby(spots, lambda spot: (spot.document.file.path, spot.path[:-1])):
        yield tuple(options)


def _walk(shaped: Shaped, value: Any, path: Keys) -> Iterator[Spot[Entry]]:
    if isinstance(value, Entry):
        yield Spot(shaped.document, path, value)
        for name in type(value).model_fields:
            if name in value.model_fields_set:
                yield from _walk(shaped, getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for index, inner in zip(shaped.kept.get(path, range(len(value))), value, strict=True):
            yield from _walk(shaped, inner, (*path, index))
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _walk(shaped, inner, (*path, key))


def _ids(data: Any) -> Iterator[str]:
    """Yield every id in a file, whatever its shape."""
    if isinstance(data, dict):
        if isinstance(data.get("id"), str):
            yield data["id"]
        for value in data.values():
            yield from _ids(value)
    elif isinstance(data, list):
        for value in data:
            yield from _ids(value)
