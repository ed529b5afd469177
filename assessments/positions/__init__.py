"""YAML and JSON text in, plain data out, with the line and column of every key and value.

A file is refused whole, with all reasons: what is not plain data (shortcuts, types, several documents), what
other programs read differently (``no``, ``3_10``), what says one thing twice, and what is too large.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from assessments.languages import Unspoken
from assessments.positions.building import CONTROL, Builder, Keys, code_point
from assessments.positions.json_text import build_json
from assessments.positions.yaml_text import build_yaml
from assessments.problems import START, Place, Problem, Refused, TextFile

__all__ = ["Document", "Keys", "Limits", "decode", "parse", "parse_bytes", "read", "read_text"]


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a file may hold."""

    kilobytes: int
    values: int
    depth: int = 20


@dataclass(frozen=True, slots=True)
class Document:
    """The data of a file and where each piece of it stands; a path is the keys and indices that lead to it."""

    file: TextFile
    data: Any
    values: dict[Keys, Place]
    keys: dict[Keys, Place]
    problems: tuple[Problem, ...] = ()  # only with ``read(..., whole=False)``
    elsewhere: Mapping[Keys, TextFile] = field(default_factory=dict)  # of what stands in another file
    paths: Mapping[Keys, Keys] = field(default_factory=dict)  # of what has another path in the file it stands in

    def place(self, path: Keys, key: bool = False) -> Place:
        """Return where the value (or its key) at ``path`` stands, or the nearest thing around it."""
        path, known = self._nearest(path, key)
        return known.get(path, START)

    def file_of(self, path: Keys, key: bool = False) -> TextFile:
        """Return the file in which ``place`` finds it."""
        return self.elsewhere.get(self._nearest(path, key)[0], self.file)

    def problem(
        self, code: str, path: Keys, hint: Unspoken | None = None, key: bool = False, **words: object
    ) -> Problem:
        """Describe a problem of the value (or its key) at ``path``."""
        return self.file_of(path, key).problem(code, self.place(path, key), hint, **words)

    def _nearest(self, path: Keys, key: bool) -> tuple[Keys, dict[Keys, Place]]:
        known = self.keys if key else self.values
        while path and path not in known:
            path, known = path[:-1], self.values
        return path, known


def read(path: Path, limits: Limits, *, whole: bool = True) -> Document:
    """Read a YAML file, or JSON when its name says so; raise ``Refused`` with every reason.

    Unless it has to be ``whole``, a file in which only single words are wrong is returned with its problems.
    """
    return parse(read_text(path, limits.kilobytes), path, limits, whole=whole)


def parse_bytes(content: bytes, path: Path, limits: Limits, *, whole: bool = True) -> Document:
    """Return the data of a file's content, as ``read`` does."""
    return parse(_text(content, TextFile(str(path)), limits.kilobytes), path, limits, whole=whole)


def parse(text: str, path: Path, limits: Limits, *, whole: bool = True) -> Document:
    """Return the data of a text that stands at ``path``, as ``read`` does."""
    file = TextFile(str(path), tuple(text.splitlines()))
    builder = Builder(file, limits.depth, limits.values)
    build = build_json if path.suffix.lower() == ".json" else build_yaml
    build(text, builder)
    problems = tuple(sorted(builder.problems, key=lambda problem: problem.place))
    if problems and whole:
        raise Refused(problems)
    return Document(file, builder.data, builder.values, builder.keys, problems)


def read_text(path: Path, kilobytes: int) -> str:
    """Read a file as UTF-8 text without its byte order mark; raise ``Refused`` when it is no such text."""
    file = TextFile(str(path))
    try:
        with path.open("rb") as stream:
            content = stream.read(kilobytes * 1000 + 1)
    except OSError:
        raise Refused([file.problem("Y101")]) from None
    return _text(content, file, kilobytes)


def _text(content: bytes, file: TextFile, kilobytes: int) -> str:
    if len(content) > kilobytes * 1000:
        raise Refused([file.problem("Y103", kilobytes=kilobytes)])
    return decode(content, file)


def decode(content: bytes, file: TextFile) -> str:
    """Return bytes as text; raise ``Refused`` when they are none, or empty."""
    text = _decoded(content, file)
    if not text.strip():
        raise Refused([file.problem("Y105")])
    return text


def _decoded(content: bytes, file: TextFile) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8-sig")
        raise Refused([file.problem("Y102", _end_of(before))]) from None
    control = CONTROL.search(text)
    if control is not None:
        file, place = TextFile(file.path, tuple(text.splitlines())), _end_of(text[: control.start()])
        raise Refused([file.problem("Y104", place, sign=code_point(control.group()))])
    return text


def _end_of(text: str) -> Place:
    lines = (text + "|").splitlines()
    return Place(len(lines), len(lines[-1]))
