"""The database itself: what a commit promises, what a snapshot shows, and what people are told when it is gone."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select, text
from sqlalchemy.dialects.sqlite import dialect
from sqlalchemy.exc import ProgrammingError

from assessments.storage import Database, DoesNotFit, Unavailable, open_database, sqlite
from assessments.storage.columns import Moment
from assessments.storage.tables import firm
from tests.assessments.conftest import NOON, only


def count_firms(database: Database) -> int:
    with database.reading() as connection:
        return connection.execute(select(func.count()).select_from(firm)).scalar_one()


@only("sqlite")
def test_a_commit_is_on_the_disk_before_it_is_acknowledged(database: Database) -> None:
    with database.reading() as connection:
        settings = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "busy_timeout")
        }
    assert settings == {
        "journal_mode": "wal",
        "synchronous": 2,  # FULL
        "foreign_keys": 1,
        "secure_delete": 1,
        "busy_timeout": sqlite.BUSY_MILLISECONDS,
    }


def test_a_transaction_is_stored_whole_or_not_at_all(database: Database) -> None:
    def write_and_fail() -> None:
        with database.writing() as connection:
            connection.execute(insert(firm).values(name="Acme", made_at=NOON))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        write_and_fail()
    assert count_firms(database) == 0


def test_a_snapshot_does_not_see_what_is_written_meanwhile(database: Database) -> None:
    with database.reading() as connection:
        assert connection.execute(select(firm.c.name)).all() == []
        with database.writing() as other:
            other.execute(insert(firm).values(name="Acme", made_at=NOON))
        assert connection.execute(select(firm.c.name)).all() == []
    assert count_firms(database) == 1


def test_twenty_threads_write_without_getting_in_each_others_way(database: Database) -> None:
    def write(number: int) -> None:
        for _ in range(10):
            with database.writing() as connection:
                connection.execute(insert(firm).values(name=f"Firm {number}", made_at=NOON))

    with ThreadPoolExecutor(20) as threads:
        list(threads.map(write, range(20)))
    assert count_firms(database) == 200


def test_what_breaks_a_rule_of_the_tables_is_not_stored(database: Database) -> None:
    for name in ("", "x" * 201):
        with pytest.raises(DoesNotFit), database.writing() as connection:
            connection.execute(insert(firm).values(name=name, made_at=NOON))
    assert count_firms(database) == 0


def test_a_mistake_of_this_program_is_not_blamed_on_the_database(database: Database, database_kind: str) -> None:
    mistake = {"sqlite": "SELECT 1; SELECT 2", "postgresql": "SELECT nothing FROM nowhere"}[database_kind]
    with pytest.raises(ProgrammingError), database.reading() as connection:
        connection.execute(text(mistake))


@only("sqlite")
def test_a_writer_that_waits_too_long_for_another_process_is_told(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "PRAGMAS", ("PRAGMA busy_timeout = 20", *sqlite.PRAGMAS[1:]))
    database = Database(database_url)
    other = sqlite3.connect(database_url.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Unavailable), database.writing():
        pass
    other.close()
    database.close()


@pytest.mark.parametrize("url", ["", "nonsense", "sqlite://", "oracle+nothing://here", "sqlite:///{here}"])
def test_an_address_that_is_no_database_is_told_in_a_sentence(url: str, tmp_path: Path) -> None:
    with pytest.raises(Unavailable) as told:
        open_database(url.format(here=tmp_path))
    assert "\n" not in str(told.value).partition(":")[0]


def test_a_folder_that_cannot_be_made_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("I am no folder.")
    with pytest.raises(Unavailable):
        open_database(f"sqlite:///{tmp_path / 'file' / 'pathway.db'}")


def test_a_damaged_file_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "damaged.db").write_bytes(b"This is no database." * 100)
    with pytest.raises(Unavailable):
        open_database(f"sqlite:///{tmp_path / 'damaged.db'}")


@only("sqlite")
def test_leftovers_are_wiped_unless_somebody_is_reading(database: Database, database_url: str) -> None:
    log = Path(database_url.removeprefix("sqlite:///") + "-wal")
    with database.writing() as connection:
        connection.execute(insert(firm).values(name="Acme", made_at=NOON))
    with database.reading() as reader:
        reader.execute(select(firm.c.name)).all()
        with database.writing() as connection:
            connection.execute(insert(firm).values(name="Other", made_at=NOON))
        assert database.wipe_leftovers() is False
    assert database.wipe_leftovers() is True
    assert log.stat().st_size == 0


def test_times_are_kept_in_utc(database: Database) -> None:
    summer = datetime(2026, 7, 1, 14, 30, tzinfo=timezone(timedelta(hours=2)))
    with database.writing() as connection:
        connection.execute(insert(firm).values(name="Acme", made_at=summer))
        stored = connection.execute(select(firm.c.made_at)).scalar_one()
    assert stored == summer
    assert stored.tzinfo is UTC


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        Moment().process_bind_param(datetime(2026, 7, 1), dialect())
