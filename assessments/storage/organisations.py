"""Organisations, and the list of what is theirs."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import IntegrityError

from assessments.storage.draft_tables import draft
from assessments.storage.records import Kind, State
from assessments.storage.tables import assessment, firm, organisation
from assessments.storage.workshop_tables import workshop


@dataclass(frozen=True, slots=True)
class Belonging:
    """An assessment of an organisation, as a list shows it; ``phase`` is that of a workshop."""

    public_id: str
    firm: str
    kind: Kind
    state: State
    made_at: datetime
    phase: str | None


@dataclass(frozen=True, slots=True)
class DraftBelonging:
    """A draft of an organisation, as a list shows it."""

    public_id: str
    title: str
    made_at: datetime


def know_organisation(connection: Connection, name: str | None, at: datetime) -> None:
    """Store an organisation that something is going to belong to, unless it is stored already or there is none."""
    if name is None:
        return
    try:
        with connection.begin_nested():
            connection.execute(insert(organisation).values(name=name, made_at=at))
    except IntegrityError:  # it is there, perhaps since a moment ago
        return


def known_organisations(connection: Connection) -> set[str]:
    """Return the names of the organisations that anything was made for."""
    return set(connection.scalars(select(organisation.c.name)))


def assessments_of(connection: Connection, owner: str, *, most: int) -> tuple[Belonging, ...]:
    """Return the assessments and workshops of an organisation, the newest first, at ``most`` so many."""
    query = (
        select(
            assessment.c.public_id,
            firm.c.name,
            assessment.c.kind,
            assessment.c.state,
            assessment.c.made_at,
            workshop.c.phase,
        )
        .join(firm, firm.c.id == assessment.c.firm_id)
        .outerjoin(workshop, workshop.c.assessment_id == assessment.c.id)
        .where(firm.c.organisation == owner)
        .order_by(assessment.c.id.desc())
        .limit(most)
    )
    return tuple(Belonging(*row) for row in connection.execute(query))


def drafts_of(connection: Connection, owner: str, *, most: int) -> tuple[DraftBelonging, ...]:
    """Return the drafts of an organisation, the newest first, at ``most`` so many."""
    query = select(draft.c.public_id, draft.c.title, draft.c.made_at).where(draft.c.organisation == owner)
    return tuple(DraftBelonging(*row) for row in connection.execute(query.order_by(draft.c.id.desc()).limit(most)))
