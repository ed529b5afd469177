"""Opens the files of a questionnaire folder, in a fixed order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from assessments.catalog.files import PATH, PILLAR_SHAPE, SHAPES
from assessments.positions import Document, Limits, read
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


def open_folder(path: Path) -> Folder:
    """Read every file of the folder at ``path``; what cannot be read is among the problems."""
    if not path.is_dir():
        return Folder(path, {}, (TextFile(str(path)).problem("Q200"),))
    documents: dict[str, Document] = {}
    problems = list(_read_into(documents, path, PATH))
    pillars = _pillars(documents.get(PATH), path, problems)
    for name in [*list(SHAPES)[1:2], *pillars, *list(SHAPES)[2:]]:
        problems += _read_into(documents, path, name)
    problems += _unused(path, {*SHAPES, *pillars})
    return Folder(path, documents, tuple(problems), len(documents) == len(SHAPES) + len(pillars))


def _read_into(documents: dict[str, Document], folder: Path, name: str) -> tuple[Problem, ...]:
    if not (folder / name).is_file():
        return (TextFile(str(folder / name)).problem("Q201"),)
    try:
        documents[name] = read(folder / name, LIMITS, whole=False)
    except Refused as refused:
        return refused.problems
    return ()


def _pillars(path_file: Document | None, folder: Path, problems: list[Problem]) -> list[str]:
    """Return the pillars' files as named in the path file; all others when it does not say."""
    named = path_file.data.get("pillars") if path_file and isinstance(path_file.data, dict) else None
    if path_file is None or not isinstance(named, list):
        return sorted(file.name for file in _yaml_files(folder) if file.name not in SHAPES)
    files: dict[str, None] = {}
    for index, pillar in enumerate(named):
        file = f"{pillar}.yaml"
        if not isinstance(pillar, str) or not _PILLAR_NAME.fullmatch(pillar) or file in SHAPES or file in files:
            problems.append(path_file.problem("Q217", ("pillars", index), pillar=pillar))
        else:
            files[file] = None
    return list(files)


def _unused(folder: Path, expected: set[str]) -> Iterator[Problem]:
    missing = sorted(name for name in expected if not (folder / name).exists())
    for file in _yaml_files(folder):
        if file.name not in expected:
            yield TextFile(str(file)).problem("Q202", START, meant=did_you_mean(file.name, missing) or "")


def _yaml_files(folder: Path) -> list[Path]:
    files = (file for file in folder.iterdir() if file.suffix in (".yaml", ".yml") and not file.name.startswith("."))
    return sorted(files)
