"""Which questionnaires a new assessment can start from: those installed, or what was published and chosen instead."""

from dataclasses import dataclass

from assessments.answering.desk import Desk, Edition
from assessments.answering.refusals import refusal
from assessments.storage import Connection
from assessments.storage.publications import Published, current_publications
from assessments.storage.versions import version_texts


@dataclass(frozen=True, slots=True)
class Offer:
    """A questionnaire to start from; ``publication`` is None where it is installed."""

    id: str
    title: str
    version: str
    publication: str | None


def offered(desk: Desk) -> tuple[Offer, ...]:
    """Return what new assessments of the visitor may start from, first what they start from unless told otherwise.

    Raises NotAccepted.
    """
    installed = [edition.method.questionnaire for edition in desk.installed()]
    with desk.database.reading() as connection:
        chosen = {one.questionnaire: one for one in current_publications(connection, desk.visitor.organisation)}
    own = (
        _offer(chosen.pop(one.id)) if one.id in chosen else Offer(one.id, one.title, one.version, None)
        for one in installed
    )
    return (*own, *map(_offer, chosen.values()))


def edition_for(desk: Desk, questionnaire: str | None = None) -> Edition:
    """Return what an assessment to a questionnaire (None: the usual one) starts from now; raises NotAccepted."""
    installed = {edition.method.questionnaire.id: edition for edition in desk.installed()}
    wanted = next(iter(installed)) if questionnaire is None else questionnaire
    with desk.database.reading() as connection:
        for one in current_publications(connection, desk.visitor.organisation):
            if one.questionnaire == wanted:
                return _edition(desk, connection, one.sha256)
    if wanted not in installed:
        raise refusal("questionnaire_choice", wanted)
    return installed[wanted]


def edition_again(desk: Desk, sha256: str) -> Edition:
    """Return what the next assessment after one on ``sha256`` starts from: the same questionnaire as it is offered now.

    One that is not offered any more goes on in the version it had. Raises NotAccepted.
    """
    with desk.database.reading() as connection:
        before = _edition(desk, connection, sha256)
    name = before.method.questionnaire.id
    return edition_for(desk, name) if name in {offer.id for offer in offered(desk)} else before


def _edition(desk: Desk, connection: Connection, sha256: str) -> Edition:
    return Edition(version_texts(connection, sha256), desk.method(connection, sha256))


def _offer(one: Published) -> Offer:
    return Offer(one.questionnaire, one.title, one.version, one.public_id)
