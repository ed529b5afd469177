"""Beginning a job that places stored assessments anew: what it tries is kept with it, as it stands now."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from secrets import token_hex
from typing import Any

from assessments.answering.desk import Desk
from assessments.editing import Files, questionnaire_of
from assessments.editing.refusals import refusal
from assessments.languages import language
from assessments.storage import Connection, retried
from assessments.storage.assessments import names_of_assessments, names_of_theirs
from assessments.storage.jobs import Kind, add_job
from assessments.wording import stage_name
from scoring.model import Questionnaire

ID_BYTES = 4


@dataclass(frozen=True, slots=True)
class Asked:
    """A job that places assessments anew: what it tries, what it is about, and the parts besides assessments."""

    kind: Kind
    files: Mapping[str, Files]
    wish: Mapping[str, Any]
    besides: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class By:
    """Who asked for a job, and whose assessments it is about; ``draft`` is the one whose editors see it."""

    organisation: str | None
    name: str = ""
    draft: str | None = None


@retried
def begin(desk: Desk, asked: Asked, by: By | None = None) -> str:
    """Store a job about all assessments or, asked for ``by`` somebody, about theirs; return its name.

    Raises NotAccepted.
    """
    id_, questionnaires = new_id(), [readable(one) for one in asked.files.values()]
    after = readable(asked.files["after"])
    stages = [stage_name(after, position) for position in range(len(after.stages) + 1)]
    wish = {**asked.wish, "stages": stages, "sha256": after.sha256, "language": language()}
    kept = {side: dict(texts) for side, texts in asked.files.items()}
    with desk.database.writing() as connection:
        parts = (*asked.besides, *_names(connection, {one.id for one in questionnaires}, by))
        add_job(connection, id_, asked.kind, wish, parts, desk.clock(), files=kept, **whose(by))
    return id_


def whose(by: By | None) -> dict[str, Any]:
    """Return what is stored of who asked."""
    return {} if by is None else {"asked_by": by.name or None, "organisation": by.organisation, "draft": by.draft}


def new_id() -> str:
    """Return a name for a job."""
    return f"j{token_hex(ID_BYTES)}"


def named(files: Files) -> str:
    """Return the title and version of a questionnaire; raises NotAccepted."""
    questionnaire = readable(files)
    return f"{questionnaire.title} {questionnaire.version}"


def _names(connection: Connection, questionnaires: Collection[str], by: By | None) -> tuple[str, ...]:
    if by is None:
        return names_of_assessments(connection, questionnaires)
    return names_of_theirs(connection, questionnaires, by.organisation)


def readable(files: Files) -> Questionnaire:
    """Return what files say, once they are without problems; raises NotAccepted."""
    questionnaire = questionnaire_of(files)
    if questionnaire is None:
        raise refusal("try_problems")
    return questionnaire
