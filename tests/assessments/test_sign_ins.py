"""Signing out counts in every tab and on every process, and is forgotten once the sign-in would have been over."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import func, select

from assessments import answering
from assessments.answering import Desk
from assessments.rights import NOBODY_SIGNS_IN, NOT_SIGNED_IN, Visitor, Who
from assessments.storage import Database
from assessments.storage.door_tables import ended_sign_in
from tests.assessments.rights.members import member


def signed_in(desk: Desk, sign_in: str, hours: float = 12) -> Visitor:
    return replace(member(Who.LEADER), sign_in=sign_in * 64, until=desk.clock() + timedelta(hours=hours))


def stored(desk: Desk) -> int:
    with desk.database.reading() as connection:
        return connection.scalar(select(func.count()).select_from(ended_sign_in)) or 0


def test_a_sign_in_that_was_ended_is_over_on_every_process_and_no_other_one_is(desk: Desk) -> None:
    here, there = signed_in(desk, "a"), signed_in(desk, "b")
    other = Desk(Database(desk.database.url), desk.folder)  # another process
    for _ in range(2):  # from two tabs, one after the other
        answering.end_sign_in(desk.serving(here))
    assert answering.ended_sign_ins(other, {here.sign_in, there.sign_in}) == {here.sign_in}
    assert answering.ended_sign_ins(other, ()) == set()
    other.database.close()


def test_it_is_remembered_for_as_long_as_the_sign_in_would_have_lasted(desk: Desk) -> None:
    answering.end_sign_in(desk.serving(signed_in(desk, "a", hours=-1)))
    assert stored(desk) == 0
    answering.end_sign_in(desk.serving(signed_in(desk, "b", hours=1 / 3600)))
    for _ in range(3):
        desk.clock()  # a second each
    answering.end_sign_in(desk.serving(signed_in(desk, "c")))
    assert stored(desk) == 1


def test_whoever_has_not_signed_in_has_nothing_to_end(desk: Desk) -> None:
    for visitor in (NOBODY_SIGNS_IN, NOT_SIGNED_IN):
        answering.end_sign_in(desk.serving(visitor))
    assert stored(desk) == 0
