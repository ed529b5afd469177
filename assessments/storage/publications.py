"""Published versions of questionnaires: who published what when, and which of them new assessments start from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from assessments.storage.draft_tables import current_publication, publication, publication_file
from assessments.storage.tables import assessment, questionnaire_version


@dataclass(frozen=True, slots=True)
class Published:
    """A published version without its files; ``firms`` counts the assessments answered to it."""

    id: int
    public_id: str
    sha256: str
    questionnaire: str
    version: str
    title: str
    author: str
    note: str
    at: datetime
    draft: str | None
    origin: str | None
    archived_at: datetime | None
    current: bool
    firms: int


def add_publication(connection: Connection, files: Mapping[str, str], **columns: Any) -> int:
    """Store a version with everything in its folder and return its number; its text must be stored already."""
    row = insert(publication).values(**columns).returning(publication.c.id)
    id_ = int(connection.execute(row).scalar_one())
    texts = [{"publication_id": id_, "name": name, "text": text} for name, text in files.items()]
    connection.execute(insert(publication_file), texts)
    return id_


def list_publications(connection: Connection) -> tuple[Published, ...]:
    """Return all versions, the newest first."""
    counted = (
        select(assessment.c.questionnaire_sha256, func.count().label("firms"))
        .group_by(assessment.c.questionnaire_sha256)
        .subquery()
    )
    query = (
        select(publication, current_publication.c.questionnaire.label("chosen"), counted.c.firms)
        .outerjoin(current_publication, current_publication.c.publication_id == publication.c.id)
        .outerjoin(counted, counted.c.questionnaire_sha256 == publication.c.sha256)
        .order_by(publication.c.at.desc(), publication.c.id.desc())
    )
    return tuple(map(_published, connection.execute(query)))


def find_publication(connection: Connection, public_id: str) -> Published | None:
    """Return the version with a public id."""
    return next((one for one in list_publications(connection) if one.public_id == public_id), None)


def publication_texts(connection: Connection, id_: int) -> dict[str, str]:
    """Return the files of a version by name."""
    file = publication_file.c
    rows = connection.execute(select(file.name, file.text).where(file.publication_id == id_).order_by(file.name))
    return {row.name: row.text for row in rows}


def current_publications(connection: Connection) -> tuple[Published, ...]:
    """Return the versions that new assessments start from, by the id of their questionnaire."""
    current = (one for one in list_publications(connection) if one.current)
    return tuple(sorted(current, key=lambda one: one.questionnaire))


def versions_known(connection: Connection, questionnaire: str) -> dict[str, set[str]]:
    """Return the fingerprints of what is stored under each version of a questionnaire."""
    stored = questionnaire_version.c
    known: dict[str, set[str]] = {}
    for row in connection.execute(select(stored.version, stored.sha256).where(stored.questionnaire == questionnaire)):
        known.setdefault(row.version, set()).add(row.sha256)
    return known


def set_archived(connection: Connection, id_: int, at: datetime | None) -> None:
    """Archive a version at a time, or bring it back."""
    connection.execute(update(publication).where(publication.c.id == id_).values(archived_at=at))


def set_current(connection: Connection, one: Published, at: datetime) -> None:
    """Let new assessments of its questionnaire start from a version."""
    clear_current(connection, one.questionnaire)
    row = {"questionnaire": one.questionnaire, "publication_id": one.id, "at": at}
    connection.execute(insert(current_publication), row)


def clear_current(connection: Connection, questionnaire: str) -> None:
    """Let no published version of a questionnaire be the one to start from."""
    connection.execute(delete(current_publication).where(current_publication.c.questionnaire == questionnaire))


def _published(row: Row[Any]) -> Published:
    columns = row._mapping
    plain = {name: columns[name] for name in Published.__slots__ if name in columns}
    return Published(**{**plain, "current": row.chosen is not None, "firms": row.firms or 0})
