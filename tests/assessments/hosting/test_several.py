"""Several processes behind nginx over one PostgreSQL: people stay with theirs, hear of everything, and move on."""

import asyncio
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assessments.answering import Desk, open_desk
from benchmarks.full_room import WAKE, Member
from deploy import serve
from tests.assessments.postgresql import Databases
from tests.browser.room import Room
from tests.browser.somebody import SOCIAL_CRM
from tests.coroutines import run

PROXY = bool(serve._nginx())  # where there is none, the processes are reached directly
SECONDS = 60  # far more than it takes; a machine may be busy


def ports_in_a_row(most: int) -> int:
    """Return the first of several ports that nobody listens on."""
    while True:
        first = _free_port(0)
        if all(_free_port(first + further) for further in range(1, most)):
            return first


def _free_port(wanted: int) -> int:
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", wanted))
        except OSError:
            return 0
        return int(probe.getsockname()[1])


class Served:
    """``make serve`` with two processes: where nginx listens, and where each of them does."""

    def __init__(self, database: str, log: Path) -> None:
        first = ports_in_a_row(3)
        self.port, self.processes, self._log = first + 2 * PROXY, (first, first + 1), log
        command = [sys.executable, "-m", "deploy.serve", f"--port={self.port}", f"--first-port={first}"]
        command += [] if PROXY else ["--bare"]
        with log.open("wb") as written:
            self.running = subprocess.Popen(
                command, cwd=serve.ROOT, env={**os.environ, "DATABASE_URL": database}, stdout=written, stderr=written
            )
        self.until(lambda: all(self.asks(port, "/ready")[0] == "ready\n" for port in (*self.processes, self.port)))

    def until(self, true: Callable[[], bool]) -> None:
        """Wait until something is true; what cannot be reached is not true yet."""
        deadline = time.monotonic() + SECONDS
        while not self._holds(true):
            assert time.monotonic() < deadline, self._log.read_text(encoding="utf-8")
            time.sleep(0.1)

    @staticmethod
    def _holds(true: Callable[[], bool]) -> bool:
        try:
            return true()
        except OSError:
            return False

    def asks(self, port: int, path: str, cookie: str = "") -> tuple[str, str]:
        """Return what is answered, and the cookie that came with it."""
        request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers={"Cookie": cookie})
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.read().decode(), str(answer.headers["Set-Cookie"] or "").partition(";")[0]

    def who_answers(self, port: int, cookie: str = "") -> str:
        """Return a word for the process that answers: when it was started."""
        figures, _ = self.asks(port, "/metrics", cookie)
        return re.findall(r"^process_start_time_seconds (\S+)$", figures, re.MULTILINE)[0]

    def kill(self, port: int) -> None:
        """End the process at a port as a power cut would."""
        listed = subprocess.run(["pgrep", "-f", f"server.port={port}$"], capture_output=True, text=True, check=True)
        os.kill(int(listed.stdout), signal.SIGKILL)


async def told(one: Member) -> None:
    """Wait until the wire says that something has moved, and show the page again."""
    async with asyncio.timeout(SECONDS):
        one.heard = await one.wire.words.get()
        await one.page.press(WAKE)


@pytest.fixture(scope="module")
def database(postgresql: Databases) -> str:
    """Return the address of a database for these processes alone."""
    return postgresql.new()


@pytest.fixture(scope="module")
def served(database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Start two processes and nginx."""
    served = Served(database, tmp_path_factory.mktemp("several") / "log")
    yield served
    served.running.terminate()
    served.running.wait()


@pytest.fixture
def desk(served: Served, database: str) -> Iterator[Desk]:
    """Return a desk of the tests' own at their database."""
    desk = open_desk(database, SOCIAL_CRM)
    yield desk
    desk.database.close()


if PROXY:

    def test_everybody_stays_with_the_process_they_were_given(served: Served) -> None:
        both = {served.who_answers(port) for port in served.processes}
        cookies = {served.asks(served.port, "/")[1] for _ in range(20)}
        assert cookies == {"pathway_process=process_1", "pathway_process=process_2"}
        for cookie in cookies:
            assert len({served.who_answers(served.port, cookie) for _ in range(5)}) == 1
            assert served.asks(served.port, "/", cookie)[1] == ""
        assert {served.who_answers(served.port, cookie) for cookie in cookies} == both


def test_a_phone_on_one_process_follows_a_facilitator_on_another_and_moves_when_its_own_is_gone(
    served: Served, desk: Desk
) -> None:
    here, there = (f"127.0.0.1:{port}" for port in served.processes)
    room = Room(desk)
    leads, phone = Member(here, room.token), Member(there)

    async def session() -> None:
        await leads.open("workshop", "desk")
        await phone.join(room.code, 0, 0)
        await told(leads)  # somebody has joined, at the other process
        await leads.page.press("Open the questions")
        await told(phone)
        await phone.tap(2, 0)
        await told(leads)
        served.kill(served.processes[1])
        moved = Member(f"127.0.0.1:{served.port}", phone.link, cookie="pathway_process=process_2")
        await moved.open("seat", "seat")
        await moved.tap(3, 0)
        await asyncio.gather(leads.cut(), phone.cut(), moved.cut())

    run(session())
    assert room.board.counts.given == 1
    served.until(lambda: served.asks(served.processes[1], "/alive")[0] == "alive\n")  # it was started again


def test_whoever_ends_it_ends_all_of_it(served: Served) -> None:
    served.running.terminate()
    assert served.running.wait(60) == 0
    for port in (*served.processes, served.port):
        with pytest.raises(OSError, match="refused"):
            served.asks(port, "/alive")


def test_several_processes_on_a_file_are_refused_with_the_remedy(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("DATABASE_URL", raising=False)
        assert serve.main(["--processes", "2"]) == 2
    assert "DATABASE_URL" in capsys.readouterr().err


def test_the_example_configuration_names_two_processes_as_the_program_would() -> None:
    example = (serve.HERE / "nginx.conf").read_text(encoding="utf-8")
    assert serve.lists([8601, 8602]) in example
