"""What an edition says itself and what its base says, and changes of it in the edition's own files."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any

from assessments import catalog
from assessments.editing.entries import Found
from assessments.editing.files import BASE, Files
from assessments.editing.forms import value_at
from assessments.editing.replacing import alike
from assessments.editing.ways import Way, add_at, reached, say_at, take_back, take_out, way_to
from assessments.positions import Document

HEADING = "# What this edition says differently.\n"


@dataclass(frozen=True, slots=True)
class Slot:
    """A place to say something, in the file that can be changed, and what the base says there, None for nothing."""

    file: str
    way: Way
    layered: bool = False  # it is an edition that builds on a base
    below: Any = None

    def at(self, *steps: str | int) -> "Slot":
        """Return the slot at the end of further steps."""
        below = self.below
        for step in steps:
            below = below.get(step) if isinstance(below, Mapping) else None
        return replace(self, way=(*self.way, *steps), below=below)


def own_name(file: str) -> str:
    """Return the file in which what a file says can be changed: of the base's, the edition's of the same name."""
    return PurePosixPath(file).name if file.startswith(BASE) else file


def slot_of(files: Files, found: Found) -> Slot:
    """Return where an entry is said; raises NotAccepted where its file cannot be read."""
    return slot_at(files, own_name(found.file), way_to(value_at(files[found.file], ()), found.path))


def slot_at(files: Files, file: str, way: Way = ()) -> Slot:
    """Return the slot at the end of a way through a file that can be changed."""
    base = _base(tuple(sorted((name, text) for name, text in files.items() if name.startswith(BASE))))
    document = base.get(file)
    if document is None:
        return Slot(file, way, layered=bool(base))
    path, known = reached(document.data, way)
    below = document.data
    for step in path:
        below = below[step]
    return Slot(file, way, layered=True, below=below if known == len(way) else None)


def put(text: str, slot: Slot, value: Any) -> str:
    """Return the file of a slot with ``value`` said there, None for nothing; raises NotAccepted.

    An edition that says what its base says need not say it: then what it said is taken back.
    """
    if slot.layered and alike(value, slot.below):
        return take_back(text, slot.way, HEADING)
    if value is None and not slot.layered:
        return take_out(text, slot.way)
    return _headed(text, slot, say_at(text, slot.way, value))


def add(text: str, slot: Slot, entry: Mapping[str, Any]) -> str:
    """Return the file of a slot, which is a list, with one more entry in it; raises NotAccepted."""
    return _headed(text, slot, add_at(text, slot.way, entry))


def _headed(before: str, slot: Slot, text: str) -> str:
    """Return the text, below what it is for where an edition had no such file."""
    return text if before.strip() or not slot.layered else f"{HEADING}{text}"


@lru_cache(maxsize=4)
def _base(texts: tuple[tuple[str, str], ...]) -> Mapping[str, Document]:
    """Return what an edition builds on, which never changes while somebody works on the edition; empty without."""
    folder = "/".join(texts[0][0].split("/", 2)[:2]) + "/" if texts else ""
    return catalog.documents_of({name.removeprefix(folder): text for name, text in texts})
