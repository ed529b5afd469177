"""Beginning a job, seeing how far it is, cancelling it."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from assessments.answering.desk import Desk
from assessments.printing.job import Edition
from assessments.storage import Connection, retried
from assessments.storage.assessments import answered_alone
from assessments.storage.job_list import JobRecord, failures, read_jobs
from assessments.storage.jobs import add_job, cancel_job
from assessments.working.beginning import new_id


@dataclass(frozen=True, slots=True)
class Job:
    """How far a job is."""

    id: str
    about: str  # what it is for, such as "reports in /srv/reports"
    asked_by: str  # the name of an account or of an editor; empty on the command line
    made_at: datetime
    cancelled: bool
    done: int
    total: int
    failed: tuple[tuple[str, str], ...]  # parts, each with the reason
    over: bool  # nothing of it is left to do


@retried
def begin_reports(desk: Desk, folder: Path, edition: Edition) -> str:
    """Ask for the report of every assessment that was answered alone and finished; return the name of the job.

    Workers write them into ``folder``, which all of them have to reach under the same name.
    """
    id_, wish = new_id(), {"folder": str(folder.absolute()), "edition": edition}
    with desk.database.writing() as connection:
        add_job(connection, id_, "reports", wish, answered_alone(connection), desk.clock())
    return id_


def jobs(desk: Desk) -> tuple[Job, ...]:
    """Return every job there is, the newest first."""
    with desk.database.reading() as connection:
        return tuple(job_of(connection, record) for record in read_jobs(connection))


@retried
def cancel(desk: Desk, id_: str) -> bool:
    """Let nobody begin another part of a job; return whether there is one of this name.

    What was done stays done.
    """
    with desk.database.writing() as connection:
        return cancel_job(connection, id_, desk.clock())


def job_of(connection: Connection, record: JobRecord) -> Job:
    """Return how far a stored job is."""
    return Job(
        id=record.public_id,
        about=_about(record),
        asked_by=record.asked_by or "",
        made_at=record.made_at,
        cancelled=record.cancelled_at is not None,
        done=record.parts.get("done", 0),
        total=sum(record.parts.values()),
        failed=failures(connection, record.id),
        over=record.over,
    )


def _about(record: JobRecord) -> str:
    wish = record.wish
    if record.kind == "reports":
        return f"reports in {wish['folder']}" if "folder" in wish else f"reports for {record.organisation}"
    return f"{wish['tried']} on every assessment"
