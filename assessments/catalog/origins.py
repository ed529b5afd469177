"""Where everything comes from that a questionnaire says: from which file, in which line."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from assessments.catalog.folder import open_folder
from assessments.positions import Document, Keys
from assessments.problems import Refused


@dataclass(frozen=True, slots=True)
class Line:
    """A value with what it is called, by keys and ids, and the file and line in which it is said."""

    name: str
    value: object
    file: str
    line: int


def lines_of(document: Document) -> Iterator[Line]:
    """Yield every value of a file, in an edition of what it and its base say together, in the order it reads."""
    for path, place in document.values.items():
        value = _value(document, path)
        if not (isinstance(value, dict | list) and value):
            yield Line(_called(document, path), value, document.file_of(path).path, place.line)


def lines_in(folder: Path) -> Iterator[tuple[str, Line]]:
    """Yield every value of the questionnaire in a folder with the name of its file; raises ``Refused``."""
    opened = open_folder(folder)
    if opened.problems:
        raise Refused(opened.problems)
    for name, document in opened.documents.items():
        yield from ((name, line) for line in lines_of(document))


def _value(document: Document, path: Keys) -> object:
    value = document.data
    for step in path:
        value = value[step]
    return value


def _called(document: Document, path: Keys) -> str:
    """Name a value by keys and ids instead of numbers."""
    steps = []
    for length, step in enumerate(path):
        entry = _value(document, path[: length + 1])
        steps.append(str(entry.get("id", step)) if isinstance(entry, dict) and isinstance(step, int) else str(step))
    return ".".join(steps)
