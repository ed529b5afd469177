"""The live wire as a browser hears it: one stream of events, of which only the words are kept."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

DATA = b"data: "


class Wire:
    """One stream, and a queue of the words that have come."""

    def __init__(self, reader: asyncio.StreamReader) -> None:
        self._reader = reader
        self.words: asyncio.Queue[str] = asyncio.Queue()

    async def listen(self) -> None:
        """Hear words until the line is cut."""
        async for line in self._reader:
            if line.startswith(DATA):
                await self.words.put(line.removeprefix(DATA).decode().strip())


@asynccontextmanager
async def wire(host: str, link: str, cookie: str = "") -> AsyncIterator[Wire]:
    """Listen to what moves for the holder of a link; raises ConnectionError when the server does not want to tell."""
    name, _, port = host.partition(":")
    reader, writer = await asyncio.open_connection(name, int(port))
    head = (f"GET /live?link={link} HTTP/1.1", f"Host: {host}", "Accept: text/event-stream", f"Cookie: {cookie}")
    writer.write("\r\n".join((*head, "", "")).encode())
    status = await reader.readline()
    if b" 200 " not in status:
        writer.close()
        raise ConnectionError(status.decode().strip())
    heard = Wire(reader)
    listening = asyncio.ensure_future(heard.listen())
    try:
        yield heard
    finally:
        listening.cancel()
        writer.close()
