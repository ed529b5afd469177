"""Everybody who works in this process: several hands, given their parts by the queue where the database has one."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from threading import Event, Thread

from assessments.answering.desk import Desk
from assessments.storage import Unavailable
from assessments.working.engine import work_through
from assessments.working.jobs import jobs
from assessments.working.workers import Worker

LOOK_SECONDS = 1.0  # from one look for work to the next, or for the database when it is gone
LIFE_SECONDS = 10.0  # from one sign of life to the next


@dataclass(frozen=True, slots=True)
class Crew:
    """Hands that share a worker until they are asked to end or, with ``until_done``, nothing is left to do.

    ``tell`` hears why something could not be written.
    """

    desk: Desk
    worker: Worker
    hands: int
    until_done: bool
    asked_to_end: Event
    tell: Callable[[OSError], None]

    def work(self) -> None:
        """Work; when this returns, what was begun is finished."""
        if self.desk.database.has_queue:
            self._stay_with(self._work_through_the_queue)
            return
        hands = [Thread(target=self._stay_with, args=(self._look_for_parts,)) for _ in range(self.hands)]
        with self._showing_life():
            for hand in hands:
                hand.start()
            for hand in hands:
                hand.join()

    @contextmanager
    def _showing_life(self) -> Iterator[None]:
        """Say again and again that the parts in hand are being done; without, others would begin them anew."""
        over = Event()

        def show() -> None:
            while not over.wait(LIFE_SECONDS):
                with suppress(Unavailable):
                    self.worker.show_life()

        showing = Thread(target=show)
        showing.start()
        try:
            yield
        finally:
            over.set()
            showing.join()

    def _stay_with(self, work: Callable[[], None]) -> None:
        """Work until asked to end or, where that is enough, until nothing is left; a lost database comes back."""
        while not self.asked_to_end.is_set():
            try:
                work()
                if self.until_done:
                    return
            except Unavailable:
                pass  # the log says why; it is tried again
            self.asked_to_end.wait(LOOK_SECONDS)

    def _work_through_the_queue(self) -> None:
        work_through(self.desk.database, self._do, self._going_on, self.hands)

    def _do(self, job_id: str, name: str) -> None:
        try:
            self.worker.do_named(job_id, name)
        except OSError as error:
            self.tell(error)
            raise

    def _going_on(self) -> bool:
        return not self.asked_to_end.is_set() and not (self.until_done and all(job.over for job in jobs(self.desk)))

    def _look_for_parts(self) -> None:
        """Do parts, one after the other; a full disk ends everybody."""
        try:
            self.worker.work(lambda: not self.asked_to_end.is_set())
        except OSError as error:
            self.tell(error)
            self.asked_to_end.set()
