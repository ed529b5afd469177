"""Where each key and value of a YAML text begins and ends, and how it is written, so that one can be replaced alone."""

from dataclasses import dataclass
from typing import Any

import yaml

from assessments.positions.building import Keys

FLOW, BLOCK = "flow", "block"  # how lists and groups are written; single values have the sign they begin with


@dataclass(slots=True)
class Extent:
    """A value from its first character up to the one after its last; offsets count from 0.

    ``style`` is ``flow`` or ``block`` for lists and groups; for single values it is empty, or one of ``' " > |``.
    ``key`` is where the value's key begins, None in lists. ``size`` counts the members of a list or group.
    """

    start: int
    end: int
    style: str
    key: int | None = None
    size: int = 0
    is_list: bool = False


def extents(text: str) -> dict[Keys, Extent]:
    """Return the extent of every value by its path; raises yaml.YAMLError when the text cannot be read."""
    walk = _Walk(text)
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        walk.take(event)
    return walk.found


class _Walk:
    """Follows the events of a text from value to value."""

    def __init__(self, text: str) -> None:
        self.found: dict[Keys, Extent] = {}
        self._text = text
        self._open: list[tuple[Keys, Extent]] = []
        self._key: list[tuple[str, int] | None] = []

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self._begin(event)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self._close(event)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        start = _offset(event.start_mark)
        end = start + len(self._text[start : _offset(event.end_mark)].rstrip())
        if self._open and not self._open[-1][1].is_list and self._key[-1] is None:
            self._key[-1] = (event.value, start)
            return
        self._add(Extent(start, end, "" if event.style is None else event.style))

    def _begin(self, event: Any) -> None:
        extent = Extent(_offset(event.start_mark), _offset(event.end_mark), FLOW if event.flow_style else BLOCK)
        extent.is_list = isinstance(event, yaml.SequenceStartEvent)
        self._open.append((self._add(extent), extent))
        self._key.append(None)

    def _close(self, event: yaml.Event) -> None:
        _, extent = self._open.pop()
        self._key.pop()
        if extent.style == FLOW:
            extent.end = _offset(event.end_mark)
        self._stretch(extent.end)

    def _add(self, extent: Extent) -> Keys:
        path: Keys = ()
        if self._open:
            around, parent = self._open[-1]
            step: str | int = parent.size
            if not parent.is_list:
                step, extent.key = self._key[-1] or ("", extent.start)
                self._key[-1] = None
            parent.size += 1
            path = (*around, step)
        self.found[path] = extent
        self._stretch(extent.end)
        return path

    def _stretch(self, end: int) -> None:
        """Let a list or group written line by line reach as far as its last member."""
        if self._open and self._open[-1][1].style == BLOCK:
            self._open[-1][1].end = max(self._open[-1][1].end, end)


def _offset(mark: Any) -> int:
    return int(mark.index)
