"""Whether this process lives, and whether it can be given work: what a proxy or a service manager asks."""

import logging
from collections.abc import Callable

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

ALIVE, READY = "/alive", "/ready"

_log = logging.getLogger(__name__)
NEVER_KEPT = {"cache-control": "no-store"}


class Health:
    """Answers for one process."""

    def __init__(self, check: Callable[[], None], ending: Callable[[], bool]) -> None:
        """Be ready while ``check``, which may take a moment, raises nothing and the process is not ``ending``."""
        self._check, self._ending = check, ending

    @property
    def routes(self) -> list[Route]:
        return [Route(ALIVE, self._alive, methods=["GET"]), Route(READY, self._ready, methods=["GET"])]

    async def _alive(self, _request: Request) -> Response:
        return PlainTextResponse("alive\n", headers=NEVER_KEPT)

    async def _ready(self, _request: Request) -> Response:
        """Answer 200, or 503 with the reason."""
        reason = "ending" if self._ending() else await self._trouble()
        return PlainTextResponse(f"{reason or 'ready'}\n", status_code=503 if reason else 200, headers=NEVER_KEPT)

    async def _trouble(self) -> str:
        try:
            await to_thread.run_sync(self._check)
        except Exception as error:
            _log.warning("Not ready: %s", type(error).__name__)
            return "the database cannot be used"
        return ""
