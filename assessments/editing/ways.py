"""Leads to a value by keys and by the ids of entries, and writes there, with whatever is missing on the way."""

from collections.abc import Iterable, Mapping
from typing import Any

from assessments.editing.forms import add_entry, remove_entry, remove_key, set_key, set_value, value_at
from assessments.editing.writing import entry_lines
from assessments.positions import Keys


class Id(str):
    """A step to the entry of a list that has this id; every other step is a key."""

    __slots__ = ()


Way = tuple[str | int, ...]  # a number leads to an entry without an id


def way_to(data: Any, path: Keys) -> Way:
    """Return the way that a path of keys and numbers takes through ``data``."""
    steps: list[str | int] = []
    for step in path:
        data = data[step]
        id_ = data.get("id") if isinstance(step, int) and isinstance(data, Mapping) else None
        steps.append(Id(id_) if isinstance(id_, str) else step)
    return tuple(steps)


def reached(data: Any, way: Way) -> tuple[Keys, int]:
    """Return the path to the innermost thing on a way that ``data`` has, and how many steps that is."""
    path: Keys = ()
    for known, step in enumerate(way):
        place = _place(data, step)
        if place is None:
            return path, known
        path, data = (*path, place), data[place]
    return path, len(way)


def said_at(text: str, way: Way) -> tuple[Any, bool]:
    """Return what a text says at the end of a way, and whether it says anything there; raises NotAccepted."""
    data = value_at(text, ()) if text.strip() else {}
    path, known = reached(data, way)
    return (value_at(text, path), True) if known == len(way) else (None, False)


def say_at(text: str, way: Way, value: Any) -> str:
    """Return the text with ``value`` at the end of a way, everything else to the letter; raises NotAccepted."""
    if not text.strip():
        return "\n".join(entry_lines(_nested(way, value), 0)) + "\n"
    path, known = reached(value_at(text, ()), way)
    missing = way[known:]
    if not missing:
        return set_value(text, path, value)
    if isinstance(missing[0], Id):
        return add_entry(text, path, _nested(missing, value)[0])
    return set_key(text, path, str(missing[0]), _nested(missing[1:], value))


def add_at(text: str, way: Way, entry: Mapping[str, Any]) -> str:
    """Return the text with one more entry in the list at the end of a way; raises NotAccepted."""
    path, known = reached(value_at(text, ()) if text.strip() else {}, way)
    return add_entry(text, path, entry) if known == len(way) else say_at(text, way, [entry])


def take_out(text: str, way: Way) -> str:
    """Return the text without what stands at the end of a way; raises NotAccepted."""
    path, known = reached(value_at(text, ()), way)
    return _without(text, path) if known == len(way) else text


def take_back(text: str, way: Way, heading: str = "") -> str:
    """Return the text without what stands at the end of a way, and without what only led there; raises NotAccepted.

    What led there stays where a comment would be lost with it. Nothing is left of a text that says nothing else, save
    for comments other than its ``heading``.
    """
    data = value_at(text, ()) if text.strip() else {}
    path, known = reached(data, way)
    if known < len(way):
        return text
    shortest = _without(text, path)
    comments = shortest.count("#")
    while len(path) > 1 and _only_leads(data, path):
        path = path[:-1]
        if len(path) == 1 and len(data) == 1:
            return shortest if shortest.removeprefix(heading).count("#") else ""
        shorter = _without(text, path)
        shortest = shorter if shorter.count("#") == comments else shortest
    return shortest


def _only_leads(data: Any, path: Keys) -> bool:
    """Return whether what is around the end of a path is there for nothing else."""
    for step in path[:-1]:
        data = data[step]
    others = set(data if isinstance(data, Mapping) else range(len(data))) - {path[-1]}
    return not others or (isinstance(path[-2], int) and others == {"id"})


def _without(text: str, path: Keys) -> str:
    return (remove_entry if isinstance(path[-1], int) else remove_key)(text, path)


def _place(data: Any, step: str | int) -> str | int | None:
    """Return the key or number under which a step is found."""
    if isinstance(step, Id):
        members: Iterable[Any] = data if isinstance(data, list) else ()
        return next((n for n, one in enumerate(members) if isinstance(one, Mapping) and one.get("id") == step), None)
    known = data if isinstance(data, Mapping) else range(len(data)) if isinstance(data, list) else ()
    return step if step in known else None


def _nested(way: Way, value: Any) -> Any:
    """Return the groups and entries that lead to a value, with the value in them."""
    if not way:
        return value
    step, inner = way[0], _nested(way[1:], value)
    return [{"id": str(step), **inner}] if isinstance(step, Id) else {step: inner}
