"""The reports of the sample firms as PDF: warm, cold and in bulk, beside Chromium printing the same HTML.

Run with ``make bench`` or ``python -m benchmarks.report [--smallest]``.
"""

import argparse
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser

from assessments.printing import Printers
from assessments.reading import Reading, executive_report, open_sample, sample_firms, team_report
from assessments.reports import executive_html, executive_pdf, team_html, team_pdf, work_out
from benchmarks import chromium
from benchmarks.measuring import in_fresh_process, peak_memory, ratio, take_turns

DATE = date(2026, 11, 22)
WARM_ROUNDS, COLD_ROUNDS = 7, 3
BULK = 100  # reports
EDITIONS = {
    "executive": (executive_report, executive_html, executive_pdf),
    "team": (team_report, team_html, team_pdf),
}
WARM = "{:14} {:10} {:>14} {:>14} {:>14} {:>12}"
COLD = "{:14} {:10} {:>14} {:>14}"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--smallest", action="store_true", help="only see whether everything runs")
    parser.add_argument("--memory-of", metavar="FIRM", help="print one report and say how many bytes that took")
    parser.add_argument("--edition", choices=EDITIONS, default="executive", help="the report of --memory-of")
    chosen = parser.parse_args()
    if chosen.memory_of:
        EDITIONS[chosen.edition][0](open_sample(chosen.memory_of), date=DATE)
        print(peak_memory())
        return
    firms = [firm.id for firm in sample_firms()][: 1 if chosen.smallest else None]
    with TemporaryDirectory() as folder:
        _warm(firms, Path(folder), rounds=1 if chosen.smallest else WARM_ROUNDS)
        editions, rounds = (["executive"], 1) if chosen.smallest else ([*EDITIONS], COLD_ROUNDS)
        _cold(firms[-1], Path(folder), editions, rounds)
    _bulk(firms, 2 if chosen.smallest else BULK)


def _warm(firms: list[str], folder: Path, rounds: int) -> None:
    """Print a row per firm and edition: from its result for the first time, the PDF alone, and Chromium's."""
    executive_report(open_sample(firms[0]), date=DATE)  # loads fonts, style sheet and the chart renderer
    print(WARM.format("warm", "edition", "first time", "PDF again", "chromium", "x chromium"))
    with chromium.browser() as running:
        for firm in firms:
            for edition in EDITIONS:
                first, seconds = _one(open_sample(firm), edition, running, folder, rounds)
                again, theirs = (f"{median(times) * 1000:,.0f} ms" for times in seconds.values())
                longer = f"{ratio(seconds['ours'], to=seconds['chromium']):.2f}"
                print(WARM.format(firm, edition, f"{first * 1000:,.0f} ms", again, theirs, longer), flush=True)


def _one(
    reading: Reading, edition: str, running: Browser, folder: Path, rounds: int
) -> tuple[float, dict[str, list[float]]]:
    report, html, pdf = EDITIONS[edition]
    start = time.perf_counter()
    report(reading, date=DATE)
    first = time.perf_counter() - start
    case = work_out(reading.method, reading.assessment, reading.result)
    file = chromium.page_file(html(case, date=DATE), folder / f"{edition}.html")
    chromium.print_warm(running, file)
    jobs = {"ours": lambda: pdf(case, date=DATE), "chromium": lambda: chromium.print_warm(running, file)}
    return first, take_turns(jobs, rounds)


def _cold(firm: str, folder: Path, editions: list[str], rounds: int) -> None:
    """Print what one report takes in a process of its own, ours from reading the answers on."""
    print(COLD.format("cold", "edition", "time", "peak memory"))
    for edition in editions:
        ours, theirs = [], []
        for _ in range(rounds):
            start = time.perf_counter()
            needed = int(in_fresh_process("benchmarks.report", "--memory-of", firm, "--edition", edition))
            ours.append((time.perf_counter() - start, needed))
            theirs.append(chromium.print_cold(folder / f"{edition}.html"))
        for name, runs in (("ours", ours), ("chromium", theirs)):
            seconds, peaks = zip(*runs, strict=True)
            print(COLD.format(name, edition, f"{median(seconds):.1f} s", f"{median(peaks) / 2**20:,.0f} MB"))


def _bulk(firms: list[str], count: int) -> None:
    """Print how long many executive reports take one after another, and two at once."""
    readings = list(islice(cycle([open_sample(firm) for firm in firms]), count))
    seconds = {at_once: _printed_by(at_once, readings) for at_once in (1, 2)}
    print(f"{count} executive reports: {seconds[1]:.1f} s one after another, {seconds[2]:.1f} s two at once, ", end="")
    print(f"{seconds[1] / seconds[2]:.2f} times as fast")


def _printed_by(at_once: int, readings: list[Reading]) -> float:
    """Return the seconds that so many printing processes, already warm, take for all ``readings``."""
    printers = Printers(at_once)
    with ThreadPoolExecutor(at_once) as desk:
        list(desk.map(lambda reading: printers.print(reading, "executive", date=DATE), readings[:1] * at_once))
        start = time.perf_counter()
        list(desk.map(lambda reading: printers.print(reading, "executive", date=DATE), readings))
        seconds = time.perf_counter() - start
    printers.close()
    return seconds


if __name__ == "__main__":
    main()
