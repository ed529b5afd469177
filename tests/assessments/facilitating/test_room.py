"""A whole workshop, and what each screen shows on the way."""

import pytest

from assessments import answering, facilitating
from assessments.answering import Desk
from scoring.answers import Unanswered
from tests.assessments.facilitating.playing import MIXED, Play, code_of


def test_a_code_invites_to_a_workshop_however_it_is_typed(desk: Desk) -> None:
    play = Play(desk, ())
    code = play.prepared.code
    invitation = answering.find_workshop(desk, f" {code[:3].lower()}-{code[3:].lower()} ")
    assert (invitation.firm, invitation.questions, invitation.phase) == ("Acme", 16, "lobby")
    assert "at least 3 people" in invitation.notice
    assert len(invitation.roles) == 6


@pytest.mark.parametrize("code", ["", "AAAAAA", "x" * 1000, None, 7, "'; DROP TABLE seat"])
def test_a_wrong_code_is_answered_kindly(desk: Desk, code: object) -> None:
    assert code_of(answering.find_workshop, desk, code) == "code"


def test_whoever_joins_twice_has_one_seat(desk: Desk) -> None:
    play = Play(desk, ())
    first, second = (answering.join(desk, play.prepared.code, "exec", key="k" * 16) for _ in range(2))
    assert first.name == second.name
    assert play.room().counts.joined == 1
    assert not play.board().was_asked, "nobody who has just come is behind"
    play.press("next")
    assert play.board().was_asked
    assert code_of(answering.phone, desk, first.token) == "seat"
    assert answering.phone(desk, second.token).head.name == first.name


def test_a_seat_is_in_a_role_of_the_room_on_a_device_that_is_known(desk: Desk) -> None:
    play = Play(desk, (), roles=["exec", "service"])
    assert code_of(answering.join, desk, play.prepared.code, "sales", key="k" * 16) == "room_role"
    assert code_of(answering.join, desk, play.prepared.code, "exec", key="short") == "join_key"


def test_names_do_not_tell_who_came_first(desk: Desk) -> None:
    play = Play(desk)
    names = [play.name(phone) for phone in range(len(play.phones))]
    assert len(set(names)) == len(names)
    assert [person.name for person in play.board().people] == sorted(names)


def test_nobody_can_join_what_has_ended(desk: Desk) -> None:
    play = Play(desk, ("exec",))
    play.press("end!")
    assert code_of(answering.join, desk, play.prepared.code, "exec", key="k" * 16) == "over"
    assert code_of(play.answer, 0, "dem_03", 3) == "over"


def test_a_full_room_takes_nobody_more(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assessments.answering.joining.MOST_SEATS", 2)
    play = Play(desk, ("exec", None))
    assert code_of(play.join, "exec") == "full_room"


def test_spectators_watch_and_are_counted_as_such(desk: Desk) -> None:
    play = Play(desk, ("exec", None))
    play.press("next")
    phone = play.phone(1)
    assert (phone.head.role, phone.head.name, phone.open, phone.mine) == (None, None, (), ())
    assert code_of(play.answer, 1, "dem_03", 3) == "spectator"
    counts = play.room().counts
    assert (counts.joined, counts.spectators) == (1, 1)


def test_answers_are_taken_while_a_question_is_open(desk: Desk) -> None:
    play = Play(desk, ("exec", "service"))
    assert code_of(play.answer, 0, "dem_03", 3) == "not_open"
    play.press("next")
    play.answer(0, "dem_03", 3)
    assert play.phone(0).answered == 1
    assert [one.value for one in play.phone(0).mine] == [3]
    play.press("close")
    play.answer(0, "dem_03", 4)
    play.wait(5)
    assert code_of(play.answer, 0, "dem_03", 5) == "closed"
    assert [one.value for one in play.phone(0).mine] == [4]


def test_a_message_sent_again_after_closing_is_acknowledged_as_before(desk: Desk) -> None:
    play = Play(desk, ("exec",))
    play.press("next")
    first = answering.answer(desk, play.phones[0], "dem_03", 3, key="k1")
    play.press("close")
    play.wait(60)
    assert answering.answer(desk, play.phones[0], "dem_03", 3, key="k1") == first
    assert code_of(play.answer, 0, "dem_03", 3, key="k2") == "closed"


def test_answers_can_be_taken_back_and_explained_while_open(desk: Desk) -> None:
    play = Play(desk, ("exec",))
    play.press("next")
    play.answer(0, "dem_03", 3)
    answering.write_note(desk, play.phones[0], "dem_03", "Our shop report")
    answering.clear(desk, play.phones[0], "dem_03")
    asked = next(one for one in play.phone(0).open if one.question.id == "dem_03")
    assert (asked.value, asked.note) == (None, "Our shop report")
    assert play.phone(0).mine == ()


def test_people_are_asked_what_their_role_is_asked(desk: Desk) -> None:
    play = Play(desk, ("exec", "marketing"))
    play.press("next")
    questionnaire = desk.edition().method.questionnaire
    for phone, role in enumerate(("exec", "marketing")):
        asked = {one.question.id for one in play.phone(phone).open}
        theirs = {item.id for item in questionnaire.items if item.audience == "all" or role in item.audience}
        assert asked == theirs & set(play.board().standings)
    assert code_of(play.answer, 0, "cul_12", 3) == "question"


def test_not_applicable_depends_on_the_facts_and_on_ones_own_answers_alone(desk: Desk) -> None:
    play = Play(desk, ("exec", "service"))
    play.press("next")
    assert code_of(play.answer, 0, "chn_01", "na") == "not_applicable"
    facilitating.answer_fact(desk, play.token, "ctx_calls", "hardly_ever")
    play.answer(0, "chn_01", "na")
    assert play.phone(0).mine[0].value is Unanswered.NOT_APPLICABLE


def test_phones_see_nothing_of_others_before_the_reveal(desk: Desk) -> None:
    play = Play(desk, MIXED)
    play.press("next")
    play.answer_all(*range(1, 9))
    quiet = play.phone(0)
    assert quiet.showing.kind == "nothing"
    assert quiet.mine == ()
    facilitating.write_agenda(desk, play.token, ["dem_03"])
    play.press("go:talk")
    phone = play.phone(0)
    assert (phone.showing.kind, phone.showing.topic) == ("topic", None)
    play.press("reveal")
    assert play.phone(0).showing.topic == play.room().showing.topic is not None


def test_the_second_round_shows_the_own_first_answer_and_keeps_it_for_those_who_skip(desk: Desk) -> None:
    play = Play(desk)
    play.talk_about("dem_03")
    play.press("reveal", "second_round")
    before = play.phone(0).first["dem_03"]
    assert play.phone(0).rounds == {"dem_03": 2}
    for phone in range(1, 9):
        play.answer(phone, "dem_03", 5)
    people = {person.name: person for person in play.board().people}
    assert people[play.name(0)].again is False
    assert people[play.name(1)].again is True
    play.press("reveal")
    topic = play.room().showing.topic
    assert topic is not None
    assert topic.before is not None
    assert topic.after is not None
    assert (topic.before.people, topic.after.people, topic.after.kept) == (9, 9, 1)
    counts = topic.after.groups[0].counts
    assert counts[4] == 8 + (before == 5)


def test_the_room_counts_and_never_names(desk: Desk) -> None:
    play = Play(desk)
    play.press("next")
    play.answer_all(0, 1)
    play.answer(2, "dem_03", 1)
    play.see_everybody()
    counts = play.room().counts
    assert (counts.joined, counts.connected, counts.answered) == (9, 9, 2)
    assert counts.given == sum(play.phone(phone).answered for phone in range(9))
    assert counts.wanted == sum(play.phone(phone).wanted for phone in range(9))
    assert not hasattr(play.room(), "people")


def test_a_whole_session_ends_with_a_placement(desk: Desk) -> None:
    play = Play(desk)
    play.press("next")
    play.answer_all()
    play.press("next")
    room = play.room()
    assert (room.head.phase, room.showing.kind) == ("shown", "customers")
    assert room.showing.place is not None
    assert room.showing.place.result.respondents == 9
    assert 1 <= room.topics <= 3
    play.press("next", "reveal")
    assert play.room().position == 1
    while (nxt := play.board().obvious) is not None:
        play.press(f"{nxt.control.name}:{nxt.control.item}!")
        standing = play.board().standing
        assert (standing.phase, standing.current) == (nxt.phase, nxt.current)
    assert play.board().head.phase == "ended"


def test_a_plan_is_solved_on_the_rooms_screen_and_not_on_phones(desk: Desk) -> None:
    play = Play(desk, minutes=90, invited=False)
    play.press("next")
    play.answer_all()
    play.press("go:plan")
    room = play.room()
    assert room.planned is not None
    assert play.phone(0).showing.place is None
    facilitating.edit_plan(desk, play.token, "capacity", 7)
    changed = play.room()
    assert changed.planned is not None
    assert changed.planned.edits.capacity == 7
    assert facilitating.plan(desk, play.token).plan == changed.planned.plan
    assert facilitating.export_plan(desk, play.token, "csv").name.endswith("-plan.csv")


def test_there_is_no_plan_before_the_placement(desk: Desk) -> None:
    play = Play(desk)
    assert code_of(facilitating.plan, desk, play.token) == "no_result"
    assert play.room().planned is None


def test_a_curtain_takes_everything_off_the_screen(desk: Desk) -> None:
    play = Play(desk)
    play.talk_about("dem_03")
    play.press("reveal", "hide")
    assert play.room().showing.topic is None
    assert play.room().head.curtain
    play.press("go:placed", "hide")
    assert play.room().showing.place is None


def test_hidden_answers_are_on_no_screen_and_the_facilitator_can_look_back(desk: Desk) -> None:
    play = Play(desk)
    play.talk_about("dem_03")
    assert facilitating.topic_details(desk, play.token, "dem_03") is None
    play.press("reveal", "hide:dem_03")
    assert play.room().showing.topic is None
    assert facilitating.topic_details(desk, play.token, "dem_03") is not None
    play.press("second_round", "reveal", "hide:dem_03")
    assert play.room().showing.topic is None


def test_whoever_comes_after_the_questions_is_marked_as_late(desk: Desk) -> None:
    play = Play(desk)
    play.talk_about("dem_03", "dem_05")
    late = play.join("exec")
    assert play.phone(late).head.late
    assert play.room().counts.late == 1
    play.press("reveal", "second_round")
    play.answer_all()
    play.press("reveal")
    topic = play.room().showing.topic
    assert topic is not None
    assert topic.after is not None
    assert (topic.after.people, topic.after.late) == (10, 1)


def test_somebody_leaves_and_comes_back(desk: Desk) -> None:
    play = Play(desk, ("exec", "service"))
    play.press("next")
    play.see_everybody()
    answering.leave(desk, play.phones[0])
    assert (play.room().counts.idle, play.room().counts.connected) == (1, 1)
    answering.come_back(desk, play.phones[0])
    assert play.room().counts.idle == 0
    answering.leave(desk, play.phones[0])
    play.answer(0, "dem_03", 2)
    assert play.phone(0).head.state == "here"


def test_several_workshops_do_not_see_each_other(desk: Desk) -> None:
    first, second = Play(desk, ("exec",)), Play(desk, ("service", "service"))
    first.press("next")
    first.answer_all()
    assert second.room().counts.joined == 2
    assert second.board().head.phase == "lobby"
    assert code_of(second.answer, 0, "dem_03", 1) == "not_open"
    assert code_of(first.press, "next", token=second.screen) == "desk"
    assert code_of(facilitating.room, desk, first.token) == "screen"
    assert code_of(answering.phone, desk, first.token) == "seat"
    assert code_of(facilitating.board, desk, first.phones[0]) == "desk"
    for name in (second.name(0), "r1", ""):
        assert code_of(facilitating.press, desk, first.token, "idle", person=name) == "participant"


@pytest.mark.parametrize("token", ["", "x", None, 3, "x" * 5000])
def test_a_wrong_token_opens_nothing(desk: Desk, token: object) -> None:
    for opens, code in ((answering.phone, "seat"), (facilitating.board, "desk"), (facilitating.room, "screen")):
        assert code_of(opens, desk, token) == code
    assert answering.watcher(desk, token) is None


def test_a_seat_opens_nothing_of_an_assessment_of_ones_own(desk: Desk) -> None:
    play = Play(desk, ("exec",))
    seat = play.phones[0]
    for use in (
        answering.result, answering.sections, answering.resume, answering.plan_of, answering.finish,
        answering.delete_everything, answering.start_again,
    ):  # fmt: skip
        assert code_of(use, desk, seat) == "link"
    assert code_of(answering.edit_plan, desk, seat, "capacity", 5) == "link"
    assert code_of(answering.answer_fact, desk, seat, "ctx_calls", "hardly_ever") == "link"
    assert code_of(answering.export, desk, play.prepared.workshop_id, "json") == "link"
