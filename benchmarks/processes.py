"""Servers under measurement: started on a free port with a database of their own, and ended afterwards."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
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


@contextmanager
def running(module: tuple[str, ...], port: int, database: Path, ready: str) -> Iterator[Running]:
    """Run ``python -m module`` until it answers at the path ``ready``, and end it afterwards."""
    environment = {**os.environ, "DATABASE_URL": f"sqlite:///{database}"}
    command = [sys.executable, "-m", *module]
    start = time.perf_counter()
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL) as process:
        try:
            _wait(f"http://127.0.0.1:{port}{ready}", start + START_SECONDS)
            yield Running(f"127.0.0.1:{port}", time.perf_counter() - start, process.pid)
        finally:
            process.terminate()


def product(database: Path) -> AbstractContextManager[Running]:
    """Run the product."""
    port = free_port()
    return running((*PAGES, f"--server.port={port}"), port, database, "/_stcore/health")


def plain_route(database: Path) -> AbstractContextManager[Running]:
    """Run the floor."""
    port = free_port()
    return running(("benchmarks.plain_route", str(port)), port, database, "/")


def _wait(address: str, until: float) -> None:
    while time.perf_counter() < until:
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except OSError:
            time.sleep(LOOK_EVERY)
    raise TimeoutError(f"{address} does not answer")
