"""Finds and deletes what has been kept long enough."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, delete, func, or_, select

from assessments.storage.job_tables import job, job_part
from assessments.storage.log_tables import deed_log
from assessments.storage.records import State
from assessments.storage.share_tables import share
from assessments.storage.tables import answer_change, assessment, fact_change, plan_change, respondent
from assessments.storage.workshop_tables import workshop

_ANSWERED = select(answer_change.c.id).join(respondent, respondent.c.id == answer_change.c.respondent_id)


def untouched(connection: Connection, state: State, since: datetime) -> tuple[int, ...]:
    """Return the assessments answered alone, in a state, that nobody has changed ``since``; samples are kept."""
    mine = assessment.c
    changes = (
        _ANSWERED.where(respondent.c.assessment_id == mine.id, answer_change.c.at >= since),
        select(fact_change.c.id).where(fact_change.c.assessment_id == mine.id, fact_change.c.at >= since),
        select(plan_change.c.id).where(plan_change.c.assessment_id == mine.id, plan_change.c.at >= since),
    )
    return _numbers(
        connection,
        select(mine.id).where(
            mine.kind == "self",
            mine.state == state,
            mine.made_at < since,
            or_(mine.finished_at.is_(None), mine.finished_at < since),
            *(~change.exists() for change in changes),
        ),
    )


def ended(connection: Connection, since: datetime) -> tuple[int, ...]:
    """Return the workshops that ended before ``since`` and have not been made anonymous."""
    room = workshop.c
    query = select(room.assessment_id)
    return _numbers(
        connection, query.where(room.phase == "ended", room.anonymised_at.is_(None), room.step_since < since)
    )


def count_old_links(connection: Connection, since: datetime) -> int:
    """Return how many links to results have been of no use since before ``since``."""
    return connection.scalar(select(func.count()).select_from(share).where(_useless(since))) or 0


def delete_old_links(connection: Connection, since: datetime) -> None:
    """Delete the links to results that have been of no use since before ``since``."""
    connection.execute(delete(share).where(_useless(since)))


def count_old_deeds(connection: Connection, since: datetime) -> int:
    """Return how many lines of the log of deeds are older than ``since``."""
    return connection.scalar(select(func.count()).select_from(deed_log).where(deed_log.c.at < since)) or 0


def delete_old_deeds(connection: Connection, since: datetime) -> None:
    """Delete the lines of the log of deeds that are older than ``since``."""
    connection.execute(delete(deed_log).where(deed_log.c.at < since))


def count_old_jobs(connection: Connection, since: datetime) -> int:
    """Return how many jobs were over before ``since``."""
    return connection.scalar(select(func.count()).select_from(job).where(_over(since))) or 0


def delete_old_jobs(connection: Connection, since: datetime) -> None:
    """Delete the jobs that were over before ``since``, with what they found and the reports they printed."""
    connection.execute(delete(job).where(_over(since)))


def _over(since: datetime) -> ColumnElement[bool]:
    """Return what holds of a job of which nothing is left to do, and was not ``since`` either."""
    mine = select(job_part.c.job_id).where(job_part.c.job_id == job.c.id)
    left = mine.where(job_part.c.state.in_(("waiting", "taken"))).exists()
    moved = mine.where(job_part.c.taken_at >= since).exists()
    return and_(
        job.c.made_at < since, ~moved, or_(job.c.cancelled_at < since, and_(job.c.cancelled_at.is_(None), ~left))
    )


def _useless(since: datetime) -> ColumnElement[bool]:
    return or_(share.c.expires_at < since, share.c.revoked_at < since)


def _numbers(connection: Connection, query: Select[Any]) -> tuple[int, ...]:
    return tuple(sorted(connection.execute(query).scalars()))
