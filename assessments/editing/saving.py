"""Saving a draft: every state is kept, and nobody's work is overwritten unseen."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from assessments.answering.checking import check_key
from assessments.answering.desk import Desk
from assessments.answering.refusals import NotAccepted
from assessments.editing.comparing import Part, compare_three
from assessments.editing.files import BASE, check_all, check_name, check_text
from assessments.editing.recording import keep_records
from assessments.editing.refusals import refusal, sentence_for
from assessments.editing.rights import editor_of
from assessments.rights import Deed
from assessments.storage import Connection, retried
from assessments.storage.drafts import (
    Editor,
    Revision,
    history_of,
    read_files,
    revision_of,
    saved_under,
    write_file,
)


@dataclass(frozen=True, slots=True)
class SavedFile:
    """The number of a state that was stored, and when; it is on the disk."""

    revision: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Change:
    """One state in the history of a file: who saved it and when, and whether the file was removed by it."""

    revision: int
    by: str
    at: datetime
    removed: bool


class Conflict(NotAccepted):
    """Somebody else saved a file after it was opened; nothing was stored, and nothing is lost."""

    def __init__(self, name: str, stored: Revision, base: str, mine: str) -> None:
        at = f"{stored.at:%H:%M} UTC"
        super().__init__("conflict", sentence_for("conflict", name, by=stored.editor, name=name, at=at))
        self.name, self.revision, self.by, self.at = name, stored.revision, stored.editor, stored.at
        self.base, self.mine, self.theirs = base, mine, stored.text or ""

    @property
    def parts(self) -> tuple[Part, ...]:
        """The three states side by side, to choose from."""
        return compare_three(self.base, self.mine, self.theirs)


def save_file(desk: Desk, token: str, name: str, text: str, revision: int, *, key: str | None = None) -> SavedFile:
    """Store a text that was made from state ``revision`` of a file, 0 for a new one; raises Conflict, NotAccepted."""
    return save_files(desk, token, {name: (text, revision)}, key=key)[name]


def remove_file(desk: Desk, token: str, name: str, revision: int, *, key: str | None = None) -> SavedFile:
    """Take a file out of the draft; its history stays. Raises Conflict, NotAccepted."""
    return save_files(desk, token, {name: (None, revision)}, key=key)[name]


def save_files(
    desk: Desk, token: str, files: Mapping[str, tuple[str | None, int]], *, key: str | None = None
) -> dict[str, SavedFile]:
    """Store all of ``files`` or none: text (None removes) and the state it was made from; raises Conflict, NotAccepted.

    A text that is what is stored already makes no new state. The same ``key`` again changes nothing and returns what
    the first message returned.
    """
    saved = _save(desk, token, files, key)
    keep_records(desk, token)
    return saved


@retried
def _save(desk: Desk, token: str, files: Mapping[str, tuple[str | None, int]], key: str | None) -> dict[str, SavedFile]:
    check_key(key)
    for name, (text, _) in files.items():
        _check(name, text)
    with desk.database.writing() as connection:
        editor = editor_of(desk, connection, token, Deed.CHANGE_DRAFT, lock=True)
        stored = read_files(connection, editor.draft.id)
        done = saved_under(connection, editor.draft.id, key) if key is not None else {}
        if done:
            _refuse_another(done, files)
        else:
            done = dict(_next(connection, editor, stored, files, desk.clock()))
            _write(connection, editor, stored, done, key)
    states = {**stored, **done}
    return {name: SavedFile(states[name].revision, states[name].at) for name in files}


def history(desk: Desk, token: str, name: str) -> tuple[Change, ...]:
    """Return every state a file had, the newest first; raises NotAccepted."""
    with desk.database.reading() as connection:
        editor = editor_of(desk, connection, token, Deed.READ_DRAFT)
        states = history_of(connection, editor.draft.id, check_name(name))
    return tuple(Change(state.revision, state.editor, state.at, state.text is None) for state in states)


def text_at(desk: Desk, token: str, name: str, revision: int) -> str:
    """Return the text of a file in one of its states, empty where it had been removed; raises NotAccepted."""
    with desk.database.reading() as connection:
        editor = editor_of(desk, connection, token, Deed.READ_DRAFT)
        state = revision_of(connection, editor.draft.id, check_name(name), revision)
    if state is None:
        raise refusal("revision", name)
    return state.text or ""


def _check(name: str, text: str | None) -> None:
    if check_name(name).startswith(BASE):
        raise refusal("base_file", name)
    if text is not None:
        check_text(text, name)


def _refuse_another(done: Mapping[str, Revision], files: Mapping[str, tuple[str | None, int]]) -> None:
    """Refuse a message under a key that stands for another message."""
    if any(name not in files or files[name][0] != state.text for name, state in done.items()):
        raise refusal("save_key")


def _write(
    connection: Connection,
    editor: Editor,
    stored: Mapping[str, Revision],
    states: Mapping[str, Revision],
    key: str | None,
) -> None:
    together = {**stored, **states}
    check_all({name: state.text for name, state in together.items() if state.text is not None})
    for name, state in states.items():
        write_file(connection, editor.draft.id, name, state, key=key)


def _next(
    connection: Connection,
    editor: Editor,
    stored: Mapping[str, Revision],
    files: Mapping[str, tuple[str | None, int]],
    at: datetime,
) -> Iterator[tuple[str, Revision]]:
    """Yield the states that ``files`` lead to, leaving out what is stored already; raises Conflict."""
    for name, (text, revision) in files.items():
        now = stored.get(name)
        if now is None and (text is None or revision != 0):
            raise refusal("file_gone", name)
        if now is not None and now.text == text:
            continue
        if now is not None and now.revision != revision and not (revision == 0 and now.text is None):
            base = revision_of(connection, editor.draft.id, name, revision)
            raise Conflict(name, now, base.text or "" if base else "", text or "")
        yield name, Revision(text, now.revision + 1 if now else 1, editor.name, at)
