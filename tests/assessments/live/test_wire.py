"""The live wire: one reader for all screens, words that say nothing, an end when asked for."""

import asyncio
from collections.abc import Callable, Collection, Hashable, Mapping
from typing import Any

import pytest
from starlette.requests import Request

from assessments.answering import Unavailable
from assessments.live import Listening, LiveWire, Topic
from assessments.live.streaming import Events
from assessments.live.wire import GONE, PER_LINK, Wire
from tests.coroutines import run

ROOM, STAFF, ELSEWHERE = Topic("one", staff=False), Topic("one", staff=True), Topic("two", staff=False)


class Notebook:
    """Knows by heart what a database would know."""

    def __init__(self) -> None:
        self.now: dict[Topic, str] = {ROOM: "1", STAFF: "1.a", ELSEWHERE: "7"}
        self.read: list[set[Topic]] = []
        self.here: list[set[Hashable]] = []
        self.fails: type[Exception] | None = None

    def listening(self, link: str) -> Listening | None:
        return {"phone": Listening(ROOM, who=5), "desk": Listening(STAFF, who="desk")}.get(link)

    def words(self, topics: Collection[Topic]) -> Mapping[Topic, str]:
        self.read.append(set(topics))
        if self.fails:
            raise self.fails("the disk is gone")
        return {topic: self.now[topic] for topic in topics if topic in self.now}

    def seen(self, whom: Collection[Hashable]) -> None:
        self.here.append(set(whom))

    def check(self) -> None:
        self.words([])


class Screen:
    """The other end of a stream: what it was sent, and a way to hang up."""

    def __init__(self, wire: Wire, link: str, listening: Listening) -> None:
        self.sent: list[dict[str, Any]] = []
        self._closing = asyncio.Event()
        self.task = asyncio.ensure_future(Events(wire, link, listening)({}, self._receive, self._send))

    async def _receive(self) -> dict[str, Any]:
        await self._closing.wait()
        return {"type": "http.disconnect"}

    async def _send(self, message: Any) -> None:
        self.sent.append(message)

    @property
    def text(self) -> str:
        return "".join(message.get("body", b"").decode() for message in self.sent)

    def words(self) -> list[str]:
        return [line[6:] for line in self.text.splitlines() if line.startswith("data: ")]

    async def hang_up(self) -> None:
        self._closing.set()
        await self.task


async def until(true: Callable[[], bool]) -> None:
    while not true():
        await asyncio.sleep(0.01)


@pytest.fixture
def notebook() -> Notebook:
    return Notebook()


def played(notebook: Notebook, play: Callable[[Wire], Any], most: int = 100) -> None:
    """Play a scene with a wire that runs."""

    async def scene() -> None:
        wire = Wire(notebook, most)
        running = asyncio.ensure_future(wire.run())
        async with asyncio.timeout(30):
            await play(wire)
        running.cancel()

    run(scene())


def test_a_screen_is_told_a_word_once_and_again_when_it_is_another(notebook: Notebook) -> None:
    async def play(wire: Wire) -> None:
        phone = Screen(wire, "phone", Listening(ROOM, who=5))
        await until(lambda: phone.words() == ["1"])
        before = len(notebook.read)
        await until(lambda: len(notebook.read) > before + 1)
        assert phone.words() == ["1"]
        notebook.now[ROOM] = "2"
        await until(lambda: phone.words() == ["1", "2"])
        assert phone.text.startswith("retry: ")
        await phone.hang_up()

    played(notebook, play)


def test_one_reader_asks_once_for_everybody(notebook: Notebook) -> None:
    async def play(wire: Wire) -> None:
        phones = [Screen(wire, str(who), Listening(ROOM, who)) for who in range(50)]
        await until(lambda: all(phone.words() for phone in phones))
        assert len(notebook.read) <= 2
        assert notebook.read[-1] == {ROOM}
        for phone in phones:
            await phone.hang_up()

    played(notebook, play)


def test_a_tap_is_news_for_the_staff_alone(notebook: Notebook) -> None:
    async def play(wire: Wire) -> None:
        phone, desk = Screen(wire, "p", Listening(ROOM, 5)), Screen(wire, "d", Listening(STAFF, "desk"))
        await until(lambda: bool(phone.words() and desk.words()))
        notebook.now[STAFF] = "1.b"
        await until(lambda: desk.words() == ["1.a", "1.b"])
        assert phone.words() == ["1"]
        await phone.hang_up()
        await desk.hang_up()

    played(notebook, play)


def test_who_is_connected_is_stored_in_one_go(notebook: Notebook) -> None:
    async def play(wire: Wire) -> None:
        screens = [Screen(wire, str(who), Listening(ROOM, who)) for who in (5, 6, "desk")]
        await until(lambda: notebook.here == [{5, 6, "desk"}])
        for screen in screens:
            await screen.hang_up()

    played(notebook, play)


def test_what_is_gone_is_said_to_be_gone(notebook: Notebook) -> None:
    async def play(wire: Wire) -> None:
        del notebook.now[ELSEWHERE]
        phone = Screen(wire, "p", Listening(ELSEWHERE, 5))
        await until(lambda: phone.words() == [GONE])
        await phone.hang_up()

    played(notebook, play)


def fail_for_a_while(notebook: Notebook, failure: type[Exception]) -> None:
    """Let a screen come while reading fails, and wait until it has heard its word all the same."""

    async def play(wire: Wire) -> None:
        notebook.fails = failure
        phone = Screen(wire, "p", Listening(ROOM, 5))
        await until(lambda: len(notebook.read) > 2)
        notebook.fails = None
        await until(lambda: phone.words() == ["1"])
        await phone.hang_up()

    played(notebook, play)


def test_a_database_that_is_gone_for_a_moment_ends_nothing_and_is_one_quiet_line(
    notebook: Notebook, caplog: pytest.LogCaptureFixture
) -> None:
    fail_for_a_while(notebook, Unavailable)
    assert [(line.levelname, line.exc_info) for line in caplog.records] == [("WARNING", None)] * 2
    gone, back = caplog.messages
    assert "the database is gone" in gone
    assert "again" in back


def test_a_mistake_of_the_program_ends_nothing_either_and_is_logged_with_its_places(
    notebook: Notebook, caplog: pytest.LogCaptureFixture
) -> None:
    fail_for_a_while(notebook, KeyError)
    assert {line.levelname for line in caplog.records} == {"ERROR"}
    assert all(line.exc_info for line in caplog.records)


def test_a_link_that_comes_back_again_and_again_loses_its_oldest_streams(notebook: Notebook) -> None:
    async def play(wire: Wire) -> None:
        screens = [Screen(wire, "same", Listening(ROOM, 5)) for _ in range(PER_LINK + 2)]
        await until(lambda: all(screen.task.done() for screen in screens[:2]))
        assert not any(screen.task.done() for screen in screens[2:])
        for screen in screens[2:]:
            await screen.hang_up()

    played(notebook, play)


def test_a_wire_that_ends_ends_every_stream_and_takes_no_more(notebook: Notebook) -> None:
    async def play(wire: Wire) -> None:
        screens = [Screen(wire, str(who), Listening(ROOM, who)) for who in range(3)]
        await until(lambda: all(screen.words() for screen in screens))
        wire.end()
        await asyncio.gather(*(screen.task for screen in screens))
        assert wire.full

    played(notebook, play)


def test_there_are_only_so_many_streams(notebook: Notebook) -> None:
    async def play(wire: Wire) -> None:
        first = Screen(wire, "1", Listening(ROOM, 1))
        await until(lambda: wire.full)
        await first.hang_up()
        assert not wire.full

    played(notebook, play, most=1)


def test_a_server_answers_with_a_stream_a_refusal_or_not_now(notebook: Notebook) -> None:
    live = LiveWire(lambda: notebook)
    [route] = live.routes

    async def asked(link: str) -> Any:
        query = f"link={link}".encode()
        return await route.endpoint(Request({"type": "http", "method": "GET", "query_string": query, "headers": []}))

    async def scene() -> None:
        assert (await asked("phone")).status_code == 503
        async with live.lifespan(None):
            assert isinstance(await asked("phone"), Events)
            assert (await asked("nobody")).status_code == 404
            live.end()
            assert (await asked("phone")).status_code == 503

    run(scene())
