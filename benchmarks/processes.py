"""Servers under measurement: started on a free port with a database of their own, and ended afterwards."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGES = ("streamlit", "run", "app.py", "--server.address=127.0.0.1", "--logger.level=error")
START_SECONDS = 60
LOOK_EVERY = 0.005  # seconds


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(module: tuple[str, ...], port: int, database: Path, ready: str) -> Iterator[float]:
    """Run ``python -m module`` and yield the seconds until it answers at the path ``ready``."""
    environment = {**os.environ, "DATABASE_URL": f"sqlite:///{database}"}
    command = [sys.executable, "-m", *module]
    start = time.perf_counter()
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL) as process:
        try:
            _wait(f"http://127.0.0.1:{port}{ready}", start + START_SECONDS)
            yield time.perf_counter() - start
        finally:
            process.terminate()


@contextmanager
def product(database: Path) -> Iterator[tuple[str, float]]:
    """Run the product; yield its host and the seconds until it listens."""
    port = free_port()
    with running((*PAGES, f"--server.port={port}"), port, database, "/_stcore/health") as seconds:
        yield f"127.0.0.1:{port}", seconds


@contextmanager
def plain_route(database: Path) -> Iterator[tuple[str, float]]:
    """Run the floor; yield its host and the seconds until it listens."""
    port = free_port()
    with running(("benchmarks.plain_route", str(port)), port, database, "/") as seconds:
        yield f"127.0.0.1:{port}", seconds


def _wait(address: str, until: float) -> None:
    while time.perf_counter() < until:
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except OSError:
            time.sleep(LOOK_EVERY)
    raise TimeoutError(f"{address} does not answer")
