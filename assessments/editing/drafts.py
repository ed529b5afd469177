"""Drafts: begun from a questionnaire, opened by a link, shared with a second editor, deleted."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from secrets import token_hex, token_urlsafe

from assessments.answering.belonging import begun_for, new_token
from assessments.answering.checking import check_line
from assessments.answering.desk import Desk
from assessments.answering.writing_down import write_down
from assessments.editing.beginnings import files_of
from assessments.editing.files import Files, check_all
from assessments.editing.noting import note
from assessments.editing.recording import records
from assessments.editing.refusals import refusal
from assessments.editing.rights import editor_of
from assessments.rights import Deed
from assessments.storage import Connection, retried
from assessments.storage.deed_log import forget_deeds
from assessments.storage.drafts import (
    Revision,
    add_draft,
    add_editor,
    editor_names,
    read_files,
    rename_draft,
    write_file,
)
from assessments.storage.drafts import delete_draft as delete_stored

TOKEN_BYTES = 32
ID_BYTES = 8


@dataclass(frozen=True, slots=True)
class DraftFile:
    """A file of a draft as it was saved last."""

    text: str
    revision: int
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft with its files; ``editor`` is whose link opened it, ``origin`` what it began from."""

    id: str
    title: str
    editor: str
    origin: str | None
    made_at: datetime
    files: Mapping[str, DraftFile]
    organisation: str | None = None

    @property
    def texts(self) -> dict[str, str]:
        """The text of each file by name."""
        return {name: file.text for name, file in self.files.items()}


@dataclass(frozen=True, slots=True)
class Begun:
    """A new draft and the only copy of the token that opens it."""

    token: str
    draft_id: str


def begin_draft(desk: Desk, title: str, editor: str, *, files: Files | None = None, origin: str | None = None) -> Begun:
    """Start a draft from ``files``, else from ``origin``, which is one of ``beginnings``; raises NotAccepted."""
    return _begin(desk, title, editor, files_of(desk, origin) if files is None else files, origin)


def open_draft(desk: Desk, token: str) -> Draft:
    """Return the draft that a link opens, as it is now; raises NotAccepted."""
    return _opened(desk, token, Deed.READ_DRAFT)


def open_to_try(desk: Desk, token: str) -> Draft:
    """Return a draft that may be tried on every stored assessment; raises NotAccepted."""
    return _opened(desk, token, Deed.TRY_DRAFT)


def _opened(desk: Desk, token: str, deed: Deed) -> Draft:
    with desk.database.reading() as connection:
        editor = editor_of(desk, connection, token, deed)
        files = read_files(connection, editor.draft.id)
    kept = {
        name: DraftFile(state.text, state.revision, state.editor, state.at)
        for name, state in files.items()
        if state.text is not None
    }
    draft = editor.draft
    return Draft(draft.public_id, draft.title, editor.name, draft.origin, draft.made_at, kept, draft.organisation)


@retried
def invite(desk: Desk, token: str, name: str) -> str:
    """Return a link of somebody else's own to the draft, under their ``name``; raises NotAccepted."""
    invited, link = _named(name), token_urlsafe(TOKEN_BYTES)
    with desk.database.writing() as connection:
        editor = editor_of(desk, connection, token, Deed.INVITE_EDITOR, lock=True)
        note(desk, connection, editor, "invited")
        add_editor(connection, editor.draft.id, invited, link, desk.clock())
    return link


def editors(desk: Desk, token: str) -> tuple[str, ...]:
    """Return the names of those who hold a link to the draft; raises NotAccepted."""
    with desk.database.reading() as connection:
        return editor_names(connection, editor_of(desk, connection, token, Deed.READ_DRAFT).draft.id)


@retried
def rename(desk: Desk, token: str, title: str) -> None:
    """Give a draft another title; raises NotAccepted."""
    said = _titled(title)
    with desk.database.writing() as connection:
        editor = editor_of(desk, connection, token, Deed.CHANGE_DRAFT, lock=True)
        rename_draft(connection, editor.draft.id, said)
        note(desk, connection, editor, "renamed")


@retried
def delete_draft(desk: Desk, token: str) -> None:
    """Delete a draft with its history, for all its editors; what was published stays. Raises NotAccepted."""
    with desk.database.writing() as connection:
        editor = editor_of(desk, connection, token, Deed.DELETE_DRAFT, lock=True)
        delete_stored(connection, editor.draft.id)
        forget_deeds(connection, editor.draft.public_id)
        note(desk, connection, editor, "deleted")
    desk.database.wipe_leftovers()


@retried
def _begin(desk: Desk, title: str, editor: str, files: Files, origin: str | None) -> Begun:
    organisation = begun_for(desk, Deed.BEGIN_DRAFT)
    said, name, checked = _titled(title), _named(editor), check_all({**files, **records(files)})
    public_id, at = f"d{token_hex(ID_BYTES)}", desk.clock()
    begun = Begun(new_token(desk, public_id), public_id)
    with desk.database.writing() as connection:
        draft_id = add_draft(connection, begun.draft_id, said, at, origin=origin, organisation=organisation)
        add_editor(connection, draft_id, name, begun.token, at)
        write_down(desk, connection, "editor", "began", begun.draft_id, called=name)
        _fill(connection, draft_id, checked, name, at)
    return begun


def _fill(connection: Connection, draft_id: int, files: Files, editor: str, at: datetime) -> None:
    for name, text in files.items():
        write_file(connection, draft_id, name, Revision(text, 1, editor, at))


def _titled(title: str) -> str:
    said = check_line(title, "draft")
    if not said:
        raise refusal("draft_title")
    return said


def _named(name: str) -> str:
    said = check_line(name, "editor")
    if not said:
        raise refusal("editor")
    return said
