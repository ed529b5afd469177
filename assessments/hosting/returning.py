"""Leads people back to where they were when they signed in, and lets their cookies travel by https alone.

Whoever comes back from the provider is sent to the first page by Streamlit. So the page for signing in keeps in a
cookie where somebody wanted to go, and the answer to those who come back is changed to lead there.
"""

from collections.abc import Collection, Iterable
from http import HTTPStatus
from urllib.parse import parse_qs, quote, unquote, urlsplit

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SIGN_IN, LOGIN, CALLBACK = "/sign_in", "/auth/login", "/oauth2callback"
TARGET = "to"  # in the address of the page for signing in
FAILED = f"{SIGN_IN}?failed=yes"
ANSWERS = {"state", "error"}  # of a provider that was asked who somebody is; some refuse without the first
REMEMBERED = "pathway-return"
SECONDS = 900  # somebody may have to look for their phone to sign in
LONGEST = 2000
SIGNED_IN = "_streamlit_user="


class Returning:
    """Remembers where people want to go while they sign in; ``pages`` are the places there are."""

    def __init__(self, app: ASGIApp, pages: Collection[str]) -> None:
        self._app = app
        self._paths = {"/", *(f"/{page}" for page in pages)}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Set the cookie where somebody is about to sign in, use it where they come back, and tell of failures."""
        path = scope["path"] if scope["type"] == "http" else ""

        async def send_changed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if path == SIGN_IN:
                    self._remember(scope, headers)
                elif path == CALLBACK:
                    self._lead_back(scope, headers)
                elif message["status"] >= HTTPStatus.BAD_REQUEST:  # the provider does not answer
                    message["status"] = HTTPStatus.SEE_OTHER.value
                    headers["location"] = FAILED
            await send(message)

        await self._app(scope, receive, send_changed if path in (SIGN_IN, LOGIN, CALLBACK) else send)

    def _remember(self, scope: Scope, headers: MutableHeaders) -> None:
        asked = parse_qs(scope["query_string"].decode("latin-1")).get(TARGET, [""])[0]
        if self._is_ours(asked):
            headers.append("set-cookie", _cookie(quote(asked, safe=""), SECONDS))

    def _lead_back(self, scope: Scope, headers: MutableHeaders) -> None:
        target = unquote(HTTPConnection(scope).cookies.get(REMEMBERED, ""))
        signed_out = not ANSWERS & set(parse_qs(scope["query_string"].decode("latin-1")))
        if signed_out or "location" not in headers or not self._is_ours(target):
            return
        if _signs_in(headers.getlist("set-cookie")):
            headers["location"] = target
            headers.append("set-cookie", _cookie("", 0))
        else:
            headers["location"] = FAILED

    def _is_ours(self, target: str) -> bool:
        """Return whether a place to go to is one of our pages: no other server, and nothing else of this one."""
        if len(target) > LONGEST or not target.isprintable() or "\\" in target:
            return False
        try:
            place = urlsplit(target)
        except ValueError:  # such as a bracket that opens and never closes
            return False
        return not place.scheme and not place.netloc and place.path in self._paths


def _signs_in(cookies: Iterable[str]) -> bool:
    return any(cookie.startswith(SIGNED_IN) and "max-age=0" not in cookie.lower() for cookie in cookies)


def _cookie(value: str, seconds: int) -> str:
    return f"{REMEMBERED}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax"


class SecureCookies:
    """Tells browsers to send every cookie of this server by https alone."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Add the word to every cookie that is set and lacks it."""

        async def send_secured(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [(name, _secured(name, value)) for name, value in message["headers"]]
            await send(message)

        await self._app(scope, receive, send_secured if scope["type"] == "http" else send)


def _secured(name: bytes, value: bytes) -> bytes:
    lacks = name.lower() == b"set-cookie" and b"secure" not in [part.strip() for part in value.lower().split(b";")]
    return value + b"; Secure" if lacks else value
