"""Whatever was acknowledged is there exactly once, when the server is killed without warning at any moment.

``make test`` kills it a few times; ``make crash`` as often as CRASHES says, under as many phones as PHONES says.
"""

import os
import time
from collections.abc import Iterator
from itertools import count
from multiprocessing import get_context
from multiprocessing.connection import Connection as Pipe
from pathlib import Path
from random import Random
from threading import Thread

import pytest
from sqlalchemy import select

from assessments.answering import Desk, answer, start, write_note
from assessments.storage import Database
from assessments.storage.people import find_person
from assessments.storage.tables import answer_change
from tests.assessments.rows import history_of, latest_of

ITEMS = ("dem_03", "dem_05", "dem_06", "cul_01", "cul_03")
KILLS = int(os.environ.get("CRASHES", "8"))
PHONES = int(os.environ.get("PHONES", "6"))

CONTEXT = get_context("forkserver")
CONTEXT.set_forkserver_preload(["assessments.answering", "tests.assessments.test_answering_crash"])


def serve(url: str, folder: Path, tokens: list[str], seed: int, acknowledged: Pipe) -> None:
    """Answer on several phones as fast as possible, telling each acknowledgement, until killed."""
    desk = Desk(Database(url), folder)
    phones = [
        Thread(target=tap, args=(desk, token, f"{seed}-{number}", acknowledged)) for number, token in enumerate(tokens)
    ]
    for phone in phones:
        phone.start()
    for phone in phones:
        phone.join()


def tap(desk: Desk, token: str, name: str, acknowledged: Pipe) -> None:
    dice = Random(name)
    for number in count():
        item, level, key = dice.choice(ITEMS), dice.randint(1, 5), f"{name}-{number}"
        if number % 5 == 4:
            write_note(desk, token, item, f"Note {key}", key=key)
        else:
            answer(desk, token, item, level, key=key)
        acknowledged.send_bytes(f"{token} {item} {level} {key}\n".encode())


def killed_after(seconds: float, process: object, pipe: Pipe) -> Iterator[str]:
    """Yield what was acknowledged until the process is dead and the pipe is empty."""
    pipe.poll(30)  # the first acknowledgement: it is running
    time.sleep(seconds)
    process.kill()  # type: ignore[attr-defined]
    process.join()  # type: ignore[attr-defined]
    while True:
        try:
            yield pipe.recv_bytes().decode()
        except EOFError:
            return


@pytest.mark.slow
def test_every_acknowledged_answer_survives_a_kill_exactly_once(
    desk: Desk, database: Database, database_url: str, questionnaire_folder: Path
) -> None:
    tokens = [start(desk, f"Firm {number}", "quick").token for number in range(PHONES)]
    acknowledged: list[str] = []
    for seed in range(KILLS):
        ours, theirs = CONTEXT.Pipe(duplex=False)
        process = CONTEXT.Process(target=serve, args=(database_url, questionnaire_folder, tokens, seed, theirs))
        process.start()
        theirs.close()
        acknowledged += killed_after(Random(seed).uniform(0, 0.05), process, ours)
        ours.close()
    assert len(acknowledged) > KILLS
    with database.reading() as connection:
        keys = connection.scalars(select(answer_change.c.key)).all()
    assert len(keys) == len(set(keys))
    assert {line.split()[3] for line in acknowledged} <= set(keys)
    for token in tokens:
        assert_latest_is_last(database, token)


def assert_latest_is_last(database: Database, token: str) -> None:
    """The answers are what the history says they became last."""
    with database.reading() as connection:
        person = find_person(connection, token)
        assert person is not None
        assert latest_of(connection, person.id) == dict(history_of(connection, person.id))


def test_a_message_that_was_sent_again_after_a_kill_counts_once(desk: Desk, database: Database) -> None:
    token = start(desk, "Acme", "quick").token
    first = answer(desk, token, "dem_03", 4, key="k1")
    answer(desk, token, "dem_03", 2, key="k2")
    again = answer(desk, token, "dem_03", 4, key="k1")
    assert again == first
    with database.reading() as connection:
        person = find_person(connection, token)
        assert person is not None
        assert history_of(connection, person.id) == [("dem_03", (4, None)), ("dem_03", (2, None))]
        assert latest_of(connection, person.id) == {"dem_03": (2, None)}
