"""A workshop with many phones at one process: joining, answering, the reveal, a lost network, a report meanwhile.

Phones speak the pages' own protocol and listen to the live wire, as browsers do. Run with ``make bench`` or
``python -m benchmarks.workshop [--all | --smallest]``.
"""

import argparse
import asyncio
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from benchmarks.full_room import GIVE_UP, Outcome
from benchmarks.playing import ANSWER, JOIN, MEANWHILE, REVEALED, TOLD, Played, play
from benchmarks.processes import several

SIZES, ALL, SMALLEST = (10, 50), (10, 50, 100, 200), (3,)
ROW = "{:6} {:38} {:>9} {:>9} {:>9} {:>11}  {}"
PEERS = """
Beside it, as measured on two such cores or as they say themselves: oTree takes 0.098 s of processor per participant for
joining and two pages, and a burst of 100 joined with a p95 of 6 to 10 s; arsnova.eu joined with a p95 of 3.57 s on 8 to
16 cores and aims at 1 s for votes; Nextcloud Polls fell over at 120 people."""
OTREE = 0.098  # seconds of processor for each participant


@dataclass(frozen=True, slots=True)
class Goal:
    """What a burst aims at: the most seconds for the p95 or, with ``last``, for the slowest."""

    seconds: float
    last: bool = False

    def said(self) -> str:
        """Say what it is, in as few words as a table has room for."""
        if self.seconds == GIVE_UP:
            return "everybody"
        return f"{'last' if self.last else 'p95'} under {1000 * self.seconds:,.0f} ms"

    def met(self, outcome: Outcome) -> bool:
        """Return whether a burst reached it, with everybody still there."""
        judged = max(outcome.seconds, default=0.0) if self.last else p95(outcome.seconds)
        return not outcome.errors and judged <= self.seconds


EVERYBODY = Goal(GIVE_UP, last=True)
GOALS = {JOIN: Goal(1.5), ANSWER: Goal(0.1), MEANWHILE: Goal(0.1), TOLD: Goal(2.0, True), REVEALED: Goal(2.0, True)}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--smallest", action="store_true", help="only see whether everything runs")
    parser.add_argument("--all", action="store_true", help="go on to two hundred phones")
    parser.add_argument("--processes", type=int, default=1, help="over which the phones are spread")
    parser.add_argument("--database", default="", help="address of an empty PostgreSQL database, for several processes")
    parser.add_argument("--sizes", type=int, nargs="+", help="how many phones, other than the usual")
    chosen = parser.parse_args()
    sizes = chosen.sizes or (SMALLEST if chosen.smallest else ALL if chosen.all else SIZES)
    print(ROW.format("phones", "", "p50", "p95", "last", "there", "aim"))
    served = Served(chosen.processes, chosen.database, hurry=chosen.smallest)
    broken = [line for size in sizes for line in _measure(size, served)]
    print("\nWhere it breaks: " + ("; ".join(broken) if broken else f"not up to {sizes[-1]} phones") + ".")
    print(PEERS)


@dataclass(frozen=True, slots=True)
class Served:
    """How the product is run: in how many processes, on which database, and whether phones take their time."""

    processes: int
    database: str
    hurry: bool


def _measure(size: int, served: Served) -> Iterator[str]:
    """Print what a room of a size saw, and yield where it missed what it aims at."""
    with tempfile.TemporaryDirectory() as folder:
        database = served.database or f"sqlite:///{Path(folder) / 'pathway.db'}"
        with several(served.processes, database) as server:
            played = asyncio.run(play(server, database, size, hurry=served.hurry))
    for name, outcome in played.bursts.items():
        goal = GOALS.get(name, EVERYBODY)
        met = goal.met(outcome)
        print(_row(size, name, outcome, f"{goal.said()}{'' if met else ': missed'}"), flush=True)
        for error in outcome.errors[:1]:
            print(f"       the first of {len(outcome.errors)} errors: {error!r}")
        if not met:
            yield f"{name} with {size} phones"
    print(_costs(size, played), flush=True)


def _row(size: int, name: str, outcome: Outcome, aim: str) -> str:
    times = (median, p95, max)
    figures = [f"{1000 * one(outcome.seconds):,.0f} ms" if outcome.seconds else "-" for one in times]
    there = f"{len(outcome.seconds)} of {len(outcome.seconds) + len(outcome.errors)}"
    return ROW.format(size, name, *figures, there, aim)


def _costs(size: int, played: Played) -> str:
    share = played.two_pages / size
    return (
        f"       {share:.3f} s of processor per participant to join and answer, {share / OTREE:.2f} x oTree's; "
        f"{played.worked:.1f} s for everything; {played.memory / size / 2**20:.2f} MB per phone; "
        f"{played.printed} reports printed"
    )


def p95(seconds: list[float]) -> float:
    """Return the time that one in twenty exceeds."""
    return quantiles(seconds, n=20, method="inclusive")[-1] if len(seconds) > 1 else sum(seconds)


if __name__ == "__main__":
    main()
