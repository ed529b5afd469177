"""What phones have in common is worked out once, and never outlives a control, a workshop or a language."""

from pathlib import Path

import pytest

from assessments import answering, operating
from assessments.answering import Desk, Phone
from assessments.answering.all_phones import AllPhones
from assessments.languages import speaking
from tests.assessments.facilitating.playing import Play

QUESTION = "dem_03"


def talking(desk: Desk) -> Play:
    play = Play(desk)
    play.talk_about(QUESTION)
    return play


def in_common(play: Play) -> set[int]:
    return {id(play.phone(number).all_phones) for number in range(len(play.phones))}


def counts(phone: Phone) -> tuple[int, ...]:
    topic = phone.showing.topic
    return () if topic is None or topic.before is None else topic.before.groups[0].counts


def test_all_phones_share_it_until_a_control_is_pressed(desk: Desk) -> None:
    play = talking(desk)
    hidden = play.phone(0).all_phones
    assert in_common(play) == {id(hidden)}
    assert play.phone(0).showing.topic is None
    play.press("reveal")
    assert play.phone(0).all_phones is not hidden
    assert len(in_common(play)) == 1
    assert sum(counts(play.phone(0))) == 9
    play.press(f"hide:{QUESTION}")
    assert play.phone(0).showing.topic is None


def test_what_people_do_leaves_it_as_it_is_and_is_seen_all_the_same(desk: Desk) -> None:
    play = Play(desk)
    play.press("next")
    phones = play.phone(0).all_phones
    play.answer(0, QUESTION, 4)
    answering.leave(desk, play.phones[1])
    assert play.phone(0).all_phones is phones
    assert [mine.value for mine in play.phone(0).mine] == [4]
    assert play.phone(2).mine == ()
    assert play.phone(1).head.state == "idle"


def test_workshops_share_nothing(desk: Desk) -> None:
    first, second = talking(desk), talking(desk)
    first.press("reveal")
    assert first.phone(0).all_phones is not second.phone(0).all_phones
    assert second.phone(0).showing.topic is None


def test_each_language_has_its_own(desk: Desk) -> None:
    play = talking(desk)
    play.press("reveal")
    phones = play.phone(0).all_phones
    with speaking("de"):
        assert play.phone(0).all_phones is not phones


def test_a_restored_workshop_shows_nothing_of_what_came_after_the_backup(desk: Desk, tmp_path: Path) -> None:
    play = talking(desk)
    operating.backup(desk.database.url, tmp_path / "before.zip")
    play.press("reveal")
    shown = play.phone(0).all_phones
    assert sum(counts(play.phone(0))) == 9
    operating.restore(desk.database.url, tmp_path / "before.zip")
    assert play.phone(0).showing.topic is None
    play.press(f"reopen:{QUESTION}")  # the same number of controls as before
    assert play.phone(0).all_phones is not shown
    assert play.phone(0).showing.topic is None


def test_what_cannot_be_worked_out_is_tried_again() -> None:
    phones, tries = AllPhones(), iter((ZeroDivisionError, None))

    def work_out() -> str:
        if trouble := next(tries):
            raise trouble
        return "made"

    with pytest.raises(ZeroDivisionError):
        phones.once("something", work_out)
    assert phones.once("something", work_out) == "made"
    assert phones.once("something", work_out) == "made"
