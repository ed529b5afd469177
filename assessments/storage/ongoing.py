"""Counts what is being written in this process, so that it can end between two writes and never within one."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition

_changed = Condition()
_open = 0


@contextmanager
def one_more() -> Iterator[None]:
    """Count as a write until the block ends."""
    global _open
    with _changed:
        _open += 1
    try:
        yield
    finally:
        with _changed:
            _open -= 1
            _changed.notify_all()


def wait_for_writes(seconds: float) -> bool:
    """Wait until nothing is being written, ``seconds`` at most; return whether it came to that."""
    with _changed:
        return _changed.wait_for(lambda: _open == 0, seconds)


def writes_under_way() -> int:
    """Return how many writes are being done now."""
    return _open
