"""Drafts of questionnaires: their editors, the latest text of each file, and every text a file ever had."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from assessments.storage.draft_tables import draft, draft_change, draft_editor, draft_file
from assessments.storage.organisations import know_organisation
from assessments.storage.people import token_hash


@dataclass(frozen=True, slots=True)
class DraftRecord:
    """A draft without its files."""

    id: int
    public_id: str
    title: str
    origin: str | None
    made_at: datetime
    organisation: str | None


@dataclass(frozen=True, slots=True)
class Editor:
    """Somebody who holds a link to a draft."""

    name: str
    draft: DraftRecord


@dataclass(frozen=True, slots=True)
class Revision:
    """One state of a file: its text (None once it was removed), its number, who saved it and when."""

    text: str | None
    revision: int
    editor: str
    at: datetime


def add_draft(
    connection: Connection,
    public_id: str,
    title: str,
    at: datetime,
    *,
    origin: str | None = None,
    organisation: str | None = None,
) -> int:
    """Store a draft without files, an organisation's or nobody's, and return its number."""
    know_organisation(connection, organisation, at)
    row = insert(draft).values(public_id=public_id, title=title, origin=origin, made_at=at, organisation=organisation)
    return int(connection.execute(row.returning(draft.c.id)).scalar_one())


def add_editor(connection: Connection, draft_id: int, name: str, token: str, at: datetime) -> None:
    """Let whoever holds ``token`` edit a draft under a name."""
    row = {"draft_id": draft_id, "name": name, "token_sha256": token_hash(token), "made_at": at}
    connection.execute(insert(draft_editor), row)


def find_editor(connection: Connection, token: str, *, lock: bool = False) -> Editor | None:
    """Return whom a token belongs to; with ``lock``, other changes of the draft wait until the transaction ends."""
    mine = draft_editor.c.token_sha256 == token_hash(token)
    query = select(draft, draft_editor.c.name).join(draft_editor, draft_editor.c.draft_id == draft.c.id).where(mine)
    row = connection.execute(query.with_for_update(of=draft) if lock else query).one_or_none()
    if row is None:
        return None
    return Editor(row.name, _draft(row))


def find_draft(connection: Connection, public_id: str) -> DraftRecord | None:
    """Return the draft with a public id."""
    row = connection.execute(select(draft).where(draft.c.public_id == public_id)).one_or_none()
    return None if row is None else _draft(row)


def list_drafts(connection: Connection) -> tuple[DraftRecord, ...]:
    """Return every draft, the newest first."""
    return tuple(map(_draft, connection.execute(select(draft).order_by(draft.c.id.desc()))))


def editor_names(connection: Connection, draft_id: int) -> tuple[str, ...]:
    """Return who can edit a draft, in the order in which they came."""
    names = select(draft_editor.c.name).where(draft_editor.c.draft_id == draft_id).order_by(draft_editor.c.id)
    return tuple(connection.execute(names).scalars())


def rename_draft(connection: Connection, draft_id: int, title: str) -> None:
    """Give a draft another title."""
    connection.execute(update(draft).where(draft.c.id == draft_id).values(title=title))


def delete_draft(connection: Connection, draft_id: int) -> None:
    """Delete a draft with its files, their history and its links."""
    connection.execute(delete(draft).where(draft.c.id == draft_id))


def read_files(connection: Connection, draft_id: int) -> dict[str, Revision]:
    """Return the latest state of every file by name, those included that were removed."""
    rows = connection.execute(select(draft_file).where(draft_file.c.draft_id == draft_id).order_by(draft_file.c.name))
    return {row.name: _revision(row) for row in rows}


def write_file(connection: Connection, draft_id: int, name: str, state: Revision, *, key: str | None = None) -> None:
    """Store the next state of a file and add it to the history; the draft must be locked (``find_editor``)."""
    here = draft_file.c.draft_id == draft_id, draft_file.c.name == name
    row = {"text": state.text, "revision": state.revision, "editor": state.editor, "at": state.at}
    slot = {"draft_id": draft_id, "name": name}
    connection.execute(insert(draft_change).values(**slot, **row, key=key))
    if connection.execute(update(draft_file).where(*here).values(**row)).rowcount == 0:
        connection.execute(insert(draft_file).values(**slot, **row))


def saved_under(connection: Connection, draft_id: int, key: str) -> dict[str, Revision]:
    """Return what was stored by the save called ``key``, by name of the file; empty when there was none."""
    rows = connection.execute(
        select(draft_change).where(draft_change.c.draft_id == draft_id, draft_change.c.key == key)
    )
    return {row.name: _revision(row) for row in rows}


def history_of(connection: Connection, draft_id: int, name: str) -> Sequence[Revision]:
    """Return every state of a file, the newest first."""
    mine = draft_change.c.draft_id == draft_id, draft_change.c.name == name
    rows = connection.execute(select(draft_change).where(*mine).order_by(draft_change.c.revision.desc()))
    return tuple(map(_revision, rows))


def saves_of(connection: Connection, draft_id: int) -> tuple[tuple[datetime, str, str], ...]:
    """Return when somebody saved which file of a draft: time, name, file."""
    change = draft_change.c
    rows = connection.execute(select(change.at, change.editor, change.name).where(change.draft_id == draft_id))
    return tuple((row.at, row.editor, row.name) for row in rows)


def revision_of(connection: Connection, draft_id: int, name: str, revision: int) -> Revision | None:
    """Return one state of a file."""
    here = draft_change.c.draft_id == draft_id, draft_change.c.name == name, draft_change.c.revision == revision
    row = connection.execute(select(draft_change).where(*here)).one_or_none()
    return None if row is None else _revision(row)


def _draft(row: Row[Any]) -> DraftRecord:
    return DraftRecord(row.id, row.public_id, row.title, row.origin, row.made_at, row.organisation)


def _revision(row: Row[Any]) -> Revision:
    return Revision(row.text, row.revision, row.editor, row.at)
