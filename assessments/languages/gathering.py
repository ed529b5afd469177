"""Every marked sentence of code, templates and schemas, and the files of translations kept in step with them."""

import ast
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import write_po

from assessments.languages.catalogue import FOLDER, together

ROOT = FOLDER.parent
Marks = dict[str, tuple[int, ...] | None]
MARKS: Marks = {"say": None, "say_later": None, "marked": None, "Phrase": None, "say_counted": (1, 2)}
WHERE = (
    ("python", "*.py"),
    ("python", "assessments/**/*.py"),
    ("python", "scoring/*.py"),
    ("jinja2", "report_templates/**/*.html.j2"),
)
PROBLEMS = "assessments/problems/*.py"
SAYS_AND_REMEDY: Marks = {"Sentence": (1, 2)}
SHAPES = ("scoring/model/*.py", "assessments/catalog/files.py", "assessments/catalog/*_schema.py")

_HEADER = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: {language}\\n"
"Plural-Forms: {plurals}\\n"

"""

SAMPLES = "questionnaires/*/examples/*.yaml"
SCHEMAS = "questionnaires/*/schema/*.schema.json"
QUESTIONS_THEMSELVES = "example.schema.json"  # its keys are explained by the questionnaire's own questions
METHOD = ROOT / "scoring" / "model"  # whose classes the schemas explain
_ABOUT = re.compile(r'^about: "(.+)"$', re.MULTILINE)

Id = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked sentence, or its two forms, and the first file that says it."""

    id: Id
    place: str


def marked_sentences() -> tuple[Marked, ...]:
    """Return every marked sentence once, in the order of the files that say them."""
    found: dict[Id, Marked] = {}
    for id_, path in (*_written(), *_problems(), *_descriptions(), *_explanations(), *_abouts()):
        found.setdefault(id_, Marked(id_, path.relative_to(ROOT).as_posix()))
    return tuple(sorted(found.values(), key=lambda one: one.place))


def _written() -> Iterator[tuple[Id, Path]]:
    for method, pattern in WHERE:
        for path in sorted(ROOT.glob(pattern)):
            yield from ((id_, path) for id_ in _of(path, method, MARKS))


def _problems() -> Iterator[tuple[Id, Path]]:
    """Yield the sentences in the table of problems."""
    for path in sorted(ROOT.glob(PROBLEMS)):
        yield from ((sentence, path) for saying in _of(path, "python", SAYS_AND_REMEDY) for sentence in saying)


def _descriptions() -> Iterator[tuple[Id, Path]]:
    """Yield what the keys of a questionnaire are for, which stands beside them in classes and schemas."""
    for path in sorted(path for pattern in SHAPES for path in ROOT.glob(pattern)):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.keyword(arg="description", value=ast.Constant(value=str(description))):
                    yield description, path
                case ast.Dict(
                    keys=[*_, ast.Constant(value="description")], values=[*_, ast.Constant(value=str(description))]
                ):
                    yield description, path


def _abouts() -> Iterator[tuple[Id, Path]]:
    """Yield what the sample firms are about, which stands in their files."""
    for path in sorted(ROOT.glob(SAMPLES)):
        yield from ((about, path) for about in _ABOUT.findall(path.read_text(encoding="utf-8")))


def _explanations() -> Iterator[tuple[Id, Path]]:
    """Yield what the schemas say besides: what each class of the method is."""
    for path in sorted(ROOT.glob(SCHEMAS)):
        if path.name != QUESTIONS_THEMSELVES:
            yield from ((said, METHOD) for said in _explained(json.loads(path.read_text(encoding="utf-8"))))


def _explained(schema: object) -> Iterator[str]:
    if isinstance(schema, list):
        yield from (said for one in schema for said in _explained(one))
    elif isinstance(schema, dict):
        for key, value in schema.items():
            yield from [value] if key == "description" and isinstance(value, str) else _explained(value)


def _of(path: Path, method: str, marks: Marks) -> Iterator[Id]:
    for _, said, _, _ in extract_from_file(method, path, keywords=marks):
        if said:
            yield said if isinstance(said, str) else tuple(said)


def update(language: str) -> tuple[Id, ...]:
    """Bring a language's files up to date: new sentences empty, those nobody says any more gone; return the empty."""
    before, after = together(language), dict[str, Catalog]()
    empty = []
    for one in marked_sentences():
        known = before.get(one.id) or Message(one.id)
        after.setdefault(_file_of(one.place), Catalog(locale=language)).add(
            one.id, known.string, locations=[(one.place, 0)], flags=known.flags, user_comments=known.user_comments
        )
        if not all(_forms(known)):
            empty.append(one.id)
    _write(language, after)
    return tuple(empty)


def _forms(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ("",))


def _file_of(place: str) -> str:
    """Return the name of the file that holds the sentences of a place: one for each part of the house."""
    parts = place.split("/")
    whole = {"report_templates": "reports", "scoring": "scoring"}
    return "pages" if len(parts) == 1 else whole.get(parts[0], Path(parts[1]).stem)


def _write(language: str, catalogues: dict[str, Catalog]) -> None:
    """Write a file per part of the house, without the times and versions that would change with every update."""
    folder = FOLDER / language
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.glob("*.po"):
        if path.stem not in catalogues:
            path.unlink()
    for name, catalogue in catalogues.items():
        with (folder / f"{name}.po").open("wb") as opened:
            opened.write(_HEADER.format(language=language, plurals=catalogue.plural_forms).encode())
            write_po(opened, catalogue, width=100, omit_header=True, include_lineno=False)
