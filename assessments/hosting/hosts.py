"""The names this server answers to, so that no page from elsewhere can reach it under a name of its own.

A browser that was lured to a stranger's name which points at this machine would let the stranger's page read ours.
An address in figures cannot be made to point elsewhere, so those are always taken; that is how a room reaches a laptop.
"""

import socket
from collections.abc import Collection
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocketClose

EVERY = "*"
REFUSED = 1008  # the websocket's word for "against the rules"
SENTENCE = (
    "This server does not answer to the name in this address. "
    "Whoever runs it can add the name to the setting PATHWAY_HOSTS.\n"
)


class KnownHosts:
    """Refuses what was not sent to a name of this server."""

    def __init__(self, app: ASGIApp, names: Collection[str] = ()) -> None:
        """Take the names it is known by; with none it answers to the machine's own. ``*`` stands for every name."""
        self._app = app
        self._names = frozenset(names or own_names())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what was sent to a known name; answer 400, or close the websocket, otherwise."""
        if scope["type"] == "lifespan" or self._knows(Headers(scope=scope).get("host", "")):
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await WebSocketClose(REFUSED)(scope, receive, send)
        else:
            await PlainTextResponse(SENTENCE, status_code=400)(scope, receive, send)

    def _knows(self, host: str) -> bool:
        name = host_name(host)
        return bool(name) and (EVERY in self._names or name in self._names or _is_figures(name))


def names_in(text: str) -> tuple[str, ...]:
    """Return the names in a setting, which stand between commas or spaces."""
    return tuple(name.lower().rstrip(".") for name in text.replace(",", " ").split())


def own_names() -> set[str]:
    """Return what this machine is called without anybody saying so."""
    name = socket.gethostname().lower()
    return {"localhost", name, f"{name}.local"}


def host_name(host: str) -> str:
    """Return the name in a Host header, without its port; empty for anything but a name and a port."""
    try:
        place = urlsplit(f"//{host}")
        place.port  # noqa: B018  (refuses a port that is no number)
    except ValueError:
        return ""
    alone = place.netloc == host and "@" not in host
    return (place.hostname or "").rstrip(".") if alone else ""


def _is_figures(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
