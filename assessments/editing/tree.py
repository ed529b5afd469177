"""A questionnaire's files as one flat table of what is said where, entries named by their ids instead of numbers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from assessments.editing.files import Files
from assessments.editing.replacing import HERE, LIMITS
from assessments.positions import Document, Keys, parse
from assessments.problems import Refused

LINE_BY_LINE = ("levels", "level_scores")  # lists whose members are told apart by their number


@dataclass(frozen=True, slots=True)
class Leaf:
    """A value and the line it stands in."""

    value: Any
    line: int


@dataclass(slots=True)
class Tree:
    """What the files say: entries in their order, by file and path of ids, and single values by where they stand."""

    entries: dict[Keys, int] = field(default_factory=dict)  # and the line each begins in
    leaves: dict[Keys, Leaf] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)


def tree_of(files: Files) -> Tree:
    """Return what YAML files say; those that cannot be read are named and say nothing."""
    tree = Tree()
    for name, text in sorted(files.items()):
        if not name.endswith((".yaml", ".yml")):
            continue
        try:
            document = parse(text, HERE, LIMITS, whole=False)
        except Refused:
            tree.unread.add(name)
        else:
            _add(tree, document, document.data, (), (name,))
    return tree


def _add(tree: Tree, document: Document, value: Any, path: Keys, named: Keys) -> None:
    if isinstance(value, Mapping) and value:
        for key, inner in value.items():
            _add(tree, document, inner, (*path, key), (*named, key))
    elif isinstance(value, list) and _has_entries(value):
        for index, id_ in _members(value):
            inside = (*named, id_)
            tree.entries[inside] = document.place((*path, index)).line
            _add(tree, document, value[index], (*path, index), inside)
    elif isinstance(value, list) and named[-1] in LINE_BY_LINE:
        for index, inner in enumerate(value):
            _add(tree, document, inner, (*path, index), (*named, index + 1))
    else:
        tree.leaves[named] = Leaf(value, document.place(path).line)


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
