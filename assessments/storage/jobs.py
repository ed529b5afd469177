"""Jobs and their parts: made, taken by any number of workers, finished, cancelled."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Connection, Select, and_, insert, or_, select, update

from assessments.storage import queue
from assessments.storage.job_tables import LONGEST_REASON, job, job_part
from assessments.storage.organisations import know_organisation

Kind = Literal["reports", "effects", "rescoring"]
Tried = Mapping[str, Mapping[str, str]]  # "after", and where it is one for all "before": texts by name of the file


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a job that somebody has taken, and what the job was asked for."""

    job_id: int
    job: str
    name: str
    kind: Kind
    wish: Mapping[str, Any]


_to_do = (
    select(job_part.c.job_id, job.c.public_id.label("job"), job_part.c.name, job.c.kind, job.c.wish)
    .join(job, job.c.id == job_part.c.job_id)
    .where(job.c.cancelled_at.is_(None), job_part.c.state.in_(("waiting", "taken")))
)


def add_job(
    connection: Connection,
    public_id: str,
    kind: Kind,
    wish: Mapping[str, Any],
    parts: Collection[str],
    at: datetime,
    *,
    files: Tried | None = None,
    asked_by: str | None = None,
    organisation: str | None = None,
    draft: str | None = None,
) -> None:
    """Store a job whose parts wait to be taken, and where there is a queue, stand in it as soon as they are stored."""
    know_organisation(connection, organisation, at)
    whose = {"asked_by": asked_by or None, "organisation": organisation, "draft": draft}
    row = insert(job).values(public_id=public_id, kind=kind, wish=dict(wish), made_at=at, files=files, **whose)
    id_ = connection.execute(row.returning(job.c.id)).scalar_one()
    if parts:
        rows = [{"job_id": id_, "name": name, "state": "waiting"} for name in parts]
        connection.execute(insert(job_part), rows)
    if connection.dialect.name == "postgresql":
        queue.put(connection, public_id, parts)


def take_part(connection: Connection, at: datetime, given_up_before: datetime) -> Part | None:
    """Take the next part nobody works on, of the oldest job first; None when there is nothing to do.

    What was taken before ``given_up_before`` and not finished counts as nobody's. Where there is a queue, it says
    what is next: see ``take_named``.
    """
    gone = and_(job_part.c.state == "taken", job_part.c.taken_at < given_up_before)
    free = or_(job_part.c.state == "waiting", gone)
    return _take(connection, _to_do.where(free).order_by(job_part.c.job_id).limit(1), at)


def take_named(connection: Connection, job_id: str, name: str, at: datetime) -> Part | None:
    """Take a part that nobody else does now, as the queue knows; None when nothing is left to do about it."""
    return _take(connection, _to_do.where(job.c.public_id == job_id, job_part.c.name == name), at)


def _take(connection: Connection, wanted: Select[Any], at: datetime) -> Part | None:
    found = connection.execute(wanted).one_or_none()
    if found is None:
        return None
    part = Part(**found._mapping)
    _change(connection, part, state="taken", taken_at=at)
    return part


def finish_part(
    connection: Connection,
    part: Part,
    reason: str = "",
    found: Mapping[str, Any] | None = None,
    report: bytes | None = None,
) -> None:
    """Store that a part is done, with what it found or printed, or, with a ``reason``, cannot be."""
    state = "failed" if reason else "done"
    _change(connection, part, state=state, reason=reason[:LONGEST_REASON] or None, found=found, report=report)


def hold_on_to(connection: Connection, parts: Collection[Part], at: datetime) -> None:
    """Let parts count as taken ``at`` that are still being done."""
    for part in parts:
        here = (job_part.c.job_id == part.job_id, job_part.c.name == part.name, job_part.c.state == "taken")
        connection.execute(update(job_part).where(*here).values(taken_at=at))


def give_back(connection: Connection, part: Part) -> None:
    """Let a part wait again that was taken and is not going to be finished by whoever took it."""
    _change(connection, part, state="waiting", taken_at=None)


def forget_findings(connection: Connection, names: Select[tuple[str]]) -> None:
    """Remove what jobs found about parts of these names, and the reports they printed of them."""
    connection.execute(update(job_part).where(job_part.c.name.in_(names)).values(found=None, report=None))


def cancel_job(connection: Connection, public_id: str, at: datetime) -> bool:
    """Let nobody take a part of a job any more; return whether there is such a job. The first time counts."""
    here = job.c.public_id == public_id
    connection.execute(update(job).where(here, job.c.cancelled_at.is_(None)).values(cancelled_at=at))
    return connection.scalar(select(job.c.id).where(here)) is not None


def _change(connection: Connection, part: Part, **columns: Any) -> None:
    here = (job_part.c.job_id == part.job_id, job_part.c.name == part.name)
    connection.execute(update(job_part).where(*here).values(**columns))
