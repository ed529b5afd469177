"""Adds and removes whole entries and keys, written like their neighbours."""

from collections.abc import Mapping, Sequence
from typing import Any

from assessments.editing.replacing import Sheet
from assessments.editing.splices import Splice
from assessments.editing.writing import entry_lines, item_lines, written
from assessments.positions import Keys
from assessments.positions.extents import FLOW, Extent

# The keys that describe an entry come before the long ones; keys that are not named here come last.
ORDER = ("id", "name", "title", "type", "quick", "reverse", "audience", "tells", "pair_of", "na_when", "text")


def added_key(sheet: Sheet, group: Keys, key: str, value: Any) -> Splice:
    """Return the change that adds a key to a group."""
    extent = sheet.extents[group]
    if extent.style == FLOW:
        return _into_brackets(sheet, extent, f"{written(key)}: {written(value)}")
    before = _key_before(sheet, group, key)
    indent = sheet.column(sheet.extents[(*group, before)].key or 0)
    return _after(sheet, sheet.extents[(*group, before)], entry_lines({key: value}, indent))


def added_entry(sheet: Sheet, path: Keys, entry: Any, after: int) -> Splice:
    """Return the change that adds an entry to a list behind its member number ``after``."""
    extent = sheet.extents[path]
    if extent.size == 0:
        lines = item_lines(entry, sheet.column(extent.key or 0) + 2)
        start = len(sheet.text[: extent.start].rstrip(" "))
        return sheet.splice(start, extent.end, "".join(sheet.line_break + line for line in lines))
    if extent.style == FLOW:
        return _into_brackets(sheet, extent, written(entry))
    neighbour = sheet.extents[(*path, after)]
    indent = _dash(sheet, neighbour)
    if isinstance(entry, Mapping) and neighbour.style == FLOW:
        lines = [" " * indent + f"- {written(entry)}"]
    else:
        lines = item_lines(entry, indent)
    return _after(sheet, neighbour, ["", *lines] if _spaced(sheet, path) else lines)


def removed(sheet: Sheet, path: Keys) -> Splice:
    """Return the change that removes a key with its value, or an entry of a list."""
    parent, extent = sheet.extents[path[:-1]], sheet.extents[path]
    if parent.style == FLOW:
        return _out_of_brackets(sheet, extent)
    if parent.size == 1:
        start = _after_colon(sheet, parent)
        return sheet.splice(start, parent.end, " []" if parent.is_list else " {}")
    start = sheet.line_start(extent.start if extent.key is None else extent.key)
    if parent.is_list is False and path and _shares_dash(sheet, start, extent):
        return _first_key(sheet, path, extent)
    return _lines_out(sheet, start, sheet.line_end(extent.end))


def _key_before(sheet: Sheet, group: Keys, key: str) -> str:
    """Return the key of a group that a new key follows."""
    present = [str(path[-1]) for path in sheet.extents if len(path) == len(group) + 1 and path[:-1] == group]
    earlier = [one for one in present if key in ORDER and one in ORDER and ORDER.index(one) < ORDER.index(key)]
    return earlier[-1] if earlier else present[-1]


def _after(sheet: Sheet, neighbour: Extent, lines: Sequence[str]) -> Splice:
    end = sheet.line_end(neighbour.end)
    return sheet.splice(end, end, "".join(sheet.line_break + line for line in lines))


def _dash(sheet: Sheet, member: Extent) -> int:
    """Return how far the dash before a member of a list is indented."""
    return sheet.column(sheet.text.rfind("-", 0, member.start))


def _spaced(sheet: Sheet, path: Keys) -> bool:
    """Return whether the members of a list stand apart by empty lines."""
    first = sheet.extents[(*path, 0)]
    if (*path, 1) not in sheet.extents:
        above = sheet.text[: sheet.line_start(first.start)].rstrip(" ")
        return above.endswith(sheet.line_break * 2)
    between = sheet.text[first.end : sheet.extents[(*path, 1)].start]
    return any(not line.strip() for line in between.splitlines()[1:-1])


def _into_brackets(sheet: Sheet, extent: Extent, text: str) -> Splice:
    """Add to a list or group in brackets, before the closing one."""
    inside = sheet.text[extent.start + 1 : extent.end - 1]
    end = extent.start + 1 + len(inside.rstrip())
    return sheet.splice(end, end, f", {text}" if inside.strip() else text)


def _out_of_brackets(sheet: Sheet, extent: Extent) -> Splice:
    """Take out of a list or group in brackets, together with one comma."""
    start = extent.start if extent.key is None else extent.key
    before, after = sheet.text[:start].rstrip(), sheet.text[extent.end :]
    if before.endswith(","):
        return sheet.splice(len(before) - 1, extent.end, "")
    gap = len(after) - len(after.lstrip(", "))
    return sheet.splice(start, extent.end + gap, "")


def _after_colon(sheet: Sheet, parent: Extent) -> int:
    return sheet.text.index(":", parent.key or 0) + 1


def _shares_dash(sheet: Sheet, start: int, extent: Extent) -> bool:
    """Return whether a key stands behind the dash of its entry."""
    return sheet.text[start : extent.key].strip() == "-"


def _first_key(sheet: Sheet, path: Keys, extent: Extent) -> Splice:
    """Remove the key behind a dash: the next key moves up there."""
    following = [
        one.key for one_path, one in sheet.extents.items() if one_path[:-1] == path[:-1] and one.key is not None
    ]
    after = min(key for key in following if key > extent.end)
    return sheet.splice(extent.key or 0, after, "")


def _lines_out(sheet: Sheet, start: int, end: int) -> Splice:
    """Remove whole lines; of the empty lines around them no more stay than there were on one side."""
    rest = sheet.text[end:]
    end += len(sheet.line_break) if rest.startswith(sheet.line_break) else 0
    above, below = sheet.text[:start], sheet.text[end:]
    if above.endswith(sheet.line_break * 2) and (not below or below.startswith(sheet.line_break)):
        start -= len(sheet.line_break)
    return sheet.splice(start, end, "")
