"""Databases and desks for tests: real SQLite files, each made once and copied."""

import datetime
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from assessments.answering import Desk, Started, start
from assessments.storage import Database, open_database

NOON = datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.UTC)


class Clock:
    """A clock that goes on by one second whenever somebody looks."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime.datetime:
        self.now += datetime.timedelta(seconds=1)
        return self.now


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an SQLite file with all tables and no rows."""
    file = tmp_path_factory.mktemp("empty") / "empty.db"
    open_database(f"sqlite:///{file}").close()
    return file


@pytest.fixture
def database_url(empty_file: Path, tmp_path: Path) -> str:
    """Return the address of a database of this test's own."""
    return f"sqlite:///{shutil.copy(empty_file, tmp_path / 'pathway.db')}"


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """Return an open database."""
    opened = Database(database_url)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def questionnaire_folder(root: Path) -> Path:
    """Return the folder of the questionnaire that is delivered."""
    return root / "questionnaires" / "social_crm"


@pytest.fixture(scope="session")
def loaded_desk(empty_file: Path, questionnaire_folder: Path) -> Desk:
    """Return a desk that has read the questionnaire."""
    desk = Desk(Database(f"sqlite:///{empty_file}"), questionnaire_folder)
    desk.edition()
    return desk


@pytest.fixture
def desk(loaded_desk: Desk, database: Database) -> Desk:
    """Return a desk with a database of this test's own, whose clock stands at noon."""
    loaded_desk.database, loaded_desk.clock = database, Clock()
    return loaded_desk


@pytest.fixture
def quick(desk: Desk) -> Started:
    """Return a quick scan that has just been started."""
    return start(desk, "Acme", "quick")


@pytest.fixture
def full(desk: Desk) -> Started:
    """Return a full assessment that has just been started."""
    return start(desk, "Acme", "full")
