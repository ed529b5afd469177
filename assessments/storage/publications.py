"""Published versions of questionnaires: who published what when, and which of them new assessments start from."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Row, delete, func, insert, or_, select, update

from assessments.storage.draft_tables import current_publication, publication, publication_file
from assessments.storage.tables import assessment, firm, questionnaire_version

EVERYBODYS = ""  # under which the choice stands that everybody starts from


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
    organisation: str | None
    current: bool
    firms: int


def add_publication(connection: Connection, files: Mapping[str, str], **columns: Any) -> int:
    """Store a version with everything in its folder and return its number; its text must be stored already."""
    row = insert(publication).values(**columns).returning(publication.c.id)
    id_ = int(connection.execute(row).scalar_one())
    texts = [{"publication_id": id_, "name": name, "text": text} for name, text in files.items()]
    connection.execute(insert(publication_file), texts)
    return id_


def list_publications(connection: Connection, organisations: Collection[str] = ()) -> tuple[Published, ...]:
    """Return the versions that are everybody's or of one of these organisations, the newest first.

    Assessments of other organisations are not counted.
    """
    counted = (
        select(assessment.c.questionnaire_sha256, func.count().label("firms"))
        .join(firm, firm.c.id == assessment.c.firm_id)
        .where(_of(firm.c.organisation, organisations))
        .group_by(assessment.c.questionnaire_sha256)
        .subquery()
    )
    query = (
        select(publication, current_publication.c.questionnaire.label("chosen"), counted.c.firms)
        .outerjoin(current_publication, current_publication.c.publication_id == publication.c.id)
        .outerjoin(counted, counted.c.questionnaire_sha256 == publication.c.sha256)
        .where(_of(publication.c.organisation, organisations))
        .order_by(publication.c.at.desc(), publication.c.id.desc())
    )
    return tuple(map(_published, connection.execute(query)))


def find_publication(connection: Connection, public_id: str, organisations: Collection[str] = ()) -> Published | None:
    """Return the version with a public id, if it is everybody's or of one of these organisations."""
    seen = list_publications(connection, organisations)
    return next((one for one in seen if one.public_id == public_id), None)


def is_published(connection: Connection, questionnaire: str, version: str, organisation: str | None) -> bool:
    """Return whether a version of a questionnaire was published, by an organisation or for everybody."""
    here = (publication.c.questionnaire == questionnaire, publication.c.version == version)
    seen = _of(publication.c.organisation, () if organisation is None else (organisation,))
    return connection.scalar(select(publication.c.id).where(*here, seen).limit(1)) is not None


def publication_texts(connection: Connection, id_: int) -> dict[str, str]:
    """Return the files of a version by name."""
    file = publication_file.c
    rows = connection.execute(select(file.name, file.text).where(file.publication_id == id_).order_by(file.name))
    return {row.name: row.text for row in rows}


def current_publications(connection: Connection, organisation: str | None) -> tuple[Published, ...]:
    """Return the versions that new assessments of an organisation start from, by the id of their questionnaire.

    Where it chose none, what was chosen for everybody counts.
    """
    seen = list_publications(connection, () if organisation is None else (organisation,))
    everybodys_first = sorted((one for one in seen if one.current), key=lambda one: one.organisation is not None)
    chosen = {one.questionnaire: one for one in everybodys_first}
    return tuple(chosen[questionnaire] for questionnaire in sorted(chosen))


def versions_known(connection: Connection, questionnaire: str, organisation: str | None) -> dict[str, set[str]]:
    """Return the fingerprints of what is stored under each version of a questionnaire, as an organisation knows them.

    What others published for themselves alone it does not know of, and may use the same numbers.
    """
    stored, theirs = questionnaire_version.c, publication.c
    mine = _of(theirs.organisation, () if organisation is None else (organisation,))
    published = select(theirs.sha256).where(theirs.sha256 == stored.sha256)
    here = (stored.questionnaire == questionnaire, or_(published.where(mine).exists(), ~published.exists()))
    known: dict[str, set[str]] = {}
    for row in connection.execute(select(stored.version, stored.sha256).where(*here)):
        known.setdefault(row.version, set()).add(row.sha256)
    return known


def set_archived(connection: Connection, id_: int, at: datetime | None) -> None:
    """Archive a version at a time, or bring it back."""
    connection.execute(update(publication).where(publication.c.id == id_).values(archived_at=at))


def set_current(connection: Connection, one: Published, at: datetime) -> None:
    """Let new assessments of its questionnaire start from a version."""
    clear_current(connection, one.questionnaire, one.organisation)
    row = {"questionnaire": one.questionnaire, "publication_id": one.id, "at": at}
    connection.execute(insert(current_publication).values(**row, organisation=one.organisation or EVERYBODYS))


def clear_current(connection: Connection, questionnaire: str, organisation: str | None) -> None:
    """Let no published version of a questionnaire be the one that an organisation, or everybody, starts from."""
    chosen = current_publication.c
    here = (chosen.questionnaire == questionnaire, chosen.organisation == (organisation or EVERYBODYS))
    connection.execute(delete(current_publication).where(*here))


def _of(column: Column[str], organisations: Collection[str]) -> ColumnElement[bool]:
    return or_(column.is_(None), column.in_(organisations))


def _published(row: Row[Any]) -> Published:
    columns = row._mapping
    plain = {name: columns[name] for name in Published.__slots__ if name in columns}
    return Published(**{**plain, "current": row.chosen is not None, "firms": row.firms or 0})
