"""A backup holds everything, can be restored into either kind of database, and notices when it was damaged."""

import json
import zipfile
from collections.abc import Iterator
from hashlib import sha256
from itertools import count
from pathlib import Path
from random import Random

import pytest
from alembic import command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert

from assessments.storage import Database, copying, open_database, sqlite
from assessments.storage.archive import CONTENT, MANIFEST, NotUsable, open_archive, write_archive
from assessments.storage.copying import NotEmpty, WentWrong, copy_database
from assessments.storage.every_table import TABLES
from assessments.storage.inventory import take_inventory
from assessments.storage.migrating import alone, configuration
from assessments.storage.tables import firm
from tests.assessments.conftest import KINDS, NOON, only
from tests.assessments.contents import all_rows, fill
from tests.assessments.postgresql import Databases
from tests.assessments.storage.test_migrating import insert_a_version

AGAIN = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=5, deadline=None)


@pytest.fixture(scope="session")
def other_address(postgresql: Databases) -> str:
    """Return the address of a second PostgreSQL database."""
    address = postgresql.new()
    open_database(address).close()
    return address


@pytest.fixture(params=KINDS)
def other(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """Return a second database, on SQLite and on PostgreSQL in turn."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path / 'other.db'}"
    else:
        databases: Databases = request.getfixturevalue("postgresql")
        url = request.getfixturevalue("other_address")
        databases.empty(url)
    opened = open_database(url)
    yield opened
    opened.close()


def fill_all(database: Database, seed: int) -> dict[str, list[str]]:
    with database.writing() as connection:
        fill(connection, Random(seed))
        return all_rows(connection)


def rows(database: Database) -> dict[str, list[str]]:
    with database.reading() as connection:
        return all_rows(connection)


def restore(file: Path, target: Database) -> None:
    with open_archive(file) as (_, content):
        copy_database(content, target, over=True)


@given(seed=st.integers(), before=st.integers())
@AGAIN
def test_what_was_backed_up_comes_back_row_by_row(
    database: Database, other: Database, tmp_path: Path, seed: int, before: int
) -> None:
    held = fill_all(database, seed)
    fill_all(other, before)
    write_archive(database, tmp_path / "backup.zip", NOON)
    restore(tmp_path / "backup.zip", other)
    assert rows(other) == rows(database) == held


@only("sqlite")
def test_random_contents_reach_every_table(database: Database) -> None:
    found = [fill_all(database, seed) for seed in range(20)]
    assert [table.name for table in TABLES if not any(held[table.name] for held in found)] == []


def test_new_rows_are_numbered_after_the_restored_ones(database: Database, other: Database) -> None:
    with database.writing() as connection:
        connection.execute(insert(firm).values(id=7000, name="Old", made_at=NOON))
    copy_database(database, other, over=False)
    with other.writing() as connection:
        number = connection.execute(insert(firm).values(name="New", made_at=NOON).returning(firm.c.id)).scalar_one()
    assert number == 7001


def test_a_database_that_holds_something_is_not_copied_over_by_mistake(database: Database, other: Database) -> None:
    fill_all(database, 1)
    held = fill_all(other, 2)
    with pytest.raises(NotEmpty):
        copy_database(database, other, over=False)
    assert rows(other) == held


def test_a_source_that_changes_meanwhile_is_noticed(
    database: Database, other: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill_all(database, 1)

    def copy_slowly(*connections: object) -> object:
        copied = replace_all(*connections)
        with database.writing() as connection:
            connection.execute(insert(firm).values(name="Late", made_at=NOON))
        return copied

    replace_all = copying.replace_all
    monkeypatch.setattr(copying, "replace_all", copy_slowly)
    with pytest.raises(WentWrong):
        copy_database(database, other, over=False)
    assert not any(rows(other).values())


def test_a_copy_that_differs_is_undone(database: Database, other: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """Were a single row lost on the way, nothing would be restored."""
    assert next(held for seed in count() if (held := fill_all(database, seed)[TABLES[-1].name]))
    held = fill_all(other, 2)
    monkeypatch.setattr(copying, "TABLES", TABLES[:-1])
    with pytest.raises(WentWrong):
        copy_database(database, other, over=True)
    assert rows(other) == held


@pytest.fixture
def backup(database: Database, tmp_path: Path) -> Path:
    """Return a backup of random contents."""
    fill_all(database, 3)
    write_archive(database, tmp_path / "backup.zip", NOON)
    return tmp_path / "backup.zip"


@only("sqlite")
@given(where=st.floats(0, 1, exclude_max=True), flip=st.integers(1, 255))
@settings(AGAIN, max_examples=150)
def test_a_damaged_backup_is_refused_or_holds_the_same(
    backup: Path, where: float, flip: int, database: Database
) -> None:
    content = bytearray(backup.read_bytes())
    content[int(where * len(content))] ^= flip
    damaged = backup.with_name("damaged.zip")
    damaged.write_bytes(content)
    try:
        with open_archive(damaged) as (_, held), held.reading() as connection:
            assert all_rows(connection) == rows(database)
    except NotUsable:
        pass


@only("sqlite")
@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
def test_a_backup_that_was_cut_off_is_called_damaged(backup: Path, share: float) -> None:
    backup.write_bytes(backup.read_bytes()[: int(backup.stat().st_size * share)])
    assert reason_of(backup) == "damaged"


@only("sqlite")
@pytest.mark.parametrize("content", [b"", b"PK", b"SQLite format 3\0", b"name,answer\n", "Grüße".encode() * 1000])
def test_another_file_is_called_foreign(backup: Path, content: bytes) -> None:
    backup.write_bytes(content)
    assert reason_of(backup) == "foreign"


@only("sqlite")
@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"format": 2}, "newer"),
        ({"tables_version": "9999"}, "newer"),
        ({"what": "something else"}, "foreign"),
        ({"sha256": "0" * 64}, "damaged"),
        ({"inventory": {}}, "damaged"),
        ({"made_at": "yesterday"}, "damaged"),
    ],
)
def test_what_a_backup_says_about_itself_has_to_be_true(backup: Path, said: dict[str, object], reason: str) -> None:
    change_manifest(backup, said)
    assert reason_of(backup) == reason


def test_a_backup_of_older_tables_is_brought_up_to_date(tmp_path: Path, other: Database) -> None:
    url = f"sqlite:///{tmp_path / CONTENT}"
    with alone(url) as connection:
        command.upgrade(configuration(connection), "0001")
    insert_a_version(url)
    pack_old(tmp_path / CONTENT, tmp_path / "old.zip")
    restore(tmp_path / "old.zip", other)
    assert len(rows(other)["questionnaire_file"]) == 1


def pack_old(content: Path, file: Path) -> None:
    sqlite.in_one_file(content)
    said = {"what": "backup of Pathway", "format": 1, "tables_version": "0001", "made_at": NOON.isoformat()}
    said |= {"sha256": sha256(content.read_bytes()).hexdigest(), "inventory": {}}
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(MANIFEST, json.dumps(said))
        archive.write(content, CONTENT)


def change_manifest(file: Path, said: dict[str, object]) -> None:
    with zipfile.ZipFile(file) as archive:
        manifest, content = json.loads(archive.read(MANIFEST)), archive.read(CONTENT)
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(MANIFEST, json.dumps(manifest | said))
        archive.writestr(CONTENT, content)


def reason_of(file: Path) -> str:
    with pytest.raises(NotUsable) as refused, open_archive(file):
        pass
    return refused.value.reason


def test_the_file_is_for_its_owner_alone_and_nothing_is_left_beside_it(database: Database, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    for _ in range(2):
        write_archive(database, folder / "backup.zip", NOON)
    assert [file.name for file in folder.iterdir()] == ["backup.zip"]
    assert (folder / "backup.zip").stat().st_mode & 0o777 == 0o600


def test_a_file_that_is_no_backup_is_not_overwritten(database: Database, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear board")
    with pytest.raises(FileExistsError):
        write_archive(database, tmp_path / "letter.txt", NOON)
    assert (tmp_path / "letter.txt").read_text() == "Dear board"


def test_an_inventory_notices_any_change_of_a_value(database: Database) -> None:
    fill_all(database, 3)
    with database.writing() as connection:
        before = take_inventory(connection)
        connection.execute(insert(firm).values(name="Acme", made_at=NOON))
        assert take_inventory(connection)["firm"].sha256 != before["firm"].sha256
        assert take_inventory(connection)["answer"] == before["answer"]
