"""Opening what is an organisation's: a member gets a link of their own, the same each time.

It works as any link does, so that all pages and the live wire know it, and like any link to something of an
organisation it opens nothing to whoever is no member.
"""

from assessments.answering.belonging import closed, ours
from assessments.answering.desk import Desk
from assessments.answering.writing_down import write_down
from assessments.rights import Deed
from assessments.storage import retried
from assessments.storage.drafts import add_editor, find_draft, find_editor
from assessments.storage.facilitators import add_facilitator, find_facilitator
from assessments.storage.workshops import read_workshop

NAMELESS = "A member"  # an editor needs a name, and some accounts have none


@retried
def open_workshop(desk: Desk, workshop_id: str) -> str:
    """Return the token with which a member leads a workshop of their organisation; raises NotAccepted."""
    token = desk.visitor.token_for(workshop_id)
    with desk.database.writing() as connection:
        record = ours(desk, connection, workshop_id, Deed.OPEN_WORKSHOP)
        workshop = None if record is None else read_workshop(connection, record.id, lock="shared")
        if workshop is None:
            raise closed(desk, "desk")
        if find_facilitator(connection, token) is None:
            name = desk.visitor.name if workshop.anonymised_at is None else ""
            add_facilitator(connection, workshop.id, name, token, desk.clock())
            write_down(desk, connection, "facilitator", "opened", workshop_id)
    return token


@retried
def open_draft(desk: Desk, draft_id: str) -> str:
    """Return the token with which a member edits a draft of their organisation; raises NotAccepted."""
    token = desk.visitor.token_for(draft_id)
    with desk.database.writing() as connection:
        draft = find_draft(connection, draft_id) if desk.visitor.signed_in else None
        if draft is None or not desk.visitor.may(Deed.OPEN_DRAFT, draft.organisation):
            raise closed(desk, "not_yours")
        if find_editor(connection, token) is None:
            add_editor(connection, draft.id, desk.visitor.name or NAMELESS, token, desk.clock())
            write_down(desk, connection, "editor", "opened", draft_id)
    return token
