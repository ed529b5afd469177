"""The verbs of the command line for work that takes long: reports of everything, how far it is, working on it."""

import argparse
import os
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from typing import Any

from assessments import answering, settings, working
from assessments.printing import Printers

FINE, BAD_INPUT, OUTSIDE = 0, 1, 3
AT_ONCE = 2
GIVE_WAY = 10  # to the server beside which one works: how nice to be
TELL_SECONDS = 0.5


def add_verbs(verbs: Any) -> None:
    """Add the three verbs to those of the command line."""
    reports = verbs.add_parser("reports", help="the report of every assessment that was finished, into a folder")
    reports.add_argument("folder", type=Path, metavar="FOLDER", help="where they go; every worker has to reach it")
    reports.add_argument("--edition", choices=("executive", "team"), default="executive")
    reports.add_argument("--later", action="store_true", help="only ask for them, and leave them to `work`")
    reports.set_defaults(run=_reports)

    jobs = verbs.add_parser("jobs", help="how far the work is that was asked for")
    jobs.add_argument("--cancel", metavar="JOB", help="do no more of this one")
    jobs.set_defaults(run=_jobs)

    work = verbs.add_parser("work", help="do what was asked for, until asked to end; several may work at once")
    work.add_argument("--once", action="store_true", help="end when there is nothing left to do")
    work.add_argument("--attended", action="store_true", help="end, too, when the input is closed; give way to others")
    work.set_defaults(run=_work)


def _reports(options: argparse.Namespace) -> int:
    desk = open_desk()
    id_ = working.begin_reports(desk, options.folder, options.edition)
    print(f"Asked for as {id_}.")
    return FINE if options.later else work(desk, until_done=True)


def _jobs(options: argparse.Namespace) -> int:
    desk = open_desk()
    if options.cancel and not working.cancel(desk, options.cancel):
        print(f'There is no job "{options.cancel}". Ask for the list without --cancel.', file=sys.stderr)
        return BAD_INPUT
    for job in working.jobs(desk):
        print(_line(job))
        for name, reason in job.failed:
            print(f"  {name}: {reason}")
    return FINE


def _work(options: argparse.Namespace) -> int:
    if options.attended:
        os.nice(GIVE_WAY)
    return work(open_desk(), until_done=options.once, attended=options.attended)


def work(desk: answering.Desk, *, until_done: bool, attended: bool = False) -> int:
    """Work with several hands until there is nothing left, or until asked to end; then finish what was begun.

    Return the exit code.
    """
    printers, asked_to_end, trouble = Printers(AT_ONCE), Event(), set[str]()
    for one in (signal.SIGINT, signal.SIGTERM):
        signal.signal(one, lambda *_: asked_to_end.set())
    if attended:
        Thread(target=_wait_for_the_end, args=(asked_to_end,), daemon=True).start()

    def tell(error: OSError) -> None:
        said = f"A report cannot be written: {error.strerror}."
        if said not in trouble:
            trouble.add(said)
            print(said, file=sys.stderr)

    crew = working.Crew(desk, working.Worker(desk, printers), AT_ONCE, until_done, asked_to_end, tell)
    at_work = Thread(target=crew.work)
    at_work.start()
    _tell(desk, at_work.is_alive)
    printers.close()
    if trouble and not all(job.over for job in working.jobs(desk)):
        print("What was done stays done; type `work` to go on.", file=sys.stderr)
        return OUTSIDE
    return FINE


def _wait_for_the_end(asked_to_end: Event) -> None:
    """Ask to end once nobody holds the other end of the input."""
    sys.stdin.read()
    asked_to_end.set()


def _tell(desk: answering.Desk, going_on: Callable[[], bool]) -> None:
    """Print how far the jobs are whenever one has moved, as long as somebody works."""
    told: dict[str, str] = {job.id: _line(job) for job in working.jobs(desk) if job.over}
    last = False
    while not last:
        last = not going_on()  # what was done since is still to be told
        with suppress(answering.Unavailable):
            for job in reversed(working.jobs(desk)):
                if told.get(job.id) != _line(job):
                    told[job.id] = _line(job)
                    print(_line(job), flush=True)
        time.sleep(0 if last else TELL_SECONDS)


def _line(job: working.Job) -> str:
    state = "cancelled" if job.cancelled else "done" if job.over else "under way"
    failed = f"; {len(job.failed)} could not be done" if job.failed else ""
    return f"{job.id}  {state}: {job.done} of {job.total}, {job.about}{failed}"


def open_desk() -> answering.Desk:
    """Return the desk of the database that the environment names."""
    chosen = settings.read()
    return answering.open_desk(chosen.database, chosen.questionnaire)
