"""How much may be sent at once over HTTP; messages of open pages are bounded in ``.streamlit/config.toml``."""

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MEGABYTE = 1_000_000
MOST = 6 * MEGABYTE  # an upload of five, and what goes around it
LONGEST_PART = 200  # bytes between two slashes of a path; file systems take no more than 255
SENTENCE = "That is too large to be sent here.\n"


class _TooMuch(Exception):  # noqa: N818  (it is what was sent)
    """More was sent than may be."""


class Bounded:
    """Refuses requests with more than ``most`` bytes, whatever they say of their length, and endless names."""

    def __init__(self, app: ASGIApp, most: int = MOST) -> None:
        self._app = app
        self._most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on as it comes in, and answer 413 once it is too large, 414 for an endless name."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if max(map(len, scope["path"].encode(errors="replace").split(b"/"))) > LONGEST_PART:
            await PlainTextResponse(SENTENCE, status_code=414)(scope, receive, send)
            return
        answering = False

        async def send_and_note(message: Message) -> None:
            nonlocal answering
            answering = True
            await send(message)

        try:
            if self._says_too_much(scope):
                raise _TooMuch
            await self._app(scope, self._counted(receive), send_and_note)
        except _TooMuch:
            if answering:
                raise
            await PlainTextResponse(SENTENCE, status_code=413)(scope, receive, send)

    def _says_too_much(self, scope: Scope) -> bool:
        length = Headers(scope=scope).get("content-length", "0")
        return not length.isdecimal() or int(length) > self._most

    def _counted(self, receive: Receive) -> Receive:
        seen = 0

        async def counted() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > self._most:
                raise _TooMuch
            return message

        return counted
