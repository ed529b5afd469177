"""Controls as they are stored: who may press them, once, with what reasons, and what a reset takes."""

import pytest
from sqlalchemy import func, select

from assessments import answering, facilitating
from assessments.answering import Desk
from assessments.storage.tables import answer, answer_change
from tests.assessments.facilitating.playing import Play, code_of


def rows(desk: Desk, table: object) -> int:
    with desk.database.reading() as connection:
        return int(connection.scalar(select(func.count()).select_from(table)) or 0)  # type: ignore[arg-type]


def test_a_press_counts_once_however_often_it_arrives(desk: Desk) -> None:
    play = Play(desk, ("exec",))
    first = facilitating.press(desk, play.token, "next", key="k1")
    assert facilitating.press(desk, play.token, "next", key="k1") == first
    assert play.board().head.phase == "alone"
    assert code_of(facilitating.press, desk, play.token, "back", key="k1") == "key"
    assert [logged.control for logged in play.board().log] == ["next"]


def test_what_is_refused_is_not_logged_and_changes_no_version(desk: Desk) -> None:
    play = Play(desk, ("exec",))
    before = play.board().head.version
    assert code_of(facilitating.press, desk, play.token, "back") == "first"
    assert code_of(facilitating.press, desk, play.token, "juggle") == "control"
    assert (play.board().head.version, play.board().log) == (before, ())


def test_only_whoever_is_in_charge_presses(desk: Desk) -> None:
    play = Play(desk, ("exec",))
    other = facilitating.invite_facilitator(desk, play.token, "Bob")
    assert code_of(facilitating.press, desk, other, "next") == "not_in_charge"
    assert play.board(other).refusal("next") == "Another facilitator is in charge."
    assert play.board().refusal("next") is None
    assert play.board().refusal("back") == "This is the beginning."
    assert play.board().refusal("idle") is None
    facilitators = {one.name: one for one in play.board().facilitators}
    assert facilitators["Ann"].in_charge
    assert facilitators["Ann"].me
    assert code_of(facilitating.press, desk, play.token, "hand_over", item="0") == "facilitator"
    play.press(f"hand_over:{facilitators['Bob'].number}")
    assert code_of(facilitating.press, desk, play.token, "next") == "not_in_charge"
    play.press("next", token=other)
    assert play.board().log[0].by == "Bob"


def test_a_co_facilitator_takes_over_only_from_somebody_who_is_gone(desk: Desk) -> None:
    play = Play(desk, ("exec",))
    other = facilitating.invite_facilitator(desk, play.token, "Bob")
    play.see_everybody()
    assert code_of(facilitating.press, desk, other, "take_over", confirmed=True) == "in_charge_here"
    assert code_of(facilitating.press, desk, play.token, "take_over", confirmed=True) == "in_charge"
    play.wait(60)
    assert code_of(facilitating.press, desk, other, "take_over") == "confirm_take_over"
    play.press("take_over!", token=other)
    assert play.board(other).me.in_charge
    play.press("next", token=other)


def test_people_are_set_idle_woken_and_removed(desk: Desk) -> None:
    play = Play(desk, ("exec", "service"))
    play.see_everybody()
    name = play.name(0)
    play.on(0, "idle")
    assert (play.room().counts.idle, play.room().counts.connected) == (1, 1)
    play.on(0, "wake")
    assert play.room().counts.idle == 0
    play.on(0, "remove")
    assert play.room().counts.joined == 1
    assert code_of(answering.phone, desk, play.phones[0]) == "gone"
    assert code_of(answering.answer, desk, play.phones[0], "dem_03", 1) == "gone"
    for control in ("wake", "idle", "remove"):
        assert code_of(facilitating.press, desk, play.token, control, person=name) == "removed"


def test_whoever_was_removed_can_join_anew(desk: Desk) -> None:
    play = Play(desk, ("exec",))
    name = play.name(0)
    play.on(0, "remove")
    again = answering.join(desk, play.prepared.code, "service", key="device-0-of-somebody")
    assert again.name != name
    assert play.room().counts.joined == 1


def test_a_submission_is_left_out_with_a_reason_and_taken_back(desk: Desk) -> None:
    play = Play(desk, ("exec", "exec", "exec", "service"))
    play.press("next")
    play.answer_all()
    name = play.name(3)
    assert code_of(facilitating.press, desk, play.token, "exclude", person=name) == "reason"
    assert code_of(facilitating.press, desk, play.token, "include", person=name) == "not_excluded"
    play.on(3, "exclude", "Came from the firm next door")
    assert code_of(facilitating.press, desk, play.token, "exclude", person=name, reason="Again") == "excluded"
    left_out = {person.name: person.excluded for person in play.board().people}
    assert left_out[name] == "Came from the firm next door"
    assert play.board().log[0].reason == "Came from the firm next door"
    play.press("next")
    place = play.room().showing.place
    assert place is not None
    assert place.result.respondents == 3
    play.on(3, "include")
    assert play.board().log[0].about == name


def test_a_reset_takes_answers_back_and_the_history_keeps_them(desk: Desk) -> None:
    play = Play(desk)
    play.talk_about("dem_03")
    given, said = rows(desk, answer), rows(desk, answer_change)
    play.press("reveal", "reset:dem_03!")
    assert rows(desk, answer) == given - 9
    assert rows(desk, answer_change) == said + 9
    assert play.room().showing.topic is None
    play.press("open:dem_03")
    play.answer_all()
    play.press("reveal")
    topic = play.room().showing.topic
    assert topic is not None
    assert topic.before is not None
    assert topic.before.people == 9


def test_a_reset_of_everything_begins_anew_with_the_same_people(desk: Desk) -> None:
    play = Play(desk)
    play.talk_about("dem_03")
    play.press("reset!")
    board = play.board()
    assert (board.head.phase, board.topics, board.counts.joined) == ("lobby", (), 9)
    assert rows(desk, answer) == 0
    play.press("next")
    play.answer_all()
    play.press("next")
    assert play.board().topics


def test_a_topic_that_was_skipped_stays_skipped_until_somebody_goes_there(desk: Desk) -> None:
    play = Play(desk)
    play.talk_about("dem_03", "cul_03")
    play.press("skip")
    assert [(topic.item, topic.skipped) for topic in play.board().topics] == [("dem_03", True), ("cul_03", False)]
    play.press("go:dem_03")
    assert [topic.skipped for topic in play.board().topics] == [False, False]


def test_closing_is_immediate_on_every_screen(desk: Desk) -> None:
    play = Play(desk, ("exec",))
    play.press("next", "close")
    assert play.phone(0).open == ()
    assert all(one.state == "closed" for one in play.board().standings.values())


def test_revealing_works_while_somebody_is_stuck(desk: Desk) -> None:
    play = Play(desk)
    play.press("next")
    play.answer_all(*range(7))
    facilitating.write_agenda(desk, play.token, ["dem_03"])
    play.press("go:talk", "open:dem_03", "reveal")
    topic = play.room().showing.topic
    assert topic is not None
    assert topic.before is not None
    assert topic.before.people == 7
    assert code_of(play.answer, 8, "dem_03", 1) == "revealed"


@pytest.mark.parametrize("control", ["next", "exclude"])
def test_a_reason_is_text_of_some_length(desk: Desk, control: str) -> None:
    play = Play(desk, ("exec",))
    refused = code_of(facilitating.press, desk, play.token, control, person=play.name(0), reason="x" * 5000)
    assert refused == "text_long"
