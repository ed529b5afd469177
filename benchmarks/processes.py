"""Servers under measurement: started on a free port with a database of their own, and ended afterwards."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measuring import status

ROOT = Path(__file__).parent.parent
PAGES = ("streamlit", "run", "server.py", "--server.address=127.0.0.1", "--logger.level=error")
START_SECONDS = 60
LOOK_EVERY = 0.005  # seconds


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass(frozen=True, slots=True)
class Running:
    """A server: where it listens, and how many seconds it took until it did."""

    host: str
    seconds: float
    pid: int

    def worked(self) -> float:
        """Return the processor seconds it has used so far."""
        spent = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(spent[11]) + int(spent[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self) -> int:
        """Return how many bytes it holds now."""
        return status("VmRSS", self.pid)


@dataclass(frozen=True, slots=True)
class Several:
    """Servers that share a database, as one."""

    all: tuple[Running, ...]

    @property
    def hosts(self) -> tuple[str, ...]:
        """Where they listen."""
        return tuple(one.host for one in self.all)

    def worked(self) -> float:
        """Return the processor seconds all of them have used so far."""
        return sum(one.worked() for one in self.all)

    def memory(self) -> int:
        """Return how many bytes all of them hold now."""
        return sum(one.memory() for one in self.all)


@contextmanager
def running(module: tuple[str, ...], port: int, database: str, ready: str) -> Iterator[Running]:
    """Run ``python -m module`` until it answers at the path ``ready``, and end it afterwards."""
    environment = {**os.environ, "DATABASE_URL": database}
    command = [sys.executable, "-m", *module]
    start = time.perf_counter()
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL) as process:
        try:
            _wait(f"http://127.0.0.1:{port}{ready}", start + START_SECONDS)
            yield Running(f"127.0.0.1:{port}", time.perf_counter() - start, process.pid)
        finally:
            process.terminate()


def product(database: Path) -> AbstractContextManager[Running]:
    """Run the product on an SQLite file."""
    return _product(f"sqlite:///{database}")


@contextmanager
def several(count: int, database: str) -> Iterator[Several]:
    """Run several processes of the product on the database at an address."""
    with ExitStack() as ending:
        yield Several(tuple(ending.enter_context(_product(database)) for _ in range(count)))


def _product(database: str) -> AbstractContextManager[Running]:
    port = free_port()
    return running((*PAGES, f"--server.port={port}"), port, database, "/_stcore/health")


def plain_route(database: Path) -> AbstractContextManager[Running]:
    """Run the floor."""
    port = free_port()
    return running(("benchmarks.plain_route", str(port)), port, f"sqlite:///{database}", "/")


def _wait(address: str, until: float) -> None:
    while time.perf_counter() < until:
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except OSError:
            time.sleep(LOOK_EVERY)
    raise TimeoutError(f"{address} does not answer")
