"""Lays an edition's file over the file it builds on: by key in groups, by id in lists, with the place of every line.

In a list of entries an edition names an entry by its id and gives the keys that are different. ``remove: true``
leaves the entry out, ``add: true`` makes a new one, at the end or behind the entry that ``after`` names. Everything
else, lists of plain values included, replaces what the base says.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from assessments.catalog.words import value_at
from assessments.languages import Unspoken, say_later
from assessments.positions import Document, Keys
from assessments.problems import Place, Problem, TextFile, did_you_mean

ADD, REMOVE, AFTER = "add", "remove", "after"
MARKS = (ADD, REMOVE, AFTER)


def lay_over(own: Document, base: Document) -> Document:
    """Return ``base`` with what ``own`` says differently; problems of the marks are among its problems."""
    merging = _Merging(own, base)
    data = merging.merged((), (), ())
    problems = (*base.problems, *own.problems, *merging.problems)
    return Document(own.file, data, merging.values, merging.keys, problems, merging.elsewhere, merging.paths)


@dataclass(frozen=True, slots=True)
class _Member:
    """An entry of the resulting list: where it stands in the base and in the edition, if it does."""

    base: Keys | None
    own: Keys | None


class _Merging:
    def __init__(self, own: Document, base: Document) -> None:
        self.own, self.base = own, base
        self.values: dict[Keys, Place] = {}
        self.keys: dict[Keys, Place] = {}
        self.elsewhere: dict[Keys, TextFile] = {}
        self.paths: dict[Keys, Keys] = {}
        self.problems: list[Problem] = []

    def merged(self, path: Keys, own_path: Keys | None, base_path: Keys | None) -> Any:
        """Return what stands at ``path`` of the result, noting where it comes from."""
        if own_path is None or base_path is None:
            return self._copied(path, own_path, base_path)
        own, base = value_at(self.own.data, own_path), value_at(self.base.data, base_path)
        if isinstance(own, dict) and isinstance(base, dict):
            self._note(path, self.own, own_path)
            steps = [
                key for key in (*base, *(key for key in own if key not in base)) if not self._is_mark(own_path, key)
            ]
            return {
                key: self.merged(
                    (*path, key),
                    (*own_path, key) if key in own else None,
                    (*base_path, key) if key in base else None,
                )
                for key in steps
            }
        if _is_entries(own) and _is_entries(base):
            self._note(path, self.own, own_path)
            members = self._members(own_path, own, base_path, base)
            return [self.merged((*path, number), one.own, one.base) for number, one in enumerate(members)]
        return self._copied(path, own_path, None)

    def _copied(self, path: Keys, own_path: Keys | None, base_path: Keys | None) -> Any:
        document, source = (self.own, own_path) if own_path is not None else (self.base, base_path or ())
        value = value_at(document.data, source)
        self._note(path, document, source)
        if isinstance(value, dict):
            keys = [key for key in value if own_path is None or not self._is_mark(source, key)]
            return {key: self._inside(path, key, own_path, base_path) for key in keys}
        if isinstance(value, list):
            return [self._inside(path, number, own_path, base_path) for number in range(len(value))]
        return value

    def _inside(self, path: Keys, step: str | int, own_path: Keys | None, base_path: Keys | None) -> Any:
        inner = ((*one, step) if one is not None else None for one in (own_path, base_path))
        return self._copied((*path, step), *inner)

    def _note(self, path: Keys, document: Document, source: Keys) -> None:
        """Remember where a value of the result, and its key, stand."""
        self.values[path] = document.place(source)
        self.paths[path] = document.paths.get(source, source)
        if source in document.keys:
            self.keys[path] = document.keys[source]
        file = document.file_of(source)
        if file is not self.own.file:
            self.elsewhere[path] = file

    def _is_mark(self, own_path: Keys, key: str) -> bool:
        """Return whether a key of an entry in the edition says what becomes of the entry."""
        return bool(own_path) and isinstance(own_path[-1], int) and key in MARKS

    def _members(
        self, own_path: Keys, own: list[dict[str, Any]], base_path: Keys, base: list[dict[str, Any]]
    ) -> list[_Member]:
        ids = [entry["id"] for entry in base]
        order = {id_: _Member((*base_path, number), None) for number, id_ in enumerate(ids)}
        for number, entry in enumerate(own):
            here, id_ = (*own_path, number), entry["id"]
            problem = self._marked_wrongly(here, entry, id_ in ids, order)
            if problem is not None:
                self.problems.append(problem)
            elif entry.get(REMOVE):
                del order[id_]
            elif id_ in ids:
                order[id_] = _Member(order[id_].base, here)
            else:
                order = dict(_with(order, id_, _Member(None, here), entry.get(AFTER)))
        return list(order.values())

    def _marked_wrongly(
        self, here: Keys, entry: Mapping[str, Any], is_known: bool, order: Mapping[str, _Member]
    ) -> Problem | None:
        id_, after = entry["id"], entry.get(AFTER)
        what = _unclear(entry)
        if what is not None:
            return self.own.problem("Q224", here, what=what)
        if is_known and entry.get(ADD):
            return self.own.problem("Q223", (*here, "id"), id=id_)
        if not entry.get(ADD) and id_ not in order:
            return self.own.problem("Q222", (*here, "id"), did_you_mean(id_, order), id=id_)
        if after is not None and after not in order:
            return self.own.problem("Q222", (*here, AFTER), did_you_mean(after, order), id=after)
        return None


def _unclear(entry: Mapping[str, Any]) -> Unspoken | None:
    """Say what is unclear about the marks of an entry."""
    for mark in (ADD, REMOVE):
        if mark in entry and entry[mark] is not True:
            return say_later('"{mark}" is something else than true', mark=mark)
    if REMOVE in entry and set(entry) != {"id", REMOVE}:
        return say_later("it is left out and changed at once")
    if AFTER in entry and ADD not in entry:
        return say_later('"after" belongs to new entries')
    return None


def _with(order: Mapping[str, _Member], id_: str, member: _Member, after: str | None) -> Iterator[tuple[str, _Member]]:
    """Yield ``order`` with one more member, behind ``after`` or at the end."""
    for known, one in order.items():
        yield known, one
        if known == after:
            yield id_, member
    if after is None:
        yield id_, member


def _is_entries(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, dict) and isinstance(one.get("id"), str) for one in value)
