"""Asks a piece of the web server as a browser would, without a network."""

from dataclasses import dataclass
from typing import Any

from starlette.types import ASGIApp, Receive, Scope, Send

from tests.coroutines import run


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    text: str


async def product(scope: Scope, receive: Receive, send: Send) -> None:
    """Take whatever is sent, and say how much it was."""
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept"})
        return
    size, more = 0, True
    while more:
        message = await receive()
        size, more = size + len(message.get("body", b"")), message.get("more_body", False)
    await send({"type": "http.response.start", "status": 200, "headers": [(b"x-own", b"stays")]})
    await send({"type": "http.response.body", "body": str(size).encode()})


def sent_back(
    app: ASGIApp, *, kind: str = "http", path: str = "/", pieces: tuple[bytes, ...] = (b"",), **headers: str
) -> list[dict[str, Any]]:
    """Return every message an application answers to one request in ``pieces``."""
    answers: list[dict[str, Any]] = []
    parts = [{"type": "http.request", "body": piece, "more_body": True} for piece in pieces]
    parts[-1]["more_body"] = False
    waiting = iter(parts)

    async def receive() -> dict[str, Any]:
        return next(waiting)

    async def send(message: Any) -> None:
        answers.append(message)

    named = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": kind, "method": "PUT", "path": path, "query_string": b"", "headers": named}
    run(app(scope, receive, send))  # type: ignore[arg-type]
    return answers


def ask(app: ASGIApp, *, path: str = "/", pieces: tuple[bytes, ...] = (b"",), **headers: str) -> Answer:
    """Return what an application answers to one request in ``pieces``."""
    first, *rest = sent_back(app, path=path, pieces=pieces, **headers)
    told = {name.decode(): value.decode() for name, value in first["headers"]}
    return Answer(first["status"], told, b"".join(one["body"] for one in rest).decode())
