"""Runs coroutines for tests, also in a process in which a browser is open."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

Made = TypeVar("Made")


def run(coroutine: Coroutine[Any, Any, Made]) -> Made:
    """Run a coroutine to its end in a thread of its own: an open browser keeps this one's event loop for itself."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, coroutine).result()
