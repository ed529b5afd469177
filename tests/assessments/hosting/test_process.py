"""A real process as its surroundings see it: its headers, its health, its log, and how it ends."""

import asyncio
import contextlib
import json
import sqlite3
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from websockets.exceptions import ConnectionClosed

from assessments import answering
from assessments.answering import Desk, Started
from benchmarks.phones import phone
from tests.browser.serving import Server
from tests.browser.somebody import asked
from tests.coroutines import run

FIRM, NOTE, ITEM = "Zanzibar Umbrellas", "the chairman never listens", "cul_01"


@pytest.fixture(scope="module")
def started(desk: Desk) -> Started:
    """Return an assessment somebody has begun."""
    return answering.start(desk, FIRM, "full")


def got(server: Server, path: str, **headers: str) -> tuple[int, str, dict[str, str]]:
    request = urllib.request.Request(server.address + path, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.status, answer.read().decode(), dict(answer.headers)
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read().decode(), dict(refused.headers)


def test_every_address_is_guarded_and_says_how_the_process_is(server: Server) -> None:
    answers = {path: got(server, path) for path in ("/", "/alive", "/ready", "/metrics", "/live?link=nobody")}
    assert [status for status, _, _ in answers.values()] == [200, 200, 200, 200, 404]
    assert all("script-src 'self'" in headers["content-security-policy"] for _, _, headers in answers.values())
    assert "pathway_open_pages 0.0" in answers["/metrics"][1]
    assert got(server, "/", Host="evil.example")[0] == 400


async def answer_in(server: Server, token: str) -> None:
    async with phone(server.address.removeprefix("http://")) as person:
        await person.open("questions", f"resume={token}&at={ITEM}")
        await person.tap(2)


def test_the_log_holds_no_answer_no_name_and_no_link(server: Server, desk: Desk, started: Started) -> None:
    run(answer_in(server, started.token))
    answering.write_note(desk, started.token, ITEM, NOTE)
    forged = started.token[:-1] + ("A" if started.token[-1] != "A" else "B")
    with contextlib.suppress(LookupError):
        run(answer_in(server, forged))
    log = server.said()
    refused = [line for line in log.splitlines() if "Not accepted: link" in line]
    assert refused
    assert json.loads(refused[0])["level"] == "warning"
    assert not [secret for secret in (FIRM, NOTE, started.token, forged) if secret in log]


def test_a_process_that_is_asked_to_end_finishes_what_is_being_written(
    server: Server, desk: Desk, started: Started
) -> None:
    async def tap_while_it_ends() -> None:
        async with phone(server.address.removeprefix("http://")) as person:
            await person.open("questions", f"resume={started.token}&at={ITEM}")
            locked.execute("BEGIN IMMEDIATE")
            tap = asyncio.create_task(person.tap(4))
            while "pathway_writes_under_way 0.0" in (await asyncio.to_thread(got, server, "/metrics"))[1]:
                await asyncio.sleep(0.02)
            server.ask_to_end()
            with pytest.raises((ConnectionError, ConnectionClosed)):
                await tap

    # Locked in the thread of the page, unlocked in this one.
    lock = sqlite3.connect(Path(server.database), isolation_level=None, check_same_thread=False)
    with contextlib.closing(lock) as locked:
        run(tap_while_it_ends())
        assert not server.ended(within=1)
        locked.execute("ROLLBACK")
    assert server.ended(within=20)
    assert asked(desk, started.token, ITEM).value == 5
