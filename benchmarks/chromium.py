"""Chromium printing the same report: warm, through one running browser, and cold, as a command of its own."""

import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from assessments.reports.folder import TEMPLATES
from assessments.reports.pdf import style_sheet

COMMAND = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
LOOK_EVERY = 0.02  # seconds between two looks at its memory


def page_file(html: str, file: Path) -> Path:
    """Write a report with its style sheet to ``file``, so that Chromium can print it."""
    head = f'<head><base href="{TEMPLATES.as_uri()}/"><style>{style_sheet()}</style>'
    file.write_text(html.replace("<head>", head, 1), encoding="utf-8")
    return file


@contextmanager
def browser() -> Iterator[Browser]:
    """Run one browser for many reports."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=COMMAND, args=FLAGS)
        yield running
        running.close()


def print_warm(running: Browser, file: Path) -> bytes:
    """Print ``file`` in a new page of a running browser."""
    page = running.new_page()
    page.goto(file.as_uri())
    printed = page.pdf(prefer_css_page_size=True, tagged=True, print_background=True)
    page.close()
    return printed


def print_cold(file: Path) -> tuple[float, int]:
    """Return the seconds and the peak bytes a browser of its own takes to print ``file``."""
    target = file.with_suffix(".pdf")
    command = [COMMAND or "chromium", "--headless", *FLAGS, "--no-pdf-header-footer", f"--print-to-pdf={target}"]
    start, peak = time.perf_counter(), 0
    running = subprocess.Popen([*command, file.as_uri()], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while running.poll() is None:
        peak = max(peak, sum(_proportional_bytes(pid) for pid in _family(running.pid)))
        time.sleep(LOOK_EVERY)
    return time.perf_counter() - start, peak


def _family(pid: int) -> Iterator[int]:
    """Yield a process and all that it has started."""
    yield pid
    for children in Path("/proc", str(pid), "task").glob("*/children"):
        for child in _read(children).split():
            yield from _family(int(child))


def _proportional_bytes(pid: int) -> int:
    """Return a process's memory, what it shares with others divided among them."""
    lines = _read(Path("/proc", str(pid), "smaps_rollup")).splitlines()
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def _read(file: Path) -> str:
    try:
        return file.read_text()
    except OSError:  # the process has just ended
        return ""
