"""What a draft can begin from and be compared with: the questionnaires that are installed, and what was published."""

from dataclasses import dataclass

from assessments.answering.desk import Desk
from assessments.editing.files import files_in
from assessments.editing.refusals import refusal
from assessments.editing.rights import whose_versions
from assessments.storage.publications import find_publication, list_publications, publication_texts

_INSTALLED = "installed:"  # before the id of an edition; a publication is named by its public id alone


@dataclass(frozen=True, slots=True)
class Beginning:
    """A questionnaire to begin from; ``origin`` is how a draft remembers it, None for the usual one."""

    origin: str | None
    title: str
    version: str
    installed: bool
    organisation: str | None = None


def beginnings(desk: Desk, *, archived: bool = False) -> tuple[Beginning, ...]:
    """Return what is installed, the usual questionnaire first, and what was published, the newest first.

    Archived versions only when asked for. Raises NotAccepted.
    """
    with desk.database.reading() as connection:
        published = [
            one for one in list_publications(connection, whose_versions(desk)) if archived or one.archived_at is None
        ]
    here = [edition.method.questionnaire for edition in desk.installed()]
    return (
        Beginning(None, here[0].title, here[0].version, installed=True),
        *(Beginning(f"{_INSTALLED}{one.id}", one.title, one.version, installed=True) for one in here[1:]),
        *(
            Beginning(one.public_id, one.title, one.version, installed=False, organisation=one.organisation)
            for one in published
        ),
    )


def files_of(desk: Desk, origin: str | None) -> dict[str, str]:
    """Return the files of what a draft began from, or can begin from, as they stand now; raises NotAccepted."""
    if origin is None:
        return installed(desk)
    if origin.startswith(_INSTALLED):
        return _edition(desk, origin.removeprefix(_INSTALLED))
    with desk.database.reading() as connection:
        known = find_publication(connection, origin, whose_versions(desk))
        if known is None:
            raise refusal("publication", origin)
        return publication_texts(connection, known.id)


def installed(desk: Desk) -> dict[str, str]:
    """Return the files of the questionnaire that came with the program, as they stand now; raises NotAccepted."""
    desk.edition()  # refuses what cannot be read
    return files_in(desk.folder)


def _edition(desk: Desk, id_: str) -> dict[str, str]:
    for folder, edition in desk.folders().items():
        if edition.method.questionnaire.id == id_:
            return files_in(folder)
    raise refusal("edition_gone", id_, id=id_)
