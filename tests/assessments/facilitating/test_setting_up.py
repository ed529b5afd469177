"""Preparing, and changing what was prepared; the pulse of customers; what screens ask all the time."""

import pytest

from assessments import answering, facilitating
from assessments.answering import Desk, Version
from tests.assessments.facilitating.playing import ROLES, Play, code_of


def test_the_long_programme_asks_everything_and_invitations_open_at_once(desk: Desk) -> None:
    play = Play(desk, ("exec",), minutes=90)
    board = play.board()
    assert (board.head.phase, board.head.invited, board.head.variant) == ("alone", True, "full")
    assert play.phone(0).wanted > 16


@pytest.mark.parametrize(
    ("named", "code"),
    [
        ({"minutes": 45}, "minutes"),
        ({"minutes": 60, "minimum": 1}, "minimum"),
        ({"minutes": 60, "minimum": 21}, "minimum"),
        ({"minutes": 60, "roles": ["boss"]}, "role"),
        ({"minutes": 60, "role_weights": {"boss": 1}}, "role"),
        ({"minutes": 60, "role_weights": {"exec": -1}}, "weight"),
        ({"minutes": 60, "role_weights": {"exec": True}}, "weight"),
        ({"minutes": 60, "roles": ["exec"], "role_weights": {"exec": 0}}, "no_weight"),
        ({"minutes": 60, "notice": "x" * 3000}, "text_long"),
    ],
)
def test_settings_that_cannot_be_are_refused(desk: Desk, named: dict[str, object], code: str) -> None:
    assert code_of(facilitating.prepare, desk, "Acme", **named) == code


def test_a_firm_has_a_name(desk: Desk) -> None:
    assert code_of(facilitating.prepare, desk, "  ", 60) == "firm"


def test_everything_can_be_changed_until_somebody_has_joined(desk: Desk) -> None:
    play = Play(desk, ())
    facilitating.change_settings(
        desk, play.token, minutes=180, roles=["exec", "service"], minimum=5, notice="Hello", role_weights={"exec": 2}
    )
    now = facilitating.settings(desk, play.token)
    assert (now.settings.minutes, now.settings.roles, now.settings.minimum) == (180, ("exec", "service"), 5)
    assert (now.settings.notice, dict(now.settings.role_weights)) == ("Hello", {"exec": 2.0})
    assert (now.changeable, now.weighable) == (True, True)
    assert play.board().head.variant == "full"
    assert answering.find_workshop(desk, play.prepared.code).questions == len(play.board().standings)


def test_what_people_were_told_is_not_taken_back(desk: Desk) -> None:
    play = Play(desk)
    change = facilitating.change_settings
    for named in ({"minutes": 180}, {"roles": ["exec"]}, {"invited": True}, {"notice": "Other"}):
        assert code_of(change, desk, play.token, **named) == "people_came"
    assert code_of(change, desk, play.token, minimum=2) == "minimum_lower"
    assert code_of(change, desk, play.token, minimum=4, role_weights={"exec": 2}) == "accepted"
    play.talk_about("dem_03")
    play.press("reveal")
    assert not facilitating.settings(desk, play.token).weighable
    for named in ({"minimum": 5}, {"role_weights": {}}):
        assert code_of(change, desk, play.token, **named) == "answers_shown"
    assert code_of(change, desk, play.token) == "accepted"


def test_weights_of_roles_count_in_the_result(desk: Desk) -> None:
    people = ("exec", "exec", "exec", "service", "service", "service", "service")
    lines: list[int | str] = [5, 5, 5, 1, 1, 1, 1]
    play = Play(desk, people)
    play.press("next")
    play.answer_line("dem_03", lines)
    play.press("next")
    shown = play.room().showing.place
    assert shown is not None
    assert shown.result.items["dem_03"].score == 50.0
    weighed = Play(desk, people, role_weights={"exec": 3})
    weighed.press("next")
    weighed.answer_line("dem_03", lines)
    weighed.press("next")
    shown = weighed.room().showing.place
    assert shown is not None
    assert shown.result.items["dem_03"].score == 75.0


def test_facts_are_set_by_facilitators(desk: Desk) -> None:
    play = Play(desk, ())
    facilitating.answer_fact(desk, play.token, "ctx_calls", "they_do", key="k1")
    facilitating.answer_fact(desk, play.token, "ctx_calls", "they_do", key="k1")
    assert {one.question.id for one in facilitating.facts(desk, play.token) if one.given} == {"ctx_calls"}
    facilitating.clear_fact(desk, play.token, "ctx_calls")
    assert not any(one.given for one in facilitating.facts(desk, play.token))
    assert code_of(facilitating.answer_fact, desk, play.token, "nothing", 1) == "fact"
    assert code_of(facilitating.answer_fact, desk, play.token, "ctx_calls", "maybe") == "option"


def test_roles_to_choose_from_are_those_of_the_questionnaire(desk: Desk) -> None:
    assert [role.id for role in facilitating.role_choices(desk)][:2] == ["exec", "sales"]


def test_customers_answer_at_a_link_of_their_own(desk: Desk) -> None:
    play = Play(desk, ())
    code = facilitating.pulse(desk, play.token).code
    assert code_of(answering.find_pulse, desk, code) == "pulse_closed"
    assert code_of(answering.find_pulse, desk, play.prepared.code) == "pulse_code"
    assert code_of(answering.find_pulse, desk, None) == "pulse_code"
    facilitating.set_pulse(desk, play.token, open_=True)
    assert len(answering.find_pulse(desk, code).items) == 6
    first = answering.answer_pulse(desk, code, {"pul_1": 3, "pul_6": "na"}, key="k" * 16)
    assert answering.answer_pulse(desk, code, {"pul_1": 5}, key="k" * 16) == first
    answering.answer_pulse(desk, code, {"pul_1": "dk"}, key="l" * 16)
    assert facilitating.pulse(desk, play.token).customers == 2
    assert not facilitating.pulse(desk, play.token).usable
    facilitating.set_pulse(desk, play.token, open_=False)
    assert code_of(answering.answer_pulse, desk, code, {"pul_1": 3}, key="m" * 16) == "pulse_closed"


@pytest.mark.parametrize(
    ("answers", "key", "code"),
    [
        ({}, "k" * 16, "pulse_nothing"),
        ({"pul_1": 6}, "k" * 16, "line"),
        ({"pul_1": True}, "k" * 16, "line"),
        ({"pul_1": "na"}, "k" * 16, "line"),
        ({"pul_9": 3}, "k" * 16, "question"),
        ({"pul_1": 3}, "short", "join_key"),
    ],
)
def test_customers_answers_are_checked(desk: Desk, answers: dict[str, object], key: str, code: str) -> None:
    play = Play(desk, ())
    facilitating.set_pulse(desk, play.token, open_=True)
    pulse = facilitating.pulse(desk, play.token).code
    assert code_of(answering.answer_pulse, desk, pulse, answers, key=key) == code


def test_customers_are_used_only_when_there_are_enough(desk: Desk) -> None:
    play = Play(desk)
    play.press("next")
    play.answer_all()
    facilitating.set_pulse(desk, play.token, open_=True)
    code = facilitating.pulse(desk, play.token).code
    for number in range(20):
        assert not facilitating.pulse(desk, play.token).usable
        answering.answer_pulse(desk, code, {"pul_1": 1}, key=f"customer-{number:08}")
    assert facilitating.pulse(desk, play.token).usable
    play.press("go:placed")
    assert customers_shown(play) == 20
    for number in range(20, 23):
        answering.answer_pulse(desk, code, {"pul_1": 1}, key=f"customer-{number:08}")
        assert customers_reported(play) == (23 if number == 22 else 20)
    play.press("go:shown", "go:placed")
    assert customers_shown(play) == 23
    shown = play.room().showing.place
    assert shown is not None
    assert set(shown.result.gaps.pulse_items) == {"pul_1"}


def test_screens_learn_what_moved(desk: Desk) -> None:
    play = Play(desk, ROLES[:2])
    id_ = play.prepared.workshop_id

    def version() -> Version:
        return answering.versions(desk, [id_, "nothing"])[id_]

    before = version()
    play.press("next")
    assert version() == Version(before.state + 1, before.activity)
    play.answer(0, "dem_03", 1)
    assert version() == Version(before.state + 1, before.activity + 1)
    assert (play.board().head.version, play.board().head.activity) == (version().state, version().activity)
    play.see_everybody()
    there = version()
    play.see_everybody()
    assert version() == there
    play.wait(60)
    answering.seen(desk, [watcher for token in play.phones[:1] if (watcher := answering.watcher(desk, token))])
    assert version().activity == there.activity + 1
    assert play.room().counts.connected == 1


def test_a_screen_is_known_by_its_token(desk: Desk) -> None:
    play = Play(desk, ("exec",))
    kinds = []
    for token in (play.token, play.screen, play.phones[0]):
        watcher = answering.watcher(desk, token)
        assert watcher is not None
        assert watcher.workshop_id == play.prepared.workshop_id
        kinds.append(watcher.kind)
    assert kinds == ["desk", "screen", "phone"]
    assert answering.watcher(desk, "nothing") is None


def customers_shown(play: Play) -> int:
    place = play.room().showing.place
    assert place is not None
    return len(place.opened.assessment.pulse)


def customers_reported(play: Play) -> int:
    outcome = facilitating.outcome(play.desk, play.token)
    assert outcome.shown is not None
    return len(outcome.shown.opened.assessment.pulse)
