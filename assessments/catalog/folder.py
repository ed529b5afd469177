"""Opens the files of a questionnaire folder, in a fixed order."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from assessments.catalog.files import PATH, PILLAR_SHAPE, SHAPES
from assessments.positions import Document, Limits, parse_bytes, read
from assessments.problems import START, Problem, Refused, TextFile, did_you_mean
from scoring.model import Entry

LIMITS = Limits(kilobytes=1000, values=20_000)
_PILLAR_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")


@dataclass(frozen=True, slots=True)
class Folder:
    """The files that could be read, by name, and what is wrong with the others."""

    path: Path
    documents: dict[str, Document]
    problems: tuple[Problem, ...]
    complete: bool = False  # every file of the questionnaire could be read

    def shape_of(self, name: str) -> type[Entry]:
        """Return the shape a file of this name should have."""
        return SHAPES.get(name, PILLAR_SHAPE)


Readers = Mapping[str, Callable[[], Document]]  # by name of the file; raise Refused


def open_folder(path: Path) -> Folder:
    """Read every file of the folder at ``path``; what cannot be read is among the problems."""
    if not path.is_dir():
        return Folder(path, {}, (TextFile(str(path)).problem("Q200"),))
    files = sorted(file for file in path.iterdir() if _is_yaml(file.name))
    return _open(path, {file.name: partial(read, file, LIMITS, whole=False) for file in files if file.is_file()})


def open_texts(texts: Mapping[str, str], path: Path) -> Folder:
    """Read the files of a questionnaire from their ``texts``, as if they stood in a folder at ``path``."""
    return _open(path, {name: partial(_parse, texts[name], path / name) for name in sorted(texts) if _is_yaml(name)})


def _parse(text: str, path: Path) -> Document:
    return parse_bytes(text.encode("utf-8", "surrogatepass"), path, LIMITS, whole=False)


def _is_yaml(name: str) -> bool:
    return "/" not in name and name.endswith((".yaml", ".yml")) and not name.startswith(".")


def _open(path: Path, readers: Readers) -> Folder:
    documents: dict[str, Document] = {}
    problems = list(_read_into(documents, path, readers, PATH))
    pillars = _pillars(documents.get(PATH), readers, problems)
    for name in [*list(SHAPES)[1:2], *pillars, *list(SHAPES)[2:]]:
        problems += _read_into(documents, path, readers, name)
    problems += _unused(path, readers, {*SHAPES, *pillars})
    return Folder(path, documents, tuple(problems), len(documents) == len(SHAPES) + len(pillars))


def _read_into(documents: dict[str, Document], path: Path, readers: Readers, name: str) -> tuple[Problem, ...]:
    if name not in readers:
        return (TextFile(str(path / name)).problem("Q201"),)
    try:
        documents[name] = readers[name]()
    except Refused as refused:
        return refused.problems
    return ()


def _pillars(path_file: Document | None, readers: Readers, problems: list[Problem]) -> list[str]:
    """Return the pillars' files as named in the path file; all others when it does not say."""
    named = path_file.data.get("pillars") if path_file and isinstance(path_file.data, dict) else None
    if path_file is None or not isinstance(named, list):
        return [name for name in readers if name not in SHAPES]
    files: dict[str, None] = {}
    for index, pillar in enumerate(named):
        file = f"{pillar}.yaml"
        if not isinstance(pillar, str) or not _PILLAR_NAME.fullmatch(pillar) or file in SHAPES or file in files:
            problems.append(path_file.problem("Q217", ("pillars", index), pillar=pillar))
        else:
            files[file] = None
    return list(files)


def _unused(path: Path, readers: Readers, expected: set[str]) -> Iterator[Problem]:
    missing = sorted(name for name in expected if name not in readers)
    for name in readers:
        if name not in expected:
            yield TextFile(str(path / name)).problem("Q202", START, meant=did_you_mean(name, missing) or "")
