"""Scoring of 60 items: the engine beside plain numpy and three kinds of pandas, on the same data in the same run.

Run with ``make bench`` or ``python -m benchmarks.scoring [--smallest] [--people N ...]``.
"""

import argparse
from collections.abc import Iterator
from statistics import median

from benchmarks.crowd import firms_for, roll_sheet, sixty_items
from benchmarks.measuring import in_fresh_process, memory_used, ratio, take_turns
from benchmarks.peers import engine, good_pandas, melted_pandas, naive_pandas, plain_numpy
from scoring import Method
from scoring.sheet import Sheet

FLOOR = "plain numpy"
QUICK = {"engine": engine, FLOOR: plain_numpy, "good pandas": good_pandas}
SLOW = {"melted pandas": melted_pandas, "naive pandas": naive_pandas}  # timed once
MOST_PEOPLE = {"melted pandas": 100_000, "naive pandas": 1_000}  # beyond these: minutes, and more memory than there is
PEOPLE = (1_000, 100_000, 1_000_000)
FEW = 60
MEMORY_FROM = 100_000  # with fewer people the interpreter itself is larger than their answers
ROW = "{:>11} {:>6}  {:13} {:>13} {:>14} {:>16}"


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
            print(ROW.format(f"{people:,}", f"{firms_for(people):,}", *row))


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
    for names, times in ((QUICK, rounds), ([FLOOR, *SLOW], 1)):
        peers = {name: (QUICK | SLOW)[name] for name in names if people <= MOST_PEOPLE.get(name, people)}
        seconds = take_turns({name: lambda peer=peer: peer.run(method, sheet) for name, peer in peers.items()}, times)
        for name in peers if names is QUICK else [name for name in peers if name != FLOOR]:
            yield (
                name,
                f"{median(seconds[name]) * 1000:,.1f} ms",
                f"{ratio(seconds[name], to=seconds[FLOOR]):,.2f}",
                _memory(name, sheet) if people >= MEMORY_FROM else "",
            )


def _memory(name: str, sheet: Sheet) -> str:
    """Return the peak memory of one contestant, the answers included, in sizes of the answer matrix."""
    needed = int(in_fresh_process("benchmarks.scoring", "--memory-of", name, "--people", str(len(sheet.codes))))
    return f"{1 + needed / sheet.codes.nbytes:.1f}"


def _bytes_needed(method: Method, name: str, people: int) -> int:
    peer, sheet = (QUICK | SLOW)[name], roll_sheet(method, people)
    peer.run(method, roll_sheet(method, FEW))  # whatever is loaded on first use is not the contestant's
    return memory_used(lambda: peer.run(method, sheet))


if __name__ == "__main__":
    main()
