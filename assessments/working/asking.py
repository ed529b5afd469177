"""Asking for all stored assessments to be placed anew: by a draft, or by a version."""

from collections.abc import Mapping
from pathlib import Path
from secrets import token_hex

from assessments.answering.desk import Desk
from assessments.editing import Files, NotAccepted, files_of, questionnaire_of
from assessments.editing.files import files_in
from assessments.editing.refusals import refusal
from assessments.storage import Connection, retried
from assessments.storage.assessments import names_of_assessments
from assessments.storage.drafts import DraftRecord, find_draft, list_drafts, read_files
from assessments.storage.jobs import Kind, add_job
from assessments.storage.publications import list_publications, publication_texts
from assessments.wording import stage_name
from scoring.model import Questionnaire

ID_BYTES = 4
OWN_VERSIONS = "the version each was answered to"


def new_id() -> str:
    """Return a name for a job."""
    return f"j{token_hex(ID_BYTES)}"


def drafts(desk: Desk) -> tuple[DraftRecord, ...]:
    """Return every draft there is, the newest first."""
    with desk.database.reading() as connection:
        return list_drafts(connection)


def begin_effects(desk: Desk, draft: str) -> str | None:
    """Ask what a draft, by its name, would change against what it began from; return the name of the job.

    What is tried is the draft as it stands now. None where there is no such draft; raises NotAccepted while it has
    problems.
    """
    with desk.database.reading() as connection:
        found = find_draft(connection, draft)
        if found is None:
            return None
        saved = read_files(connection, found.id)
    after = {name: file.text for name, file in saved.items() if file.text is not None}
    before = _began_from(desk, found)
    about = {"tried": f"the draft “{found.title}”", "instead_of": f"what it began from, {_named(before)}"}
    return _begin(desk, "effects", {"before": before, "after": after}, about)


def begin_rescoring(desk: Desk, version: str | Path | None) -> str:
    """Ask for every assessment to be placed by one version; return the name of the job.

    ``version`` is a folder, the number of a version that was published for everybody, or None for what is installed.
    Raises NotAccepted.
    """
    after = _files(desk, version)
    about = {"tried": _named(after), "instead_of": OWN_VERSIONS}
    return _begin(desk, "rescoring", {"after": after}, about)


@retried
def _begin(desk: Desk, kind: Kind, files: Mapping[str, Files], about: Mapping[str, str]) -> str:
    questionnaires = [_readable(one) for one in files.values()]
    after, id_ = _readable(files["after"]), new_id()
    stages = [stage_name(after, position) for position in range(len(after.stages) + 1)]
    wish = {**about, "stages": stages, "sha256": after.sha256}
    kept = {side: dict(texts) for side, texts in files.items()}
    with desk.database.writing() as connection:
        names = names_of_assessments(connection, {one.id for one in questionnaires})
        add_job(connection, id_, kind, wish, names, desk.clock(), files=kept)
    return id_


def _named(files: Files) -> str:
    questionnaire = _readable(files)
    return f"{questionnaire.title} {questionnaire.version}"


def _readable(files: Files) -> Questionnaire:
    questionnaire = questionnaire_of(files)
    if questionnaire is None:
        raise refusal("try_problems")
    return questionnaire


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
