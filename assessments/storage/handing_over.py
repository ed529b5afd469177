"""Whose firms, drafts and published versions are, and giving them to an organisation."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import ColumnElement, Connection, Select, Table, select, update

from assessments.storage.database import InTheWay
from assessments.storage.draft_tables import current_publication, draft, publication
from assessments.storage.tables import assessment, firm

Kind = Literal["firm", "draft", "version"]
_TABLES: dict[Kind, Table] = {"firm": firm, "draft": draft, "version": publication}


@dataclass(frozen=True, slots=True)
class Belonging:
    """Something that is an organisation's or nobody's; ``names`` are the public ids of all that goes with it."""

    kind: Kind
    id: int
    title: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Numbered:
    """A version by what it is a version of, and its number."""

    id: int
    public_id: str
    questionnaire: str
    version: str


def belongings_of(connection: Connection, owner: str | None) -> tuple[Belonging, ...]:
    """Return the firms, drafts and versions of an organisation, or of nobody, the oldest first; samples aside."""
    return (
        *_firms(connection, owner),
        *_plain(connection, "draft", select(draft.c.id, draft.c.title, draft.c.public_id).where(_is(draft, owner))),
        *_plain(connection, "version", _versions(owner)),
    )


def give(connection: Connection, one: Belonging, owner: str | None, organisation: str) -> None:
    """Let something of ``owner`` be an organisation's; raises InTheWay when it has got another owner meanwhile."""
    table = _TABLES[one.kind]
    given = update(table).where(table.c.id == one.id, _is(table, owner)).values(organisation=organisation)
    if connection.execute(given).rowcount != 1:
        raise InTheWay("Somebody else handed it over at this very moment.")
    if one.kind == "version":
        _take_choice_along(connection, one.id, organisation)


def versions_among(connection: Connection, numbers: Collection[int]) -> tuple[Numbered, ...]:
    """Return the versions with these numbers, the oldest first."""
    mine = publication.c
    query = select(mine.id, mine.public_id, mine.questionnaire, mine.version).where(mine.id.in_(numbers))
    return tuple(Numbered(*row) for row in connection.execute(query.order_by(mine.id)))


def has_number(connection: Connection, organisation: str, one: Numbered) -> bool:
    """Return whether an organisation has published another version under the same number."""
    mine = publication.c
    here = (mine.organisation == organisation, mine.questionnaire == one.questionnaire, mine.version == one.version)
    return connection.scalar(select(mine.id).where(*here)) is not None


def begun_from(connection: Connection, version: str, *, but: Collection[int], organisation: str) -> tuple[str, ...]:
    """Return the drafts that began from a version and will not be the organisation's, ``but`` those with a number."""
    others = draft.c.organisation.is_distinct_from(organisation)
    query = select(draft.c.public_id).where(draft.c.origin == version, draft.c.id.not_in(but), others)
    return tuple(connection.scalars(query.order_by(draft.c.id)))


def _firms(connection: Connection, owner: str | None) -> tuple[Belonging, ...]:
    samples = select(assessment.c.firm_id).where(assessment.c.kind == "sample")
    query = (
        select(firm.c.id, firm.c.name, assessment.c.public_id)
        .join(assessment, assessment.c.firm_id == firm.c.id)
        .where(_is(firm, owner), firm.c.id.not_in(samples))
        .order_by(firm.c.id, assessment.c.id)
    )
    names: dict[tuple[int, str], list[str]] = {}
    for id_, title, name in connection.execute(query):
        names.setdefault((id_, title), []).append(name)
    return tuple(Belonging("firm", id_, title, tuple(found)) for (id_, title), found in names.items())


def _versions(owner: str | None) -> Select[tuple[int, str, str]]:
    title = (publication.c.title + " " + publication.c.version).label("title")
    return select(publication.c.id, title, publication.c.public_id).where(_is(publication, owner))


def _plain(connection: Connection, kind: Kind, query: Select[tuple[int, str, str]]) -> tuple[Belonging, ...]:
    rows = connection.execute(query.order_by(_TABLES[kind].c.id))
    return tuple(Belonging(kind, row.id, row.title, (row.public_id,)) for row in rows)


def _take_choice_along(connection: Connection, id_: int, organisation: str) -> None:
    """Let an organisation start from a version that its owner started from, unless it has chosen another one."""
    chosen = current_publication
    mine = chosen.c.publication_id == id_
    questionnaire = connection.scalar(select(chosen.c.questionnaire).where(mine))
    theirs = select(chosen.c.at).where(chosen.c.organisation == organisation, chosen.c.questionnaire == questionnaire)
    if connection.scalar(theirs) is None:
        connection.execute(update(chosen).where(mine).values(organisation=organisation))
    else:
        connection.execute(chosen.delete().where(mine))


def _is(table: Table, owner: str | None) -> ColumnElement[bool]:
    return table.c.organisation.is_(None) if owner is None else table.c.organisation == owner
