"""Times and memory, measured so that what else the machine does touches all contestants alike."""

import gc
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent
Job = Callable[[], object]


def take_turns(jobs: Mapping[str, Job], rounds: int, times: int = 1) -> dict[str, list[float]]:
    """Return the seconds each job took in each round, the mean of ``times`` runs on end.

    The jobs of a round follow one another directly, so that a busy moment of the machine meets all of them.
    """
    seconds: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(rounds):
        for name, job in jobs.items():
            gc.collect()
            start = time.perf_counter()
            for _ in range(times):
                job()
            seconds[name].append((time.perf_counter() - start) / times)
    return seconds


def ratio(seconds: list[float], to: list[float]) -> float:
    """Return the median, over rounds, of how many times longer one job took than another."""
    return median(ours / theirs for ours, theirs in zip(seconds, to, strict=True))


def memory_used(job: Job) -> int:
    """Return by how many bytes ``job`` raises the peak memory of this process above what it holds now."""
    before = status("VmRSS")
    Path("/proc/self/clear_refs").write_text("5")  # from here on the peak counts anew
    job()
    return max(0, peak_memory() - before)


def peak_memory() -> int:
    """Return the most bytes this process has held."""
    return status("VmHWM")


def status(field: str, process: int | str = "self") -> int:
    """Return how many bytes the system says a process holds, or has held, under a name of ``/proc/*/status``."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith(field))


def in_fresh_process(module: str, *arguments: str) -> str:
    """Run ``python -m module`` from the project's folder and return what it prints."""
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
