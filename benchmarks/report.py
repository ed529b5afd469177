"""The reports of the sample firms as PDF: ours, warm and cold, beside Chromium printing the same HTML.

Run with ``make bench`` or ``python -m benchmarks.report [--smallest]``.
"""

import argparse
import time
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser

from assessments.reading import Reading, executive_report, open_sample, sample_firms, team_report
from assessments.reports import executive_html, executive_pdf, team_html, team_pdf, work_out
from benchmarks import chromium
from benchmarks.measuring import in_fresh_process, peak_memory, ratio, take_turns

DATE = date(2026, 11, 22)
WARM_ROUNDS, COLD_ROUNDS = 7, 3
EDITIONS = {
    "executive": (executive_report, executive_html, executive_pdf),
    "team": (team_report, team_html, team_pdf),
}
WARM = "{:14} {:10} {:>14} {:>14} {:>14} {:>12}"
COLD = "{:14} {:>14} {:>14}"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--smallest", action="store_true", help="only see whether everything runs")
    parser.add_argument("--memory-of", metavar="FIRM", help="print one report and say how many bytes that took")
    chosen = parser.parse_args()
    if chosen.memory_of:
        executive_report(open_sample(chosen.memory_of), date=DATE)
        print(peak_memory())
        return
    firms = [firm.id for firm in sample_firms()][: 1 if chosen.smallest else None]
    with TemporaryDirectory() as folder:
        _warm(firms, Path(folder), rounds=1 if chosen.smallest else WARM_ROUNDS)
        _cold(firms[-1], Path(folder), rounds=1 if chosen.smallest else COLD_ROUNDS)


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


def _cold(firm: str, folder: Path, rounds: int) -> None:
    """Print what one executive report takes in a process of its own, ours from reading the answers on."""
    ours, theirs = [], []
    for _ in range(rounds):
        start = time.perf_counter()
        needed = int(in_fresh_process("benchmarks.report", "--memory-of", firm))
        ours.append((time.perf_counter() - start, needed))
        theirs.append(chromium.print_cold(folder / "executive.html"))
    print(COLD.format("cold", "time", "peak memory"))
    for name, runs in (("ours", ours), ("chromium", theirs)):
        seconds, peaks = zip(*runs, strict=True)
        print(COLD.format(name, f"{median(seconds):.1f} s", f"{median(peaks) / 2**20:,.0f} MB"))


if __name__ == "__main__":
    main()
