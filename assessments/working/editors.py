"""What a draft would change, asked for by its editors: a job that goes on without their page, and is found again.

What cannot be accepted raises ``NotAccepted`` with a sentence and stores nothing.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from assessments.answering.desk import Desk
from assessments.editing import Files
from assessments.editing.refusals import refusal
from assessments.editing.rights import editor_of
from assessments.editing.trying import RANDOM_FIRMS
from assessments.rights import Deed
from assessments.storage import retried
from assessments.storage.job_list import JobRecord, jobs_on, tried_files
from assessments.storage.jobs import cancel_job
from assessments.working.asking import effects_of, saved_files
from assessments.working.beginning import By, begin, readable
from assessments.working.jobs import Job, job_of
from assessments.working.outcomes import Outcome, outcome_of
from scoring.model import Questionnaire


@dataclass(frozen=True, slots=True)
class Tried:
    """What is being found out about a draft now, and what was found out last; ``current`` where that is about its text.

    ``stopped`` says that somebody stopped what was asked for last.
    """

    under_way: Job | None
    found: Outcome | None
    current: bool
    stopped: bool


def try_draft(desk: Desk, token: str, *, random_firms: int = RANDOM_FIRMS) -> str:
    """Ask what a draft as saved would change; return the name of the job, another editor’s where that is the same.

    What was asked for about an earlier text is no longer worked on. Raises NotAccepted.
    """
    with desk.database.reading() as connection:
        editor = editor_of(desk, connection, token, Deed.TRY_DRAFT)
        draft, files = editor.draft, saved_files(connection, editor.draft)
        earlier = [one for one in jobs_on(connection, draft.public_id) if not one.over]
    texts = fingerprint(files)
    for one in earlier:
        if one.wish["texts"] == texts:
            return one.public_id
    asked = effects_of(desk, draft, files)
    asked = replace(asked, wish={**asked.wish, "texts": texts, "firms": random_firms})
    stop_trying(desk, token)
    return begin(desk, asked, By(draft.organisation, editor.name, draft.public_id))


def tried(desk: Desk, token: str) -> Tried:
    """Return what a draft would change, as far as editors asked for it; raises NotAccepted."""
    with desk.database.reading() as connection:
        editor = editor_of(desk, connection, token, Deed.TRY_DRAFT)
        texts = fingerprint(saved_files(connection, editor.draft))
        known = jobs_on(connection, editor.draft.public_id)
        running = _running(known)
        done = next((one for one in known if one.over and one.cancelled_at is None), None)
        return Tried(
            None if running is None else job_of(connection, running),
            None if done is None else outcome_of(connection, done),
            current=done is not None and done.wish["texts"] == texts,
            stopped=bool(known) and known[0].cancelled_at is not None,
        )


def under_way(desk: Desk, token: str) -> Job | None:
    """Return how far it is what is being found out about a draft now; raises NotAccepted."""
    with desk.database.reading() as connection:
        editor = editor_of(desk, connection, token, Deed.TRY_DRAFT)
        running = _running(jobs_on(connection, editor.draft.public_id))
        return None if running is None else job_of(connection, running)


def tried_questionnaire(desk: Desk, token: str, id_: str) -> Questionnaire:
    """Return the questionnaire that a job of a draft tried, as it stood then; raises NotAccepted."""
    with desk.database.reading() as connection:
        editor = editor_of(desk, connection, token, Deed.TRY_DRAFT)
        record = next((one for one in jobs_on(connection, editor.draft.public_id) if one.public_id == id_), None)
        if record is None:
            raise refusal("try_gone", id_)
        files = tried_files(connection, record.id)["after"]
    found: Questionnaire = desk.remembered(("tried questionnaire", id_), lambda: readable(files))
    return found


def _running(known: Sequence[JobRecord]) -> JobRecord | None:
    return next((one for one in known if not one.over), None)


@retried
def stop_trying(desk: Desk, token: str) -> None:
    """Let nothing more be found out about a draft; raises NotAccepted."""
    with desk.database.writing() as connection:
        editor = editor_of(desk, connection, token, Deed.TRY_DRAFT)
        for one in jobs_on(connection, editor.draft.public_id):
            if not one.over:
                cancel_job(connection, one.public_id, desk.clock())


def fingerprint(files: Files) -> str:
    """Return what is the same for the same texts under the same names alone."""
    return sha256(json.dumps(sorted(files.items())).encode()).hexdigest()
