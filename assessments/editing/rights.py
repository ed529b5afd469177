"""Who may do what in the studio: one function for each decision, so that signing in can be asked for here.

Today a draft belongs to whoever holds one of its links; everything else is open to whoever can reach the studio.
"""

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


def _editor(connection: Connection, token: str, *, lock: bool) -> Editor:
    editor = find_editor(connection, token, lock=lock) if len(token) <= LONGEST_LINK else None
    if editor is None:
        raise refusal("draft_link")
    return editor
