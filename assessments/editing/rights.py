"""Who may do what in the studio: one function for each decision, so that signing in can be asked for here.

Today a draft belongs to whoever holds one of its links. What concerns everybody, such as publishing, needs the key of
the studio where the installation has one, and is open to whoever can reach the studio where it has none.
"""

from hmac import compare_digest

from assessments import settings
from assessments.editing.refusals import refusal
from assessments.storage import Connection
from assessments.storage.drafts import Editor, find_editor

LONGEST_LINK = 200


def may_read_draft(connection: Connection, token: str) -> Editor:
    """Return who reads a draft with this link; raises NotAccepted."""
    return _editor(connection, token, lock=False)


def may_change_draft(connection: Connection, token: str) -> Editor:
    """Return who changes a draft with this link, and let nobody else change it meanwhile; raises NotAccepted."""
    return _editor(connection, token, lock=True)


def may_publish(secret: str | None) -> None:
    """Let somebody make a version of their draft; raises NotAccepted."""
    _needs_key(secret)


def may_steer(secret: str | None) -> None:
    """Let somebody archive versions and choose what new assessments start from; raises NotAccepted."""
    _needs_key(secret)


def needs_key() -> bool:
    """Return whether publishing, archiving and choosing need the key of the studio."""
    return bool(settings.read().studio_key)


def _needs_key(secret: str | None) -> None:
    key = settings.read().studio_key.encode()
    if key and not compare_digest(key, (secret or "").encode("utf-8", "surrogatepass")):
        raise refusal("studio_key")


def _editor(connection: Connection, token: str, *, lock: bool) -> Editor:
    editor = find_editor(connection, token, lock=lock) if len(token) <= LONGEST_LINK else None
    if editor is None:
        raise refusal("draft_link")
    return editor
