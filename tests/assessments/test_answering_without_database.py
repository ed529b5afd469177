"""The database is gone, ends in the middle, or is full: people are told, nothing is lost, and it goes on."""

import os
import resource
import time
from collections.abc import Callable, Iterator
from itertools import count
from multiprocessing import get_context
from multiprocessing.connection import Connection as Pipe
from pathlib import Path
from random import Random
from threading import Event, Thread
from typing import Any

import pytest
from sqlalchemy import select

from assessments.answering import Desk, Started, Unavailable, answer, open_assessment, open_desk, start, write_note
from assessments.live.workshops import Workshops
from assessments.operating import backup
from assessments.storage import Database, open_database
from assessments.storage.people import find_person
from assessments.storage.tables import answer_change
from tests.assessments.conftest import Clock, only
from tests.assessments.postgresql import Server, running
from tests.assessments.rows import history_of, latest_of

ITEMS = ("dem_03", "dem_05", "dem_06", "cul_01", "cul_03")
CRASHES = int(os.environ.get("CRASHES", "4"))
PHONES = int(os.environ.get("PHONES", "6"))
ROOM = 200_000  # bytes a file may grow by until the disk counts as full
NOT_STORED = "The database cannot be used at the moment; nothing was stored."

CONTEXT = get_context("forkserver")
CONTEXT.set_forkserver_preload(["assessments.answering", "tests.assessments.test_answering_without_database"])


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """Return a PostgreSQL server that may be ended."""
    with running() as server:
        yield server


@pytest.fixture
def served(server: Server, loaded_desk: Desk) -> Iterator[Desk]:
    """Return a desk whose database is on that server."""
    loaded_desk.database, loaded_desk.clock = open_database(server.new()), Clock()
    yield loaded_desk
    loaded_desk.database.close()


def levels(desk: Desk, token: str) -> dict[str, object]:
    return dict(open_assessment(desk, token).assessment.submissions[0].answers)


def test_people_are_told_while_the_server_is_gone_and_go_on_when_it_is_back(server: Server, served: Desk) -> None:
    started = start(served, "Acme", "quick")
    answer(served, started.token, "dem_03", 4)
    for end in (server.stop, server.crash):
        end()
        for _ in range(2):
            with pytest.raises(Unavailable, match=f"^{NOT_STORED}$"):
                answer(served, started.token, "dem_03", 1)
            with pytest.raises(Unavailable):
                levels(served, started.token)
        server.start()
        assert levels(served, started.token)["dem_03"] == 4
        answer(served, started.token, "dem_05", 2)
    assert levels(served, started.token) == {"dem_03": 4, "dem_05": 2}


def test_a_program_that_starts_before_its_database_says_so_and_tries_again(
    server: Server, questionnaire_folder: Path
) -> None:
    url = server.new()
    server.stop()
    with pytest.raises(Unavailable):
        open_desk(url, questionnaire_folder)
    server.start()
    open_desk(url, questionnaire_folder).database.close()


def test_the_live_wire_waits_for_the_database(server: Server, questionnaire_folder: Path) -> None:
    url, opened = server.new(), list[Desk]()
    server.stop()

    def open_once() -> Desk:
        opened.append(open_desk(url, questionnaire_folder))
        return opened[-1]

    workshops = Workshops(open_once)
    with pytest.raises(Unavailable):
        workshops.listening("nothing")
    server.start()
    assert workshops.listening("nothing") is None
    assert workshops.words([]) == {}
    (desk,) = opened
    desk.database.close()


@pytest.mark.slow
def test_every_acknowledged_answer_survives_a_crash_of_the_server_exactly_once(server: Server, served: Desk) -> None:
    """Whoever is not told goes on tapping, under the same key, until they are."""
    tokens = [start(served, f"Firm {number}", "quick").token for number in range(PHONES)]
    stop, acknowledged = Event(), list[str]()
    phones = [Thread(target=tap_until_told, args=(served, token, stop, acknowledged)) for token in tokens]
    for phone in phones:
        phone.start()
    for number in range(CRASHES):
        before = len(acknowledged)
        time.sleep(Random(number).uniform(0.02, 0.2))
        server.crash()
        server.start()
        while len(acknowledged) == before:  # everybody is on the way again
            time.sleep(0.01)
    stop.set()
    for phone in phones:
        phone.join()
    assert len(acknowledged) > CRASHES
    assert_exactly_once(served.database, tokens, acknowledged)


def tap_until_told(desk: Desk, token: str, stop: Event, acknowledged: list[str]) -> None:
    for number in count():
        key, item = f"{token[:20]}-{number}", ITEMS[number % len(ITEMS)]
        while True:
            try:
                answer(desk, token, item, 1 + number % 5, key=key)
            except Unavailable:
                time.sleep(0.01)
                continue
            acknowledged.append(key)
            break
        if stop.is_set():
            return


def assert_exactly_once(database: Database, tokens: list[str], acknowledged: list[str]) -> None:
    with database.reading() as connection:
        keys = connection.scalars(select(answer_change.c.key)).all()
        assert sorted(keys) == sorted(acknowledged)
        for token in tokens:
            person = find_person(connection, token)
            assert person is not None
            assert latest_of(connection, person.id) == dict(history_of(connection, person.id))


# ------------------------------------------------------------------ a full disk


def let_files_grow_to(size: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def fill_the_disk(url: str, folder: Path, token: str, told: Pipe) -> None:
    """Write notes until there is no room, look around, make room, and go on; runs in a process of its own."""
    desk = Desk(Database(url), folder)
    levels(desk, token)
    largest = max(file.stat().st_size for file in Path(url.removeprefix("sqlite:///")).parent.iterdir())
    let_files_grow_to(largest + ROOM)
    stored, sentence = write_until_told(desk, token)
    seen = len(open_assessment(desk, token).assessment.submissions[0].notes)
    let_files_grow_to(resource.RLIM_INFINITY)
    answer(desk, token, "dem_03", 5, key="after")
    told.send((stored, sentence, seen))


def write_until_told(desk: Desk, token: str) -> tuple[list[str], str]:
    stored: list[str] = []
    while True:
        key = f"note-{len(stored)}"
        try:
            write_note(desk, token, ITEMS[len(stored) % len(ITEMS)], f"{key} " + "x" * 1900, key=key)
        except Unavailable as unavailable:
            return stored, str(unavailable)
        stored.append(key)


@only("sqlite")
def test_a_full_disk_stops_writing_and_nothing_else(
    desk: Desk, quick: Started, database_url: str, questionnaire_folder: Path
) -> None:
    stored, sentence, seen = in_another_process(fill_the_disk, database_url, questionnaire_folder, quick.token)
    assert sentence == NOT_STORED
    assert len(stored) > len(ITEMS)
    assert seen == len(ITEMS)
    assert_exactly_once(desk.database, [quick.token], [*stored, "after"])
    assert levels(desk, quick.token) == {"dem_03": 5}


def back_up_without_room(url: str, file: Path, told: Pipe) -> None:
    let_files_grow_to(ROOM)
    try:
        backup(url, file)
    except Unavailable as unavailable:
        told.send(str(unavailable))


def test_a_backup_for_which_there_is_no_room_leaves_the_earlier_one(
    desk: Desk, quick: Started, database_url: str, tmp_path: Path
) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    backup(database_url, folder / "backup.zip")
    earlier = (folder / "backup.zip").read_bytes()
    for number in range(ROOM // 1900):
        write_note(desk, quick.token, "dem_03", f"{number} " + "x" * 1900)
    told = in_another_process(back_up_without_room, database_url, folder / "backup.zip")
    assert told.startswith("No backup was written")
    assert [file.name for file in folder.iterdir()] == ["backup.zip"]
    assert (folder / "backup.zip").read_bytes() == earlier


def in_another_process(task: Callable[..., None], *arguments: object) -> Any:
    """Return what ``task`` tells, done where limits on files hurt nobody else."""
    ours, theirs = CONTEXT.Pipe(duplex=False)
    process = CONTEXT.Process(target=task, args=(*arguments, theirs))
    process.start()
    theirs.close()
    told = ours.recv()
    process.join()
    return told
