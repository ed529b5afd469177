"""A questionnaire's files as one flat table of what is said where, entries named by their ids instead of numbers."""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from assessments import catalog
from assessments.editing.files import BASE, Files
from assessments.editing.replacing import LIMITS
from assessments.positions import Document, Keys, parse
from assessments.problems import Refused

_TRANSLATION = re.compile(rf"(?:{BASE}[^/]+/)+(languages/[^/]+/[^/]+)")
LINE_BY_LINE = ("levels", "level_scores")  # lists whose members are told apart by their number


@dataclass(frozen=True, slots=True)
class Leaf:
    """A value, and the file and line it stands in."""

    value: Any
    file: str
    line: int


@dataclass(slots=True)
class Tree:
    """What the files say: entries in their order, by file and path of ids, and single values by where they stand.

    Of an edition it is what the edition says as a whole.
    """

    entries: dict[Keys, Leaf] = field(default_factory=dict)  # without their values
    leaves: dict[Keys, Leaf] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)

    @property
    def names(self) -> set[str]:
        """The files that say something."""
        return {str(path[0]) for path in (*self.entries, *self.leaves)}


def tree_of(files: Files) -> Tree:
    """Return what YAML files say; those that cannot be read are named and say nothing."""
    tree, documents = Tree(), catalog.documents_of(files)
    for name, text in sorted(files.items()):
        if name.startswith(BASE) or not _is_told(name) or name in documents:
            continue
        try:
            documents[name] = parse(text, Path(name), LIMITS, whole=False)
        except Refused:
            tree.unread.add(name)
    for name, document in _translations_of_the_base(files):
        _add(tree, document, document.data, (), (name,))
    for name, document in sorted(documents.items()):
        _add(tree, document, document.data, (), (name,))
    return tree


def _is_told(name: str) -> bool:
    """Return whether differences in a file are told; what translations were made from follows by itself."""
    return name.endswith((".yaml", ".yml")) and not catalog.is_made_from(name)


def _translations_of_the_base(files: Files) -> Iterator[tuple[str, Document]]:
    """Yield what an edition's bases say in other languages, the lowest first: what it says itself is said over it."""
    for name in sorted(files, key=lambda name: (-name.count(BASE), name)):
        translation = _TRANSLATION.fullmatch(name)
        if translation is not None and _is_told(name):
            with suppress(Refused):
                yield translation[1], parse(files[name], Path(name), LIMITS, whole=False)


def _add(tree: Tree, document: Document, value: Any, path: Keys, named: Keys) -> None:
    if isinstance(value, Mapping) and value:
        for key, inner in value.items():
            _add(tree, document, inner, (*path, key), (*named, key))
    elif isinstance(value, list) and _has_entries(value):
        for index, id_ in _members(value):
            inside = (*named, id_)
            tree.entries[inside] = _leaf(document, None, (*path, index))
            _add(tree, document, value[index], (*path, index), inside)
    elif isinstance(value, list) and named[-1] in LINE_BY_LINE:
        for index, inner in enumerate(value):
            _add(tree, document, inner, (*path, index), (*named, index + 1))
    else:
        tree.leaves[named] = _leaf(document, value, path)


def _leaf(document: Document, value: Any, path: Keys) -> Leaf:
    return Leaf(value, document.file_of(path).path, document.place(path).line)


def _has_entries(values: list[Any]) -> bool:
    return any(isinstance(value, Mapping) and isinstance(value.get("id"), str) for value in values)


def _members(values: list[Any]) -> Iterator[tuple[int, str]]:
    """Yield each member with its id; one without an id, or with one that was used, gets its number."""
    used: set[str] = set()
    for index, value in enumerate(values):
        id_ = value.get("id") if isinstance(value, Mapping) else None
        name = id_ if isinstance(id_, str) and id_ not in used else f"number {index + 1}"
        used.add(name)
        yield index, name
