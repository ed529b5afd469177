"""Jobs as they are looked at: whose they are, how far each is, what its parts found, printed or could not do."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select, true

from assessments.storage.job_tables import job, job_part
from assessments.storage.jobs import Kind, Tried


@dataclass(frozen=True, slots=True)
class JobRecord:
    """A job, how many of its parts are in which state, and when somebody took the last of those that were taken."""

    id: int
    public_id: str
    kind: Kind
    wish: Mapping[str, Any]
    made_at: datetime
    cancelled_at: datetime | None
    asked_by: str | None
    draft: str | None
    organisation: str | None
    parts: Mapping[str, int]
    moved_at: datetime | None

    @property
    def over(self) -> bool:
        """Whether nothing of it is left to do."""
        return self.cancelled_at is not None or not {"waiting", "taken"} & set(self.parts)


_facts = [column for column in job.columns if column is not job.c.files]  # which are large, and seldom asked for


def read_jobs(connection: Connection) -> tuple[JobRecord, ...]:
    """Return every job, the newest first."""
    return _read(connection, true())


def jobs_of(connection: Connection, organisation: str | None) -> tuple[JobRecord, ...]:
    """Return the jobs of an organisation, or of nobody, the newest first."""
    mine = job.c.organisation.is_(None) if organisation is None else job.c.organisation == organisation
    return _read(connection, mine)


def jobs_on(connection: Connection, draft: str) -> tuple[JobRecord, ...]:
    """Return the jobs that the editors of a draft have asked for, the newest first."""
    return _read(connection, job.c.draft == draft)


def find_job(connection: Connection, public_id: str) -> JobRecord | None:
    """Return the job with a public id."""
    return next(iter(_read(connection, job.c.public_id == public_id)), None)


def under_way(connection: Connection) -> bool:
    """Return whether anything is left to do for workers."""
    left = job_part.c.state.in_(("waiting", "taken"))
    query = select(job_part.c.job_id).join(job).where(left, job.c.cancelled_at.is_(None)).limit(1)
    return connection.scalar(query) is not None


def tried_files(connection: Connection, id_: int) -> Tried:
    """Return the questionnaires that a job tries."""
    files: Tried = connection.execute(select(job.c.files).where(job.c.id == id_)).scalar_one()
    return files


def findings(connection: Connection, id_: int) -> tuple[tuple[str, Mapping[str, Any]], ...]:
    """Return what the parts of a job found, by their names."""
    here = job_part.c.job_id == id_, job_part.c.found.is_not(None)
    rows = connection.execute(select(job_part.c.name, job_part.c.found).where(*here))
    return tuple(sorted(((name, found) for name, found in rows), key=lambda row: row[0]))


def failures(connection: Connection, id_: int) -> tuple[tuple[str, str], ...]:
    """Return the parts of a job that could not be done, each with the reason."""
    found = select(job_part.c.name, job_part.c.reason).where(job_part.c.job_id == id_, job_part.c.state == "failed")
    return tuple(sorted((name, reason) for name, reason in connection.execute(found)))


def printed(connection: Connection, id_: int) -> tuple[str, ...]:
    """Return the parts of a job of which a report is kept."""
    found = select(job_part.c.name).where(job_part.c.job_id == id_, job_part.c.report.is_not(None))
    return tuple(sorted(connection.scalars(found)))


def reports(connection: Connection, id_: int, names: Collection[str]) -> Mapping[str, bytes]:
    """Return the reports that are kept of these parts of a job."""
    here = job_part.c.job_id == id_, job_part.c.name.in_(names), job_part.c.report.is_not(None)
    rows = connection.execute(select(job_part.c.name, job_part.c.report).where(*here))
    return {row.name: row.report for row in rows}


def _read(connection: Connection, wanted: ColumnElement[bool]) -> tuple[JobRecord, ...]:
    counts = select(job_part.c.job_id, job_part.c.state, func.count(), func.max(job_part.c.taken_at))
    query = counts.join(job).where(wanted).group_by(job_part.c.job_id, job_part.c.state)
    parts: dict[int, dict[str, int]] = {}
    moved: dict[int, list[datetime]] = {}
    for id_, state, count, taken_at in connection.execute(query):
        parts.setdefault(id_, {})[state] = count
        moved.setdefault(id_, []).extend([taken_at] if taken_at is not None else [])
    rows = connection.execute(select(*_facts).where(wanted).order_by(job.c.id.desc())).mappings()
    return tuple(_record(dict(row), parts.get(row["id"], {}), moved.get(row["id"], [])) for row in rows)


def _record(row: Mapping[str, Any], parts: Mapping[str, int], moved: Collection[datetime]) -> JobRecord:
    return JobRecord(**row, parts=parts, moved_at=max(moved, default=None))
