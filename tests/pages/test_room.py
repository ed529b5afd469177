"""What phones and the room's screen show at the turns of a workshop."""

from pathlib import Path

import pytest

from assessments.answering import Desk, open_desk
from assessments.answering.sections import in_steps
from assessments.pages.parts import room, seat, showing
from assessments.wording import room as words
from tests.assessments.facilitating.playing import Play
from tests.pages.opened import run, text

SOCIAL_CRM = Path(__file__).resolve().parents[2] / "questionnaires" / "social_crm"
TALKED = ("dem_03", "dem_05", "cul_03")


@pytest.fixture
def desk(database: str) -> Desk:
    return open_desk(database, SOCIAL_CRM)


def test_a_second_round_begins_at_its_first_question_wherever_a_phone_was_before(desk: Desk) -> None:
    play = Play(desk)
    play.talk_about(*TALKED)
    play.press(*["reveal", "next"] * len(TALKED))
    phone = play.phone(0)
    steps = in_steps(phone.open)
    asked = [step[0] for step in steps]
    assert phone.place is not None
    assert len(steps) == len(TALKED)
    for wanted in (None, *TALKED, seat.question_place(phone, asked[0])):
        assert seat.here(phone, steps, wanted) == 0
    assert seat.here(phone, steps, seat.question_place(phone, asked[2])) == 2
    assert seat.here(phone, steps, seat.after_all(phone)) == len(steps)


def test_a_phone_that_comes_back_in_a_round_is_where_it_was(desk: Desk) -> None:
    play = Play(desk)
    play.press("next")
    item = play.phone(0).open[3].question.id
    play.answer(0, item, 3)
    phone = play.phone(0)
    steps = in_steps(phone.open)
    assert item in {asked.question.id for asked in steps[seat.here(phone, steps, None)]}


def test_the_room_sees_how_much_time_is_left_once_people_have_come(desk: Desk) -> None:
    play = Play(desk)
    assert 'role="timer"' not in room.frame(play.room(), "Welcome")
    play.press("next")
    clock = room.frame(play.room(), "Alone")
    assert 'data-left="600"' in clock
    assert words.TIME_LEFT in clock


def test_after_a_quick_scan_the_place_comes_with_two_early_wins(desk: Desk) -> None:
    play = Play(desk)
    play.talk_about(*TALKED)
    play.press("go:placed")
    place = play.room().showing.place
    assert place is not None
    actions = place.opened.questionnaire.action_by_id
    shown = showing.holding(place)
    assert words.WINS in shown
    assert sum(f'<p class="">{action.title}</p>' in shown for action in actions.values() if action.early_win) == 2


def test_an_hour_ends_with_moves_to_consider(desk: Desk) -> None:
    play = Play(desk)
    play.talk_about(*TALKED)
    play.press("go:placed", "end!")
    assert "Moves to consider" in text(run(play.prepared.token, "after", by="desk"))
