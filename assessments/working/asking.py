"""Asking for stored assessments to be placed anew: by a draft, or by a version."""

from pathlib import Path

from assessments.answering.desk import Desk
from assessments.editing import Files, NotAccepted, files_of
from assessments.editing.files import files_in
from assessments.editing.refusals import refusal
from assessments.storage import Connection
from assessments.storage.drafts import DraftRecord, find_draft, list_drafts, read_files
from assessments.storage.publications import list_publications, publication_texts
from assessments.working.beginning import Asked, begin, named
from assessments.working.effects import FINDERS

OWN_VERSIONS = "the version each was answered to"


def drafts(desk: Desk) -> tuple[DraftRecord, ...]:
    """Return every draft there is, the newest first."""
    with desk.database.reading() as connection:
        return list_drafts(connection)


def begin_effects(desk: Desk, draft: str) -> str | None:
    """Ask what a draft, by its name, would change for everybody against what it began from; return the job's name.

    What is tried is the draft as it stands now. None where there is no such draft; raises NotAccepted while it has
    problems.
    """
    with desk.database.reading() as connection:
        found = find_draft(connection, draft)
        if found is None:
            return None
        files = saved_files(connection, found)
    return begin(desk, effects_of(desk, found, files))


def begin_rescoring(desk: Desk, version: str | Path | None) -> str:
    """Ask for every assessment to be placed by one version; return the name of the job.

    ``version`` is a folder, the number of a version that was published for everybody, or None for what is installed.
    Raises NotAccepted.
    """
    return begin(desk, rescoring_of(_files(desk, version)))


def rescoring_of(files: Files) -> Asked:
    """Return what is asked for by whoever wants assessments placed by a version; raises NotAccepted."""
    name = named(files)
    return Asked("rescoring", {"after": files}, {"tried": name, "instead_of": OWN_VERSIONS, "title": name})


def effects_of(desk: Desk, draft: DraftRecord, files: Files) -> Asked:
    """Return what is asked for by whoever wants to know what a draft with these files changes; raises NotAccepted."""
    before = _began_from(desk, draft)
    about = {"tried": f"the draft “{draft.title}”", "instead_of": f"what it began from, {named(before)}"}
    return Asked("effects", {"before": before, "after": files}, {**about, "title": draft.title}, tuple(FINDERS))


def saved_files(connection: Connection, draft: DraftRecord) -> dict[str, str]:
    """Return the files of a draft as they are saved."""
    saved = read_files(connection, draft.id)
    return {name: file.text for name, file in saved.items() if file.text is not None}


def _files(desk: Desk, version: str | Path | None) -> dict[str, str]:
    if version is None:
        return files_of(desk, None)
    if isinstance(version, Path):
        return files_in(version)
    with desk.database.reading() as connection:
        return _published(connection, version, ())


def _began_from(desk: Desk, draft: DraftRecord) -> dict[str, str]:
    try:
        return files_of(desk, draft.origin)
    except NotAccepted:
        if draft.organisation is None:
            raise
    with desk.database.reading() as connection:
        return _published(connection, draft.origin or "", (draft.organisation,))


def _published(connection: Connection, name: str, organisations: tuple[str, ...]) -> dict[str, str]:
    seen = list_publications(connection, organisations)
    found = next((one for one in seen if name in (one.public_id, one.version)), None)
    if found is None:
        raise refusal("publication", name)
    return publication_texts(connection, found.id)
