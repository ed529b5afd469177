"""A file of an edition as it reads together with what it builds on, line by line, each with where it comes from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, NamedTuple

from assessments import catalog
from assessments.editing.files import BASE, Files
from assessments.editing.writing import written
from assessments.positions import Document, Keys

Comes = Literal["base", "same", "changed", "added", "removed"]
INDENT = 2
_NOT_THERE = object()


class Where(NamedTuple):
    """A file by its name, and a line in it from 1."""

    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Together:
    """A line of an edition's file together with its base.

    It ``comes`` from the base alone, or the edition says the same, something else than ``before``, something new, or
    leaves it out. ``base`` and ``own`` are where the two say it.
    """

    text: str
    comes: Comes
    base: Where | None
    own: Where | None
    before: str = ""

    @property
    def depth(self) -> int:
        """How far the line is indented."""
        return len(self.text) - len(self.text.lstrip())


def together(files: Files, name: str) -> tuple[Together, ...]:
    """Return a file of an edition with its base, in the order it reads; nothing for one that cannot be read."""
    documents, below = catalog.layers_of(files)
    if name not in documents:
        return ()
    return tuple(_Layers(documents[name], below.get(name)).lines())


def names_together(files: Files) -> tuple[str, ...]:
    """Return the files that an edition has together with its base, in the order of its questions."""
    return tuple(catalog.layers_of(files)[0])


def only_different(lines: Sequence[Together]) -> tuple[Together, ...]:
    """Return the lines in which an edition differs, each below the lines that lead to it."""
    kept: list[Together] = []
    depth = 0  # below which a line leads to one that is kept
    for line in reversed(lines):
        if line.comes not in ("base", "same") or line.depth < depth:
            kept.append(line)
            depth = line.depth
    return tuple(reversed(kept))


@dataclass(frozen=True, slots=True)
class _Value:
    """A value in both layers: what the edition says together with its base, and what the base alone says."""

    now: Any
    path: Keys
    was: Any
    was_path: Keys

    def at(self, key: str) -> "_Value":
        """Return what stands under a key of a group."""
        was = self.was.get(key, _NOT_THERE) if isinstance(self.was, Mapping) else _NOT_THERE
        return _Value(self.now[key], (*self.path, key), was, (*self.was_path, key))

    def members(self) -> Iterator["_Value"]:
        """Yield what stands in a list: entries beside those of the same id, other values beside their like."""
        was = self.was if isinstance(self.was, list) else []
        known = {_name(one, number): number for number, one in enumerate(was)}
        for number, one in enumerate(self.now):
            there = known.get(_name(one, number))
            before = _NOT_THERE if there is None else was[there]
            yield _Value(one, (*self.path, number), before, (*self.was_path, -1 if there is None else there))

    def gone(self) -> dict[int, list[int]]:
        """Return which entries of the base's list the edition leaves out, by the place in its own they stood before."""
        was = self.was if isinstance(self.was, list) and any(map(_is_entry, self.now)) else []
        order = [_name(one, number) for number, one in enumerate(self.now)]
        found: dict[int, list[int]] = {}
        place = 0
        for number, one in enumerate(was):
            if _name(one, number) in order:
                place = order.index(_name(one, number)) + 1
            else:
                found.setdefault(place, []).append(number)
        return found


class _Layers:
    """An edition's file laid over its base's, and that of the base alone."""

    def __init__(self, whole: Document, below: Document | None) -> None:
        self._whole, self._below = whole, below

    def lines(self) -> Iterator[Together]:
        """Yield every line."""
        was = self._below.data if self._below is not None else _NOT_THERE
        yield from self._group(_Value(self._whole.data, (), was, ()), 0)

    def _group(self, value: _Value, indent: int) -> Iterator[Together]:
        for key in value.now if isinstance(value.now, Mapping) else ():
            yield from self._said(f"{key}:", value.at(key), indent)

    def _said(self, head: str, value: _Value, indent: int) -> Iterator[Together]:
        """Yield what stands behind ``head``: on its line, or below it where it is a group or a list of sentences."""
        if isinstance(value.now, Mapping) and value.now:
            yield self._line(head, value, indent)
            yield from self._group(value, indent + INDENT)
        elif isinstance(value.now, list) and not _is_short(value.now):
            yield self._line(head, value, indent)
            yield from self._list(value, indent + INDENT)
        else:
            yield self._line(f"{head} {written(value.now)}", value, indent)

    def _list(self, value: _Value, indent: int) -> Iterator[Together]:
        gone = value.gone()
        yield from self._left_out(value, gone.get(0, ()), indent)
        for number, one in enumerate(value.members()):
            yield from self._member(one, indent)
            yield from self._left_out(value, gone.get(number + 1, ()), indent)

    def _member(self, one: _Value, indent: int) -> Iterator[Together]:
        if not isinstance(one.now, Mapping):
            yield self._line(f"- {written(one.now)}", one, indent)
            return
        inside = list(self._group(one, indent + INDENT))
        if inside:
            yield replace(inside[0], text=f"{' ' * indent}- {inside[0].text.lstrip()}")
        yield from inside[1:]

    def _left_out(self, value: _Value, numbers: Sequence[int], indent: int) -> Iterator[Together]:
        for number in numbers:
            entry = value.was[number]
            text = f"{' ' * indent}- id: {entry['id']}" if _is_entry(entry) else f"{' ' * indent}- {written(entry)}"
            yield Together(text, "removed", self._in_base((*value.was_path, number)), None, _called(entry))

    def _line(self, text: str, value: _Value, indent: int) -> Together:
        base = None if value.was is _NOT_THERE else self._in_base(value.was_path)
        own = self._here(value.path)
        text = " " * indent + text
        if own is None:
            return Together(text, "base", base or self._place(self._whole, value.path), None)
        if base is None:
            return Together(text, "added", None, own)
        if isinstance(value.now, Mapping) or value.now == value.was or not _is_short(value.now):
            return Together(text, "same", base, own)
        return Together(text, "changed", base, own, written(value.was))

    def _here(self, path: Keys) -> Where | None:
        """Return where the edition itself says something, None where its base does."""
        place = self._place(self._whole, path)
        return None if place.file.startswith(BASE) else place

    def _in_base(self, path: Keys) -> Where | None:
        return None if self._below is None else self._place(self._below, path)

    def _place(self, document: Document, path: Keys) -> Where:
        key = path in document.keys
        return Where(document.file_of(path, key).path, document.place(path, key).line)


def _name(one: Any, number: int) -> str:
    """Return what a member of a list is told apart by: its id, or its number."""
    return str(one["id"]) if _is_entry(one) else f"number {number}"


def _is_entry(one: Any) -> bool:
    return isinstance(one, Mapping) and isinstance(one.get("id"), str)


def _is_short(value: Any) -> bool:
    """Return whether a value stands on one line: no list of entries or of sentences."""
    return not isinstance(value, list) or not any(isinstance(one, Mapping) or " " in str(one) for one in value)


def _called(entry: Any) -> str:
    """Return what people call an entry, where it has a text of its own."""
    said = entry if isinstance(entry, Mapping) else {}
    return str(next((said[key] for key in ("text", "name", "title", "label", "says") if key in said), ""))
