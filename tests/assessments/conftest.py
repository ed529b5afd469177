"""Databases and desks for tests: every test that takes one runs on a real SQLite file and on a real PostgreSQL."""

import datetime
import shutil
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from assessments.answering import Desk, Started, start
from assessments.storage import Database, open_database
from tests.assessments.postgresql import Databases, at_hand

KINDS = ("sqlite", "postgresql")
NOON = datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.UTC)


def only(kind: str) -> pytest.MarkDecorator:
    """Let a test that is about one kind of database run on that one alone."""
    return pytest.mark.parametrize("database_kind", [kind], indirect=True)


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


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Databases]:
    """Return a PostgreSQL server."""
    with at_hand() as databases:
        yield databases


@pytest.fixture(scope="session")
def empty_address(postgresql: Databases) -> str:
    """Return the address of a PostgreSQL database with all tables, which tests use one after the other."""
    address = postgresql.new()
    open_database(address).close()
    return address


@pytest.fixture(params=KINDS)
def database_kind(request: pytest.FixtureRequest) -> str:
    """Return which database a test runs on; with ``only(...)`` it runs on one of them."""
    return str(request.param)


@pytest.fixture
def new_url(database_kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], str]:
    """Return a way to get the address of one more database, without tables yet."""
    numbers = count(1)
    if database_kind == "sqlite":
        return lambda: f"sqlite:///{tmp_path / f'new-{next(numbers)}.db'}"
    databases: Databases = request.getfixturevalue("postgresql")
    return databases.new


@pytest.fixture
def own_url(new_url: Callable[[], str]) -> str:
    """Return the address of a database with all tables that may be changed."""
    url = new_url()
    open_database(url).close()
    return url


@pytest.fixture
def emptied(database_kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], str]:
    """Return a way to get the address of a database with all tables and no rows; the one before is gone then."""
    if database_kind == "sqlite":
        template: Path = request.getfixturevalue("empty_file")
        numbers = count(1)
        return lambda: f"sqlite:///{shutil.copy(template, tmp_path / f'pathway-{next(numbers)}.db')}"
    databases: Databases = request.getfixturevalue("postgresql")
    address: str = request.getfixturevalue("empty_address")

    def empty() -> str:
        databases.empty(address)
        return address

    return empty


@pytest.fixture
def database_url(emptied: Callable[[], str]) -> str:
    """Return the address of a database of this test's own, on SQLite and on PostgreSQL in turn."""
    return emptied()


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """Return an open database, on SQLite and on PostgreSQL in turn."""
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
