"""Firms and their assessments: made, found, finished, deleted."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date as Date
from datetime import datetime
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Row, Select, delete, insert, or_, select, update

from assessments.storage.jobs import forget_findings
from assessments.storage.organisations import know_organisation
from assessments.storage.records import AssessmentRecord, Kind, State
from assessments.storage.tables import assessment, firm, questionnaire_version
from scoring.answers import Segment, Variant

_WITH_FIRM = select(assessment, firm.c.name.label("firm"), firm.c.organisation).join(
    firm, firm.c.id == assessment.c.firm_id
)


def add_firm(connection: Connection, name: str, at: datetime, organisation: str | None = None) -> int:
    """Store a firm, an organisation's or nobody's, and return its number; two firms may have one name."""
    know_organisation(connection, organisation, at)
    row = insert(firm).values(name=name, made_at=at, organisation=organisation)
    return _number(connection, row.returning(firm.c.id))


def add_assessment(
    connection: Connection,
    *,
    public_id: str,
    firm_id: int,
    questionnaire_sha256: str,
    variant: Variant,
    date: Date,
    at: datetime,
    kind: Kind = "self",
    previous_id: int | None = None,
    origin_sha256: str | None = None,
    role_weights: Mapping[str, float] | None = None,
    segments: Sequence[Segment] = (),
) -> int:
    """Store an assessment without answers and return its number; samples are finished from the beginning."""
    finished = kind == "sample"
    row = insert(assessment).values(
        public_id=public_id,
        firm_id=firm_id,
        questionnaire_sha256=questionnaire_sha256,
        kind=kind,
        variant=variant,
        date=date,
        state="finished" if finished else "open",
        previous_id=previous_id,
        made_at=at,
        finished_at=at if finished else None,
        role_weights=dict(role_weights or {}),
        segments=[{"id": segment.id, "name": segment.name, "value": segment.value} for segment in segments],
        origin_sha256=origin_sha256,
    )
    return _number(connection, row.returning(assessment.c.id))


def find_assessment(connection: Connection, public_id: str) -> AssessmentRecord | None:
    """Return the assessment with a public id."""
    return _one(connection, _WITH_FIRM.where(assessment.c.public_id == public_id))


def assessment_numbered(connection: Connection, id_: int) -> AssessmentRecord | None:
    """Return the assessment with a number."""
    return _one(connection, _WITH_FIRM.where(assessment.c.id == id_))


def list_samples(connection: Connection) -> tuple[AssessmentRecord, ...]:
    """Return the samples by name of the firm."""
    rows = connection.execute(_WITH_FIRM.where(assessment.c.kind == "sample"))
    return tuple(sorted(map(read_record, rows), key=lambda record: (record.firm, record.id)))


def numbers_of_assessments(
    connection: Connection, questionnaires: Collection[str], organisation: str | None
) -> tuple[int, ...]:
    """Return the numbers of the assessments of an organisation, or of nobody, to any version of these questionnaires.

    Samples, which are nobody's, are always among them.
    """
    return tuple(connection.scalars(_answers_to(assessment.c.id, questionnaires).where(_theirs(organisation))))


def names_of_assessments(connection: Connection, questionnaires: Collection[str]) -> tuple[str, ...]:
    """Return the public ids of all assessments to any version of these questionnaires, the oldest first."""
    return tuple(connection.scalars(_answers_to(assessment.c.public_id, questionnaires)))


def names_of_theirs(
    connection: Connection, questionnaires: Collection[str], organisation: str | None
) -> tuple[str, ...]:
    """Return the same for those of an organisation, or of nobody, and the samples."""
    return tuple(connection.scalars(_answers_to(assessment.c.public_id, questionnaires).where(_theirs(organisation))))


def _answers_to(column: Column[Any], questionnaires: Collection[str]) -> Select[Any]:
    return (
        select(column)
        .join(questionnaire_version, questionnaire_version.c.sha256 == assessment.c.questionnaire_sha256)
        .join(firm, firm.c.id == assessment.c.firm_id)
        .where(questionnaire_version.c.questionnaire.in_(questionnaires))
        .order_by(assessment.c.id)
    )


def _theirs(organisation: str | None) -> ColumnElement[bool]:
    whose = firm.c.organisation.is_(None) if organisation is None else firm.c.organisation == organisation
    return or_(whose, assessment.c.kind == "sample")


def answered_alone(connection: Connection) -> tuple[str, ...]:
    """Return the public ids of all assessments that people answered by themselves and finished, the oldest first."""
    return tuple(connection.scalars(_alone()))


def answered_alone_of(connection: Connection, organisation: str) -> tuple[str, ...]:
    """Return the same for those of an organisation."""
    theirs = firm.c.organisation == organisation
    return tuple(connection.scalars(_alone().join(firm, firm.c.id == assessment.c.firm_id).where(theirs)))


def _alone() -> Select[Any]:
    wanted = (assessment.c.kind == "self", assessment.c.state == "finished")
    return select(assessment.c.public_id).where(*wanted).order_by(assessment.c.id)


def set_state(connection: Connection, id_: int, state: State, at: datetime) -> None:
    """Finish an assessment at ``at``, or open it again."""
    row = update(assessment).where(assessment.c.id == id_)
    connection.execute(row.values(state=state, finished_at=at if state == "finished" else None))


def change_assessment(connection: Connection, id_: int, **columns: Any) -> None:
    """Store what changed about an assessment under the names of its columns."""
    connection.execute(update(assessment).where(assessment.c.id == id_).values(**columns))


def delete_assessment(connection: Connection, id_: int) -> None:
    """Delete an assessment with its answers and their history, and its firm when that was the only one."""
    firm_id = connection.scalar(select(assessment.c.firm_id).where(assessment.c.id == id_))
    forget_findings(connection, select(assessment.c.public_id).where(assessment.c.id == id_))
    connection.execute(delete(assessment).where(assessment.c.id == id_))
    others = select(assessment.c.id).where(assessment.c.firm_id == firm_id).limit(1)
    if firm_id is not None and connection.scalar(others) is None:
        delete_firm(connection, firm_id)


def delete_firm(connection: Connection, firm_id: int) -> None:
    """Delete a firm with all its assessments, respondents, answers and their history."""
    forget_findings(connection, select(assessment.c.public_id).where(assessment.c.firm_id == firm_id))
    connection.execute(delete(firm).where(firm.c.id == firm_id))


def read_record(row: Row[Any]) -> AssessmentRecord:
    """Return a row of ``assessment`` joined with its firm as a record; other columns are left out."""
    columns = row._mapping
    plain = {name: columns[name] for name in AssessmentRecord.__slots__ if name in columns}
    return AssessmentRecord(**{**plain, "segments": tuple(Segment(**segment) for segment in columns["segments"])})


def _one(connection: Connection, query: Select[Any]) -> AssessmentRecord | None:
    row = connection.execute(query).one_or_none()
    return None if row is None else read_record(row)


def _number(connection: Connection, statement: Any) -> int:
    return int(connection.execute(statement).scalar_one())
