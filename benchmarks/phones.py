"""Phones that speak the pages' own protocol over a websocket: they open a page, tap an answer, see it called saved."""

import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

SAVED = 'class="outcome saved"'
PATIENCE = 60  # seconds

Seen = Callable[[ForwardMsg], bool]


class Phone:
    """One browser tab without a screen."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._query = ""
        self._page = ""
        self._radio = ("", [""])

    async def open(self, page: str, query: str) -> float:
        """Open a page; return the seconds until all of it is there."""
        self._page, self._query = page, query
        return await self._run(_is_settled)

    async def tap(self, option: int) -> float:
        """Tap an option of the question on the page; return the seconds until it is called saved."""
        return await self._run(_says_saved, option)

    async def _run(self, seen: Seen, option: int | None = None) -> float:
        """Ask for a run of the page; return when ``seen`` was true, once the page has settled."""
        start, at = time.perf_counter(), 0.0
        await self._socket.send(self._asks(option))
        async for frame in self._socket:
            message = ForwardMsg.FromString(frame)
            if not at and seen(message):
                at = time.perf_counter() - start
            if message.delta.new_element.HasField("radio"):
                radio = message.delta.new_element.radio
                self._radio = (radio.id, list(radio.options))
            if at and _is_settled(message):
                return at
        raise ConnectionError("the server hung up")

    def _asks(self, option: int | None) -> bytes:
        message = BackMsg()
        message.rerun_script.page_name = self._page
        message.rerun_script.query_string = self._query
        if option is not None:
            widget = message.rerun_script.widget_states.widgets.add()
            widget.id, options = self._radio
            widget.string_value = options[option]
        return message.SerializeToString()


def _says_saved(message: ForwardMsg) -> bool:
    body = message.delta.new_element.html.body
    return len(body) < 200 and SAVED in body


def _is_settled(message: ForwardMsg) -> bool:
    finished = message.WhichOneof("type") == "script_finished"
    return finished and message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY


@asynccontextmanager
async def phone(host: str) -> AsyncIterator[Phone]:
    """Connect a phone."""
    address = f"ws://{host}/_stcore/stream"
    async with connect(address, subprotocols=["streamlit"], origin=f"http://{host}", max_size=None) as socket:
        yield Phone(socket)
