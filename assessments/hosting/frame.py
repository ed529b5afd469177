"""The pages' style sheet and scripts as files of their own, which a browser fetches once and keeps.

The address of each holds its fingerprint, so that a new one is never mistaken for an old one. The links to them end
the frame that every page begins with: after the styles that Streamlit writes into the head, before anything is drawn.
"""

import hashlib
from collections.abc import Iterable
from typing import Literal

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

KEPT = {"cache-control": "public, max-age=31536000, immutable"}
END = b"</body>"
_KINDS = {
    "css": ("text/css", '<link rel="stylesheet" href="{}">'),
    "js": ("text/javascript", '<script src="{}"></script>'),
}
# What would bring the frame packed, in part, or not at all because the browser knows an earlier one.
_UNASKED = {b"accept-encoding", b"range", b"if-range", b"if-none-match", b"if-modified-since"}


class FrameFile:
    """Answers with a text of a kind, ``css`` or ``js``; ``link`` is what brings a page to ask for it."""

    def __init__(self, text: str, kind: Literal["css", "js"]) -> None:
        self._text = text
        self._media_type, link = _KINDS[kind]
        self._path = f"/look/{hashlib.sha256(text.encode()).hexdigest()[:16]}.{kind}"
        self.link = link.format(f".{self._path}").encode()

    @property
    def route(self) -> Route:
        return Route(self._path, self._answer, methods=["GET"])

    async def _answer(self, _request: Request) -> Response:
        return Response(self._text, media_type=self._media_type, headers=KEPT)


class Framed:
    """Puts what asks for files into the frame of the pages."""

    def __init__(self, app: ASGIApp, files: Iterable[FrameFile]) -> None:
        self._app = app
        self._links = b"".join(file.link for file in files)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Ask for the whole frame where a page is asked for, and send it on with the links."""
        if scope["type"] == "http" and scope["method"] == "GET" and _wants_page(scope):
            asked = [(name, value) for name, value in scope["headers"] if name not in _UNASKED]
            await self._app({**scope, "headers": asked}, receive, _Linking(send, self._links))
        else:
            await self._app(scope, receive, send)


class _Linking:
    """Holds an answer back until all of it is there, if it is a page, and adds the links."""

    def __init__(self, send: Send, links: bytes) -> None:
        self._send, self._links = send, links
        self._start: Message | None = None
        self._body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_page(message):
            self._start = message
        elif self._start is None:
            await self._send(message)
        else:
            self._body += message.get("body", b"")
            if not message.get("more_body", False):
                await self._send_page(self._start)

    async def _send_page(self, start: Message) -> None:
        page = self._body.replace(END, self._links + END, 1)
        headers = MutableHeaders(scope=start)
        headers["content-length"] = str(len(page))
        del headers["etag"], headers["last-modified"]
        await self._send(start)
        await self._send({"type": "http.response.body", "body": page})


def _wants_page(scope: Scope) -> bool:
    return "text/html" in Headers(scope=scope).get("accept", "")


def _is_page(message: Message) -> bool:
    return Headers(raw=message["headers"]).get("content-type", "").startswith("text/html")
