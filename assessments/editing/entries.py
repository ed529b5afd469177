"""Finds entries in a questionnaire's files, as far as these have the right shape: for forms and previews."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

from assessments import catalog
from assessments.catalog import Spot
from assessments.editing.files import Files
from assessments.positions import Document, Keys
from scoring import model
from scoring.model import Entry, Questionnaire

KINDS: Mapping[str, type[Entry]] = {
    "question": model.Item,
    "option": model.Option,
    "pulse question": model.PulseItem,
    "factor": model.Factor,
    "pillar": model.Pillar,
    "stage": model.Stage,
    "gate": model.Gate,
    "role": model.Role,
    "fact": model.Fact,
    "fact option": model.FactOption,
    "derived fact": model.DerivedFact,
    "channel group": model.ChannelGroup,
    "warning": model.WarningRule,
    "action": model.Action,
    "source": model.Source,
}


@dataclass(frozen=True, slots=True)
class Found:
    """An entry with an id, and where it stands; ``entry`` is one of the method's classes."""

    kind: str
    id: str
    file: str
    path: Keys
    line: int
    last_line: int
    entry: Any


def listing(files: Files, kind: str) -> tuple[Found, ...]:
    """Return every entry of a kind in file order; raises KeyError for an unknown kind."""
    wanted = KINDS[kind]
    return tuple(found for found in _entries(files) if isinstance(found.entry, wanted))


def find(files: Files, kind: str, id_: str) -> Found | None:
    """Return the entry of a kind with this id; raises KeyError for an unknown kind."""
    return next((found for found in listing(files, kind) if found.id == id_), None)


def entry_at(files: Files, name: str, line: int) -> Found | None:
    """Return the innermost entry with an id around a line of a file, options aside."""
    around = [
        found
        for found in _entries(files)
        if found.file == name and found.line <= line <= found.last_line and not found.kind.endswith("option")
    ]
    return max(around, key=lambda found: len(found.path), default=None)


def known_ids(files: Files) -> dict[str, tuple[str, ...]]:
    """Return the ids of every kind, for completion."""
    ids: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for found in _entries(files):
        ids[found.kind].append(found.id)
    return {kind: tuple(dict.fromkeys(known)) for kind, known in ids.items()}


def schema_of(files: Files, name: str) -> dict[str, Any]:
    """Return the JSON schema of a file, which for worked examples knows the questionnaire's questions."""
    questionnaire = catalog.check_texts(files).questionnaire if name.startswith("examples/") else None
    return catalog.schema_of(name, questionnaire)


def questionnaire_of(files: Files) -> Questionnaire | None:
    """Return what the files say as a whole, None while there are problems."""
    return catalog.check_texts(files).questionnaire


def _entries(files: Files) -> tuple[Found, ...]:
    return _found(tuple(sorted((name, text) for name, text in files.items() if "/" not in name)))


@lru_cache(maxsize=4)
def _found(texts: tuple[tuple[str, str], ...]) -> tuple[Found, ...]:
    """Look once for a page that asks for many kinds."""
    return tuple(_walk(catalog.draft_of(dict(texts)).of(Entry)))


def _walk(spots: Iterator[Spot[Entry]]) -> Iterator[Found]:
    ends: dict[int, Mapping[Keys, int]] = {}
    for spot in spots:
        id_ = getattr(spot.entry, "id", None)
        kind = next((kind for kind, known in KINDS.items() if isinstance(spot.entry, known)), None)
        if kind is None or not isinstance(id_, str):
            continue
        document = spot.document
        last = ends.setdefault(id(document), _last_lines(document))
        line = document.place(spot.path).line
        yield Found(kind, id_, document.file.path, spot.path, line, last.get(spot.path, line), spot.entry)


def _last_lines(document: Document) -> dict[Keys, int]:
    """Return the line before the next thing begins, for every list and group."""
    starts = sorted({place.line for place in (*document.values.values(), *document.keys.values())})
    last: dict[Keys, int] = {}
    for path, place in document.values.items():
        for length in range(len(path) + 1):
            last[path[:length]] = max(last.get(path[:length], 0), place.line)
    following = {line: after - 1 for line, after in pairwise(starts)}
    return {
        path: _trimmed(document, line, following.get(line, len(document.file.lines))) for path, line in last.items()
    }


def _trimmed(document: Document, first: int, last: int) -> int:
    """Leave out empty lines and comments at the end."""
    lines = document.file.lines
    while last > first and (not lines[last - 1].strip() or lines[last - 1].lstrip().startswith("#")):
        last -= 1
    return last
