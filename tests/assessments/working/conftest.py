"""What tests of long work share: a printing process, and somebody who works until nothing is left."""

from collections.abc import Callable, Iterator
from threading import Event

import pytest

from assessments import working
from assessments.answering import Desk
from assessments.printing import Printers
from tests.coroutines import apart

Work = Callable[..., None]


@pytest.fixture(scope="module")
def printers() -> Iterator[Printers]:
    """Start a printing process for the tests of a file."""
    printers = Printers(1)
    yield printers
    printers.close()


@pytest.fixture
def work_until_done(desk: Desk, printers: Printers) -> Work:
    """Return a way to do everything that was asked for; who works may be told what cannot be written."""

    def work(tell: Callable[[OSError], None] = lambda _: None) -> None:
        worker = working.Worker(desk, printers)
        crew = working.Crew(desk, worker, hands=1, until_done=True, asked_to_end=Event(), tell=tell)
        apart(crew.work)

    return work
