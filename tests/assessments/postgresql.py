"""PostgreSQL for the tests: a server they start themselves, or the one that TEST_POSTGRESQL names."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import URL, make_url

GIVEN = (
    "TEST_POSTGRESQL"  # such as postgresql+psycopg://me@localhost/postgres; its user must be allowed to make databases
)
MISSING = (
    "PostgreSQL is not installed, and the tests try everything on it as well as on SQLite: "
    'install the package "postgresql" (its name on Debian), in version 15 or newer.'
)
OWNER = "tests"
START_SECONDS = 60  # far more than it takes; a machine may be busy

# Texts sort as people sort them, which is not how SQLite does: nothing may depend on it.
CLUSTER = ("--auth=trust", "--encoding=UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=en-US", "--no-sync")
# Tests end processes, never the machine, so nothing has to reach the disk.
SETTINGS = {"fsync": "off", "full_page_writes": "off", "autovacuum": "off", "max_connections": "200"}

OTHERS_END = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
    " WHERE pid <> pg_backend_pid() AND datname = current_database()"
)
TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version'"

QUEUE = "work_queue.procrastinate_jobs, work_queue.procrastinate_workers"


class Databases:
    """Databases on one server; ``entrance`` is the address of one that is there already."""

    def __init__(self, entrance: URL) -> None:
        self.entrance = entrance
        self._made: list[URL] = []

    def new(self) -> str:
        """Return the address of a new database without tables."""
        address = self.entrance.set(database=f"tests_{os.getpid()}_{len(self._made)}")
        self.ask(self.entrance, f"CREATE DATABASE {address.database} TEMPLATE template0 STRATEGY file_copy")
        self._made.append(address)
        return address.render_as_string(hide_password=False)

    def empty(self, address: str) -> None:
        """Cut off everybody who still uses a database, and remove all its rows."""
        self.ask(address, OTHERS_END)
        tables = ", ".join(name for (name,) in self.ask(address, TABLES))
        self.ask(address, f"TRUNCATE {tables}, {QUEUE} RESTART IDENTITY CASCADE")

    def drop(self) -> None:
        """Remove the databases that were made here."""
        for address in self._made:
            self.ask(self.entrance, f"DROP DATABASE {address.database} WITH (FORCE)")

    def ask(self, address: URL | str, statement: str) -> list[tuple[Any, ...]]:
        """Return what a statement answers."""
        plain = make_url(address).set(drivername="postgresql").render_as_string(hide_password=False)
        with psycopg.connect(plain, autocommit=True) as connection:
            answered = connection.execute(statement.encode())
            return answered.fetchall() if answered.description else []


class Server(Databases):
    """A server in a folder of its own, reached through a socket there."""

    def __init__(self, folder: Path) -> None:
        super().__init__(URL.create("postgresql+psycopg", OWNER, database="postgres", query={"host": str(folder)}))
        self.folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        # PostgreSQL refuses to run as root.
        self._who: dict[str, Any] = {}
        if os.geteuid() == 0:
            self._who = {"user": "nobody", "group": "nogroup", "extra_groups": []}
            shutil.chown(folder, "nobody", "nogroup")
        command = [program("initdb"), "--pgdata", folder / "data", "--username", OWNER, *CLUSTER]
        made = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, **self._who)
        assert made.returncode == 0, made.stderr

    def start(self) -> None:
        """Start, and return when it takes connections."""
        settings = SETTINGS | {"listen_addresses": "", "unix_socket_directories": str(self.folder)}
        options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        with (self.folder / "log").open("ab") as log:
            command = [program("postgres"), "-D", self.folder / "data", *options]
            self._process = subprocess.Popen(command, cwd=self.folder, stdout=log, stderr=log, **self._who)
        deadline = time.monotonic() + START_SECONDS
        while not self._answers():
            told = (self.folder / "log").read_text(encoding="utf-8")
            assert self._process.poll() is None, told
            assert time.monotonic() < deadline, told
            time.sleep(0.02)

    def stop(self) -> None:
        """End it as an administrator would: open transactions are undone, connections closed."""
        self._end(signal.SIGINT)

    def crash(self) -> None:
        """End it without tidying up, so that it has to recover when it starts again."""
        self._end(signal.SIGQUIT)

    def _answers(self) -> bool:
        try:
            self.ask(self.entrance, "SELECT 1")
        except psycopg.OperationalError:
            return False
        return True

    def _end(self, how: signal.Signals) -> None:
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait()
            self._process = None


def program(name: str) -> Path:
    """Return where a program of PostgreSQL is, of its newest version."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: int(folder.parent.name))
    on_path = shutil.which(name)
    found = [folder / name for folder in reversed(folders)] + ([Path(on_path)] if on_path else [])
    assert found, MISSING
    return found[0]


@contextmanager
def running() -> Iterator[Server]:
    """Start a server, and end it and remove everything of it afterwards."""
    # Not below the folder of the tests, which only its owner may enter.
    with tempfile.TemporaryDirectory(prefix="postgresql-", ignore_cleanup_errors=True) as folder:
        server = Server(Path(folder))
        server.start()
        try:
            yield server
        finally:
            server.crash()


@contextmanager
def at_hand() -> Iterator[Databases]:
    """Give the server that the environment names, or a running one."""
    given = os.environ.get(GIVEN)
    if given is None:
        with running() as server:
            yield server
    else:
        databases = Databases(make_url(given))
        yield databases
        databases.drop()
