"""What was made before people signed in is handed over to an organisation: all of it or nothing, and written down."""

import pytest

from assessments import answering, cli, editing, facilitating, handing_over, organisations
from assessments.answering import Desk, NotAccepted
from assessments.handing_over import Wish
from assessments.operating import NotDone
from assessments.rights import NOT_SIGNED_IN, Who
from assessments.storage.deed_log import all_deeds
from assessments.wording.done import done_line
from tests.assessments.conftest import only
from tests.assessments.contents import all_rows
from tests.assessments.publishing import published
from tests.assessments.rights.members import ACME, BETA, member

OWNER = member(Who.OWNER)
EVERYTHING = Wish(ACME)


@pytest.fixture
def room(desk: Desk) -> facilitating.Prepared:
    """Return a workshop of nobody's, beside an assessment, a draft and a version that new assessments start from."""
    answering.start(desk, "Mercer", "quick")
    editing.make_current(desk, published(desk).id)
    return facilitating.prepare(desk, "Hartwell", 60)


def rows(desk: Desk) -> dict[str, list[str]]:
    with desk.database.reading() as connection:
        return all_rows(connection)


def test_members_find_what_was_handed_over_and_its_links_open_to_them_alone(
    desk: Desk, room: facilitating.Prepared
) -> None:
    seat = answering.join(desk, room.code, "exec", key="the device of somebody")
    owner, nobody, others = (desk.serving(who) for who in (OWNER, NOT_SIGNED_IN, member(Who.OWNER, BETA)))
    found = handing_over.hand_over(desk, EVERYTHING)
    assert found.counts == {"firm": 2, "assessment": 2, "draft": 1, "version": 1}
    assert not found.known
    ours = organisations.ours(owner)
    assert [one.firm for one in ours.entries] == ["Hartwell", "Mercer"]
    assert [one.title for one in ours.drafts] == ["Ours"]
    assert facilitating.board(owner, organisations.open_workshop(owner, room.workshop_id)).head.organisation == ACME
    with pytest.raises(NotAccepted, match="sign in first"):
        facilitating.board(nobody, room.token)
    assert answering.phone(nobody, seat.token).head.firm == "Hartwell"
    [version] = editing.publications(owner)
    assert (version.organisation, version.current) == (ACME, True)
    assert editing.publications(others) == editing.publications(nobody) == ()
    assert handing_over.find(desk, EVERYTHING).belongings == ()
    assert handing_over.find(desk, EVERYTHING).known


def test_every_deed_is_written_down_where_those_who_lead_read_it(desk: Desk, room: facilitating.Prepared) -> None:
    found = handing_over.hand_over(desk, EVERYTHING)
    with desk.database.reading() as connection:
        done = [one for one in all_deeds(connection) if one.done == "handed_over"]
    assert sorted(one.about for one in done) == sorted(name for one in found.belongings for name in one.names)
    owner = desk.serving(OWNER)
    last, *_ = facilitating.log(owner, organisations.open_workshop(owner, room.workshop_id))[1:]
    assert done_line(last) == "Whoever runs the server handed it over to Acme."


def test_a_firm_goes_as_a_whole_and_what_is_not_named_stays(desk: Desk) -> None:
    first = answering.start(desk, "Mercer", "quick")
    answering.finish(desk, first.token)
    answering.start_again(desk, first.token)
    stays = answering.start(desk, "Quay", "quick")
    found = handing_over.hand_over(desk, Wish(ACME, frozenset({first.assessment_id})))
    assert found.counts == {"firm": 1, "assessment": 2}
    [left] = handing_over.find(desk, EVERYTHING).belongings
    assert (left.title, left.names) == ("Quay", (stays.assessment_id,))


def test_looking_changes_nothing_and_what_cannot_be_done_is_done_in_no_part(
    desk: Desk, room: facilitating.Prepared
) -> None:
    began = answering.start(desk, "Quay", "quick").assessment_id
    before = rows(desk)
    handing_over.find(desk, EVERYTHING)
    for wish, said in (
        (Wish(ACME, frozenset({began, "w1", "nothing"})), "Nothing called nothing, w1 belongs to nobody."),
        (Wish(ACME, frozenset({began}), BETA), f"Nothing called {began} belongs to Beta & Sons."),
        (Wish(" Acme"), "as the claims spell it"),
        (Wish(""), "as the claims spell it"),
        (Wish(ACME, owner=ACME), "It is Acme's already."),
    ):
        for do in (handing_over.find, handing_over.hand_over):
            with pytest.raises(NotDone, match=said):
                do(desk, wish)
    assert rows(desk) == before


def test_a_number_that_the_organisation_uses_itself_is_not_handed_over(desk: Desk) -> None:
    own = published(desk.serving(OWNER), wording="# ours\n")
    everybodys = published(desk, wording="# everybody's\n")
    assert own.version == everybodys.version
    with pytest.raises(NotDone, match=f"version 1.1 of social_crm of its own, so {everybodys.id} cannot"):
        handing_over.hand_over(desk, EVERYTHING)


def test_nobody_loses_what_their_draft_began_from(desk: Desk) -> None:
    version, others = published(desk), desk.serving(member(Who.AUTHOR, BETA))
    draft = editing.begin_draft(others, "Theirs", "Bea", origin=version.id)
    with pytest.raises(NotDone, match=f"{draft.draft_id} began from {version.id}"):
        handing_over.hand_over(desk, EVERYTHING)
    editing.delete_draft(others, draft.token)
    editing.begin_draft(desk, "Ours too", "Ada", origin=version.id)
    assert handing_over.hand_over(desk, EVERYTHING).counts == {"draft": 2, "version": 1, "assessment": 0}


def test_after_a_renaming_what_is_there_follows_and_what_the_new_name_chose_stays_chosen(desk: Desk) -> None:
    old, new = desk.serving(member(Who.OWNER, "Acme Ltd")), desk.serving(OWNER)
    room = facilitating.prepare(old, "Hartwell", 60)
    chosen, _, before = published(new), published(old), published(old)
    for here, one in ((new, chosen), (old, before)):
        editing.make_current(here, one.id)
    handing_over.hand_over(desk, Wish(ACME, frozenset({room.workshop_id, before.id}), "Acme Ltd"))
    assert [one.id for one in organisations.ours(new).entries] == [room.workshop_id]
    assert organisations.ours(old).entries == ()
    assert {(one.id, one.current) for one in editing.publications(new)} == {(chosen.id, True), (before.id, False)}


@only("sqlite")
def test_the_command_says_what_it_would_do_and_then_does_it(
    desk: Desk, database_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", database_url)
    began = answering.start(desk, "Mercer", "quick").assessment_id
    for wrong in (["Acme"], ["Acme", began, "--everything"]):
        assert cli.main(["hand-over", *wrong, "--do"]) == cli.WRONG_USAGE
        assert "or type --everything" in capsys.readouterr().err
    assert cli.main(["hand-over", "Acme", "--everything"]) == cli.FINE
    said = capsys.readouterr().out
    assert f"Firm “Mercer”: {began}\n" in said
    assert "To be handed over to Acme: one firm and one assessment or workshop.\nAcme is new here" in said
    assert "Nothing was changed." in said
    assert cli.main(["hand-over", "Acme", began, "--do"]) == cli.FINE
    assert "Handed over to Acme: one firm and one assessment or workshop.\n" in capsys.readouterr().out
    assert cli.main(["hand-over", "Acme", "--everything"]) == cli.FINE
    assert capsys.readouterr().out.startswith("To be handed over to Acme: nothing.\nNothing was changed.")
    assert cli.main(["hand-over", "Acme", began]) == cli.BAD_INPUT
    assert "Nothing was done." in capsys.readouterr().err
