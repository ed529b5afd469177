"""Sample firms: a questionnaire's worked examples, stored as assessments that everybody may read and nobody change."""

import logging
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from assessments import answers_file
from assessments.answering.desk import Desk, Edition
from assessments.answering.refusals import NotAccepted
from assessments.problems import Refused
from assessments.storage import Connection, DoesNotFit, retried
from assessments.storage.assessments import add_assessment, add_firm, delete_firm, find_assessment, list_samples
from assessments.storage.locks import lock_samples
from assessments.storage.whole import write_answers
from scoring.answers import Assessment

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample firm; ``link`` opens it."""

    link: str
    firm: str
    variant: str


def samples(desk: Desk) -> tuple[Sample, ...]:
    """Return the sample firms by name."""
    with desk.database.reading() as connection:
        records = list_samples(connection)
    return tuple(Sample(record.public_id, record.firm, record.variant) for record in records)


def load_samples(desk: Desk) -> None:
    """Store the worked examples of the questionnaire, each once; those that changed are replaced.

    A questionnaire or an example that cannot be used is logged and left out: the program starts all the same.
    """
    try:
        edition = desk.edition()
    except NotAccepted:  # logged by the desk
        return
    for path in sorted((desk.folder / "examples").glob("*.yaml")):
        try:
            _load(desk, edition, path)
        except (Refused, DoesNotFit, OSError) as error:
            _log.error("The example %s cannot be used: %s", path.name, error)


@retried
def _load(desk: Desk, edition: Edition, path: Path) -> None:
    origin = sha256(edition.sha256.encode() + path.read_bytes()).hexdigest()
    assessment = answers_file.read(path, edition.method.questionnaire)
    with desk.database.writing() as connection:
        lock_samples(connection)
        stored = find_assessment(connection, assessment.id)
        if stored is not None and stored.origin_sha256 == origin:
            return
        if stored is not None and stored.kind == "sample":
            delete_firm(connection, stored.firm_id)
        _store(desk, connection, edition, assessment, origin)


def _store(desk: Desk, connection: Connection, edition: Edition, assessment: Assessment, origin: str) -> None:
    at = desk.clock()
    assessment_id = add_assessment(
        connection,
        public_id=assessment.id,
        firm_id=add_firm(connection, assessment.firm, at),
        questionnaire_sha256=desk.pin(connection, edition),
        variant=assessment.variant,
        date=assessment.date,
        at=at,
        kind="sample",
        origin_sha256=origin,
        role_weights=assessment.role_weights,
        segments=assessment.segments,
    )
    write_answers(connection, assessment_id, assessment, at)
