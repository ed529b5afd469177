"""Links that share a result: whoever holds one sees what may be passed on, until it expires or is revoked."""

import datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from assessments import answering, facilitating, sharing
from assessments.answering import Desk, NotAccepted, Started
from assessments.storage import Database
from assessments.storage.share_tables import share
from tests.assessments.conftest import Clock, only
from tests.assessments.facilitating.playing import MIXED, Play, code_of
from tests.assessments.filled import answer_like


@pytest.fixture
def token(quick: Started) -> str:
    """Return the link of an assessment of one's own."""
    return quick.token


def later(desk: Desk, **much: float) -> None:
    assert isinstance(desk.clock, Clock)
    desk.clock.now += datetime.timedelta(**much)


@only("sqlite")
def test_the_holder_sees_the_result_and_the_plan_without_names(
    desk: Desk, full: Started, questionnaire_folder: Path
) -> None:
    token = full.token
    answer_like(desk, token, questionnaire_folder)
    answering.edit_plan(desk, token, "person", "Ann Ek", action=answering.plan_of(desk, token).plan.actions[0].id)
    own, shared = answering.plan_of(desk, token), sharing.shared(desk, sharing.share(desk, token, " The  board "))
    assert shared.planned.plan == own.plan
    assert shared.planned.result.index == own.result.index
    assert "Ann Ek" in str(own.edits)
    assert "Ann Ek" not in str(shared)
    assert [one.label for one in sharing.shares(desk, token)] == ["The board"]


@only("sqlite")
def test_a_link_opens_nothing_else(desk: Desk, token: str) -> None:
    link = sharing.share(desk, token)
    for use_case in (answering.resume, answering.open_assessment, answering.plan_of, sharing.shares, sharing.share):
        assert code_of(use_case, desk, link) == "link"


@only("sqlite")
def test_only_the_hash_of_a_link_is_stored(desk: Desk, database: Database, token: str) -> None:
    link = sharing.share(desk, token)
    with database.reading() as connection:
        row = connection.execute(select(share)).one()
    assert link not in str(row)
    assert len(row.token_sha256) == 64


@only("sqlite")
def test_a_link_works_for_thirty_days_unless_told_otherwise(desk: Desk, token: str) -> None:
    usual, short = sharing.share(desk, token), sharing.share(desk, token, days=1)
    later(desk, hours=23)
    assert sharing.shared(desk, short)
    later(desk, hours=1)
    with pytest.raises(NotAccepted, match="has expired"):
        sharing.shared(desk, short)
    later(desk, days=28)
    assert sharing.shared(desk, usual)
    later(desk, days=1)
    assert code_of(sharing.shared, desk, usual) == "share_expired"
    assert [one.state for one in sharing.shares(desk, token)] == ["expired", "expired"]


def test_a_revoked_link_shows_nothing_any_more_and_the_others_go_on(desk: Desk, token: str) -> None:
    first, second = sharing.share(desk, token, "first"), sharing.share(desk, token, "second")
    newest = sharing.shares(desk, token)[0]
    sharing.revoke(desk, token, newest.number)
    sharing.revoke(desk, token, newest.number)
    with pytest.raises(NotAccepted, match="revoked"):
        sharing.shared(desk, second)
    assert sharing.shared(desk, first)
    assert [(one.label, one.state) for one in sharing.shares(desk, token)] == [("second", "revoked"), ("first", "open")]


def test_when_a_link_was_used_last_is_known_to_the_minute(desk: Desk, token: str) -> None:
    link = sharing.share(desk, token)
    assert sharing.shares(desk, token)[0].used_at is None
    sharing.shared(desk, link)
    first = sharing.shares(desk, token)[0].used_at
    sharing.shared(desk, link)
    assert sharing.shares(desk, token)[0].used_at == first
    later(desk, minutes=2)
    sharing.shared(desk, link)
    assert first is not None
    assert sharing.shares(desk, token)[0].used_at > first


@pytest.mark.parametrize("days", [0, -1, 367, 1.5, True, "30"])
@only("sqlite")
def test_a_link_works_for_one_day_to_a_year(desk: Desk, token: str, days: object) -> None:
    assert code_of(sharing.share, desk, token, days=days) == "share_days"
    assert sharing.shares(desk, token) == ()


@only("sqlite")
def test_nobody_revokes_a_link_to_somebody_elses_result(desk: Desk, token: str) -> None:
    other = answering.start(desk, "Other", "quick").token
    link = sharing.share(desk, token)
    assert code_of(sharing.revoke, desk, other, sharing.shares(desk, token)[0].number) == "share_none"
    assert sharing.shared(desk, link)


@only("sqlite")
def test_there_are_at_most_so_many_links(desk: Desk, token: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assessments.sharing.links.MOST_LINKS", 1)
    sharing.share(desk, token)
    assert code_of(sharing.share, desk, token) == "share_many"


@only("sqlite")
def test_links_go_with_the_firm(desk: Desk, token: str) -> None:
    link = sharing.share(desk, token)
    answering.delete_everything(desk, token)
    assert code_of(sharing.shared, desk, link) == "share"


def test_of_a_workshop_the_holder_sees_what_was_released(desk: Desk) -> None:
    play = Play(desk, MIXED)
    assert code_of(sharing.share, desk, play.token) == "no_result"
    play.press("next")
    play.answer_all()
    play.press("go:placed")
    link = sharing.share(desk, play.token, "The board")
    shown, shared = play.room().showing.place, sharing.shared(desk, link)
    assert shown is not None
    assert shared.planned.result == shown.result
    assert shared.came is not None
    play.press("end!")
    facilitating.anonymise(desk, play.token, confirmed=True)
    assert sharing.shares(desk, play.token)[0].label == ""
    assert sharing.shared(desk, link).planned.result.respondents == len(MIXED)


@only("sqlite")
def test_a_workshop_that_was_started_over_has_nothing_to_show(desk: Desk) -> None:
    play = Play(desk, MIXED)
    play.press("next")
    play.answer_all()
    play.press("go:placed")
    link = sharing.share(desk, play.token)
    play.press("reset!")
    assert code_of(sharing.shared, desk, link) == "no_result"
