"""One firm of thirty people: from their answers to the full result, and the arithmetic alone beside plain numpy.

Run with ``make bench`` or ``python -m benchmarks.one_firm [--smallest]``.
"""

import argparse
from functools import partial
from statistics import median

from benchmarks.crowd import roll_assessment, sixty_items
from benchmarks.measuring import Job, take_turns
from benchmarks.peers import engine, good_pandas, naive_pandas, plain_numpy
from scoring import Method, assess
from scoring.answers import Assessment
from scoring.sheet import Sheet, read_sheet

PEOPLE = 30
FLOOR = "arithmetic, plain numpy"
ROW = "{:36} {:>12} {:>14}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--smallest", action="store_true", help="only see whether everything runs")
    smallest = parser.parse_args().smallest
    method = sixty_items()
    assessment = roll_assessment(method, PEOPLE)
    sheet = read_sheet(method, assessment)
    seconds = take_turns(_quick(method, assessment, sheet), *((1, 1) if smallest else (21, 10)))
    seconds |= take_turns({"arithmetic, naive pandas (once)": partial(naive_pandas.run, method, sheet)}, rounds=1)
    floor = median(seconds[FLOOR])
    print(ROW.format(f"one firm of {PEOPLE} people", "median", "x plain numpy"))
    for name, spent in seconds.items():
        print(ROW.format(name, f"{median(spent) * 1000:,.2f} ms", f"{median(spent) / floor:,.1f}"))


def _quick(method: Method, assessment: Assessment, sheet: Sheet) -> dict[str, Job]:
    return {
        "answers to full result, engine": partial(assess, method, assessment),
        "answers to a table, engine": partial(read_sheet, method, assessment),
        "arithmetic, engine": partial(engine.run, method, sheet),
        FLOOR: partial(plain_numpy.run, method, sheet),
        "arithmetic, good pandas": partial(good_pandas.run, method, sheet),
    }


if __name__ == "__main__":
    main()
