"""Backup, restore and move, as whoever runs the server meets them, while people go on answering."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest
from sqlalchemy import select

from assessments import answering, cli, operating
from assessments.answering import Desk, NotAccepted, Started
from assessments.problems import Refused
from assessments.storage import Database, Unavailable, open_database
from assessments.storage.archive import open_archive
from assessments.storage.people import find_person
from assessments.storage.tables import respondent
from tests.assessments.conftest import only
from tests.assessments.rows import history_of, latest_of

ITEMS = ("dem_03", "dem_05", "dem_06")
PHONES = 3


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return the name of a backup that is not there yet."""
    return tmp_path / "backup.zip"


def level(desk: Desk, token: str) -> object:
    return answering.open_assessment(desk, token).assessment.submissions[0].answers.get("dem_03")


def test_what_was_answered_after_the_backup_is_gone_after_restoring_it(
    desk: Desk, quick: Started, database_url: str, file: Path
) -> None:
    answering.answer(desk, quick.token, "dem_03", 2)
    operating.backup(database_url, file)
    answering.answer(desk, quick.token, "dem_03", 5)
    late = answering.start(desk, "Late", "quick")
    restored = operating.restore(database_url, file)
    assert operating.in_words(restored.before).startswith("2 firms, 2 assessments, 2 people, 1 answer (")
    assert operating.in_words(restored.after).startswith("1 firm, 1 assessment, 1 person, 1 answer (")
    assert level(desk, quick.token) == 2
    with pytest.raises(NotAccepted, match="deleted"):
        answering.resume(desk, late.token)
    answering.answer(desk, answering.start(desk, "New", "quick").token, "dem_03", 1)


def tap_until(stop: Event, desk: Desk, token: str) -> int:
    """Answer as fast as possible, and return how often; the link may stop working when an older state is restored."""
    taps = 0
    while not stop.is_set():
        answering.answer(desk, token, ITEMS[taps % len(ITEMS)], 1 + taps % 5, key=f"k{taps}")
        taps += 1
    return taps


def test_people_go_on_answering_during_backup_and_restore(desk: Desk, database_url: str, file: Path) -> None:
    tokens = [answering.start(desk, f"Firm {number}", "quick").token for number in range(PHONES)]
    stop = Event()
    with ThreadPoolExecutor(PHONES) as phones:
        playing = [phones.submit(tap_until, stop, desk, token) for token in tokens]
        try:
            operating.backup(database_url, file)
            with open_archive(file) as (_, content):
                assert_consistent(content)
            operating.restore(database_url, file)
            assert_consistent(desk.database)
        finally:
            stop.set()
    assert all(phone.result() for phone in playing)
    assert_consistent(desk.database)


def assert_consistent(database: Database) -> None:
    """Every answer is what its history says it became last."""
    with database.reading() as connection:
        for person in connection.scalars(select(respondent.c.id)).all():
            assert latest_of(connection, person) == dict(history_of(connection, person))


def test_moving_takes_everything_along_and_links_go_on_working(
    desk: Desk, quick: Started, database_url: str, new_url: Callable[[], str], questionnaire_folder: Path
) -> None:
    answering.answer(desk, quick.token, "dem_03", 4)
    target = new_url()
    moved = operating.move(database_url, target)
    assert moved["respondent"].rows == 1
    with pytest.raises(operating.NotDone, match=r"not empty: it holds 1 firm,"):
        operating.move(database_url, target)
    elsewhere = Desk(open_database(target), questionnaire_folder)
    assert level(elsewhere, quick.token) == 4
    answering.answer(elsewhere, quick.token, "dem_03", 1)
    assert level(desk, quick.token) == 4
    elsewhere.database.close()


def test_there_has_to_be_a_database(new_url: Callable[[], str], database_kind: str, file: Path) -> None:
    url = new_url()
    for wish in (lambda: operating.backup(url, file), lambda: operating.move(url, new_url())):
        with pytest.raises(operating.NotDone, match="There is no database"):
            wish()
    assert not file.exists()
    assert database_kind == "postgresql" or not Path(url.removeprefix("sqlite:///")).exists()


def test_a_backup_can_be_restored_where_there_is_no_database_yet(
    desk: Desk, quick: Started, database_url: str, new_url: Callable[[], str], file: Path
) -> None:
    operating.backup(database_url, file)
    fresh = new_url()
    restored = operating.restore(fresh, file)
    assert not any(held.rows for held in restored.before.values())
    opened = Database(fresh)
    with opened.reading() as connection:
        assert find_person(connection, quick.token) is not None
    opened.close()


def test_the_database_of_another_version_is_left_to_that_version(own_url: str, file: Path) -> None:
    opened = Database(own_url)
    with opened.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0001'")
    opened.close()
    with pytest.raises(operating.NotDone, match="another version"):
        operating.backup(own_url, file)


@only("sqlite")
def test_a_text_that_the_other_database_cannot_store_is_told(
    desk: Desk, quick: Started, database_url: str, new_url: Callable[[], str]
) -> None:
    """SQLite does not mind how long a short text is."""
    with desk.database.writing() as connection:
        connection.exec_driver_sql("PRAGMA ignore_check_constraints = ON")
        connection.exec_driver_sql("UPDATE firm SET name = ''")
    with pytest.raises(operating.NotDone, match="cannot be stored"):
        operating.move(database_url, new_url())


def test_restoring_nonsense_changes_nothing(desk: Desk, quick: Started, database_url: str, file: Path) -> None:
    answering.answer(desk, quick.token, "dem_03", 2)
    file.write_text("Dear board,", encoding="utf-8")
    for wrong, code in ((file, "B001"), (file.with_name("nothing"), "Y101"), (file.parent, "Y101")):
        with pytest.raises(Refused) as refused:
            operating.restore(database_url, wrong)
        assert [problem.code for problem in refused.value.problems] == [code]
    with pytest.raises(Refused) as refused:
        operating.backup(database_url, file)
    assert [problem.code for problem in refused.value.problems] == ["B004"]
    assert level(desk, quick.token) == 2


def test_a_password_is_not_shown() -> None:
    with pytest.raises((operating.NotDone, Unavailable)) as told:
        operating.backup("postgresql+psycopg://me:secret@127.0.0.1:1/nothing", Path("backup.zip"))
    assert "secret" not in str(told.value)


# ------------------------------------------------------------------ the command line


def test_the_command_line_says_what_was_done(
    desk: Desk,
    quick: Started,
    database_url: str,
    new_url: Callable[[], str],
    file: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("DATABASE_URL", database_url)
    assert cli.main(["backup", str(file)]) == 0
    assert capsys.readouterr().out.startswith(f"{file}, ")
    assert cli.main(["restore", str(file)]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0].startswith("Restored the backup of 20")
    assert told[1].startswith("It replaced 1 firm, 1 assessment, 1 person, 0 answers (")
    assert cli.main(["move", database_url, new_url()]) == 0
    assert capsys.readouterr().out.startswith("Moved 1 firm,")


def test_the_command_line_says_what_was_not_done(
    database_url: str, file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", database_url)
    assert cli.main(["restore", str(file)]) == 1
    assert "Y101  This file cannot be opened." in capsys.readouterr().err
    assert cli.main(["backup", str(file.parent / "nowhere" / "backup.zip")]) == 3
    assert "cannot be written: No such file or directory. Choose another name" in capsys.readouterr().err
    assert cli.main(["move", f"sqlite:///{file}", database_url]) == 1
    assert capsys.readouterr().err.endswith("Check the address. Nothing was done.\n")
    assert cli.main(["move", database_url, "nonsense://x"]) == 3
    assert "does not name a database that can be used" in capsys.readouterr().err
