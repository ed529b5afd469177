"""Editions: begun from a questionnaire they build on, and shown with the origin of everything they say."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from assessments import catalog
from assessments.answering.checking import check_line
from assessments.answering.desk import Desk
from assessments.editing.beginnings import files_of
from assessments.editing.drafts import Begun, begin_draft
from assessments.editing.files import BASE, Files
from assessments.editing.refusals import refusal
from assessments.editing.tree import tree_of
from assessments.editing.writing import entry_lines
from assessments.positions import Document

PATH = "path.yaml"
Where = Literal["here", "base"]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where one value of an edition comes from: what it is called, from ``here`` or its ``base``, and file and line."""

    name: str
    where: Where
    file: str
    line: int


def begin_edition(desk: Desk, title: str, editor: str, id_: str, *, origin: str | None = None) -> Begun:
    """Start a draft that builds on ``origin``, which is one of ``beginnings``, and changes nothing yet.

    Its base comes along and stays as it is, whatever becomes of the original. Raises NotAccepted.
    """
    base = files_of(desk, origin)
    parent = str(tree_of({PATH: base.get(PATH, "")}).leaves[(PATH, "id")].value)
    if not id_.isidentifier() or not id_.isascii() or id_ != id_.lower() or id_ == parent or len(id_) > 40:
        raise refusal("edition_id", id_)
    said = check_line(title, "edition")
    own = "\n".join(entry_lines({"id": id_, "version": "1.0", "title": said, "extends": parent}, 0)) + "\n"
    below = {name if name.startswith(BASE) else f"{BASE}{parent}/{name}": text for name, text in base.items()}
    kept = {name: text for name, text in below.items() if name.endswith(".yaml") and "/examples/" not in name}
    return begin_draft(desk, title, editor, files={PATH: own, **kept}, origin=origin)


def is_edition(files: Files) -> bool:
    """Return whether the questionnaire in these files builds on another one."""
    return (PATH, "extends") in tree_of({PATH: files.get(PATH, "")}).leaves


def origins(files: Files, name: str) -> tuple[Origin, ...]:
    """Return where every value of a file of an edition comes from, in the order in which the edition reads."""
    document = catalog.documents_of(files).get(name)
    return () if document is None else tuple(_origins(document))


def _origins(document: Document) -> Iterator[Origin]:
    for line in catalog.lines_of(document):
        yield Origin(line.name, "base" if line.file.startswith(BASE) else "here", line.file, line.line)
