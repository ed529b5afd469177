"""Jobs about all assessments of an organisation, begun, followed, stopped and taken away by its members.

For the studio's keeper the same about assessments that are nobody's, as far as the table of rights goes. What cannot
be accepted raises ``NotAccepted`` with a sentence and stores nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from zipfile import ZipFile

from assessments.answering.belonging import closed
from assessments.answering.desk import Desk
from assessments.editing import files_of
from assessments.editing.refusals import refusal
from assessments.editing.rights import keep
from assessments.languages import language
from assessments.rights import Deed, Who, may
from assessments.storage import Connection, retried
from assessments.storage.assessments import answered_alone_of
from assessments.storage.job_list import JobRecord, find_job, findings, jobs_of, printed, reports
from assessments.storage.jobs import Kind, add_job, cancel_job
from assessments.working.asking import rescoring_of
from assessments.working.beginning import By, begin, new_id, whose
from assessments.working.jobs import Job, job_of
from assessments.working.outcomes import Outcome, outcome_of

IN_ONE_FILE = 100  # reports
KEEPERS = {"by": "keeper"}  # in the wish of a job about what is nobody's, which is not the operator's
DEEDS: Mapping[Kind, Deed] = {
    "reports": Deed.PRINT_OURS,
    "effects": Deed.PLACE_OURS,
    "rescoring": Deed.PLACE_OURS,
}


@dataclass(frozen=True, slots=True)
class Listed:
    """A job as its page lists it: ``title`` is the draft or version it tries, ``reports`` how many it has printed."""

    job: Job
    kind: Kind
    title: str
    draft: str | None
    reports: int


@dataclass(frozen=True, slots=True)
class OurJobs:
    """The jobs a visitor may know of, the newest first, and what they may begin.

    ``to_print`` is how many reports there would be, None where they may not print them.
    """

    organisation: str | None
    jobs: tuple[Listed, ...]
    places: bool
    to_print: int | None


def our_jobs(desk: Desk, secret: str | None = None) -> OurJobs:
    """Return the jobs of the organisation for which the visitor is here, or those of the studio's keeper."""
    organisation = _may(desk, Deed.SEE_JOBS, secret)
    kinds = {kind for kind, deed in DEEDS.items() if desk.visitor.may(deed, organisation) or _keeps(organisation, deed)}
    with desk.database.reading() as connection:
        known = [one for one in jobs_of(connection, organisation) if one.kind in kinds and _is_ours(one)]
        listed = tuple(_listed(connection, one) for one in known)
        prints = organisation is not None and "reports" in kinds
        to_print = len(answered_alone_of(connection, organisation or "")) if prints else None
    return OurJobs(organisation, listed, "rescoring" in kinds, to_print)


def print_ours(desk: Desk) -> str:
    """Ask for the executive report of every finished assessment of an organisation; return the name of the job.

    One that is under way is enough.
    """
    organisation = _may(desk, Deed.PRINT_OURS, None)
    running = _running(desk, organisation, "reports", {})
    return running or _begin_reports(desk, By(organisation, desk.visitor.name))


def rescore_ours(desk: Desk, origin: str | None, secret: str | None = None) -> str:
    """Ask for every assessment of theirs to be placed by what is installed or published under ``origin``."""
    organisation = _may(desk, Deed.PLACE_OURS, secret)
    asked = rescoring_of(files_of(desk, origin))
    if organisation is None:
        asked = replace(asked, wish={**asked.wish, **KEEPERS})
    running = _running(desk, organisation, "rescoring", {"tried": asked.wish["tried"]})
    return running or begin(desk, asked, By(organisation, desk.visitor.name))


@retried
def stop(desk: Desk, id_: str, secret: str | None = None) -> None:
    """Let no more be done of a job; what was done stays."""
    organisation = _may(desk, Deed.SEE_JOBS, secret)
    with desk.database.writing() as connection:
        cancel_job(connection, _ours(desk, connection, id_, organisation, secret).public_id, desk.clock())


def placements(desk: Desk, id_: str, secret: str | None = None) -> Outcome:
    """Return what a job found so far that places assessments by a version."""
    organisation = _may(desk, Deed.PLACE_OURS, secret)
    with desk.database.reading() as connection:
        record = _ours(desk, connection, id_, organisation, secret)
        if record.kind != "rescoring":  # the outcome of effects stands with their draft
            raise refusal("job", id_)
        return outcome_of(connection, record)


def take_reports(desk: Desk, id_: str, number: int = 0) -> bytes:
    """Return one of the zip files, numbered from 0, with the reports that a job has printed so far."""
    organisation = _may(desk, Deed.PRINT_OURS, None)
    with desk.database.reading() as connection:
        record = _ours(desk, connection, id_, organisation, None)
        names = printed(connection, record.id)[number * IN_ONE_FILE : (number + 1) * IN_ONE_FILE]
        files = dict(findings(connection, record.id))
        contents = reports(connection, record.id, names)
    written = BytesIO()
    with ZipFile(written, "w") as archive:
        for name in names:
            archive.writestr(files[name]["file"], contents[name])
    return written.getvalue()


@retried
def _begin_reports(desk: Desk, by: By) -> str:
    id_, wish = new_id(), {"edition": "executive", "language": language()}
    with desk.database.writing() as connection:
        names = answered_alone_of(connection, by.organisation or "")
        add_job(connection, id_, "reports", wish, names, desk.clock(), **whose(by))
    return id_


def _running(desk: Desk, organisation: str | None, kind: Kind, wish: Mapping[str, str]) -> str | None:
    """Return the job of a kind, with these wishes, that is under way."""
    with desk.database.reading() as connection:
        known = [
            one for one in jobs_of(connection, organisation) if one.kind == kind and not one.over and _is_ours(one)
        ]
    return next((one.public_id for one in known if wish.items() <= dict(one.wish).items()), None)


def _ours(desk: Desk, connection: Connection, id_: str, organisation: str | None, secret: str | None) -> JobRecord:
    """Return the job of this name, where it is one of theirs; raises NotAccepted."""
    record = find_job(connection, id_)
    if record is None or record.organisation != organisation or not _is_ours(record):
        raise refusal("job", id_)
    _may(desk, DEEDS[record.kind], secret)
    return record


def _is_ours(record: JobRecord) -> bool:
    """Return whether a job is known to more than the operator and the editors of one draft."""
    return record.organisation is not None or record.wish.items() >= KEEPERS.items()


def _listed(connection: Connection, record: JobRecord) -> Listed:
    kept = len(printed(connection, record.id)) if record.kind == "reports" else 0
    return Listed(job_of(connection, record), record.kind, record.wish.get("title", ""), record.draft, kept)


def _may(desk: Desk, deed: Deed, secret: str | None) -> str | None:
    """Return for which organisation a visitor does ``deed``, None for the studio's keeper; raises NotAccepted."""
    organisation = desk.visitor.organisation
    if organisation is None and desk.visitor.could_sign_in and not secret:
        raise closed(desk, "not_yours")
    keep(desk, secret, deed, organisation)
    return organisation


def _keeps(organisation: str | None, deed: Deed) -> bool:
    return organisation is None and may(Who.KEEPER, deed)
