"""Workers beside the server: there while something is to be done, let go when idle, gone when the server is."""

import subprocess
import sys

from assessments.storage import Unavailable
from assessments.working.beside import Beside


class Something:
    """Something to do, or not, or a database that cannot say so."""

    def __init__(self) -> None:
        self.answer: bool | None = False
        self.started: list[subprocess.Popen[bytes]] = []

    def __call__(self) -> bool:
        if self.answer is None:
            raise Unavailable("gone")
        return self.answer

    def start(self) -> subprocess.Popen[bytes]:
        """Start a process that ends with its input."""
        waits = [sys.executable, "-c", "import sys; sys.stdin.read()"]
        self.started.append(subprocess.Popen(waits, stdin=subprocess.PIPE))
        return self.started[-1]


def test_workers_come_with_work_and_are_started_again_when_they_are_gone() -> None:
    something = Something()
    beside = Beside(something, something.start)
    for answer in (None, False):
        something.answer = answer
        beside.look()
    assert something.started == []
    something.answer = True
    for _ in range(2):
        beside.look()
    [first] = something.started
    first.kill()
    first.communicate()
    beside.look()
    something.answer = False
    beside.look()
    assert beside.running  # more may be asked for soon
    beside.end()
    assert something.started[1].returncode == 0


def test_workers_are_let_go_once_nothing_was_asked_for_in_a_while() -> None:
    something = Something()
    beside = Beside(something, something.start, idle_seconds=0)
    something.answer = True
    beside.look()
    something.answer = False
    beside.look()
    assert not beside.running
