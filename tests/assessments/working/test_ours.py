"""Jobs of an organisation: what its members begin, see and take away, and what stays unknown to others."""

import io
import zipfile

import pytest

from assessments import answering, editing, working
from assessments.answering import Desk, NotAccepted
from assessments.printing import Printers
from assessments.rights import Who
from tests.assessments.conftest import only
from tests.assessments.rights.members import ACME, BETA, member
from tests.assessments.work import do_everything

OWNER, LEADER, AUTHOR = (member(who, ACME) for who in (Who.OWNER, Who.LEADER, Who.AUTHOR))
OTHERS = member(Who.OWNER, BETA)


def refused(code: str) -> object:
    return pytest.raises(NotAccepted, check=lambda reason: reason.code == code)


def finished(desk: Desk, firm: str) -> answering.Started:
    started = answering.start(desk, firm, "quick")
    answering.answer(desk, started.token, "dem_03", 4)
    answering.finish(desk, started.token)
    return started


def names_in(archive: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        assert all(opened.read(name).startswith(b"%PDF") for name in opened.namelist())
        return sorted(opened.namelist())


@only("sqlite")
def test_the_reports_of_an_organisation_are_printed_and_taken_away_by_those_who_may(
    desk: Desk, printers: Printers
) -> None:
    ours = [finished(desk.serving(LEADER), firm) for firm in ("Smith / Sons & Co.", "../Gone")]
    finished(desk.serving(OTHERS), "Theirs")
    finished(desk, "Nobody's")
    answering.start(desk.serving(LEADER), "Not finished", "quick")
    leader = desk.serving(LEADER)
    assert working.our_jobs(leader).to_print == 2
    id_ = working.print_ours(leader)
    assert working.print_ours(desk.serving(OWNER)) == id_  # one that is under way is enough
    do_everything(desk, printers)
    [listed] = working.our_jobs(leader).jobs
    assert (listed.kind, listed.reports, listed.job.done, listed.job.asked_by) == ("reports", 2, 2, "Ada")
    files = [f"Smith-Sons-Co-{ours[0].assessment_id}.pdf", f"Gone-{ours[1].assessment_id}.pdf"]
    assert names_in(working.take_reports(leader, id_)) == sorted(files)
    assert names_in(working.take_reports(leader, id_, 1)) == []
    with refused("not_yours"):
        working.take_reports(desk.serving(AUTHOR), id_)
    with refused("job"):
        working.take_reports(desk.serving(OTHERS), id_)
    answering.delete_everything(desk, ours[1].token)
    assert names_in(working.take_reports(leader, id_)) == files[:1]


@only("sqlite")
def test_each_sees_the_jobs_they_may_begin_and_nobody_those_of_others(desk: Desk) -> None:
    author, owner = desk.serving(AUTHOR), desk.serving(OWNER)
    for here in (desk, owner):
        finished(here, "A firm")
    draft = editing.begin_draft(author, "Stricter", "Ada").token
    placing, effects = working.rescore_ours(author, None), working.try_draft(author, draft)
    reports = working.print_ours(owner)
    working.begin_rescoring(desk, None)  # the operator's, about everybody
    keepers = working.rescore_ours(desk, None)  # where nobody signs in
    assert keepers != placing == working.rescore_ours(author, None)

    def seen(here: Desk) -> list[str]:
        return [one.job.id for one in working.our_jobs(here).jobs]

    assert seen(owner) == [reports, effects, placing]
    assert seen(author) == [effects, placing]
    assert seen(desk.serving(LEADER)) == [reports]
    assert seen(desk.serving(OTHERS)) == []
    assert seen(desk) == [keepers]
    with refused("not_yours"):
        working.stop(author, reports)
    with refused("job"):
        working.stop(desk, placing)
    with refused("job"):
        working.placements(owner, reports)
    working.stop(author, placing)
    assert working.placements(owner, placing).job.cancelled


@only("postgresql")
def test_an_organisation_s_assessments_are_placed_by_a_version(desk: Desk) -> None:
    finished(desk.serving(LEADER), "Ours")
    finished(desk.serving(OTHERS), "Theirs")
    author = desk.serving(AUTHOR)
    id_ = working.rescore_ours(author, None)
    do_everything(desk)
    found = working.placements(author, id_)
    [mine] = [one for one in found.placements if one.name.startswith("A quick scan of")]
    assert mine.before == mine.after
    assert mine.assessment not in working.as_csv(found, named=False).decode()
