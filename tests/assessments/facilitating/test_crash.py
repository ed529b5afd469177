"""A server that is killed while people answer loses nothing it acknowledged, and goes on where it was."""

import time
from itertools import count
from multiprocessing import get_context
from multiprocessing.connection import Connection as Pipe
from pathlib import Path
from random import Random
from threading import Thread

import pytest
from sqlalchemy import select

from assessments import answering, facilitating
from assessments.answering import Desk, NotAccepted
from assessments.storage import Database
from assessments.storage.tables import answer_change
from assessments.storage.workshop_tables import control_log, release
from tests.assessments.facilitating.playing import Play

ITEMS = ("dem_03", "dem_05", "cul_03")
KILLS = 8
SEATS = ("exec", "exec", "exec", "service", "service", "service")

CONTEXT = get_context("forkserver")
CONTEXT.set_forkserver_preload(["assessments.facilitating", "tests.assessments.facilitating.test_crash"])


def serve(url: str, folder: Path, token: str, phones: list[str], seed: int, acknowledged: Pipe) -> None:
    """Let phones answer while a facilitator opens, closes and shows, until killed."""
    desk = Desk(Database(url), folder)
    threads = [Thread(target=tap, args=(desk, phone, f"{seed}-{number}", acknowledged))
               for number, phone in enumerate(phones)]  # fmt: skip
    for thread in (*threads, Thread(target=lead, args=(desk, token, seed))):
        thread.start()


def tap(desk: Desk, phone: str, name: str, acknowledged: Pipe) -> None:
    dice = Random(name)
    for number in count():
        item, line, key = dice.choice(ITEMS), dice.randint(1, 5), f"{name}-{number}"
        try:
            answering.answer(desk, phone, item, line, key=key)
        except NotAccepted:  # closed at the moment
            continue
        acknowledged.send_bytes(f"{key} {item} {line}\n".encode())


def lead(desk: Desk, token: str, seed: int) -> None:
    dice = Random(seed)
    for _ in count():
        control = dice.choice(("open", "close", "reveal", "second_round", "hide"))
        try:
            facilitating.press(desk, token, control, item=dice.choice(ITEMS))
        except NotAccepted:  # not now
            continue


def killed_after(seconds: float, process: object, pipe: Pipe) -> list[str]:
    """Return what was acknowledged until the process was dead and the pipe empty."""
    pipe.poll(30)  # the first acknowledgement: it is running
    time.sleep(seconds)
    process.kill()  # type: ignore[attr-defined]
    process.join()  # type: ignore[attr-defined]
    told = []
    while True:
        try:
            told.append(pipe.recv_bytes().decode())
        except EOFError:
            return told


@pytest.mark.slow
def test_a_workshop_goes_on_where_it_was_after_any_kill(
    desk: Desk, database: Database, database_url: str, questionnaire_folder: Path
) -> None:
    play = Play(desk, SEATS)
    play.press("next")
    facilitating.write_agenda(desk, play.token, ITEMS)
    play.press("go:talk", "open")
    acknowledged: list[str] = []
    for seed in range(KILLS):
        ours, theirs = CONTEXT.Pipe(duplex=False)
        process = CONTEXT.Process(
            target=serve, args=(database_url, questionnaire_folder, play.token, play.phones, seed, theirs)
        )
        process.start()
        theirs.close()
        acknowledged += killed_after(Random(seed).uniform(0, 0.3), process, ours)
        ours.close()
        assert_consistent(play, database)
        for item in ITEMS:
            play.press(f"reset:{item}!", f"open:{item}")
    assert len(acknowledged) > KILLS
    with database.reading() as connection:
        keys = [key for key in connection.scalars(select(answer_change.c.key)) if key is not None]
    assert len(keys) == len(set(keys))
    assert {line.split()[0] for line in acknowledged} <= set(keys)


def assert_consistent(play: Play, database: Database) -> None:
    """Every control that was acknowledged is whole: what is shown was released, versions follow each other."""
    board = play.board()
    with database.reading() as connection:
        versions = list(connection.scalars(select(control_log.c.version).order_by(control_log.c.id)))
        released = {(row.item, row.round) for row in connection.execute(select(release.c.item, release.c.round))}
    assert versions == sorted(set(versions))
    assert board.head.version == versions[-1]
    for item, standing in board.standings.items():
        assert not standing.shown or (item, standing.round) in released
    for phone in range(len(play.phones)):
        rounds = {one.question.id: one.round for one in play.phone(phone).mine}
        assert all(round_ <= board.standings[item].round for item, round_ in rounds.items())
