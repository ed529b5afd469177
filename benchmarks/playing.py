"""One workshop from the first phone to a lost network, as it is measured: bursts in the order in which they happen."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date
from random import Random

from assessments import answering, facilitating
from assessments.answering import AskedItem, Desk, open_desk
from assessments.printing import Printers
from assessments.printing.job import Edition
from assessments.reading import open_sample, sample_firms
from benchmarks.crowd import QUESTIONNAIRE
from benchmarks.full_room import Member, Outcome, burst
from benchmarks.processes import Several
from scoring.model import Lined

JOIN = "join within 15 s"
OPENED = "the questions open on every phone"
ANSWER = "answer within 5 s"
MEANWHILE = "answer, reports printed meanwhile"
REVEALED = "revealed on every phone and screen"
TOLD = "the wire tells of the reveal"
BACK = "all come back at once after a cut"
JOIN_SECONDS, ANSWER_SECONDS, HURRIED = 15.0, 5.0, 0.5
ROLES, LINES = 6, 5
ANSWERED = 4  # questions of each person
LOOK_EVERY = 0.01  # seconds


@dataclass(slots=True)
class Played:
    """What was seen and spent: processor seconds of the server, for joining and one answer and in all, and bytes."""

    bursts: dict[str, Outcome] = field(default_factory=dict)
    two_pages: float = 0.0
    worked: float = 0.0
    memory: int = 0
    printed: int = 0


class Room:
    """A workshop with its facilitator, its screen and its phones."""

    def __init__(self, hosts: Sequence[str], desk: Desk, size: int) -> None:
        prepared = facilitating.prepare(desk, "Bench", 60, invited=False)
        self.desk, self.token, self.code = desk, prepared.token, prepared.code
        self.phones = [Member(hosts[number % len(hosts)]) for number in range(size)]
        self.screen = Member(hosts[-1], facilitating.open_screen(desk, self.token))
        self.facilitator = Member(hosts[0], self.token)
        self.shown: dict[str, float] = {}  # what the room's screen has shown, and when for the first time
        self._dice = Random(2026)

    async def set_up(self) -> list["asyncio.Task[None]"]:
        """Open the facilitator's page and the room's screen, and let them follow the wire."""
        await self.facilitator.open("workshop", "desk")
        await self.screen.open("screen", "screen")
        watching = (self.facilitator.keep_up(lambda _: None), self.screen.keep_up(self._saw))
        return [asyncio.create_task(one) for one in watching]

    def _saw(self, word: str) -> None:
        self.shown.setdefault(word.partition(".")[0], time.perf_counter())

    async def over(self, seconds: float, job: Callable[[Member, int, float], Awaitable[float]]) -> Outcome:
        """Let every phone do something, spread over some seconds."""
        starts = [self._dice.uniform(0, seconds) for _ in self.phones]
        return await burst(job(one, number, starts[number]) for number, one in enumerate(self.phones))

    async def step(self, control: str) -> Outcome:
        """Press a control, and wait until every phone and the room's screen show what has become of it."""
        start = time.perf_counter()
        await asyncio.to_thread(facilitating.press, self.desk, self.token, control)
        return await burst((*(one.follow(start) for one in self.phones), self._on_screen(start)))

    async def _on_screen(self, start: float) -> float:
        state = str(facilitating.board(self.desk, self.token).head.version)
        while state not in self.shown:
            await asyncio.sleep(LOOK_EVERY)
        return self.shown[state] - start

    def answer_more(self) -> None:
        """Let everybody answer a few questions without a page, so that there is something to reveal."""
        for number, one in enumerate(self.phones):
            lined = [asked.question.id for asked in answering.phone(self.desk, one.link).open if _lined(asked)]
            for item in lined[:ANSWERED]:
                answering.answer(self.desk, one.link, item, 1 + (number + self._dice.randint(0, 1)) % LINES)


def _lined(asked: AskedItem) -> bool:
    return isinstance(asked.question, Lined)


async def play(server: Several, database: str, size: int, *, hurry: bool) -> Played:
    """Play a workshop with some phones; hurried, the bursts come without time to breathe."""
    join_in, answer_in = (HURRIED, HURRIED) if hurry else (JOIN_SECONDS, ANSWER_SECONDS)
    room, played = Room(server.hosts, open_desk(database, QUESTIONNAIRE), size), Played()
    watching, bursts = await room.set_up(), played.bursts
    held, worked = server.memory(), server.worked()
    bursts[JOIN] = await room.over(join_in, lambda one, number, at: one.join(room.code, number % ROLES, at))
    bursts[OPENED] = await room.step("next")
    bursts[ANSWER] = await room.over(answer_in, lambda one, number, at: one.tap(number % LINES, at))
    played.two_pages = server.worked() - worked
    async with printing("executive" if hurry else "team") as printed:
        bursts[MEANWHILE] = await room.over(answer_in, lambda one, number, at: one.tap((number + 1) % LINES, at))
    played.printed = len(printed)
    await asyncio.to_thread(room.answer_more)
    for control in ("next", "next"):
        await room.step(control)
    bursts[REVEALED] = await room.step("reveal")
    bursts[TOLD] = Outcome([one.told for one in room.phones], [])
    played.memory = server.memory() - held
    bursts[BACK] = await _cut(room)
    played.worked = server.worked() - worked
    for one in watching:
        one.cancel()
    await asyncio.gather(*(one.cut() for one in (*room.phones, room.screen, room.facilitator)))
    return played


async def _cut(room: Room) -> Outcome:
    """Cut every phone's connections, and let them all come back to their seats at the same moment."""
    await asyncio.gather(*(one.cut() for one in room.phones))
    return await burst(one.open("seat", "seat") for one in room.phones)


@asynccontextmanager
async def printing(edition: Edition) -> AsyncIterator[list[int]]:
    """Print reports one after the other in a process beside this, as the pages do; yield the sizes of those printed."""
    printers, over, sizes = Printers(most=1), asyncio.Event(), list[int]()
    opened = open_sample(sample_firms()[0].id)

    async def keep_printing() -> None:
        while not over.is_set():
            report = await asyncio.to_thread(printers.print, opened, edition, date=date(2026, 11, 26))
            sizes.append(len(report))

    printing = asyncio.create_task(keep_printing())
    try:
        yield sizes
    finally:
        over.set()
        await printing
