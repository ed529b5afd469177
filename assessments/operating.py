"""Use cases of whoever runs the server: the whole database, backed up, restored and moved.

``NotDone`` and ``Refused`` say why something was not done; then nothing was changed. A database that cannot be used
raises ``Unavailable``.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from assessments.problems import Refused, TextFile
from assessments.storage import Database, DoesNotFit, Unavailable, open_database
from assessments.storage.archive import NotUsable, open_archive, write_archive
from assessments.storage.copying import NotEmpty, WentWrong, copy_database
from assessments.storage.inventory import Inventory
from assessments.storage.migrating import exists, known_versions, shown, tables_version

__all__ = ["Backup", "NotDone", "Restored", "Unavailable", "backup", "in_words", "move", "restore"]

CODES = {"foreign": "B001", "damaged": "B002", "newer": "B003"}
COUNTED = {
    "firm": ("firm", "firms"),
    "assessment": ("assessment", "assessments"),
    "respondent": ("person", "people"),
    "answer": ("answer", "answers"),
}


class NotDone(Exception):  # noqa: N818  (it is what happened to the wish)
    """Something that was asked for was not done; ``str()`` says why and what to do about it."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was written."""

    size: int  # bytes
    content: Inventory


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restored backup replaced."""

    made_at: datetime
    before: Inventory
    after: Inventory


def backup(url: str, file: Path) -> Backup:
    """Write everything in the database at ``url`` into ``file``, while others go on working with it.

    Raises Refused where ``file`` is something else than an earlier backup, NotDone, Unavailable and OSError.
    """
    with _opened(url) as database:
        try:
            manifest = write_archive(database, file, datetime.now(UTC))
        except FileExistsError as error:
            raise Refused([TextFile(str(file)).problem("B004")]) from error
    return Backup(file.stat().st_size, manifest.inventory)


def restore(url: str, file: Path) -> Restored:
    """Replace everything in the database at ``url``, all or nothing; raises Refused, NotDone, Unavailable."""
    try:
        with open_archive(file) as (manifest, content), _opened(url, make=True) as database:
            before, after = _copied(content, database, over=True)
    except NotUsable as error:
        raise Refused([TextFile(str(file)).problem(CODES[error.reason])]) from error
    except (FileNotFoundError, IsADirectoryError, PermissionError) as error:
        raise Refused([TextFile(str(file)).problem("Y101")]) from error
    return Restored(manifest.made_at, before, after)


def move(source_url: str, target_url: str) -> Inventory:
    """Copy everything into an empty database, all or nothing, and return what was copied; raises NotDone, Unavailable.

    The source stays as it is.
    """
    with _opened(source_url) as source, _opened(target_url, make=True) as target:
        try:
            return _copied(source, target, over=False)[1]
        except NotEmpty as error:
            holds = in_words(error.inventory)
            raise NotDone(f"{shown(target_url)} is not empty: it holds {holds}. Name an empty database.") from error


def in_words(content: Inventory) -> str:
    """Return what a database holds, such as: 1 firm, 3 assessments, 5 people, 120 answers (412 rows in all)."""
    counts = [f"{content[table].rows:,} {words[content[table].rows != 1]}" for table, words in COUNTED.items()]
    return f"{', '.join(counts)} ({sum(held.rows for held in content.values()):,} rows in all)"


@contextmanager
def _opened(url: str, *, make: bool = False) -> Iterator[Database]:
    """Open a database; only one that may be made is made or changed by this."""
    if not make:
        _expect(url)
    database = open_database(url) if make else Database(url)
    try:
        yield database
    finally:
        database.close()


def _expect(url: str) -> None:
    if not exists(url):
        raise NotDone(f"There is no database of this program at {shown(url)}. Check the address.")
    if tables_version(url) != known_versions()[0]:
        raise NotDone(
            f"The database at {shown(url)} was last used by another version of this program. "
            "Do this with that version, or start this one once to bring the database up to date."
        )


def _copied(source: Database, target: Database, *, over: bool) -> tuple[Inventory, Inventory]:
    try:
        return copy_database(source, target, over=over)
    except WentWrong as error:
        raise NotDone(
            "What was copied is not what is there: the original was changed meanwhile. "
            "Stop the program that works with it, and try again."
        ) from error
    except DoesNotFit as error:
        raise NotDone(
            f"Something in there cannot be stored in {shown(target.url)}; its rules for texts and numbers are stricter."
        ) from error
