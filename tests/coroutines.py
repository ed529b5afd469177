"""Runs for tests what needs an event loop of its own, also in a process in which a browser is open."""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

Made = TypeVar("Made")


def run(coroutine: Coroutine[Any, Any, Made]) -> Made:
    """Run a coroutine to its end."""
    return apart(lambda: asyncio.run(coroutine))


def apart(do: Callable[[], Made]) -> Made:
    """Do something in a thread of its own: an open browser keeps the event loop of this one for itself."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(do).result()
