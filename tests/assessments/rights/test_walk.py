"""Everybody tries everything: what the table allows gets through, all else is refused and changes nothing."""

import inspect

import pytest

from assessments import answering, editing, facilitating, organisations, sharing, working
from assessments.answering import Desk, NotAccepted
from assessments.rights import Deed, Who, may
from assessments.storage import Database
from tests.assessments.conftest import only
from tests.assessments.contents import all_rows
from tests.assessments.rights.everybody import KEY, Somebody, everybody
from tests.assessments.rights.use_cases import THE_OPERATORS, USE_CASES, WITHOUT_A_LINK

NOT_THEIRS = {
    *("share", "share_expired", "share_revoked"),
    *("link", "sample", "seat", "gone", "spectator", "code", "pulse_code"),
    *("desk", "screen", "not_in_charge", "in_charge", "draft_link", "studio_key"),
    *("sign_in", "not_yours", "publication", "job"),
}
FOR_EVERYBODY = {deed for deed in Deed if len(deed.by) == len(Who)}


@pytest.fixture
def people(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> dict[str, Somebody]:
    monkeypatch.setenv("PATHWAY_STUDIO_KEY", KEY)
    return everybody(desk)


def refused(desk: Desk, name: str, one: Somebody) -> bool:
    """Return whether a use case is refused because of who asks; a refusal for another reason means they got in."""
    try:
        USE_CASES[name].call(desk.serving(one.visitor), one)
    except NotAccepted as reason:
        return reason.code in NOT_THEIRS
    return False


def test_whoever_may_not_is_refused_and_nothing_changes(
    desk: Desk, database: Database, people: dict[str, Somebody]
) -> None:
    with database.reading() as connection:
        before = all_rows(connection)
    tried = [(name, who) for name, case in USE_CASES.items() for who, one in people.items() if not case.open_to(one)]
    got_in = [(name, who) for name, who in tried if not refused(desk, name, people[who])]
    assert got_in == []
    with database.reading() as connection:
        assert all_rows(connection) == before


def test_whoever_may_gets_in(desk: Desk, people: dict[str, Somebody]) -> None:
    shut_out = []
    for name, case in USE_CASES.items():
        able = [who for who, one in people.items() if case.open_to(one)]
        once = able[:1] if name.split()[1].startswith("delete") else able
        assert able, f"nobody here can try {name}"
        shut_out += [(name, who) for who in once if refused(desk, name, people[who])]
    assert shut_out == []


def what_is_ours(desk: Desk, people: dict[str, Somebody]) -> list[object]:
    """Return what can be seen of everything that belongs to these people."""
    board = facilitating.board(desk, people["who is in charge"].token)
    return [
        answering.open_assessment(desk, people["a respondent"].token),
        answering.phone(desk, people["a participant"].token),
        (board.head, board.topics, board.log, board.notes),
        [one.name for one in (*board.people, *board.facilitators)],
        editing.open_draft(desk, people["an editor"].token),
    ]


@only("sqlite")
def test_whatever_others_do_with_their_links_ours_stays_as_it_was(desk: Desk, people: dict[str, Somebody]) -> None:
    before, theirs = what_is_ours(desk, people), everybody(desk)
    for name, case in USE_CASES.items():
        for one in theirs.values():
            if case.open_to(one):
                refused(desk, name, one)
    assert what_is_ours(desk, people) == before


def test_every_use_case_is_walked() -> None:
    packages = (answering, facilitating, editing, sharing, organisations, working)
    known = {
        f"{package.__name__.split('.')[1]} {name}"
        for package in packages
        for name in package.__all__
        if inspect.isfunction(one := getattr(package, name)) and "desk" in inspect.signature(one).parameters
    }
    walked = {" ".join(name.split()[:2]) for name in USE_CASES}
    again = {"facilitating watcher"}  # those of answering, under a second name
    assert {name for name in known if name.split()[1] not in WITHOUT_A_LINK} - again - THE_OPERATORS == walked


def test_every_row_of_the_table_is_walked() -> None:
    walked = {case.deed for case in USE_CASES.values()}
    operators = {Deed.IMPORT, Deed.EXPORT, Deed.PRINT_ALL, Deed.PLACE_ALL, Deed.HAND_OVER, Deed.TIDY, Deed.BACK_UP}
    assert set(Deed) - walked == FOR_EVERYBODY | operators
    tried = {(who, case.deed) for case in USE_CASES.values() for who in case.takes if may(who, case.deed)}
    assert {(who, deed) for deed in walked for who in deed.by} == tried
