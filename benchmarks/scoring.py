"""Scoring of 60 items: the engine beside plain numpy and three kinds of pandas, on the same data in the same run.

Run with ``make bench`` or ``python -m benchmarks.scoring [--smallest] [--people N ...]``.
"""

import argparse
from collections.abc import Iterator
from functools import lru_cache, partial
from statistics import median

from benchmarks.crowd import ITEMS, firms_for, roll_sheet, sixty_items
from benchmarks.measuring import in_fresh_process, memory_used, ratio, take_turns
from benchmarks.peers import engine, good_pandas, melted_pandas, naive_pandas, plain_numpy
from scoring import Method
from scoring.sheet import Sheet

FLOOR = "plain numpy"
QUICK = {"engine": engine, FLOOR: plain_numpy, "good pandas": good_pandas}
SLOW = {"melted pandas": melted_pandas, "naive pandas": naive_pandas}  # timed once
MOST_PEOPLE = {"melted pandas": 100_000, "naive pandas": 1_000}  # with more, their time is extrapolated
PEOPLE = (1_000, 100_000, 1_000_000)
FEW = 60
MEMORY_FROM = 100_000  # with fewer people the interpreter itself is larger than their answers
ROW = "{:>11} {:>6}  {:14} {:>14} {:>14} {:>16}"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, nargs="+", default=PEOPLE, metavar="N", help="numbers of respondents")
    parser.add_argument("--smallest", action="store_true", help="only see whether everything runs")
    parser.add_argument("--memory-of", choices=QUICK | SLOW, help="print the bytes one contestant needs, nothing else")
    chosen = parser.parse_args()
    method = sixty_items()
    if chosen.memory_of:
        print(_bytes_needed(method, chosen.memory_of, chosen.people[0]))
        return
    _same_outcome(method)
    print(f"{len(method.items)} items, {len(method.factors)} factors, {len(method.gates.ids)} gates")
    print(ROW.format("respondents", "firms", "", "median", "x plain numpy", "x answer matrix"))
    for people in (FEW,) if chosen.smallest else chosen.people:
        for row in _rows(method, roll_sheet(method, people)):
            print(ROW.format(f"{people:,}", f"{firms_for(people):,}", *row), flush=True)
    print("* extrapolated from", ", ".join(f"{name} with {most:,}" for name, most in MOST_PEOPLE.items()))


def _same_outcome(method: Method) -> None:
    """Stop unless all contestants find the same."""
    sheet = roll_sheet(method, FEW)
    outcome = plain_numpy.run(method, sheet)
    for name, peer in (QUICK | SLOW).items():
        different = outcome.differences(peer.run(method, sheet))
        if different:
            raise SystemExit(f"{name} finds something else than {FLOOR}: {', '.join(different)}")


def _rows(method: Method, sheet: Sheet) -> Iterator[tuple[str, str, str, str]]:
    people = len(sheet.codes)
    rounds = max(1, min(11, 3_000_000 // people)) if people > FEW else 1
    jobs = {name: partial(peer.run, method, sheet) for name, peer in QUICK.items()}
    seconds = take_turns(jobs, rounds)
    for name, times in seconds.items():
        memory = _memory(name, people) if people >= MEMORY_FROM else ""
        yield name, _shown(median(times)), f"{ratio(times, to=seconds[FLOOR]):,.2f}", memory
    for name in SLOW:
        most = min(people, MOST_PEOPLE[name])
        estimated = _once(method, name, most) * people / most
        mark, versus = "*" if most < people else "", estimated / median(seconds[FLOOR])
        yield name + mark, _shown(estimated), f"{versus:,.1f}", ""


@lru_cache
def _once(method: Method, name: str, people: int) -> float:
    sheet = roll_sheet(method, people)
    return take_turns({name: partial(SLOW[name].run, method, sheet)}, rounds=1)[name][0]


def _shown(seconds: float) -> str:
    return f"{seconds * 1000:,.1f} ms" if seconds < 60 else f"{seconds:,.0f} s"


def _memory(name: str, people: int) -> str:
    """Return the peak memory of one contestant, the answers included, in sizes of the answer matrix."""
    needed = int(in_fresh_process("benchmarks.scoring", "--memory-of", name, "--people", str(people)))
    return f"{1 + needed / (people * ITEMS):.1f}"


def _bytes_needed(method: Method, name: str, people: int) -> int:
    peer, sheet = (QUICK | SLOW)[name], roll_sheet(method, people)
    peer.run(method, roll_sheet(method, FEW))  # whatever is loaded on first use is not the contestant's
    return memory_used(lambda: peer.run(method, sheet))


if __name__ == "__main__":
    main()
