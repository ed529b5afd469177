"""Every benchmark still runs; how fast anything is, is not for a test to say."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
UNCOUNTED = {name: value for name, value in os.environ.items() if not name.startswith("COV")}  # of lines: it is slow


@pytest.mark.parametrize(
    ("program", "prints"),
    [
        ("scoring", "x plain numpy"),
        ("one_firm", "answers to full result"),
        ("plan", "x one program"),
        ("report", "x chromium"),
        ("answering", "somebody has the first page"),
        ("studio", "hostile questionnaires"),
        ("workshop", "all come back at once after a cut"),
    ],
)
def test_the_smallest_run_prints_its_table(program: str, prints: str) -> None:
    command = [sys.executable, "-m", f"benchmarks.{program}", "--smallest"]
    run = subprocess.run(command, cwd=ROOT, env=UNCOUNTED, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert prints in run.stdout


@pytest.mark.parametrize("contestant", ["engine", "plain numpy", "good pandas"])
def test_what_a_contestant_needs_can_be_asked_for_alone(contestant: str) -> None:
    command = [sys.executable, "-m", "benchmarks.scoring", "--memory-of", contestant, "--people", "60"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert int(run.stdout) >= 0
