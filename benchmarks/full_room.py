"""Everybody in a workshop under measurement: phones that follow the live wire, the room's screen, the facilitator."""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable, Iterable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field

from benchmarks.phones import Phone, phone
from benchmarks.wires import Wire, wire

WAKE = "Show this page again"
SPREAD = (
    0.12,
    0.6,
)  # seconds a phone waits for its turn when the wire has told it something, as the pages' script has it
PAUSE = 1.0  # seconds between two runs that the wire asks of a page; likewise
GIVE_UP = 60  # seconds


@dataclass(slots=True)
class Outcome:
    """What became of a burst: the seconds each took, and what went wrong."""

    seconds: list[float]
    errors: list[BaseException]


async def burst(jobs: Iterable[Awaitable[float]]) -> Outcome:
    """Let everybody do something at once."""
    done = await asyncio.gather(*(asyncio.wait_for(job, GIVE_UP) for job in jobs), return_exceptions=True)
    return Outcome(
        [one for one in done if not isinstance(one, BaseException)],
        [one for one in done if isinstance(one, BaseException)],
    )


@dataclass(slots=True)
class Member:
    """A phone with its seat, or a screen with its link: a page, a wire, and what was last heard on it."""

    host: str
    link: str = ""
    cookie: str = ""
    page: Phone = field(init=False)
    wire: Wire = field(init=False)
    heard: str = ""
    told: float = 0.0  # seconds the wire took to tell the latest
    _lines: AsyncExitStack = field(default_factory=AsyncExitStack)

    async def join(self, code: str, role: int, start: float) -> float:
        """Scan the code, choose a role and join; return the seconds until the seat is there, without the choosing."""
        await asyncio.sleep(start)
        await self._dial()
        spent = await self.page.open("join", f"join={code}") + await self.page.press("Join", role)
        self.link = self.page.link
        await self._listen()
        return spent

    async def open(self, page: str, name: str) -> float:
        """Open a page by its link, as after a reload; return the seconds until it is there and listens."""
        start = time.perf_counter()
        await self._dial()
        await self.page.open(page, f"{name}={self.link}")
        await self._listen()
        return time.perf_counter() - start

    async def cut(self) -> None:
        """Lose every connection."""
        await self._lines.aclose()

    async def tap(self, option: int, start: float) -> float:
        """Answer; return the seconds until it is called saved."""
        await asyncio.sleep(start)
        return await self.page.tap(option)

    async def follow(self, since: float) -> float:
        """Wait for the wire and show the page again; return the seconds until it shows what is now."""
        self.heard = await self.wire.words.get()
        self.told = time.perf_counter() - since
        await asyncio.sleep(random.uniform(*SPREAD))
        await self.page.press(WAKE)
        if self.page.shown != self.heard:
            raise LookupError(f"the page shows {self.page.shown}, not {self.heard}")
        return time.perf_counter() - since

    async def keep_up(self, seen: Callable[[str], None]) -> None:
        """Follow the wire for ever, and tell what the page shows each time."""
        while True:
            if self.heard == self.page.shown:
                self.heard = await self.wire.words.get()
            while not self.wire.words.empty():
                self.heard = self.wire.words.get_nowait()
            await self.page.press(WAKE)
            seen(self.page.shown)
            await asyncio.sleep(PAUSE)

    async def _dial(self) -> None:
        self.page = await self._lines.enter_async_context(phone(self.host, self.cookie))

    async def _listen(self) -> None:
        self.wire = await self._lines.enter_async_context(wire(self.host, self.link, self.cookie))
        self.heard = await self.wire.words.get()
