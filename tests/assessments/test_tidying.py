"""What has been kept long enough: said first, then taken away, and nothing that anybody still uses."""

import datetime

import pytest

from assessments import answering, cli, facilitating, sharing, tidying
from assessments.answering import Desk
from assessments.operating import NotDone
from assessments.settings import Settings
from assessments.storage.job_list import read_jobs
from assessments.storage.jobs import add_job, cancel_job, finish_part, take_named
from tests.assessments.conftest import Clock, only
from tests.assessments.facilitating.playing import MIXED, Play, code_of
from tests.assessments.rows import how_many

ALL = {"unfinished": 30, "finished": 60, "people": 10, "links": 5, "jobs": 7, "log": 90}


def later(desk: Desk, days: float) -> None:
    assert isinstance(desk.clock, Clock)
    desk.clock.now += datetime.timedelta(days=days)


def test_what_nobody_touched_goes_and_what_was_touched_stays(desk: Desk) -> None:
    left, kept, done = (answering.start(desk, name, "quick").token for name in ("Left", "Kept", "Done"))
    answering.finish(desk, done)
    later(desk, 29)
    answering.answer_fact(desk, kept, "ctx_size", "l")
    assert not any(tidying.overdue(desk, ALL).values())
    later(desk, 2)
    assert tidying.overdue(desk, ALL) == {"unfinished": 1, "finished": 0, "people": 0, "links": 0, "jobs": 0, "log": 0}
    before = how_many(desk.database)
    assert tidying.overdue(desk, ALL)["unfinished"] == 1
    assert how_many(desk.database) == before
    assert tidying.tidy(desk, ALL)["unfinished"] == 1
    assert code_of(answering.resume, desk, left) == "link"
    assert answering.resume(desk, kept).firm == "Kept"
    assert answering.resume(desk, done).firm == "Done"
    later(desk, 29.5)
    assert tidying.tidy(desk, ALL)["finished"] == 1
    assert code_of(answering.resume, desk, done) == "link"


@only("sqlite")
def test_of_a_firm_with_two_assessments_only_the_old_one_goes(desk: Desk) -> None:
    first = answering.start(desk, "Acme", "quick").token
    later(desk, 61)
    second = answering.start_again(desk, first).token
    assert tidying.overdue(desk, ALL)["finished"] == 0  # it was finished just now
    later(desk, 60)
    answering.answer_fact(desk, second, "ctx_size", "l")
    later(desk, 1)
    assert tidying.tidy(desk, ALL)["finished"] == 1
    assert answering.resume(desk, second).firm == "Acme"


def test_a_workshop_that_has_ended_becomes_anonymous_and_a_running_one_does_not(desk: Desk) -> None:
    over, running = Play(desk, MIXED), Play(desk, MIXED)
    over.press("next")
    over.answer_all()
    over.press("go:placed", "end!")
    later(desk, 11)
    assert tidying.tidy(desk, ALL)["people"] == 1
    assert facilitating.board(desk, over.token).head.anonymous
    assert not facilitating.board(desk, running.token).head.anonymous
    assert {(one.who, one.name) for one in facilitating.log(desk, over.token)} == {
        ("facilitator", ""),
        ("operator", ""),
    }
    assert tidying.overdue(desk, ALL)["people"] == 0


def test_links_and_the_log_go_after_their_days(desk: Desk) -> None:
    token = answering.start(desk, "Acme", "quick").token
    sharing.share(desk, token, "short", days=1)
    sharing.share(desk, token, "revoked")
    sharing.revoke(desk, token, sharing.shares(desk, token)[0].number)
    sharing.share(desk, token, "long", days=90)
    Play(desk, ())
    later(desk, 5.5)
    assert tidying.tidy(desk, {"links": 5, "log": 6}) == {"links": 1, "log": 0}
    later(desk, 1)
    assert tidying.tidy(desk, {"links": 5, "log": 6}) == {"links": 1, "log": 2}
    assert [one.label for one in sharing.shares(desk, token)] == ["long"]


def test_a_job_goes_with_its_reports_once_it_has_been_over_long_enough(desk: Desk) -> None:
    parts = ("asked", "done", "cancelled", "left")
    with desk.database.writing() as connection:
        for name in parts:
            add_job(connection, name, "reports", {}, [] if name == "asked" else [name], desk.clock())
    later(desk, 3)
    with desk.database.writing() as connection:
        done = take_named(connection, "done", "done", desk.clock())
        assert done is not None
        finish_part(connection, done, report=b"%PDF")
        cancel_job(connection, "cancelled", desk.clock())
    later(desk, 4.5)
    assert tidying.tidy(desk, ALL)["jobs"] == 1  # of which nothing was to be done
    later(desk, 3)
    assert tidying.overdue(desk, ALL)["jobs"] == tidying.tidy(desk, ALL)["jobs"] == 2
    with desk.database.reading() as connection:
        assert [one.public_id for one in read_jobs(connection)] == ["left"]
    assert how_many(desk.database)["job_part"] == 1


@pytest.mark.parametrize("said", ["0", "-1", "1.5", "many", "36501", "²", " "])
def test_a_term_is_a_number_of_days(said: str) -> None:
    with pytest.raises(NotDone, match=r"PATHWAY_KEEP_LOG is .* whole number of days"):
        tidying.terms_of(Settings(keep_log=said))


def test_without_settings_only_links_jobs_and_the_log_go() -> None:
    assert tidying.terms_of(Settings()) == {
        "unfinished": None,
        "finished": None,
        "people": None,
        "links": 90,
        "jobs": 30,
        "log": 365,
    }


@only("sqlite")
def test_the_command_says_what_would_go_and_then_does_it(
    desk: Desk, database_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", database_url)
    monkeypatch.setenv("PATHWAY_KEEP_LOG", "1")
    later(desk, -1000)  # long ago, by the clock of the command
    Play(desk, ())
    assert cli.main(["tidy"]) == cli.FINE
    said = capsys.readouterr().out
    assert "Two lines of the log of deeds would be deleted after one day (PATHWAY_KEEP_LOG)." in said
    assert "Unfinished assessments: kept for ever (PATHWAY_KEEP_UNFINISHED is not set)." in said
    assert "Nothing was changed." in said
    assert cli.main(["tidy", "--do"]) == cli.FINE
    assert "Two lines of the log of deeds were deleted after one day" in capsys.readouterr().out
    monkeypatch.setenv("PATHWAY_KEEP_LOG", "soon")
    assert cli.main(["tidy", "--do"]) == cli.BAD_INPUT
    assert "Nothing was done." in capsys.readouterr().err
