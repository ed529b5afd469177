"""The log of a draft and of versions: what editors, and whoever keeps the studio, did."""

from assessments.answering.deeds_file import deeds_file
from assessments.answering.desk import Desk
from assessments.answering.leaving import Export
from assessments.answering.writing_down import write_down
from assessments.editing.rights import editor_of
from assessments.rights import Deed
from assessments.storage import Connection
from assessments.storage.deed_log import Done, deeds_about
from assessments.storage.drafts import Editor, saves_of


def note(desk: Desk, connection: Connection, editor: Editor, done: str, detail: str = "") -> None:
    """Write down what an editor does with their draft, in the transaction in which it is done."""
    write_down(desk, connection, "editor", done, editor.draft.public_id, detail=detail, called=editor.name)


def note_kept(desk: Desk, connection: Connection, done: str, about: str) -> None:
    """Write down what is done with a version by whoever keeps the studio, or by a member; nobody asks for a name."""
    write_down(desk, connection, "keeper", done, about)


def log(desk: Desk, token: str) -> tuple[Done, ...]:
    """Return what editors did with a draft, saves aside, newest first; raises NotAccepted."""
    with desk.database.reading() as connection:
        editor = editor_of(desk, connection, token, Deed.SEE_DRAFT_LOG)
        return deeds_about(connection, editor.draft.public_id)


def export_log(desk: Desk, token: str) -> Export:
    """Return everything editors did with a draft, every save included, as a csv; raises NotAccepted."""
    with desk.database.reading() as connection:
        draft = editor_of(desk, connection, token, Deed.SEE_DRAFT_LOG).draft
        saved = (
            Done(at, "editor", name, "saved", draft.public_id, file)
            for at, name, file in saves_of(connection, draft.id)
        )
        done = [*deeds_about(connection, draft.public_id), *saved]
    return deeds_file(draft.public_id, sorted(done, key=lambda one: one.at))
