"""The list of what is an organisation's, each with what whoever looks at it may do."""

from dataclasses import dataclass
from datetime import datetime

from assessments.answering.belonging import closed
from assessments.answering.desk import Desk
from assessments.facilitating.outcomes import HAS_RESULT
from assessments.rights import Deed
from assessments.storage.organisations import Belonging, DraftBelonging, assessments_of, drafts_of

MOST = 500  # of each kind in one list


@dataclass(frozen=True, slots=True)
class Entry:
    """An assessment or a workshop: how far it is, and whether it has a result that can be looked at."""

    id: str
    firm: str
    workshop: bool
    phase: str  # of a workshop; else open or finished
    made_at: datetime
    has_result: bool


@dataclass(frozen=True, slots=True)
class Ours:
    """What an organisation owns, the newest first, and what the visitor may do with it."""

    organisation: str
    entries: tuple[Entry, ...]
    drafts: tuple[DraftBelonging, ...]
    leads: bool
    reads: bool
    edits: bool
    owns: bool


def ours(desk: Desk) -> Ours:
    """Return what is the organisation's for which the visitor is here, as far as they may know; raises NotAccepted."""
    visitor, organisation = desk.visitor, desk.visitor.organisation
    if organisation is None or not visitor.may(Deed.SEE_OURS, organisation):
        raise closed(desk, "not_yours")
    reads, edits = visitor.may(Deed.SEE_SHARED, organisation), visitor.may(Deed.OPEN_DRAFT, organisation)
    with desk.database.reading() as connection:
        assessments = assessments_of(connection, organisation, most=MOST) if reads else ()
        drafts = drafts_of(connection, organisation, most=MOST) if edits else ()
    return Ours(
        organisation,
        tuple(map(_entry, assessments)),
        drafts,
        leads=visitor.may(Deed.OPEN_WORKSHOP, organisation),
        reads=reads,
        edits=edits,
        owns=visitor.may(Deed.DELETE_OURS, organisation),
    )


def _entry(one: Belonging) -> Entry:
    workshop, phase = one.kind == "workshop", one.phase or one.state
    has_result = phase in HAS_RESULT if workshop else one.state == "finished"
    return Entry(one.public_id, one.firm, workshop, phase, one.made_at, has_result)
