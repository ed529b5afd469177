"""One firm of thirty people: from their answers to the full result, and the arithmetic alone beside plain numpy.

Run with ``make bench`` or ``python -m benchmarks.one_firm [--smallest]``.
"""

import argparse
from statistics import median

from benchmarks.crowd import roll_assessment, sixty_items
from benchmarks.measuring import Job, ratio, take_turns
from benchmarks.peers import engine, good_pandas, naive_pandas, plain_numpy
from scoring import Method, assess
from scoring.sheet import read_sheet

PEOPLE = 30
FLOOR = "plain numpy: arithmetic"
ROW = "{:36} {:>12} {:>14}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--smallest", action="store_true", help="only see whether everything runs")
    smallest = parser.parse_args().smallest
    jobs = _jobs(sixty_items())
    naive = {FLOOR: jobs[FLOOR], "naive pandas: arithmetic": jobs.pop("naive pandas: arithmetic")}
    print(ROW.format(f"one firm of {PEOPLE} people", "median", "x plain numpy"))
    for contest, rounds, times in ((jobs, 1, 1) if smallest else (jobs, 21, 10), (naive, 1, 1)):
        seconds = take_turns(contest, rounds, times)
        for name in contest if contest is jobs else [name for name in contest if name != FLOOR]:
            times = seconds[name]
            print(ROW.format(name, f"{median(times) * 1000:,.2f} ms", f"{ratio(times, to=seconds[FLOOR]):,.1f}"))


def _jobs(method: Method) -> dict[str, Job]:
    assessment = roll_assessment(method, PEOPLE)
    sheet = read_sheet(method, assessment)
    return {
        "engine: answers to full result": lambda: assess(method, assessment),
        "engine: answers to a table": lambda: read_sheet(method, assessment),
        "engine: arithmetic": lambda: engine.run(method, sheet),
        FLOOR: lambda: plain_numpy.run(method, sheet),
        "good pandas: arithmetic": lambda: good_pandas.run(method, sheet),
        "naive pandas: arithmetic": lambda: naive_pandas.run(method, sheet),
    }


if __name__ == "__main__":
    main()
