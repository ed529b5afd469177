"""Changes a questionnaire's text at one place: everything else, comments and spacing included, stays as it is.

Each function returns the new text only after reading it back: what the file then says is what it said before, with
this one difference. A place that is written in a way that cannot be changed so is refused, never guessed at.
"""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import Any

from assessments.editing.blocks import added_entry, added_key, removed
from assessments.editing.refusals import refusal
from assessments.editing.replacing import HERE, LIMITS, Sheet, alike, replace
from assessments.editing.splices import Splice, splice
from assessments.positions import Keys, parse
from assessments.positions.extents import extents
from assessments.problems import Refused


def value_at(text: str, path: Keys) -> Any:
    """Return what a text says at ``path``; raises NotAccepted when nothing stands there."""
    return _at(_read(text).data, path)


def set_value(text: str, path: Keys, value: Any) -> str:
    """Return the text with another value at ``path``, written as the one before; raises NotAccepted."""
    sheet = _read(text)
    old = _at(sheet.data, path)
    return _checked(sheet, replace(sheet, path, old, value), _with(sheet.data, path, value))


def set_key(text: str, group: Keys, key: str, value: Any) -> str:
    """Return the text with ``key`` of the group at ``group`` set, added where it is missing; raises NotAccepted."""
    sheet = _read(text)
    entry = _at(sheet.data, group)
    if not isinstance(entry, dict):
        raise refusal("form_place", key)
    if key in entry:
        return set_value(text, (*group, key), value)
    if not entry and sheet.extents[group].style != "flow":
        raise refusal("form_cannot", key)
    return _checked(sheet, [added_key(sheet, group, key, value)], _with(sheet.data, (*group, key), value))


def remove_key(text: str, path: Keys) -> str:
    """Return the text without the key at ``path``, as it is where there is none; raises NotAccepted."""
    sheet = _read(text)
    return _removed(sheet, path) if path in sheet.extents else text


def remove_entry(text: str, path: Keys) -> str:
    """Return the text without the entry of a list at ``path``; raises NotAccepted."""
    sheet = _read(text)
    _at(sheet.data, path)
    return _removed(sheet, path)


def add_entry(text: str, path: Keys, entry: Any, *, after: str | None = None) -> str:
    """Return the text with one more entry in the list at ``path``, at its end or behind the one with id ``after``.

    Raises NotAccepted.
    """
    sheet = _read(text)
    if path not in sheet.extents and path:
        return set_key(text, path[:-1], str(path[-1]), [entry])
    members = _at(sheet.data, path)
    if members is not None and not isinstance(members, list):
        raise refusal("form_place", path)
    members = members or []
    number = len(members) - 1
    if after is not None:
        ids = [one.get("id") if isinstance(one, dict) else one for one in members]
        if after not in ids:
            raise refusal("form_place", after)
        number = ids.index(after)
    expected = [*members[: number + 1], entry, *members[number + 1 :]]
    return _checked(sheet, [added_entry(sheet, path, entry, number)], _with(sheet.data, path, expected))


def _read(text: str) -> Sheet:
    try:
        return Sheet(text, parse(text, HERE, LIMITS, whole=False).data, extents(text))
    except Refused:
        raise refusal("form_broken") from None


def _at(data: Any, path: Keys) -> Any:
    for step in path:
        known = data if isinstance(data, dict) else range(len(data)) if isinstance(data, list) else ()
        if step not in known:
            raise refusal("form_place", path)
        data = data[step]
    return data


def _with(data: Any, path: Keys, value: Any) -> Any:
    """Return a copy of ``data`` that says ``value`` at ``path``."""
    if not path:
        return value
    copy = deepcopy(data)
    _at(copy, path[:-1])[path[-1]] = value
    return copy


def _removed(sheet: Sheet, path: Keys) -> str:
    if not path:
        raise refusal("form_place")
    expected = deepcopy(sheet.data)
    del _at(expected, path[:-1])[path[-1]]
    return _checked(sheet, [removed(sheet, path)], expected)


def _checked(sheet: Sheet, changes: Iterable[Splice], expected: Any) -> str:
    """Make the changes and return the text if it says what it should; raises NotAccepted."""
    text = splice(sheet.text, changes)
    try:
        says = parse(text, HERE, LIMITS, whole=False).data
    except Refused:
        raise refusal("form_cannot") from None
    if not _says_the_same(says, expected):
        raise refusal("form_cannot")
    return text


def _says_the_same(says: Any, expected: Any) -> bool:
    """Compare what is said, not in which order keys of a group stand."""
    if isinstance(says, Mapping) and isinstance(expected, Mapping):
        return set(says) == set(expected) and all(_says_the_same(says[key], expected[key]) for key in says)
    if isinstance(says, list) and isinstance(expected, list):
        return len(says) == len(expected) and all(map(_says_the_same, says, expected))
    return alike(says, expected)
