"""Long work: every part done once by somebody, whoever ends in between; seen, cancelled, and taken up again."""

import datetime
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import LiteralString

import psycopg
import pytest
from sqlalchemy import make_url

from assessments import answering, cli, working
from assessments.answering import Desk
from assessments.answering.desk import utc_now
from assessments.printing import Printers
from assessments.storage import Database, open_database, queue
from assessments.storage.job_list import read_jobs
from assessments.storage.jobs import Part, add_job, cancel_job, finish_part, give_back, take_part
from assessments.working import engine
from assessments.working.parts import Done
from assessments.working.workers import GIVEN_UP
from tests.assessments.conftest import NOON, Clock, only
from tests.assessments.working.conftest import Work

LATER = NOON + datetime.timedelta(hours=1)
NAMES = [f"a{number:03}" for number in range(60)]


def finished(desk: Desk, firm: str) -> answering.Started:
    """Return an assessment that somebody has answered a little, and finished."""
    started = answering.start(desk, firm, "quick")
    answering.answer(desk, started.token, "dem_03", 4)
    answering.finish(desk, started.token)
    return started


def asked(database_url: str, statement: LiteralString) -> list[tuple[object, ...]]:
    """Return what the database itself answers."""
    plain = make_url(database_url).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(plain, autocommit=True) as connection:
        answered = connection.execute(statement)
        return answered.fetchall() if answered.description else []


def take(database: Database, given_up_before: datetime.datetime = NOON) -> Part | None:
    with database.writing() as connection:
        return take_part(connection, LATER, given_up_before)


@pytest.fixture
def sixty(database: Database) -> Database:
    """Return a database with a job of sixty parts."""
    with database.writing() as connection:
        add_job(connection, "j1", "reports", {"folder": "somewhere", "edition": "team"}, NAMES, NOON)
    return database


@only("sqlite")
def test_each_part_is_taken_once_however_many_take(sixty: Database) -> None:
    def take_all(_: int) -> list[str]:
        return [part.name for part in iter(lambda: take(sixty), None)]

    with ThreadPoolExecutor(8) as workers:
        taken = [name for names in workers.map(take_all, range(8)) for name in names]
    assert sorted(taken) == NAMES


@only("sqlite")
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


@only("sqlite")
def test_a_part_counts_as_being_done_as_long_as_its_worker_shows_life(
    desk: Desk, printers: Printers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert isinstance(desk.clock, Clock)
    finished(desk, "Anna")
    working.begin_reports(desk, tmp_path, "executive")
    slow, other = working.Worker(desk, printers), working.Worker(desk, printers)
    slow.show_life()  # with nothing in hand
    idle = []

    def print_slowly(*_: object) -> Done:
        for _ in range(3):
            desk.clock.now += GIVEN_UP - datetime.timedelta(seconds=1)
            slow.show_life()
            idle.append(not other.do_one())
        return Done()

    monkeypatch.setattr("assessments.working.workers.print_report", print_slowly)
    slow.do_one()
    assert idle == [True] * 3
    assert working.jobs(desk)[0].done == 1


@only("sqlite")
def test_nothing_more_of_a_cancelled_job_is_taken(sixty: Database) -> None:
    assert take(sixty)
    with sixty.writing() as connection:
        assert cancel_job(connection, "j1", NOON)
        assert cancel_job(connection, "j1", LATER)
        assert not cancel_job(connection, "j2", LATER)
    assert take(sixty) is None


def test_every_finished_assessment_gets_its_report_and_one_that_is_gone_a_reason(
    desk: Desk, work_until_done: Work, tmp_path: Path
) -> None:
    kept, gone = finished(desk, "Kept"), finished(desk, "Gone")
    answering.start(desk, "Not finished", "quick")
    id_ = working.begin_reports(desk, tmp_path / "reports", "executive")
    answering.delete_everything(desk, gone.token)
    assert not working.jobs(desk)[0].over
    work_until_done()
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


@only("postgresql")
def test_a_report_that_cannot_be_written_is_told_and_tried_again_after_a_pause(
    desk: Desk, work_until_done: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "PAUSE_SECONDS", 0)
    monkeypatch.setattr(engine, "WAIT_SECONDS", 0.1)
    finished(desk, "Anna")
    (tmp_path / "taken").write_text("no folder")
    working.begin_reports(desk, tmp_path / "taken", "executive")
    told: list[OSError] = []

    def make_room(error: OSError) -> None:
        told.append(error)
        (tmp_path / "taken").unlink()

    work_until_done(make_room)
    assert len(told) == 1
    assert len(list((tmp_path / "taken").iterdir())) == 1


@only("postgresql")
def test_what_was_restored_into_a_database_is_queued_by_the_next_worker(
    desk: Desk, work_until_done: Work, database_url: str, tmp_path: Path
) -> None:
    finished(desk, "Anna")
    working.begin_reports(desk, tmp_path, "executive")
    asked(database_url, "TRUNCATE work_queue.procrastinate_jobs CASCADE")
    work_until_done()
    assert len(list(tmp_path.iterdir())) == 1
    assert asked(database_url, "SELECT count(*) FROM work_queue.procrastinate_jobs") == [(0,)]


@only("postgresql")
def test_a_queue_of_another_version_is_made_anew_and_what_stood_in_it_is_queued_again(
    desk: Desk, database_url: str, tmp_path: Path
) -> None:
    finished(desk, "Anna")
    working.begin_reports(desk, tmp_path, "executive")
    asked(database_url, "COMMENT ON SCHEMA work_queue IS 'an earlier one'")
    open_database(database_url).close()
    queued = "SELECT queueing_lock FROM work_queue.procrastinate_jobs"
    assert asked(database_url, queued) == []
    for _ in range(2):
        with desk.database.writing() as connection:
            queue.put_what_is_missing(connection)
        assert len(asked(database_url, queued)) == 1


@only("postgresql")
def test_a_mistake_of_the_program_is_told_and_ends_nobody(
    desk: Desk, work_until_done: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    finished(desk, "Anna")
    working.begin_reports(desk, tmp_path, "executive")
    monkeypatch.setattr("assessments.working.reports._write", lambda path, content: path[content])
    work_until_done()
    [(_, reason)] = working.jobs(desk)[0].failed
    assert reason == "The program made a mistake (TypeError); its log says where."
    assert "cannot be done" in caplog.text


def being_done(desk: Desk) -> bool:
    """Return whether somebody is doing a part of a job."""
    with desk.database.reading() as connection:
        return any("taken" in job.parts for job in read_jobs(connection))


def time_passes(desk: Desk, database_url: str) -> None:
    """Let nobody have heard of the workers for an hour."""
    desk.clock = lambda: utc_now() + datetime.timedelta(hours=1)
    if desk.database.has_queue:
        asked(database_url, "UPDATE work_queue.procrastinate_workers SET last_heartbeat = now() - interval '1 hour'")


def test_work_goes_on_after_its_process_was_killed(
    desk: Desk,
    work_until_done: Work,
    database_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = {finished(desk, f"Firm {number}").assessment_id for number in range(2)}
    monkeypatch.setenv("DATABASE_URL", database_url)
    command = [sys.executable, "-m", "assessments", "reports", str(tmp_path / "out")]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as killed:
        while not being_done(desk):
            time.sleep(0.05)
        killed.send_signal(signal.SIGKILL)
    assert not working.jobs(desk)[0].over
    time_passes(desk, database_url)
    work_until_done()
    assert sorted(file.stem for file in (tmp_path / "out").glob("[!.]*")) == sorted(made)
    [job] = working.jobs(desk)
    assert (job.done, job.total) == (2, 2)


@only("sqlite")
def test_the_command_line_asks_tells_and_cancels(
    desk: Desk, database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    finished(desk, "Anna")
    monkeypatch.setenv("DATABASE_URL", database_url)
    assert cli.main(["reports", str(tmp_path / "out"), "--later"]) == 0
    [job] = working.jobs(desk)
    assert cli.main(["jobs"]) == 0
    assert f"{job.id}  under way: 0 of 1, reports in {tmp_path / 'out'}" in capsys.readouterr().out
    assert cli.main(["jobs", "--cancel", "j0"]) == 1
    assert cli.main(["jobs", "--cancel", job.id]) == 0
    assert f"{job.id}  cancelled: 0 of 1" in capsys.readouterr().out
