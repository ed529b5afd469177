"""Reports printed in other processes: the same bytes, within limits, and nothing left behind."""

import io
import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assessments import reading
from assessments.edits import ActionEdits, PlanEdits
from assessments.languages import speaking
from assessments.printing import Printers
from assessments.printing import printers as printers_module
from assessments.printing.job import job_of
from assessments.printing.worker import serve
from scoring.withholding import withhold

DAY = date(2026, 11, 22)
EDITS = PlanEdits(actions={"A01": ActionEdits(person="Ann Ek", status="doing")})


@pytest.fixture(scope="module")
def printers() -> Iterator[Printers]:
    """Start printing processes for the tests of this file."""
    started = Printers()
    yield started
    started.close()


def opened() -> reading.Reading:
    return replace(reading.open_sample("pebble"), edits=EDITS)


def test_what_is_printed_elsewhere_is_the_same_for_everybody_who_asks(printers: Printers) -> None:
    with ThreadPoolExecutor(3) as desk:
        documents = list(desk.map(lambda one: printers.print(one, "executive", date=DAY), [opened()] * 3))
    assert set(documents) == {reading.executive_report(opened(), date=DAY)}


def test_a_report_is_printed_in_the_language_of_whoever_asks_for_it(printers: Printers) -> None:
    with speaking("de"):
        printed = printers.print(opened(), "executive", date=DAY)
        assert printed == reading.executive_report(opened(), date=DAY)
    assert printed != reading.executive_report(opened(), date=DAY)


def test_what_a_result_leaves_out_is_left_out_on_paper_too() -> None:
    """The result of a workshop leaves out what would tell on few people; it is not worked out anew elsewhere."""
    whole = opened()
    without = replace(whole, result=withhold(whole.result, whole.result.items, whole.result.factors))
    job = pickle.loads(pickle.dumps(job_of(without, "executive", DAY)))
    assert job.result == without.result != whole.result
    assert job.do() == reading.executive_report(without, date=DAY)


def test_what_is_passed_on_holds_no_files(tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(job_of(replace(opened(), passed_on=True), "executive", DAY).do())
    listed = subprocess.run(["pdfdetach", "-list", file], capture_output=True, text=True, check=True).stdout
    assert listed.startswith("0 embedded files")


def test_a_report_that_takes_too_long_is_given_up_and_the_next_one_is_printed() -> None:
    hasty = Printers(1, seconds=0.05)
    with pytest.raises(reading.CannotPrintError, match="took too long"):
        hasty.print(opened(), "team", date=DAY)
    hasty._seconds = 120
    assert hasty.print(opened(), "executive", date=DAY).startswith(b"%PDF")
    hasty.close()


ABANDONED = """
import sys, time
from datetime import date
from assessments import reading
from assessments.printing import Printers
printers = Printers(1)
printers.print(reading.open_sample("pebble"), "executive", date=date(2026, 11, 22))
print(printers._places.get()._process.pid, flush=True)
time.sleep(600)
"""


def test_no_printing_process_outlives_a_server_that_was_killed(root: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", ABANDONED], cwd=root, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        worker = int(server.stdout.readline())
        assert alive(worker)
        server.send_signal(signal.SIGKILL)
    for _ in range(600):
        if not alive(worker):
            return
        time.sleep(0.1)
    pytest.fail("the printing process goes on")


def alive(pid: int) -> bool:
    try:
        return "State:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except FileNotFoundError:
        return False


def test_a_worker_answers_every_job_and_says_why_there_is_no_report(monkeypatch: pytest.MonkeyPatch) -> None:
    def cannot(*_: object, **__: object) -> bytes:
        raise reading.CannotPrintError("no fonts")

    jobs, replies = io.BytesIO(), io.BytesIO()
    pickle.dump(job_of(opened(), "executive", DAY), jobs)
    monkeypatch.setitem(sys.modules["assessments.printing.job"]._REPORTS, "team", cannot)
    pickle.dump(job_of(opened(), "team", DAY), jobs)
    jobs.seek(0)
    serve(jobs, replies)
    replies.seek(0)
    assert pickle.load(replies) == reading.executive_report(opened(), date=DAY)
    assert pickle.load(replies) == "no fonts"


ATTEMPTS = (
    "open('/etc/passwd').read()",
    "open('README.md').read()",
    "open('report_templates/new', 'w')",
    "__import__('os').listdir('/')",
    "__import__('socket').socket()",
    "__import__('subprocess').run(['/bin/true'])",
)
TRIED = """
def tried(what):
    try:
        return str(eval(what))
    except PermissionError:
        return "refused"
job = type("Job", (), {"do": lambda self: "\\n".join(map(tried, WHAT))})()
"""


class Attempt:
    """A job that no report would ever be: it tries things, and tells what became of them."""

    def __init__(self, *what: str) -> None:
        self._what = what

    def __reduce__(self) -> tuple[object, ...]:
        names = f"(lambda names: exec({TRIED!r}, names) or names['job'])({{'WHAT': {self._what!r}}})"
        return eval, (names,)


def tried(*what: str) -> list[str]:
    """Let a printing process try things, and return what it got."""
    worker = printers_module._Worker()
    try:
        return str(worker.ask(Attempt(*what), 60)).splitlines()  # type: ignore[arg-type]
    finally:
        worker.end()


def test_a_printing_process_reaches_no_file_no_network_no_program_and_no_password(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql+psycopg://me:secret@nowhere/none")
    *reached, environment = tried(*ATTEMPTS, "dict(__import__('os').environ)")
    assert reached == ["refused"] * len(ATTEMPTS)
    assert "PATH" in environment
    assert "secret" not in environment


def test_what_libraries_print_does_not_end_up_in_a_report(root: Path) -> None:
    command = [sys.executable, "-m", "assessments.printing.worker"]
    done = subprocess.run(command, cwd=root, input=b"", capture_output=True, check=True, env={**os.environ})
    assert (done.stdout, done.stderr) == (b"", b"")
