"""Opens the files of a questionnaire folder, in a fixed order."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from assessments.catalog.editions import lay_over
from assessments.catalog.files import PATH, PILLAR_SHAPE, SHAPES
from assessments.catalog.languages import FOLDER as LANGUAGES
from assessments.catalog.languages import LanguageFile, is_language_file, read_languages, read_made_from
from assessments.positions import Document, Limits, parse, parse_bytes, read, read_text
from assessments.problems import START, Problem, Refused, TextFile, did_you_mean
from scoring.model import Entry

LIMITS = Limits(kilobytes=1000, values=20_000)
_PILLAR_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")


Readers = Mapping[str, Callable[[], Document]]  # by name of the file; raise Refused
Library = Callable[[str], "tuple[Path, Readers] | None"]  # where the questionnaire of a name is, and its files
BASE = "base"  # the folder, inside an edition's, that may hold what it builds on
DEEPEST = 5  # editions that build on one another


@dataclass(frozen=True, slots=True)
class Folder:
    """The files that could be read, by name, and what is wrong with the others.

    In an edition each document is what it says laid over what it builds on; ``sources`` are all files that count, and
    ``languages`` only its own, with what their translations were made from.
    """

    path: Path
    documents: dict[str, Document]
    problems: tuple[Problem, ...]
    complete: bool = False  # every file of the questionnaire could be read
    sources: Mapping[str, TextFile] = field(default_factory=dict)
    languages: tuple[LanguageFile, ...] = ()
    base: "Folder | None" = None
    made_from: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # by language and address

    def shape_of(self, name: str) -> type[Entry]:
        """Return the shape a file of this name should have."""
        return SHAPES.get(name, PILLAR_SHAPE)


def open_folder(path: Path) -> Folder:
    """Read every file of the folder at ``path``; what cannot be read is among the problems.

    What an edition builds on is the folder of that name inside its own folder ``base``, else the one beside it.
    """
    if not path.is_dir():
        return Folder(path, {}, (TextFile(str(path)).problem("Q200"),))

    def library(name: str) -> tuple[Path, Readers] | None:
        places = (path / BASE / name, path.resolve().parent / name)
        return next(((place, _readers(place)) for place in places if place.is_dir()), None)

    return _open(path, _readers(path), library, (path.resolve().name,))


def open_texts(texts: Mapping[str, str], path: Path) -> Folder:
    """Read the files of a questionnaire from their ``texts``, as if they stood in a folder at ``path``."""

    def readers(folder: str) -> Readers:
        named = ((name.removeprefix(folder), name) for name in sorted(texts) if name.startswith(folder))
        return {name: partial(_parse, texts[whole], path / whole) for name, whole in named if _counts(name)}

    def library(name: str) -> tuple[Path, Readers] | None:
        files = readers(f"{BASE}/{name}/")
        return (path / BASE / name, files) if files else None

    return _open(path, readers(""), library, ())


def questionnaire_files(path: Path) -> dict[str, Path]:
    """Return the YAML files of a folder by name, those it builds on as base/FOLDER/NAME; raises OSError."""
    files = dict(_files(path))
    here: Path | None = path
    while here is not None and (folder := builds_on(here)) and not _has(files, folder):
        places = (path / BASE / folder, path.resolve().parent / folder)
        here = next((place for place in places if place.is_dir()), None)
        below = _files(here) if here is not None else ()
        files |= {f"{BASE}/{folder}/{name}": file for name, file in below}
    return files


def editions_beside(path: Path) -> tuple[Path, ...]:
    """Return the folders beside a questionnaire's that build on it, perhaps through another; raises OSError."""
    beside = sorted(folder for folder in path.resolve().parent.iterdir() if (folder / PATH).is_file())
    below = {folder.name: builds_on(folder) for folder in beside}
    return tuple(folder for folder in beside if path.resolve().name in _chain(folder.name, below))


def _chain(name: str, below: Mapping[str, str | None]) -> Iterator[str]:
    """Yield the names of the folders that one builds on, the nearest first."""
    for _ in range(DEEPEST):
        name = below.get(name) or ""
        yield name


def _has(files: Mapping[str, Path], folder: str) -> bool:
    return any(name.startswith(f"{BASE}/{folder}/") for name in files)


def builds_on(path: Path) -> str | None:
    """Return the name of the folder that the questionnaire at ``path`` builds on, None where it stands alone."""
    try:
        text = read_text(path / PATH, LIMITS.kilobytes)
        data = parse(text, path / PATH, LIMITS, whole=False).data if "extends" in text else {}
    except Refused:
        return None
    name = data.get("extends") if isinstance(data, dict) else None
    return name if isinstance(name, str) and _PILLAR_NAME.fullmatch(name) else None


def _readers(path: Path) -> Readers:
    return {name: partial(read, file, LIMITS, whole=False) for name, file in _files(path)}


def _files(path: Path) -> Iterator[tuple[str, Path]]:
    """Yield the files of a folder that count, those in other languages last."""
    found = (*sorted(path.iterdir()), *sorted(path.glob(f"{LANGUAGES}/*/*")))
    named = ((file.relative_to(path).as_posix(), file) for file in found)
    yield from ((name, file) for name, file in named if _counts(name) and file.is_file())


def _parse(text: str, path: Path) -> Document:
    return parse_bytes(text.encode("utf-8", "surrogatepass"), path, LIMITS, whole=False)


def _counts(name: str) -> bool:
    """Return whether a file is one of the questionnaire, by its name inside the folder."""
    file = name.rpartition("/")[2]
    is_here = file == name or is_language_file(name)
    return is_here and file.endswith((".yaml", ".yml")) and not file.startswith(".")


def _open(path: Path, readers: Readers, library: Library, above: tuple[str, ...]) -> Folder:
    documents: dict[str, Document] = {}
    problems = list(_read_into(documents, path, readers, PATH))
    base = _base(documents.get(PATH), path, library, above, problems)
    if base is not None and PATH in base.documents:
        documents[PATH] = lay_over(documents[PATH], base.documents[PATH])
    pillars = _pillars(documents.get(PATH), readers, problems)
    for name in [*list(SHAPES)[1:2], *pillars, *list(SHAPES)[2:]]:
        problems += _lay_into(documents, path, readers, name, base)
    problems += _unused(path, readers, {*SHAPES, *pillars}, base)
    languages = tuple(read_languages(path, readers, documents, {*SHAPES, *pillars}, problems))
    made_from = read_made_from(readers, problems)
    complete = len(documents) == len(SHAPES) + len(pillars)
    sources = _sources(readers, documents, languages, base)
    return Folder(path, documents, tuple(problems), complete, sources, languages, base, made_from)


def _base(
    path_file: Document | None, path: Path, library: Library, above: tuple[str, ...], problems: list[Problem]
) -> Folder | None:
    """Return what an edition builds on, None for a questionnaire of its own."""
    name = path_file.data.get("extends") if path_file and isinstance(path_file.data, dict) else None
    if path_file is None or not isinstance(name, str):
        return None
    found = library(name) if _PILLAR_NAME.fullmatch(name) else None
    if found is None:
        problems.append(path_file.problem("Q220", ("extends",), name=name))
        return None
    if name in above or len(above) > DEEPEST:
        problems.append(path_file.problem("Q221", ("extends",), cycle=" → ".join((*above, name))))
        return None
    base = _open(*found, library, (*above, name))
    problems += base.problems
    return base


def _lay_into(
    documents: dict[str, Document], path: Path, readers: Readers, name: str, base: Folder | None
) -> tuple[Problem, ...]:
    """Read a file, and lay it over the one of the same name that it builds on."""
    below = base.documents.get(name) if base is not None else None
    if below is None:
        return _read_into(documents, path, readers, name)
    problems: tuple[Problem, ...] = ()
    if name in readers:
        problems = _read_into(documents, path, readers, name)
    if not problems:
        documents[name] = lay_over(documents[name], below) if name in documents else below
    return problems


def _sources(
    readers: Readers, documents: Mapping[str, Document], languages: tuple[LanguageFile, ...], base: Folder | None
) -> dict[str, TextFile]:
    """Return every file that counts, by a name that does not depend on where the folder is."""
    own = {name: one.file for name, one in documents.items() if name in readers}
    others = {one.name: one.document.file for one in languages}
    below = {f"{BASE}/{name}": file for name, file in base.sources.items()} if base is not None else {}
    return {**own, **others, **below}


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
        return [name for name in readers if name not in SHAPES and "/" not in name]
    files: dict[str, None] = {}
    for index, pillar in enumerate(named):
        file = f"{pillar}.yaml"
        if not isinstance(pillar, str) or not _PILLAR_NAME.fullmatch(pillar) or file in SHAPES or file in files:
            problems.append(path_file.problem("Q217", ("pillars", index), pillar=pillar))
        else:
            files[file] = None
    return list(files)


def _unused(path: Path, readers: Readers, expected: set[str], base: Folder | None) -> Iterator[Problem]:
    missing = sorted(name for name in expected if name not in readers and (base is None or name not in base.documents))
    for name in readers:
        if name not in expected and "/" not in name:
            yield TextFile(str(path / name)).problem("Q202", START, meant=did_you_mean(name, missing) or "")
