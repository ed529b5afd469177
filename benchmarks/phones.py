"""Phones that speak the pages' own protocol over a websocket: they open a page, tap an answer, see it called saved."""

import re
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from urllib.parse import parse_qs

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

SAVED = 'class="outcome saved"'
PATIENCE = 60  # seconds
FINISHED = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)
SHOWN = re.compile(r' data-shown="([^"]*)"')

Seen = Callable[[ForwardMsg], bool]


class Phone:
    """One browser tab without a screen."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._query = ""
        self._page = ""
        self._hash = ""
        self._radio = ("", [""])
        self._buttons: dict[str, str] = {}  # label -> id
        self._parts: dict[str, str] = {}  # id -> the part of the page that runs by itself when this is used
        self._kept: set[str] = set()
        self.shown = ""  # the word for the state of the workshop that the page shows

    @property
    def link(self) -> str:
        """What leads back to this phone's seat in a workshop."""
        return parse_qs(self._query)["seat"][0]

    async def open(self, page: str, query: str) -> float:
        """Open a page; return the seconds until all of it is there."""
        self._page, self._query = page, query
        return await self._run(_is_settled)

    async def tap(self, option: int) -> float:
        """Tap an option of the question on the page; return the seconds until it is called saved."""
        return await self._run(_says_saved, option)

    async def press(self, label: str, option: int | None = None) -> float:
        """Press a button, with an option chosen in its form; return the seconds until all that follows is there."""
        return await self._run(_is_settled, option, label)

    async def _run(self, seen: Seen, option: int | None = None, label: str | None = None) -> float:
        """Ask for a run of the page; return when ``seen`` was true, once the page has settled."""
        start, at = time.perf_counter(), 0.0
        await self._socket.send(self._asks(option, label))
        async for frame in self._socket:
            message = ForwardMsg.FromString(frame)
            self._note(message)
            if not at and seen(message):
                at = time.perf_counter() - start
            if _is_settled(message):
                if not at:
                    raise LookupError("the page does not say what was waited for")
                return at
        raise ConnectionError("the server hung up")

    def _note(self, message: ForwardMsg) -> None:
        """Remember what a browser needs for its next message, and what the page shows."""
        element = message.delta.new_element
        if message.HasField("new_session"):
            self._hash = message.new_session.page_script_hash
        elif message.HasField("navigation"):  # an address names a page; only now it is known which one that is
            self._hash = message.navigation.page_script_hash
        elif message.HasField("page_info_changed"):
            self._query = message.page_info_changed.query_string
        elif element.HasField("radio"):
            self._radio = (element.radio.id, list(element.radio.options))
            self._parts[element.radio.id] = message.delta.fragment_id
        elif element.HasField("button"):
            self._buttons[element.button.label] = element.button.id
            self._parts[element.button.id] = message.delta.fragment_id
        elif shown := SHOWN.search(element.html.body):
            self.shown = shown[1]
        if message.metadata.cacheable:
            self._kept.add(message.hash)

    def _asks(self, option: int | None, label: str | None) -> bytes:
        message = BackMsg()
        asked = message.rerun_script
        asked.page_name, asked.page_script_hash, asked.query_string = self._page, self._hash, self._query
        asked.cached_message_hashes.extend(self._kept)
        if option is not None:
            chosen = asked.widget_states.widgets.add()
            chosen.id, options = self._radio
            chosen.string_value = options[option]
            asked.fragment_id = self._parts[chosen.id]
        if label is not None:
            pressed = asked.widget_states.widgets.add()
            pressed.id, pressed.trigger_value = self._buttons[label], True
            asked.fragment_id = self._parts[pressed.id]
        return message.SerializeToString()


def _says_saved(message: ForwardMsg) -> bool:
    body = message.delta.new_element.html.body
    return len(body) < 200 and SAVED in body


def _is_settled(message: ForwardMsg) -> bool:
    return message.WhichOneof("type") == "script_finished" and message.script_finished in FINISHED


@asynccontextmanager
async def phone(host: str, cookie: str = "") -> AsyncIterator[Phone]:
    """Connect a phone."""
    address, known = f"ws://{host}/_stcore/stream", {"Cookie": cookie}
    async with connect(
        address, subprotocols=["streamlit"], origin=f"http://{host}", additional_headers=known, max_size=None
    ) as socket:
        yield Phone(socket)
