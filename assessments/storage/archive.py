"""Backups: the whole database in one file, the same for every kind of database.

A zip file of two parts: ``pathway.db``, an SQLite database with the same tables, and ``manifest.json``, which says what
must be in it. Whatever can read SQLite can read a backup, and the migrations bring an old one up to date.
"""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import file_digest
from lzma import LZMAError
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory
from typing import Any, Literal
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile
from zlib import error as DamagedStream

from assessments.storage import sqlite
from assessments.storage.copying import WentWrong, replace_all, take_time
from assessments.storage.database import Database, DoesNotFit, Unavailable
from assessments.storage.inventory import Held, Inventory, take_inventory
from assessments.storage.migrating import known_versions, migrate

WHAT = "backup of Pathway"
FORMAT = 1
CONTENT, MANIFEST = "pathway.db", "manifest.json"
NO_ROOM = "No backup was written: the database, or the disk the backup goes to, cannot be used at the moment."
LARGEST_MANIFEST = 1_000_000  # bytes

# What reading a file that was altered can come to; whatever else happens is the disk's.
DAMAGE = (BadZipFile, DamagedStream, LZMAError, EOFError, NotImplementedError, RuntimeError, LookupError, ValueError)

Reason = Literal["foreign", "damaged", "newer"]


class NotUsable(Exception):  # noqa: N818  (it says what the file is)
    """A file that nothing can be restored from; nothing was changed."""

    def __init__(self, reason: Reason) -> None:
        self.reason = reason
        super().__init__(reason)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says about itself."""

    made_at: datetime
    tables_version: str
    sha256: str  # of ``pathway.db``
    inventory: Inventory


def write_archive(database: Database, file: Path, at: datetime) -> Manifest:
    """Write everything a database holds into a file, whole or not at all, while others go on working.

    Raises OSError, Unavailable, and FileExistsError when ``file`` is there and is no backup.
    """
    if file.exists() and not _is_archive(file):
        raise FileExistsError
    with TemporaryDirectory(prefix=".backup-", dir=file.parent) as folder:
        part = Path(folder) / "part"
        manifest = _pack(_copied(database, Path(folder)), part, at)
        with open_archive(part):  # it is read back before it counts
            part.replace(file)
    _settle(file.parent)
    return manifest


@contextmanager
def open_archive(file: Path) -> Iterator[tuple[Manifest, Database]]:
    """Give what is in a backup as a database with today's tables; raises NotUsable before anything is given."""
    with TemporaryDirectory(prefix="restore-") as folder:
        manifest = _unpack(file, Path(folder) / CONTENT)
        database = _up_to_date(manifest, f"sqlite:///{Path(folder) / CONTENT}")
        try:
            yield manifest, database
        finally:
            database.close()


def _copied(database: Database, folder: Path) -> tuple[Path, Inventory]:
    """Copy a snapshot of everything into an SQLite file; raises Unavailable."""
    path = folder / CONTENT
    try:
        migrate(f"sqlite:///{path}")
        inventory = _copy(database, Database(f"sqlite:///{path}"))
    except (WentWrong, DoesNotFit, Unavailable) as error:
        raise Unavailable(NO_ROOM) from error
    sqlite.in_one_file(path)
    return path, inventory


def _copy(database: Database, copy: Database) -> Inventory:
    try:
        with database.reading() as source, copy.writing() as target:
            take_time(source)
            return replace_all(source, target)
    finally:
        copy.close()


def _pack(copied: tuple[Path, Inventory], file: Path, at: datetime) -> Manifest:
    content, inventory = copied
    manifest = Manifest(at, known_versions()[0], _sha256(content), inventory)
    file.touch(mode=0o600)
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr(MANIFEST, _to_json(manifest))
        archive.write(content, CONTENT)
    _settle(file)
    return manifest


def _unpack(file: Path, content: Path) -> Manifest:
    meant = _is_archive(file)
    try:
        with ZipFile(file) as archive:
            manifest = _manifest_of(archive)
            with archive.open(CONTENT) as source, content.open("wb") as target:
                copyfileobj(source, target)
    except DAMAGE as error:
        raise NotUsable("damaged" if meant else "foreign") from error
    if _sha256(content) != manifest.sha256:
        raise NotUsable("damaged")
    return manifest


def _up_to_date(manifest: Manifest, url: str) -> Database:
    if manifest.tables_version not in known_versions():
        raise NotUsable("newer")
    migrate(url)
    database = Database(url)
    with database.reading() as connection:
        held = take_inventory(connection)
    if manifest.tables_version == known_versions()[0] and held != manifest.inventory:
        database.close()
        raise NotUsable("damaged")
    return database


def _manifest_of(archive: ZipFile) -> Manifest:
    """Return what a backup says about itself; raises NotUsable."""
    if archive.getinfo(MANIFEST).file_size > LARGEST_MANIFEST:
        raise NotUsable("foreign")
    said = json.loads(archive.read(MANIFEST))
    if not isinstance(said, dict) or said.get("what") != WHAT:
        raise NotUsable("foreign")
    if said["format"] > FORMAT:
        raise NotUsable("newer")
    return _from_json(said)


def _to_json(manifest: Manifest) -> str:
    said = {"what": WHAT, "format": FORMAT, **asdict(manifest), "made_at": manifest.made_at.isoformat()}
    return json.dumps(said, indent=1)


def _from_json(said: Any) -> Manifest:
    inventory = {name: Held(**held) for name, held in said["inventory"].items()}
    return Manifest(datetime.fromisoformat(said["made_at"]), said["tables_version"], said["sha256"], inventory)


def _is_archive(file: Path) -> bool:
    """Return whether a file was meant to be a backup, intact or not."""
    with file.open("rb") as opened:
        return MANIFEST.encode() in opened.read(200)


def _sha256(path: Path) -> str:
    with path.open("rb") as opened:
        return file_digest(opened, "sha256").hexdigest()


def _settle(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
