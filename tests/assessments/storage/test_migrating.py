"""From an empty file to the present tables."""

import os
import sqlite3
from multiprocessing import get_context
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import inspect, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from assessments.storage import Unavailable, migrating, open_database, sqlite
from assessments.storage.database import make_engine
from assessments.storage.migrating import check, migrate
from assessments.storage.tables import metadata


def constraints(url: str) -> dict[str, object]:
    engine = make_engine(url)
    seen = inspect(engine)
    found = {
        table: (
            seen.get_check_constraints(table),
            seen.get_unique_constraints(table),
            seen.get_foreign_keys(table),
            seen.get_pk_constraint(table),
            seen.get_indexes(table),
        )
        for table in seen.get_table_names()
        if table != "alembic_version"
    }
    engine.dispose()
    return found


def test_an_empty_file_gets_all_tables(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'deep' / 'down' / 'new.db'}"
    migrate(url)
    check(url)
    assert set(constraints(url)) == set(metadata.tables)


def test_the_migrations_make_every_constraint_of_the_tables(tmp_path: Path, database_url: str) -> None:
    """What ``check`` does not compare: conditions, keys and references are the same, name by name."""
    described = f"sqlite:///{tmp_path / 'described.db'}"
    engine = make_engine(described)
    metadata.create_all(engine)
    engine.dispose()
    assert constraints(database_url) == constraints(described)


def test_migrating_again_changes_nothing(database_url: str) -> None:
    before = constraints(database_url)
    migrate(database_url)
    assert constraints(database_url) == before


def test_processes_that_start_together_migrate_once(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'new.db'}"
    context = get_context("forkserver")
    processes = [context.Process(target=migrate, args=(url,)) for _ in range(4)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0, 0, 0]
    check(url)


def test_the_database_of_a_newer_program_is_left_alone(database_url: str) -> None:
    engine = make_engine(database_url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(Unavailable, match="newer version"):
        open_database(database_url)


def test_rebuilding_a_table_keeps_the_rows_that_refer_to_it(database_url: str) -> None:
    """SQLite rebuilds a table by dropping it, which with foreign keys on would delete everything below it."""
    insert_a_version(database_url)
    with migrating._alone(database_url) as connection:
        operations = Operations(MigrationContext.configure(connection))
        with operations.batch_alter_table("questionnaire_version", recreate="always") as table:
            table.alter_column("version", nullable=True)
    engine = make_engine(database_url)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM questionnaire_file")).scalar_one() == 1
    engine.dispose()


def test_a_migration_that_breaks_references_is_undone(database_url: str) -> None:
    insert_a_version(database_url)
    with pytest.raises(Unavailable, match="references"), migrating._alone(database_url) as connection:
        connection.execute(text("DELETE FROM questionnaire_version"))
    engine = make_engine(database_url)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM questionnaire_version")).scalar_one() == 1
        assert sqlite.broken_references(connection) == 0
    engine.dispose()


def test_the_alembic_command_works_on_database_url(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", database_url)
    config = Config()
    config.set_main_option("script_location", str(migrating.SCRIPTS))
    command.check(config)


def test_a_new_migration_writes_plain_types(database_url: str, tmp_path: Path) -> None:
    connection = sqlite3.connect(database_url.removeprefix("sqlite:///"))
    connection.execute("ALTER TABLE firm DROP COLUMN made_at")
    connection.close()
    with migrating._alone(database_url) as open_connection:
        config = migrating._config(open_connection)
        config.set_main_option("version_locations", f"{migrating.SCRIPTS / 'versions'}{os.pathsep}{tmp_path}")
        config.set_main_option("path_separator", "os")
        command.revision(config, "more", autogenerate=True, rev_id="0002", version_path=str(tmp_path))
    written = next(tmp_path.glob("0002_more.py")).read_text(encoding="utf-8")
    assert "sa.DateTime(timezone=True)" in written
    assert "assessments." not in written


def test_the_tables_can_be_made_on_postgresql() -> None:
    for table in metadata.sorted_tables:
        assert str(CreateTable(table).compile(dialect=postgresql.dialect()))


def insert_a_version(url: str) -> None:
    engine = make_engine(url)
    with engine.begin() as connection:
        connection.execute(
            text("INSERT INTO questionnaire_version VALUES (:sha, 'q', '1', '2026-11-22 00:00:00')"), {"sha": "0" * 64}
        )
        connection.execute(text("INSERT INTO questionnaire_file VALUES (:sha, 'a.yaml', 'a: 1')"), {"sha": "0" * 64})
    engine.dispose()
