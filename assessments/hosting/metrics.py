"""What this process does, in figures, for whoever watches it: Prometheus reads them at ``/metrics``."""

from collections.abc import Callable

from prometheus_client import REGISTRY, Counter, Gauge, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

PATH = "/metrics"

ANSWERED = Counter("pathway_requests", "Requests answered, by the first digit of the status.", ["status"])
PAGES = Gauge("pathway_open_pages", "Pages that are connected now, phones included.")
SCREENS = Gauge("pathway_listening_screens", "Screens that listen to the live wire now.")
WRITES = Gauge("pathway_writes_under_way", "Writes that wait for the database or are being done now.")


class Counted:
    """Counts requests by what became of them, and the pages that are open."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Count one more; the messages of an open page pass untouched."""
        if scope["type"] == "websocket":
            with PAGES.track_inprogress():
                await self._app(scope, receive, send)
            return

        async def send_and_count(message: Message) -> None:
            if message["type"] == "http.response.start":
                ANSWERED.labels(f"{message['status'] // 100}xx").inc()
            await send(message)

        await self._app(scope, receive, send_and_count)


def metrics_route(screens: Callable[[], int], writes: Callable[[], int]) -> Route:
    """Return the address of the figures; ``screens`` says how many listen now, ``writes`` how many are under way."""
    SCREENS.set_function(screens)
    WRITES.set_function(writes)

    async def answer(_request: Request) -> Response:
        return Response(generate_latest(REGISTRY), media_type=CONTENT_TYPE_PLAIN_0_0_4)

    return Route(PATH, answer, methods=["GET"])
