"""Long work: every part done once by somebody, whoever ends in between; seen, cancelled, and taken up again."""

import datetime
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from assessments import answering, cli, working
from assessments.answering import Desk, open_desk
from assessments.answering.desk import utc_now
from assessments.printing import Printers
from assessments.storage import Database
from assessments.storage.jobs import Part, add_job, cancel_job, finish_part, give_back, read_jobs, take_part
from tests.assessments.conftest import NOON, only

LATER = NOON + datetime.timedelta(hours=1)
NAMES = [f"a{number:03}" for number in range(60)]


@pytest.fixture(scope="module")
def printers() -> Iterator[Printers]:
    """Start a printing process for the tests of this file."""
    printers = Printers(1)
    yield printers
    printers.close()


def finished(desk: Desk, firm: str) -> answering.Started:
    """Return an assessment that somebody has answered a little, and finished."""
    started = answering.start(desk, firm, "quick")
    answering.answer(desk, started.token, "dem_03", 4)
    answering.finish(desk, started.token)
    return started


def take(database: Database, given_up_before: datetime.datetime = NOON) -> Part | None:
    with database.writing() as connection:
        return take_part(connection, LATER, given_up_before)


@pytest.fixture
def sixty(database: Database) -> Database:
    """Return a database with a job of sixty parts."""
    with database.writing() as connection:
        add_job(connection, "j1", "reports", {"folder": "somewhere", "edition": "team"}, NAMES, NOON)
    return database


def test_each_part_is_taken_once_however_many_take(sixty: Database) -> None:
    def take_all(_: int) -> list[str]:
        return [part.name for part in iter(lambda: take(sixty), None)]

    with ThreadPoolExecutor(8) as workers:
        taken = [name for names in workers.map(take_all, range(8)) for name in names]
    assert sorted(taken) == NAMES


def test_a_part_whose_worker_is_gone_is_taken_again_after_a_while_and_one_given_back_at_once(sixty: Database) -> None:
    parts = [part for part in iter(lambda: take(sixty), None) if part is not None]
    with sixty.writing() as connection:
        for part in parts[2:]:
            finish_part(connection, part, "no fonts" if part is parts[2] else "")
        give_back(connection, parts[0])
    assert take(sixty) == parts[0]
    assert take(sixty) is None
    again = take(sixty, LATER + datetime.timedelta(seconds=1))
    assert again in parts[:2]
    with sixty.reading() as connection:
        [job] = read_jobs(connection)
    assert job.parts == {"taken": 2, "done": 57, "failed": 1}


def test_nothing_more_of_a_cancelled_job_is_taken(sixty: Database) -> None:
    assert take(sixty)
    with sixty.writing() as connection:
        assert cancel_job(connection, "j1", NOON)
        assert cancel_job(connection, "j1", LATER)
        assert not cancel_job(connection, "j2", LATER)
    assert take(sixty) is None


def test_every_finished_assessment_gets_its_report_and_one_that_is_gone_a_reason(
    desk: Desk, printers: Printers, tmp_path: Path
) -> None:
    kept, gone = finished(desk, "Kept"), finished(desk, "Gone")
    answering.start(desk, "Not finished", "quick")
    id_ = working.begin_reports(desk, tmp_path / "reports", "executive")
    answering.delete_everything(desk, gone.token)
    worker = working.Worker(desk, printers)
    assert not working.jobs(desk)[0].over
    worker.work(lambda: True)
    [job] = working.jobs(desk)
    assert (job.id, job.done, job.total, job.over) == (id_, 1, 2, True)
    assert job.failed == ((gone.assessment_id, "This assessment was deleted meanwhile."),)
    [report] = (tmp_path / "reports").iterdir()
    assert report.name == f"{kept.assessment_id}.pdf"
    assert report.read_bytes().startswith(b"%PDF")


@only("sqlite")
def test_a_report_that_cannot_be_written_waits_for_the_next_worker(
    desk: Desk, printers: Printers, tmp_path: Path
) -> None:
    finished(desk, "Anna")
    (tmp_path / "taken").write_text("no folder")
    working.begin_reports(desk, tmp_path / "taken", "executive")
    with pytest.raises(OSError, match="taken"):
        working.Worker(desk, printers).do_one()
    (tmp_path / "taken").unlink()
    assert working.Worker(desk, printers).do_one()
    assert working.jobs(desk)[0].over


def being_done(desk: Desk) -> bool:
    """Return whether somebody is doing a part of a job."""
    with desk.database.reading() as connection:
        return any("taken" in job.parts for job in read_jobs(connection))


@only("sqlite")
def test_work_goes_on_after_its_process_was_killed(
    desk: Desk,
    printers: Printers,
    database_url: str,
    questionnaire_folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = {finished(desk, f"Firm {number}").assessment_id for number in range(3)}
    monkeypatch.setenv("DATABASE_URL", database_url)
    command = [sys.executable, "-m", "assessments", "reports", str(tmp_path / "out")]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as killed:
        while not being_done(desk):
            time.sleep(0.05)
        killed.send_signal(signal.SIGKILL)
    assert not working.jobs(desk)[0].over
    later = open_desk(database_url, questionnaire_folder)
    later.clock = lambda: utc_now() + datetime.timedelta(hours=1)
    working.Worker(later, printers).work(lambda: True)
    later.database.close()
    assert {file.stem for file in (tmp_path / "out").iterdir() if not file.name.startswith(".")} == made
    assert working.jobs(desk)[0].over


@only("sqlite")
def test_the_command_line_asks_tells_and_cancels(
    desk: Desk, database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    finished(desk, "Anna")
    monkeypatch.setenv("DATABASE_URL", database_url)
    assert cli.main(["reports", str(tmp_path / "out"), "--later"]) == 0
    [job] = working.jobs(desk)
    assert cli.main(["jobs"]) == 0
    assert f"{job.id}  under way: 0 of 1 in {tmp_path / 'out'}" in capsys.readouterr().out
    assert cli.main(["jobs", "--cancel", "j0"]) == 1
    assert cli.main(["jobs", "--cancel", job.id]) == 0
    assert f"{job.id}  cancelled: 0 of 1" in capsys.readouterr().out
