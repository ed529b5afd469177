"""A questionnaire folder as one zip file: unpacked with suspicion and only in memory, packed the same way each time."""

import stat
import zlib
from collections.abc import Iterable, Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from assessments import catalog
from assessments.answering.refusals import NotAccepted
from assessments.editing.editions import is_edition
from assessments.editing.files import KILOBYTES, KILOBYTES_ALL, MOST_FILES, Files, is_name
from assessments.editing.forms import value_at
from assessments.languages import Unspoken, say_later
from assessments.positions import decode
from assessments.problems import Problem, Refused, TextFile

KILOBYTES_PACKED = 2000
MOST_ENTRIES = 500
PATH = "path.yaml"
HERE = "the zip"
LEFT_OUT = ("schema/", "__MACOSX/")  # made anew when it is packed; what one kind of computer adds on its own
_BIRTH = (1980, 1, 1, 0, 0, 0)  # of every packed file, so that the same files give the same bytes
_LOCKED = 0x1
_FAILURES = (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OverflowError, OSError)


def read_zip(content: bytes) -> dict[str, str]:
    """Return the files of a packed questionnaire folder by name; raises ``Refused`` with every reason.

    Nothing is written anywhere. Whether the files make a questionnaire is another question.
    """
    if len(content) > KILOBYTES_PACKED * 1000:
        raise _refused(HERE, "Z106", what=say_later("more than {most} kB packed", most=KILOBYTES_PACKED))
    try:
        with ZipFile(BytesIO(content)) as packed:
            return _unpacked(packed)
    except _FAILURES:
        raise _refused(HERE, "Z101") from None


def write_zip(files: Files) -> bytes:
    """Return the files packed into one folder, with the schemas for editors; the same files give the same bytes."""
    folder, stream = _folder_name(files), BytesIO()
    with ZipFile(stream, "w") as packed:
        for name, text in sorted({**files, **_schemas(files)}.items()):
            entry = ZipInfo(f"{folder}/{name}", _BIRTH)
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, 0o644 << 16
            packed.writestr(entry, text)
    return stream.getvalue()


def _unpacked(packed: ZipFile) -> dict[str, str]:
    entries = packed.infolist()
    if len(entries) > MOST_ENTRIES:
        raise _refused(HERE, "Z106", what=say_later("more than {most} entries", most=MOST_ENTRIES))
    named = list(_wanted(entries))
    wanted = dict(named)
    problems = [*_refusable(entries), *_doubled(name for name, _ in named)]
    if problems:
        raise Refused(problems)
    if PATH not in wanted:
        raise _refused(HERE, "Z107")
    size = sum(entry.file_size for entry in wanted.values())
    if len(wanted) > MOST_FILES or size > KILOBYTES_ALL * 1000:
        what = say_later("more than {files} files or {most} kB", files=MOST_FILES, most=KILOBYTES_ALL)
        raise _refused(HERE, "Z106", what=what)
    return _texts(packed, wanted)


def _wanted(entries: Iterable[ZipInfo]) -> Iterator[tuple[str, ZipInfo]]:
    """Yield the entries that could be files of the questionnaire, by their name inside its folder."""
    kept = [entry for entry in entries if not entry.is_dir() and not _is_no_file_of_it(entry.filename)]
    folders = {entry.filename.partition("/")[0] for entry in kept if "/" in entry.filename}
    top = f"{next(iter(folders))}/" if len(folders) == 1 and all("/" in entry.filename for entry in kept) else ""
    if top == "examples/":
        top = ""
    for entry in kept:
        name = entry.filename.removeprefix(top)
        if not name.startswith(LEFT_OUT):
            yield name, entry


def _is_no_file_of_it(name: str) -> bool:
    return name.startswith(LEFT_OUT) or name.endswith(".DS_Store") or _leads_out(name)


def _refusable(entries: Iterable[ZipInfo]) -> Iterator[Problem]:
    """Yield entries that are no plain files with a plain name."""
    listed = list(entries)
    names = {id(entry): name for name, entry in _wanted(listed)}
    for entry in listed:
        name = names.get(id(entry))
        file = TextFile(_shown(entry.filename))
        if stat.S_ISLNK(entry.external_attr >> 16):
            yield file.problem("Z104")
        elif _leads_out(entry.filename) or (name is not None and not is_name(name)):
            yield file.problem("Z103", name=_shown(entry.filename))
        elif entry.flag_bits & _LOCKED or entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            yield file.problem("Z102")


def _leads_out(name: str) -> bool:
    return name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/")


def _doubled(names: Iterable[str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for name in names:
        if name.casefold() in seen:
            yield TextFile(_shown(name)).problem("Z105", name=_shown(name))
        seen.add(name.casefold())


def _texts(packed: ZipFile, wanted: dict[str, ZipInfo]) -> dict[str, str]:
    """Read every file, never more of it than it may hold, whatever its entry claims."""
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for name, entry in wanted.items():
        file = TextFile(name)
        try:
            with packed.open(entry) as stream:
                content = stream.read(KILOBYTES * 1000 + 1)
            if len(content) > KILOBYTES * 1000:
                raise Refused([file.problem("Y103", kilobytes=KILOBYTES)])
            texts[name] = decode(content, file)
        except _FAILURES:
            problems.append(file.problem("Z102"))
        except Refused as refused:
            problems += refused.problems
    if problems:
        raise Refused(problems)
    return texts


def _shown(name: str) -> str:
    return "".join(sign if sign.isprintable() else "?" for sign in name)[:100] or "?"


def _refused(name: str, code: str, what: Unspoken | str = "") -> Refused:
    return Refused([TextFile(name).problem(code, what=what)])


def _folder_name(files: Files) -> str:
    """Return the id of the questionnaire as the name of its folder."""
    try:
        id_ = value_at(files.get(PATH, ""), ("id",))
    except NotAccepted:
        return "questionnaire"
    return id_ if isinstance(id_, str) and id_.isidentifier() and id_.isascii() else "questionnaire"


def _schemas(files: Files) -> dict[str, str]:
    questionnaire = catalog.check_texts(files).questionnaire
    made = catalog.schemas(questionnaire, is_edition=is_edition(files)) if questionnaire else {}
    return {f"schema/{name}": text for name, text in made.items()}
