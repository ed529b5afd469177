"""A real process under messages and requests that no browser sends: it goes on, tells nothing, stores nothing odd."""

import asyncio
import json
import os
from contextlib import suppress
from random import Random
from urllib.parse import urlsplit

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.asyncio.client import connect
from websockets.exceptions import WebSocketException

from assessments import answering
from assessments.answering import Desk, Started
from benchmarks.phones import phone
from tests.browser.serving import Server
from tests.coroutines import run
from tests.fuzz.mangling import NASTY, mangled

TIMES = int(os.environ.get("FUZZ", "1"))
SOCKETS, MESSAGES, REQUESTS = 12, 12, 250
METHODS = ("GET", "GET", "GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "BREW", "get")
PATHS = (
    *(
        "/",
        "/firms",
        "/questions?resume=",
        "/?join=",
        "/live?link=",
        "/alive",
        "/ready",
        "/metrics",
        "/nowhere",
        "/%00",
    ),
    *(
        "/_stcore/stream",
        "/_stcore/health",
        "/_stcore/host-config",
        "/_stcore/upload_file/a/b",
        "/_stcore/agent/interact",
    ),
    *(
        "/media/a.pdf",
        "/component/pathway.editor/editor.js",
        "/app/static/../server.py",
        "/static/%2e%2e/%2e%2e/server.py",
    ),
    *(
        "/app/static/" + "a" * 3000,
        "//evil.example/",
        "/\\evil",
        "/static/js/..%5c..%5cserver.py",
        "/oauth2callback?code=1",
    ),
)
HEADERS = (
    "Content-Type",
    "Content-Length",
    "Cookie",
    "Origin",
    "Range",
    "X-Forwarded-For",
    "Accept-Encoding",
    "Upgrade",
)


@pytest.fixture(scope="module")
def started(desk: Desk) -> Started:
    """Return an assessment somebody has begun."""
    return answering.start(desk, "Quiet", "full")


def messages(started: Started) -> tuple[bytes, ...]:
    """Return what a browser would send: opening pages, an answer, a press, and less usual things."""
    sent = []
    for page, query in (("", ""), ("questions", f"resume={started.token}&at=cul_01"), ("join", "join=ABCDEF")):
        message = BackMsg()
        message.rerun_script.page_name, message.rerun_script.query_string = page, query
        widget = message.rerun_script.widget_states.widgets.add()
        widget.id, widget.string_value = "$$ID-0-answer-cul_01", "3"
        sent.append(message.SerializeToString())
    sent += [BackMsg(stop_script=True).SerializeToString(), BackMsg(clear_cache=True).SerializeToString()]
    return tuple(sent)


async def send_spoilt(server: Server, good: tuple[bytes, ...], number: int) -> None:
    """Send some spoilt messages over one connection, which the server may close at any of them."""
    dice, host = Random(f"socket {number}"), urlsplit(server.address).netloc
    with suppress(WebSocketException, ConnectionError):
        async with connect(f"ws://{host}/_stcore/stream", subprotocols=["streamlit"], max_size=None) as socket:
            for _ in range(MESSAGES):
                content = dice.choice(good) if dice.random() < 0.2 else mangled(dice, good)
                await socket.send(content if dice.random() < 0.95 else content.decode(errors="replace"))
            await socket.send(dice.randbytes(100) * dice.choice((1, 40_000)))


def said_wrong(server: Server, since: int) -> list[str]:
    """Return the lines of the log in which the product itself says that it failed."""
    lines = [json.loads(line) for line in server.said()[since:].splitlines() if line.startswith("{")]
    return [line["says"] for line in lines if line["level"] == "error" and line["from"].startswith("assessments")]


def test_spoilt_messages_neither_end_the_process_nor_store_anything(
    server: Server, desk: Desk, started: Started
) -> None:
    before, good = len(server.said()), messages(started)

    async def attack() -> None:
        for number in range(SOCKETS * TIMES):
            await send_spoilt(server, good, number)
        async with phone(urlsplit(server.address).netloc) as person:
            await person.open("questions", f"resume={started.token}&at=cul_01")
            await person.tap(2)

    run(attack())
    assert said_wrong(server, before) == []
    submissions = answering.open_assessment(desk, started.token).assessment.submissions
    assert [dict(one.answers) for one in submissions] == [{"cul_01": 3}]


def request(dice: Random, host: str) -> bytes:
    """Return a request of strange parts."""
    path = dice.choice(PATHS)
    if dice.random() < 0.4:
        path += "".join(f"%{byte:02x}" for byte in dice.choice(NASTY)[:50])
    body = dice.choice((b"", b"{}", dice.randbytes(200)))
    named = [f"{dice.choice(HEADERS)}: {dice.choice(('', '-1', 'x' * 200, '*', '0-,', 'a=b; c', '9' * 30))}"]
    head = [f"{dice.choice(METHODS)} {path} HTTP/1.1", f"Host: {host}", "Connection: close", *named]
    return "\r\n".join([*head, f"Content-Length: {len(body)}", "", ""]).encode() + body


async def answer(host: str, sent: bytes) -> bytes:
    """Return everything that comes back within a second of silence; nothing where the line is cut at once."""
    reader, writer = await asyncio.open_connection(*host.split(":"))
    writer.write(sent)
    got = b""
    with suppress(ConnectionError, TimeoutError):
        while piece := await asyncio.wait_for(reader.read(65536), 2):
            got += piece
    writer.close()
    return got


def test_no_request_is_answered_with_a_failure_or_a_glimpse_of_the_program(server: Server) -> None:
    host, before = urlsplit(server.address).netloc, len(server.said())

    async def attack() -> None:
        for number in range(REQUESTS * TIMES):
            sent = request(Random(f"request {number}"), host)
            got = await answer(host, sent)
            assert not got.startswith(b"HTTP/1.1 5"), (sent, got)
            assert not [sign for sign in (b"Traceback", b"st.App(", b"site-packages") if sign in got], (sent, got)

    run(attack())
    assert said_wrong(server, before) == []
