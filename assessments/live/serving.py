"""The live wire as part of a web server: its address, its beginning, and its end when the process is asked to end."""

import asyncio
import resource
import signal
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from types import FrameType
from typing import Any

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from assessments.answering import Unavailable
from assessments.live.source import Source
from assessments.live.streaming import Events
from assessments.live.wire import Wire

PATH = "/live"
LINK = "link"
LONGEST_LINK = 200
SHARE_OF_FILES = 0.4  # of what a process may have open at once; the pages need as many, and the database some
SIGNALS = (signal.SIGINT, signal.SIGTERM)


class LiveWire:
    """The wire of one process."""

    def __init__(self, open_source: Callable[[], Source]) -> None:
        """Take a source from ``open_source`` when the server starts."""
        self._open_source = open_source
        self._wire: Wire | None = None

    @property
    def screens(self) -> int:
        """How many screens listen now."""
        return self._wire.streams if self._wire else 0

    @property
    def ending(self) -> bool:
        """Whether the process was asked to end, or has not begun."""
        return self._wire is None or self._wire.closed

    def check(self) -> None:
        """Ask the source whether it can be used; raises Unavailable."""
        if self._wire is not None:
            self._wire.source.check()

    @property
    def routes(self) -> list[Route]:
        return [Route(PATH, self._stream, methods=["GET"])]

    @asynccontextmanager
    async def lifespan(self, _app: object) -> AsyncIterator[dict[str, Any]]:
        """Run the wire as long as the server runs."""
        most = int(SHARE_OF_FILES * resource.getrlimit(resource.RLIMIT_NOFILE)[0])
        self._wire = Wire(await to_thread.run_sync(self._open_source), most)
        if threading.current_thread() is threading.main_thread():  # signals reach no other
            _before_signals(self.end)
        running = asyncio.ensure_future(self._wire.run())
        try:
            yield {}
        finally:
            running.cancel()
            with suppress(asyncio.CancelledError):
                await running

    def end(self) -> None:
        """End every stream and take in no more."""
        if self._wire is not None:
            self._wire.end()

    async def _stream(self, request: Request) -> "Events | Response":
        """Open a stream: 404 for a link that opens nothing, 503 when there are too many or the database is gone."""
        link = request.query_params.get(LINK, "")[:LONGEST_LINK]
        if self._wire is None or self._wire.full:
            return PlainTextResponse("Too many screens listen already.", status_code=503)
        try:
            listening = await to_thread.run_sync(self._wire.source.listening, link)
        except Unavailable:
            return PlainTextResponse("The database cannot be used at the moment.", status_code=503)
        if listening is None:
            return PlainTextResponse("This link opens nothing here.", status_code=404)
        return Events(self._wire, link, listening)


def _before_signals(end: Callable[[], None]) -> None:
    """Call ``end`` when the process is asked to end, before the server waits for its streams to end by themselves."""
    loop = asyncio.get_running_loop()

    def handled_by(before: Any) -> Callable[[int, FrameType | None], None]:
        def handle(number: int, frame: FrameType | None) -> None:
            loop.call_soon_threadsafe(end)
            if callable(before):
                before(number, frame)

        return handle

    for number in SIGNALS:
        signal.signal(number, handled_by(signal.getsignal(number)))
