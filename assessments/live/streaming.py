"""One stream of server-sent events: a word whenever something moved, and a beat so that silence means a lost line."""

import asyncio
from collections.abc import AsyncIterator
from random import randint
from typing import Any

from starlette.types import Receive, Scope, Send

from assessments.live.source import Listening
from assessments.live.wire import Stream, Wire

BEAT_SECONDS = 15.0
RETRY_MILLISECONDS = (1000, 3000)  # drawn for every screen, so that a room does not come back all at once
HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),  # a proxy passes every event on at once
]


class Events:
    """An ASGI response that lasts until the screen, or the wire, ends it."""

    def __init__(self, wire: Wire, link: str, listening: Listening) -> None:
        self._wire, self._link, self._listening = wire, link, listening

    async def __call__(self, _scope: Scope, receive: Receive, send: Send) -> None:
        """Send events until the end."""
        gone: asyncio.Future[Any] = asyncio.ensure_future(_hung_up(receive))
        try:
            with self._wire.connected(self._link, self._listening) as stream:
                await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
                async for event in _events(stream, gone):
                    await send({"type": "http.response.body", "body": event.encode(), "more_body": True})
            await send({"type": "http.response.body", "body": b""})
        except OSError:
            return  # the line was cut while something was being sent
        finally:
            gone.cancel()


async def _events(stream: Stream, gone: "asyncio.Future[Any]") -> AsyncIterator[str]:
    yield f"retry: {randint(*RETRY_MILLISECONDS)}\n\n"
    while not (stream.over or gone.done()):
        moved: asyncio.Future[Any] = asyncio.ensure_future(stream.moved.wait())
        await asyncio.wait((moved, gone), timeout=BEAT_SECONDS, return_when=asyncio.FIRST_COMPLETED)
        moved.cancel()
        if stream.moved.is_set() and not stream.over:
            stream.moved.clear()
            yield f"data: {stream.word}\n\n"
        elif not (stream.over or gone.done()):
            yield "event: beat\ndata:\n\n"


async def _hung_up(receive: Receive) -> None:
    """Return when the screen has ended the stream."""
    while (await receive())["type"] != "http.disconnect":
        pass
