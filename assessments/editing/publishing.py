"""Versions: published from a draft without problems, never changed afterwards, archived, chosen to start from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from secrets import token_hex

from assessments.answering.checking import check_note
from assessments.answering.desk import Desk
from assessments.editing.drafts import ID_BYTES, open_draft
from assessments.editing.files import Files
from assessments.editing.forms import set_value, value_at
from assessments.editing.looking import EXAMPLES, Looked, check_files
from assessments.editing.noting import note as note_done
from assessments.editing.noting import note_kept
from assessments.editing.refusals import refusal
from assessments.editing.rights import editor_of, keep, whose_versions
from assessments.editing.seen import refuse_others
from assessments.rights import Deed
from assessments.storage import Connection, retried
from assessments.storage.drafts import Editor, Revision, read_files, write_file
from assessments.storage.publications import (
    Published,
    add_publication,
    clear_current,
    find_publication,
    is_published,
    list_publications,
    publication_texts,
    set_archived,
    set_current,
    versions_known,
)
from assessments.storage.versions import keep_version
from scoring.model import Questionnaire

PATH = "path.yaml"


@dataclass(frozen=True, slots=True)
class Publication:
    """A published version; ``firms`` counts the assessments answered to it."""

    id: str
    questionnaire: str
    version: str
    title: str
    sha256: str
    author: str
    note: str
    at: datetime
    origin: str | None
    archived: bool
    current: bool
    firms: int
    organisation: str | None


@retried
def publish(
    desk: Desk,
    token: str,
    note: str,
    revisions: Mapping[str, int],
    *,
    version: str | None = None,
    secret: str | None = None,
) -> Publication:
    """Make a version of a draft as it stands in these ``revisions`` of its files, which are what its editor sees.

    Its number is ``version``, which path.yaml says from then on, else the one there. What is refused leaves the draft
    as it was. Raises NotAccepted: for a draft with problems or with examples that come out otherwise, when somebody
    saved meanwhile, and for a version that stands for something else already.
    """
    draft = open_draft(desk, token)
    keep(desk, secret, Deed.PUBLISH, draft.organisation)
    said = check_note(note, "publish")
    if not said:
        raise refusal("publish_note")
    files = draft.texts if version is None else _numbered(draft.texts, version)
    questionnaire = _publishable(check_files(files))
    with desk.database.writing() as connection:
        editor = editor_of(desk, connection, token, Deed.CHANGE_DRAFT, lock=True)
        _refuse_unseen(connection, editor, revisions)
        _refuse_known_version(desk, connection, questionnaire, draft.organisation)
        public_id = _store(desk, connection, editor, questionnaire, files, said)
        if files[PATH] != draft.texts[PATH]:
            number = Revision(files[PATH], revisions[PATH] + 1, editor.name, desk.clock())
            write_file(connection, editor.draft.id, PATH, number)
        note_done(desk, connection, editor, "published", public_id)
        return _publication(_find(desk, connection, public_id), public_id)


def publications(desk: Desk, *, archived: bool = False) -> tuple[Publication, ...]:
    """Return the published versions, the newest first; ``archived`` ones only when asked for."""
    with desk.database.reading() as connection:
        known = list_publications(connection, whose_versions(desk))
    return tuple(_publication(one, "") for one in known if archived or one.archived_at is None)


def publication(desk: Desk, id_: str) -> Publication:
    """Return one published version; raises NotAccepted."""
    with desk.database.reading() as connection:
        return _publication(_find(desk, connection, id_), id_)


def publication_files(desk: Desk, id_: str) -> dict[str, str]:
    """Return everything in the folder of a published version; raises NotAccepted."""
    with desk.database.reading() as connection:
        return publication_texts(connection, published(desk, connection, id_).id)


@retried
def archive(desk: Desk, id_: str, *, secret: str | None = None) -> None:
    """Offer a version for new assessments no more; those that were started on it go on. Raises NotAccepted."""
    with desk.database.writing() as connection:
        known = _steered(desk, connection, id_, secret)
        if known.current:
            clear_current(connection, known.questionnaire, known.organisation)
        set_archived(connection, known.id, known.archived_at or desk.clock())
        note_kept(desk, connection, "archived", id_)


@retried
def unarchive(desk: Desk, id_: str, *, secret: str | None = None) -> None:
    """Bring an archived version back; raises NotAccepted."""
    with desk.database.writing() as connection:
        set_archived(connection, _steered(desk, connection, id_, secret).id, None)
        note_kept(desk, connection, "brought_back", id_)


@retried
def make_current(desk: Desk, id_: str, *, secret: str | None = None) -> None:
    """Let new assessments of its questionnaire start from a version; raises NotAccepted."""
    with desk.database.writing() as connection:
        known = _steered(desk, connection, id_, secret)
        if known.archived_at is not None:
            raise refusal("publication_archived", id_)
        set_current(connection, known, desk.clock())
        note_kept(desk, connection, "chosen", id_)


@retried
def use_installed(
    desk: Desk,
    questionnaire: str,
    *,
    instead_of: str | None = None,
    secret: str | None = None,
    organisation: str | None = None,
) -> None:
    """Let new assessments start from the installed questionnaire again; one that is not installed is offered no more.

    What an ``organisation`` chose for itself is its own; then it starts from what everybody does. ``instead_of`` is the
    version they are seen to start from. Raises NotAccepted, also where they start from another one by now.
    """
    keep(desk, secret, Deed.STEER, organisation)
    with desk.database.writing() as connection:
        if instead_of is not None:
            _refuse_unless_current(desk, connection, instead_of)
        clear_current(connection, questionnaire, organisation)
        note_kept(desk, connection, "installed_chosen", questionnaire)


def still_current(desk: Desk, id_: str) -> None:
    """Refuse to go on where new assessments start from another version than the one seen; raises NotAccepted."""
    with desk.database.reading() as connection:
        _refuse_unless_current(desk, connection, id_)


def next_version(version: str) -> str:
    """Return the version that follows: 1.0 becomes 1.1, a word gets a number."""
    head, dot, last = version.rpartition(".")
    if last.isascii() and last.isdigit() and len(last) < 9:
        return f"{head}{dot}{int(last) + 1}"
    return f"{version}.1"


def with_next_version(desk: Desk, files: Files, organisation: str | None = None) -> str:
    """Return path.yaml with the first version after the one it names that is not taken; raises NotAccepted.

    What is published for an ``organisation`` has numbers of its own.
    """
    id_, version = (str(value_at(files.get(PATH, ""), (key,))) for key in ("id", "version"))
    with desk.database.reading() as connection:
        taken = set(versions_known(connection, id_, organisation))
    taken |= {version for known, version in _installed(desk) if known == id_}
    version = next_version(version)
    while version in taken:
        version = next_version(version)
    return set_value(files[PATH], ("version",), version)


def _numbered(files: Files, version: str) -> dict[str, str]:
    """Return the files with another version in path.yaml; raises NotAccepted."""
    return {**files, PATH: set_value(files.get(PATH, ""), ("version",), version)}


def _publishable(looked: Looked) -> Questionnaire:
    if looked.questionnaire is None:
        raise refusal("publish_problems", count=len(looked.problems))
    failed = [example.file.removeprefix(EXAMPLES) for example in looked.examples if not example.passed]
    if failed:
        raise refusal("publish_examples", names=", ".join(failed))
    return looked.questionnaire


def _refuse_unseen(connection: Connection, editor: Editor, revisions: Mapping[str, int]) -> None:
    """Refuse to publish what the editor has not seen."""
    stored = read_files(connection, editor.draft.id)
    now = {name: state.revision for name, state in stored.items() if state.text is not None}
    refuse_others(now, revisions, "publish_moved", editor.draft.public_id)


def _refuse_known_version(
    desk: Desk, connection: Connection, questionnaire: Questionnaire, organisation: str | None
) -> None:
    """Refuse a version that stands for other contents, or was published, to whoever can read what is published here."""
    id_, version = questionnaire.id, questionnaire.version
    known = versions_known(connection, id_, organisation).get(version, set())
    known = known | _installed(desk).get((id_, version), set())
    if is_published(connection, id_, version, organisation) or known - {questionnaire.sha256}:
        raise refusal("publish_version", version=version, id=id_)


def _installed(desk: Desk) -> dict[tuple[str, str], set[str]]:
    """Return the fingerprints of what is installed, by id and version."""
    installed = (edition.method.questionnaire for edition in desk.installed())
    return {(one.id, one.version): {one.sha256} for one in installed}


def _store(
    desk: Desk, connection: Connection, editor: Editor, questionnaire: Questionnaire, files: Files, note: str
) -> str:
    at, public_id = desk.clock(), f"v{token_hex(ID_BYTES)}"
    method_texts = {name: text for name, text in files.items() if name.endswith(".yaml") and EXAMPLES not in name}
    keep_version(connection, questionnaire.sha256, questionnaire.id, questionnaire.version, method_texts, at)
    add_publication(
        connection,
        files,
        public_id=public_id,
        sha256=questionnaire.sha256,
        questionnaire=questionnaire.id,
        version=questionnaire.version,
        title=questionnaire.title,
        author=editor.name,
        note=note,
        at=at,
        draft=editor.draft.public_id,
        origin=editor.draft.origin,
        organisation=editor.draft.organisation,
    )
    return public_id


def published(desk: Desk, connection: Connection, id_: str) -> Published:
    """Return a version the visitor may read; raises NotAccepted."""
    known = _find(desk, connection, id_)
    if known is None:
        raise refusal("publication", id_)
    return known


def _refuse_unless_current(desk: Desk, connection: Connection, id_: str) -> None:
    if not published(desk, connection, id_).current:
        raise refusal("publication_moved", id_)


def _find(desk: Desk, connection: Connection, id_: str) -> Published | None:
    return find_publication(connection, id_, whose_versions(desk))


def _steered(desk: Desk, connection: Connection, id_: str, secret: str | None) -> Published:
    """Return a version the visitor may archive and choose; raises NotAccepted."""
    known = _find(desk, connection, id_)
    keep(desk, secret, Deed.STEER, None if known is None else known.organisation)
    return published(desk, connection, id_)


def _publication(known: Published | None, id_: str) -> Publication:
    if known is None:
        raise refusal("publication", id_)
    plain = {name: getattr(known, name) for name in Publication.__slots__ if hasattr(known, name)}
    return Publication(**{**plain, "id": known.public_id, "archived": known.archived_at is not None})
