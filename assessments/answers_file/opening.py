"""Opens an answers file, whatever it is written in, as one document about the firm and one about its people."""

from collections.abc import Mapping
from pathlib import Path

from assessments.answers_file.cells import LINE_BREAK
from assessments.answers_file.printed import START, read_printed
from assessments.answers_file.table import read_table
from assessments.languages import Unspoken, marked, say_later
from assessments.positions import Document, Limits, parse, parse_bytes, read, read_text
from assessments.problems import Problem, Refused, TextFile
from scoring.model import Item

LIMITS = Limits(kilobytes=16_000, values=2_000_000)
TREES = (".yaml", ".yml", ".json")

# How files begin that are no text: a zip (which is what .xlsx and .ods are), an old .xls, a PDF, UTF-16.
NO_TEXT = {
    b"PK\x03\x04": ("A602", marked("a spreadsheet or another packed file")),
    b"\xd0\xcf\x11\xe0": ("A602", marked("a spreadsheet or document in an older Office format")),
    START: ("A602", marked("a PDF")),
    b"\xff\xfe": ("A603", marked("UTF-16")),
    b"\xfe\xff": ("A603", marked("UTF-16")),
}


def open_documents(
    path: Path, context: Path | None, items: Mapping[str, Item], problems: list[Problem]
) -> tuple[Document, Document]:
    """Return what is said about the firm and what its people say; for YAML and JSON both are the same document.

    Raises ``Refused`` when a file cannot be read at all; what is wrong inside a CSV is noted in ``problems``.
    """
    if _beginning(path).startswith(START):
        return _printed(path, context)
    refuse_what_is_no_text(path)
    if path.suffix.lower() == ".csv":
        return _context(path, context), _table(path, items, problems)
    if path.suffix.lower() not in TREES:
        raise Refused([TextFile(str(path)).problem("A601", ending=path.suffix or path.name)])
    if context is not None:
        raise Refused([TextFile(str(path)).problem("A658", context=context)])
    document = _tree(path)
    return document, document


def open_text(text: str, path: Path) -> Document:
    """Return what is said in a YAML or JSON text that stands at ``path``; raises ``Refused``."""
    return _with_entries(parse_bytes(text.encode("utf-8", "surrogatepass"), path, LIMITS))


def _printed(path: Path, context: Path | None) -> tuple[Document, Document]:
    """Open the answers inside a report."""
    if context is not None:
        raise Refused([TextFile(str(path)).problem("A658", context=context)])
    document = _with_entries(parse(read_printed(path, LIMITS), path, LIMITS))
    return document, document


def _context(path: Path, context: Path | None) -> Document:
    if context is None:
        return Document(TextFile(str(path)), {}, {}, {})
    refuse_what_is_no_text(context)
    if context.suffix.lower() not in TREES:
        raise Refused([TextFile(str(context)).problem("A659", ending=context.suffix or context.name)])
    document = _tree(context)
    if "respondents" in document.data:
        raise Refused([document.problem("A657", ("respondents",), key=True)])
    return document


def _tree(path: Path) -> Document:
    return _with_entries(read(path, LIMITS))


def _with_entries(document: Document) -> Document:
    if not isinstance(document.data, dict):
        raise Refused(
            [document.problem("A604", (), expected=say_later("a group of entries"), found=say_later("something else"))]
        )
    return document


def _table(path: Path, items: Mapping[str, Item], problems: list[Problem]) -> Document:
    text = read_text(path, LIMITS.kilobytes)
    return read_table(TextFile(str(path), tuple(LINE_BREAK.split(text))), text, items, problems)


def refuse_what_is_no_text(path: Path) -> None:
    """Raise ``Refused`` when a file begins like something that is not UTF-8 text."""
    start = _beginning(path)
    for beginning, (code, what) in NO_TEXT.items():
        if start.startswith(beginning):
            raise Refused([TextFile(str(path)).problem(code, what=Unspoken(what))])


def _beginning(path: Path) -> bytes:
    """Return how a file begins; nothing of one that cannot be read, since reading it will say so."""
    try:
        with path.open("rb") as stream:
            return stream.read(4)
    except OSError:
        return b""
