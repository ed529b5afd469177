"""Counts what is being written in this process, so that it can end between two writes and never within one."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition
from time import monotonic

QUIET_SECONDS = 0.5  # what somebody did may be several writes, one after the other

_changed = Condition()
_open = 0
_begun = 0


@contextmanager
def one_more() -> Iterator[None]:
    """Count as a write until the block ends."""
    global _open, _begun
    with _changed:
        _open, _begun = _open + 1, _begun + 1
        _changed.notify_all()
    try:
        yield
    finally:
        with _changed:
            _open -= 1
            _changed.notify_all()


def wait_for_writes(seconds: float) -> bool:
    """Wait until nothing has been written for a moment, ``seconds`` at most; return whether it came to that."""
    until = monotonic() + seconds
    with _changed:
        while _changed.wait_for(lambda: _open == 0, until - monotonic()):
            before = _begun
            if not _changed.wait_for(lambda: _begun != before, QUIET_SECONDS):  # noqa: B023  (asked at once)
                return True
    return False


def writes_under_way() -> int:
    """Return how many writes are being done now."""
    return _open
