"""All streams of this process, and the one reader that tells them what has moved."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager

from anyio import to_thread

from assessments.answering import Unavailable
from assessments.live.source import Listening, Source

READ_SECONDS = 0.3  # from one look into the database to the next
SEEN_SECONDS = 5.0  # from one "these are here" to the next
PER_LINK = 4  # streams of one link; a phone that lost its connection may leave one behind for a while
GONE = "gone"  # the word for what is no longer there

_log = logging.getLogger(__name__)


class Stream:
    """One screen's end of the wire."""

    def __init__(self, link: str, listening: Listening) -> None:
        self.link = link
        self.listening = listening
        self.moved = asyncio.Event()
        self.word: str | None = None
        self.over = False

    def say(self, word: str) -> None:
        """Let the screen know a word it has not got yet."""
        if word != self.word:
            self.word = word
            self.moved.set()

    def end(self) -> None:
        self.over = True
        self.moved.set()


class Wire:
    """Reads for all streams at once, as long as there are any."""

    def __init__(self, source: Source, most: int) -> None:
        """Serve up to ``most`` streams from ``source``."""
        self.source = source
        self._most = most
        self._streams: list[Stream] = []  # oldest first
        self.closed = False  # for good, once the process is asked to end
        self._cut_off = False

    @property
    def streams(self) -> int:
        """How many screens listen."""
        return len(self._streams)

    @property
    def full(self) -> bool:
        """Whether no more streams are taken in."""
        return self.closed or len(self._streams) >= self._most

    @contextmanager
    def connected(self, link: str, listening: Listening) -> Iterator[Stream]:
        """Hold a stream open; the oldest of a link that has too many is ended."""
        stream = Stream(link, listening)
        self._streams.append(stream)
        same = [one for one in self._streams if one.link == link]
        for old in same[:-PER_LINK]:
            old.end()
        try:
            yield stream
        finally:
            self._streams.remove(stream)

    async def run(self) -> None:
        """Look for what has moved, and store who is here, until cancelled."""
        loop = asyncio.get_running_loop()
        next_seen = loop.time()
        while True:
            await self._trying("read what has moved", self._read)
            if loop.time() >= next_seen:
                next_seen = loop.time() + SEEN_SECONDS
                await self._trying("store who is here", self._store_seen)
            await asyncio.sleep(READ_SECONDS)

    def end(self) -> None:
        """End every stream and take in no more."""
        self.closed = True
        for stream in self._streams:
            stream.end()

    async def _trying(self, what: str, step: Callable[[], Awaitable[None]]) -> None:
        """Take a step; what goes wrong is logged, a database that is gone once until it is back, and tried again."""
        try:
            await step()
        except Unavailable:
            if not self._cut_off:
                _log.warning("The live wire could not %s: the database is gone. It goes on trying.", what)
            self._cut_off = True
        except Exception:
            _log.exception("The live wire could not %s; it goes on trying.", what)
        else:
            if self._cut_off and self._streams:
                _log.warning("The live wire reaches the database again.")
                self._cut_off = False

    async def _read(self) -> None:
        """Tell every stream the word of its topic; one whose first word is still to come waits for the next turn."""
        streams = list(self._streams)
        if topics := {stream.listening.topic for stream in streams}:
            words = await to_thread.run_sync(self.source.words, topics)
            for stream in streams:
                stream.say(words.get(stream.listening.topic, GONE))

    async def _store_seen(self) -> None:
        if here := {stream.listening.who for stream in self._streams}:
            await to_thread.run_sync(self.source.seen, here)
