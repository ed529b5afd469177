"""What one organisation owns its members find, by their roles; another organisation sees nothing of it."""

import csv
from io import StringIO

import pytest

from assessments import answering, editing, facilitating, organisations, sharing, working
from assessments.answering import Desk, NotAccepted
from assessments.editing import Progress
from assessments.rights import NOT_SIGNED_IN, Visitor, Who
from assessments.storage.deed_log import all_deeds
from assessments.working.effects import FINDERS
from tests.assessments.facilitating.playing import Play
from tests.assessments.publishing import published
from tests.assessments.rights.members import ACME, BETA, NEWCOMER, member

LEADER, VIEWER, OWNER, AUTHOR = (member(who) for who in (Who.LEADER, Who.VIEWER, Who.OWNER, Who.AUTHOR))
OTHERS = member(Who.OWNER, BETA)


@pytest.fixture
def room(desk: Desk) -> facilitating.Prepared:
    """Return a workshop of an organisation."""
    return facilitating.prepare(desk.serving(LEADER), "Hartwell", 60, name="Ada")


def refused(code: str) -> object:
    return pytest.raises(NotAccepted, check=lambda reason: reason.code == code)


def test_a_member_finds_a_workshop_and_leads_it_without_a_link(desk: Desk, room: facilitating.Prepared) -> None:
    here = desk.serving(member(Who.LEADER, name="Cy"))
    [entry] = organisations.ours(here).entries
    assert (entry.id, entry.firm, entry.phase, entry.has_result) == (room.workshop_id, "Hartwell", "lobby", False)
    link = organisations.open_workshop(here, entry.id)
    assert organisations.open_workshop(here, entry.id) == link
    assert [one.name for one in facilitating.board(here, link).facilitators] == ["Ada", "Cy"]
    assert facilitating.board(here, link).head.organisation == ACME
    assert organisations.open_workshop(desk.serving(LEADER), entry.id) == room.token  # who prepared it is in charge


def test_a_list_holds_what_a_role_may_know(desk: Desk, room: facilitating.Prepared) -> None:
    editing.begin_draft(desk.serving(AUTHOR), "Ours", "Ada", files={"path.yaml": "a\n"})
    seen = [organisations.ours(desk.serving(who)) for who in (OWNER, LEADER, AUTHOR, VIEWER)]
    assert [len(one.entries) for one in seen] == [1, 1, 0, 1]
    assert [len(one.drafts) for one in seen] == [1, 0, 1, 0]
    assert organisations.ours(desk.serving(OTHERS)).entries == ()
    for visitor, code in ((NEWCOMER, "not_yours"), (NOT_SIGNED_IN, "sign_in")):
        with refused(code):
            organisations.ours(desk.serving(visitor))


def test_a_leaked_link_opens_nothing_and_participants_need_no_account(desk: Desk, room: facilitating.Prepared) -> None:
    for visitor, code in ((OTHERS, "desk"), (NEWCOMER, "desk"), (VIEWER, "desk"), (NOT_SIGNED_IN, "sign_in")):
        with refused(code):
            facilitating.board(desk.serving(visitor), room.token)
    nobody = desk.serving(NOT_SIGNED_IN)
    seat = answering.join(nobody, room.code, "exec", key="the device of somebody")
    assert answering.phone(nobody, seat.token).head.firm == "Hartwell"
    assert answering.watcher(nobody, room.token) is None
    assert answering.watcher(nobody, room.token, vouched=True) is not None


def test_what_was_made_before_people_signed_in_goes_on_by_its_links(desk: Desk) -> None:
    before = facilitating.prepare(desk, "Acme", 60)
    assert facilitating.board(desk.serving(NOT_SIGNED_IN), before.token).head.organisation is None


def test_what_a_member_starts_is_seen_by_members_once_it_is_finished(desk: Desk) -> None:
    began = answering.start(desk.serving(VIEWER), "Hartwell", "quick")
    nobody, viewer = desk.serving(NOT_SIGNED_IN), desk.serving(VIEWER)
    with refused("not_finished"):
        sharing.shared(viewer, began.assessment_id)
    answering.finish(nobody, began.token)
    assert sharing.shared(viewer, began.assessment_id).expires_at is None
    assert not sharing.shared(viewer, began.assessment_id).owned
    assert sharing.shared(desk.serving(OWNER), began.assessment_id).owned
    for visitor in (OTHERS, NEWCOMER, NOT_SIGNED_IN, AUTHOR):
        with refused("share"):
            sharing.shared(desk.serving(visitor), began.assessment_id)


def test_an_owner_shares_and_deletes_what_others_began(desk: Desk) -> None:
    began = answering.start(desk.serving(LEADER), "Hartwell", "quick")
    answering.finish(desk, began.token)
    owner = desk.serving(OWNER)
    link = sharing.share(owner, began.assessment_id, "The board")
    assert sharing.shared(desk.serving(NOT_SIGNED_IN), link).planned.opened.record.firm == "Hartwell"
    sharing.revoke(owner, began.assessment_id, sharing.shares(owner, began.assessment_id)[0].number)
    organisations.delete(owner, began.assessment_id)
    assert organisations.ours(owner).entries == ()
    with refused("link"):
        answering.resume(desk, began.token)
    with desk.database.reading() as connection:
        [done] = all_deeds(connection)
    assert (done.who, done.done, done.name, done.person) == ("owner", "deleted", "Ada", OWNER.person)


def test_a_draft_is_tried_on_the_assessments_of_its_organisation_alone(desk: Desk) -> None:
    for visitor, firms in ((LEADER, 2), (OTHERS, 3)):
        for _ in range(firms):
            began = answering.start(desk.serving(visitor), "A firm", "quick")
            answering.answer(desk, began.token, "cul_01", 3)
    files = editing.installed(desk)

    def tried(here: Desk) -> int:
        draft = editing.begin_draft(here, "Ours", "Ada").token
        working.try_draft(here, draft)
        job = working.tried(here, draft).under_way
        assert job is not None
        return job.total - len(FINDERS)

    assert tried(desk.serving(AUTHOR)) == 2
    assert tried(desk.serving(OTHERS)) == 3
    assert tried(desk) == 0
    for work in (
        lambda: next(editing.sensitivity(desk.serving(OTHERS), files, organisation=ACME)),
        lambda: editing.advice_from_answers(desk.serving(OTHERS), files, organisation=ACME),
    ):
        with refused("not_yours"):
            work()
    assert isinstance(next(editing.sensitivity(desk.serving(AUTHOR), files, organisation=ACME)), Progress)


def test_the_log_names_the_account_of_whoever_had_signed_in(desk: Desk, room: facilitating.Prepared) -> None:
    here = desk.serving(LEADER)
    facilitating.open_screen(here, room.token)
    table = facilitating.export_log(here, room.token).content.decode()
    rows = list(csv.DictReader(StringIO(table)))
    assert [(row["done"], row["person"]) for row in rows] == [
        ("prepared", LEADER.person),
        ("opened_screen", LEADER.person),
    ]


def test_a_press_in_the_room_names_the_account_and_not_what_somebody_called_themselves(
    desk: Desk, room: facilitating.Prepared
) -> None:
    invited = facilitating.invite_facilitator(desk.serving(LEADER), room.token, "Somebody else")
    here = desk.serving(member(Who.LEADER, name="Cy"))
    facilitating.press(here, invited, "take_over", confirmed=True)
    facilitating.change_settings(here, invited, minimum=4)
    facilitating.press(here, invited, "next")
    assert {one.by for one in facilitating.board(here, invited).log} == {"Cy"}
    rows = list(csv.DictReader(StringIO(facilitating.export_log(here, invited).content.decode())))
    assert {(row["name"], row["person"]) for row in rows[2:]} == {("Cy", here.visitor.person)}
    assert [row["done"] for row in rows] == ["prepared", "invited", "take_over", "set_up", "next"]


def test_each_organisation_counts_its_versions_by_itself_and_learns_nothing_of_others(desk: Desk) -> None:
    ours = published(desk.serving(AUTHOR), wording="# ours\n")
    theirs = published(desk.serving(OTHERS), wording="# theirs\n")
    everybodys = published(desk, wording="# everybody's\n")
    assert {ours.version, theirs.version, everybodys.version} == {"1.1"}
    assert len({ours.sha256, theirs.sha256, everybodys.sha256}) == 3
    for visitor, own in ((AUTHOR, ours), (OTHERS, theirs)):
        here = desk.serving(visitor)
        assert {one.id for one in editing.publications(here)} == {own.id, everybodys.id}
        assert published(here).version == "1.2"
    third = desk.serving(member(Who.AUTHOR, "Gamma"))
    assert published(third).version == "1.2"  # what everybody can read is taken


def test_the_same_content_may_be_published_by_two_organisations(desk: Desk) -> None:
    one, other = published(desk.serving(AUTHOR)), published(desk.serving(OTHERS))
    assert (one.version, one.sha256) == (other.version, other.sha256)
    with refused("publish_version"):
        editing.publish(*_again(desk.serving(AUTHOR), one.id))


def _again(here: Desk, version: str) -> tuple[Desk, str, str, dict[str, int]]:
    """Return what publishes a version once more as it stands."""
    begun = editing.begin_draft(here, "Ours, again", "Ada", origin=version)
    files = editing.open_draft(here, begun.token).files
    return here, begun.token, "Again", {name: file.revision for name, file in files.items()}


def test_an_organisation_chooses_what_its_own_assessments_start_from(desk: Desk) -> None:
    author = desk.serving(AUTHOR)
    version = published(author)
    editing.make_current(author, version.id)
    assert answering.offered(author)[0].publication == version.id
    for visitor in (OTHERS, NOT_SIGNED_IN):
        assert answering.offered(desk.serving(visitor))[0].publication is None
        assert editing.publications(desk.serving(visitor)) == ()
        with refused("publication"):
            editing.publication_files(desk.serving(visitor), version.id)
    editing.use_installed(author, version.questionnaire, organisation=ACME)
    assert answering.offered(author)[0].publication is None


def test_members_see_what_came_of_a_workshop_without_names(desk: Desk) -> None:
    play = Play(desk.serving(LEADER))
    with refused("no_result"):
        sharing.shared(desk.serving(VIEWER), play.prepared.workshop_id)
    play.press("go:alone")
    play.answer_all(*range(9))
    play.press("go:shown", "go:placed")
    assert sharing.shared(desk.serving(VIEWER), play.prepared.workshop_id).came is not None


@pytest.mark.parametrize("visitor", [OTHERS, LEADER, NEWCOMER, NOT_SIGNED_IN])
def test_where_people_sign_in_what_is_everybodys_is_kept_with_the_key_alone(
    desk: Desk, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = desk.serving(visitor)
    assert editing.can_keep(desk, None)
    assert not editing.can_keep(here, None)
    with refused("studio_key"):
        editing.use_installed(here, "social_crm")
    monkeypatch.setenv("PATHWAY_STUDIO_KEY", "a key")
    assert editing.can_keep(here, None)
    editing.use_installed(here, "social_crm", secret="a key")
    assert editing.can_keep(desk.serving(AUTHOR), ACME)
    assert not editing.can_keep(here, ACME)
