"""Answering: from the tap until the page calls it saved, cold start and result page, each beside its floor.

Run with ``make bench`` or ``python -m benchmarks.answering [--smallest]``.
"""

import argparse
import asyncio
import random
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from statistics import median, quantiles

from websockets.asyncio.client import connect

from assessments import answering, answers_file, reading
from assessments.answering import Desk, open_desk
from assessments.reading import Reading
from benchmarks.crowd import QUESTIONNAIRE
from benchmarks.phones import phone
from benchmarks.processes import Running, plain_route, product

CROWDS = {1: 0.5, 50: 5.0}  # phones, and the seconds each pauses between two taps
TAPS = 8  # of each phone
QUESTION = "cul_01"
LINES = 5
ROW = "{:40} {:>9} {:>9} {:>12} {:>10}"

Tap = Callable[[int], Awaitable[float]]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--smallest", action="store_true", help="only see whether everything runs")
    smallest = parser.parse_args().smallest
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(measure(Path(folder), *(({1: 0.1, 2: 0.1}, 2) if smallest else (CROWDS, TAPS))))


async def measure(folder: Path, crowds: dict[int, float], taps: int) -> None:
    """Run the floor and the product side by side and print what their phones saw."""
    database = folder / "pathway.db"
    with plain_route(folder / "floor.db") as floor, product(database) as pages:
        desk = open_desk(f"sqlite:///{database}", QUESTIONNAIRE)
        print(ROW.format("from the tap to stored and shown", "p50", "p95", "x floor p95", "processor"))
        for crowd, thinks in crowds.items():
            tokens = [answering.start(desk, "Bench", "full").token for _ in range(crowd)]
            least, least_worked = await _all(floor, tokens, taps, thinks, _plain(floor.host))
            spent, worked = await _all(pages, tokens, taps, thinks, _answering(pages.host))
            _say(f"{crowd} phones, plain route", least, least, worked=least_worked)
            _say(f"{crowd} phones, question page", spent, least, worked=worked)
        await _result_page(pages.host, desk, rounds=taps)
    await _cold_start(folder)


async def _all(
    server: Running, tokens: list[str], taps: int, thinks: float, one: Callable[..., Awaitable[list[float]]]
) -> tuple[list[float], float]:
    """Let every phone tap; return the seconds of all taps, and the processor seconds of the server for each.

    The phones start spread over one pause, as people do; opening the page is part of the server's work.
    """
    dice, before = random.Random(2026), server.worked()
    jobs = (one(number, token, taps, thinks, dice.uniform(0, thinks)) for number, token in enumerate(tokens))
    seconds = [spent for each in await asyncio.gather(*jobs) for spent in each]
    return seconds, (server.worked() - before) / len(seconds)


def _answering(host: str) -> Callable[..., Awaitable[list[float]]]:
    async def one(_number: int, token: str, taps: int, thinks: float, start: float) -> list[float]:
        await asyncio.sleep(start)
        async with phone(host) as mine:
            await mine.open("questions", f"resume={token}&at={QUESTION}")
            return await _tap(mine.tap, taps, thinks)

    return one


def _plain(host: str) -> Callable[..., Awaitable[list[float]]]:
    async def one(number: int, _token: str, taps: int, thinks: float, start: float) -> list[float]:
        await asyncio.sleep(start)
        async with connect(f"ws://{host}/answer") as socket:

            async def tap(option: int) -> float:
                before = time.perf_counter()
                await socket.send(f"{number} {option}")
                await socket.recv()
                return time.perf_counter() - before

            return await _tap(tap, taps, thinks)

    return one


async def _tap(tap: Tap, taps: int, thinks: float) -> list[float]:
    seconds = []
    for number in range(taps):
        await asyncio.sleep(thinks)
        seconds.append(await tap(number % LINES))
    return seconds


async def _result_page(host: str, desk: Desk, rounds: int) -> None:
    """Print how long a whole result page takes, beside its numbers without a page."""
    token = _answered(desk)
    async with phone(host) as mine:
        first = await mine.open("result", f"resume={token}")
        pages = [await mine.open("result", f"resume={token}") for _ in range(rounds)]
    numbers = [_timed(lambda: _numbers(desk, token)) for _ in range(rounds)]
    print()
    print(ROW.format("the result page of 56 answers", "p50", "p95", "x floor p50", ""))
    _say("its numbers alone, without a page", numbers, numbers, judge=median)
    _say("the whole page", pages, numbers, judge=median)
    print(ROW.format("the first of a process", _milliseconds(first), "", "", ""))


def _answered(desk: Desk) -> str:
    """Return the token of an assessment that holds the answers of a sample firm."""
    token = answering.start(desk, "Bench", "full").token
    sample = answers_file.read(QUESTIONNAIRE / "examples" / "hartwell.yaml", desk.edition().method.questionnaire)
    for fact, value in sample.context.items():
        answering.answer_fact(desk, token, fact, value)
    for item, value in sample.submissions[0].answers.items():
        answering.answer(desk, token, item, value)
    return token


def _numbers(desk: Desk, token: str) -> None:
    opened = answering.open_assessment(desk, token)
    reading.how_sure(Reading(opened.method, opened.assessment, answering.result(desk, token)))
    answering.plan_of(desk, token)


async def _cold_start(folder: Path) -> None:
    """Print how long a new process takes until it listens, and until somebody has the first page."""
    with plain_route(folder / "cold-floor.db") as plain:
        floor = plain.seconds
    with product(folder / "cold.db") as pages:
        async with phone(pages.host) as mine:
            shown = pages.seconds + await mine.open("", "")
    print()
    print(ROW.format("cold start, database and samples made", "seconds", "", "x floor", ""))
    for name, seconds in (
        ("plain route listens", floor),
        ("product listens", pages.seconds),
        ("somebody has the first page", shown),
    ):
        print(ROW.format(name, f"{seconds:.2f}", "", f"{seconds / floor:.1f}", ""))


def _say(
    name: str,
    seconds: list[float],
    floor: list[float],
    *,
    worked: float | None = None,
    judge: Callable[[list[float]], float] | None = None,
) -> None:
    judged = judge or _p95
    times = f"{judged(seconds) / judged(floor):.1f}"
    processor = "" if worked is None else f"{1000 * worked:.1f} ms"
    print(ROW.format(name, _milliseconds(median(seconds)), _milliseconds(_p95(seconds)), times, processor))


def _p95(seconds: list[float]) -> float:
    return quantiles(seconds, n=20, method="inclusive")[-1]


def _milliseconds(seconds: float) -> str:
    return f"{1000 * seconds:,.0f} ms"


def _timed(job: Callable[[], None]) -> float:
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
