"""Who comes to the studio: the holder of a link to a draft, or of the studio's key where the installation has one."""

from hmac import compare_digest

from assessments import settings
from assessments.answering.belonging import closed, opens
from assessments.answering.desk import Desk
from assessments.editing.refusals import refusal
from assessments.rights import Deed, Who, may
from assessments.storage import Connection
from assessments.storage.drafts import Editor, find_editor

LONGEST_LINK = 200


def editor_of(desk: Desk, connection: Connection, token: str, deed: Deed, *, lock: bool = False) -> Editor:
    """Return who holds a link to a draft and may do ``deed`` with it; raises NotAccepted.

    A draft of an organisation opens to the members who edit there; then a link alone is not enough. With ``lock``
    nobody else changes the draft meanwhile.
    """
    editor = find_editor(connection, token, lock=lock) if len(token) <= LONGEST_LINK else None
    if editor is None or not may(Who.EDITOR, deed) or not opens(desk, editor.draft.organisation, Deed.OPEN_DRAFT):
        raise closed(desk, "draft_link", refusal)
    return editor


def belongs_here(desk: Desk, organisation: str | None) -> None:
    """Refuse to look into an organisation's assessments for whoever does not edit there; raises NotAccepted."""
    if not opens(desk, organisation, Deed.OPEN_DRAFT):
        raise closed(desk, "not_yours")


def whose_versions(desk: Desk) -> tuple[str, ...]:
    """Return the organisations whose versions the visitor may read beside everybody's."""
    return desk.visitor.where(Deed.READ_OUR_VERSIONS)


def keep(desk: Desk, secret: str | None, deed: Deed, organisation: str | None) -> None:
    """Let somebody do ``deed`` with what is an organisation's, or with what is everybody's; raises NotAccepted.

    What is everybody's is for whoever knows the studio's key or, where it has none and nobody signs in, for anybody.
    """
    if organisation is not None:
        if not desk.visitor.may(deed, organisation):
            raise closed(desk, "not_yours")
    elif not may(Who.KEEPER if _knows(desk, secret) else Who.STRANGER, deed):
        raise refusal("studio_key")


def needs_key(organisation: str | None) -> bool:
    """Return whether publishing, archiving and choosing need the key of the studio."""
    return organisation is None and bool(settings.read().studio_key)


def can_keep(desk: Desk, organisation: str | None) -> bool:
    """Return whether the visitor can publish, archive and choose here, with the studio's key where that is needed."""
    if organisation is not None:
        return desk.visitor.may(Deed.STEER, organisation)
    return needs_key(organisation) or _knows(desk, None)


def _knows(desk: Desk, secret: str | None) -> bool:
    key = settings.read().studio_key.encode()
    if not key:
        return desk.visitor.who is Who.VISITOR
    return compare_digest(key, (secret or "").encode("utf-8", "surrogatepass"))
