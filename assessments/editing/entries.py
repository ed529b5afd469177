"""Finds entries in a questionnaire's files, as far as these have the right shape: for forms and previews."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

from assessments import catalog
from assessments.catalog import Spot
from assessments.editing.editions import is_edition
from assessments.editing.files import Files
from assessments.languages import say
from assessments.positions import Document, Keys
from assessments.problems import TextFile
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

    @property
    def name(self) -> str:
        """What people call it: its name, or its id while it has none that can be read."""
        return str(getattr(self.entry, "name", self.id))


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
    """Return the JSON schema of a file, which for worked examples knows the questionnaire's questions.

    What its keys are for is said in the language that is spoken.
    """
    questionnaire = catalog.check_texts(files).questionnaire if name.startswith("examples/") else None
    schema = catalog.schema_of(name, questionnaire, is_edition="/" not in name and is_edition(files))
    return {key: _spoken(key, value) for key, value in schema.items()}


def _spoken(key: str, value: Any) -> Any:
    if isinstance(value, dict):
        return {inner: _spoken(inner, one) for inner, one in value.items()}
    if isinstance(value, list):
        return [_spoken("", one) for one in value]
    return say(value) if key == "description" else value


def questionnaire_of(files: Files) -> Questionnaire | None:
    """Return what the files say as a whole, None while there are problems."""
    return catalog.check_texts(files).questionnaire


def _entries(files: Files) -> tuple[Found, ...]:
    return _found(tuple(sorted((name, text) for name, text in files.items() if not name.startswith("examples/"))))


@lru_cache(maxsize=4)
def _found(texts: tuple[tuple[str, str], ...]) -> tuple[Found, ...]:
    """Look once for a page that asks for many kinds."""
    return tuple(_walk(catalog.draft_of(dict(texts)).of(Entry)))


def _walk(spots: Iterator[Spot[Entry]]) -> Iterator[Found]:
    ends: dict[int, _Ends] = {}
    for spot in spots:
        id_ = getattr(spot.entry, "id", None)
        kind = next((kind for kind, known in KINDS.items() if isinstance(spot.entry, known)), None)
        if kind is None or not isinstance(id_, str):
            continue
        document = spot.document
        if id(document) not in ends:
            ends[id(document)] = _Ends(document)
        line, path = document.place(spot.path).line, document.paths.get(spot.path, spot.path)
        file = document.file_of(spot.path)
        yield Found(kind, id_, file.path, path, line, ends[id(document)].of(spot.path, file, line), spot.entry)


class _Ends:
    """Where the entries of a document end, in whichever of its files each of them stands."""

    def __init__(self, document: Document) -> None:
        starts: dict[str, set[int]] = {}
        self._last: dict[tuple[str, Keys], int] = {}
        for path, place in document.values.items():
            file = document.file_of(path).path
            starts.setdefault(file, set()).add(place.line)
            for length in range(len(path) + 1):
                here = file, path[:length]
                self._last[here] = max(self._last.get(here, 0), place.line)
        for path, place in document.keys.items():
            starts.setdefault(document.file_of(path, key=True).path, set()).add(place.line)
        self._after = {file: dict(pairwise(sorted(lines))) for file, lines in starts.items()}

    def of(self, path: Keys, file: TextFile, line: int) -> int:
        """Return the last line of what stands at ``path``, empty lines and notes at the end left out."""
        last = self._last.get((file.path, path), line)
        last = self._after.get(file.path, {}).get(last, len(file.lines) + 1) - 1
        while last > line and (not file.lines[last - 1].strip() or file.lines[last - 1].lstrip().startswith("#")):
            last -= 1
        return last
