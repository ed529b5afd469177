"""A worker: takes one part of a job after the other, does it, and says what became of it."""

import logging
from collections.abc import Callable
from datetime import timedelta

from assessments.answering.desk import Desk
from assessments.languages import ENGLISH, speaking
from assessments.printing import Printers
from assessments.storage import Unavailable, retried
from assessments.storage.jobs import Part, finish_part, give_back, hold_on_to, take_named, take_part
from assessments.working.parts import CannotBeDone, Done
from assessments.working.placing import place
from assessments.working.reports import print_report

GIVEN_UP = timedelta(seconds=30)  # without a sign of life, whoever took a part counts as gone
MISTAKE = "The program made a mistake ({}); its log says where."
NOT_NOW = (Unavailable, OSError)  # what has to do with the surroundings, and may go well another time

_log = logging.getLogger(__name__)


class Worker:
    """Works in the thread that calls it; several may share a desk and the printers."""

    def __init__(self, desk: Desk, printers: Printers) -> None:
        self._desk = desk
        self._printers = printers
        self._in_hand: dict[tuple[int, str], Part] = {}

    def work(self, going_on: Callable[[], bool]) -> None:
        """Do what there is to do, part by part, until there is nothing left or no longer ``going_on``."""
        while going_on() and self.do_one():
            pass

    def do_one(self) -> bool:
        """Take a part and do it; return whether there was one. Raises Unavailable, and OSError for a full disk."""
        part = self._take()
        if part is not None:
            self._do(part)
        return part is not None

    def do_named(self, job_id: str, name: str) -> None:
        """Do the part that the queue names, unless nothing is left to do about it; raises like ``do_one``."""
        part = self._take_named(job_id, name)
        if part is not None:
            self._do(part)

    @retried
    def show_life(self) -> None:
        """Say of every part in hand that somebody is at it; raises Unavailable."""
        parts = tuple(self._in_hand.values())
        if parts:
            with self._desk.database.writing() as connection:
                hold_on_to(connection, parts, self._desk.clock())

    def _do(self, part: Part) -> None:
        known = (part.job_id, part.name)
        self._in_hand[known] = part
        try:
            self._see_to(part)
        finally:
            del self._in_hand[known]

    def _see_to(self, part: Part) -> None:
        done, reason = Done(), ""
        try:
            done = self._done(part)
        except CannotBeDone as error:
            reason = str(error)
        except NOT_NOW:
            self._give_back(part)
            raise
        except Exception as error:  # the part would make it again, with whoever took it next
            _log.exception("A part of a job cannot be done.")
            reason = MISTAKE.format(type(error).__name__)
        except BaseException:
            self._give_back(part)
            raise
        self._finish(part, reason, done)

    def _done(self, part: Part) -> Done:
        """Do a part, and return what it found or printed, where that is no file elsewhere."""
        with speaking(part.wish.get("language", ENGLISH)):  # of whoever asked
            if part.kind == "reports":
                return print_report(self._desk, self._printers, part)
            return Done(place(self._desk, part))

    @retried
    def _take(self) -> Part | None:
        now = self._desk.clock()
        with self._desk.database.writing() as connection:
            return take_part(connection, now, now - GIVEN_UP)

    @retried
    def _take_named(self, job_id: str, name: str) -> Part | None:
        with self._desk.database.writing() as connection:
            return take_named(connection, job_id, name, self._desk.clock())

    @retried
    def _finish(self, part: Part, reason: str, done: Done) -> None:
        with self._desk.database.writing() as connection:
            finish_part(connection, part, reason, done.found, done.report)

    @retried
    def _give_back(self, part: Part) -> None:
        with self._desk.database.writing() as connection:
            give_back(connection, part)
