"""Who comes to the studio: the holder of a link to a draft, or of the studio's key where the installation has one."""

from hmac import compare_digest

from assessments import settings
from assessments.editing.refusals import refusal
from assessments.rights import Deed, Who, may
from assessments.storage import Connection
from assessments.storage.drafts import Editor, find_editor

LONGEST_LINK = 200


def editor_of(connection: Connection, token: str, deed: Deed, *, lock: bool = False) -> Editor:
    """Return who holds a link to a draft and may do ``deed`` with it; raises NotAccepted.

    With ``lock`` nobody else changes the draft meanwhile.
    """
    editor = find_editor(connection, token, lock=lock) if len(token) <= LONGEST_LINK else None
    if editor is None or not may(Who.EDITOR, deed):
        raise refusal("draft_link")
    return editor


def keep(secret: str | None, deed: Deed) -> None:
    """Let somebody do ``deed`` who knows the studio's key, or anybody where it has none; raises NotAccepted."""
    key = settings.read().studio_key.encode()
    knows = not key or compare_digest(key, (secret or "").encode("utf-8", "surrogatepass"))
    if not may(Who.KEEPER if knows else Who.STRANGER, deed):
        raise refusal("studio_key")


def needs_key() -> bool:
    """Return whether publishing, archiving and choosing need the key of the studio."""
    return bool(settings.read().studio_key)
