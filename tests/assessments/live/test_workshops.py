"""What the live wire learns of workshops: whose a link is, when something has moved, who is here."""

from dataclasses import fields, replace
from datetime import timedelta

import pytest

from assessments import answering, facilitating
from assessments.answering import Desk
from assessments.live import Topic
from assessments.live.workshops import Workshops
from assessments.rights import Who
from assessments.settings import Settings
from assessments.signing_in import listening_link, sign_in_of
from tests.assessments.rights.members import member
from tests.assessments.signing_in.whole import WHOLE
from tests.browser.room import Room


@pytest.fixture
def room(desk: Desk) -> Room:
    return Room(desk)


@pytest.fixture
def workshops(desk: Desk) -> Workshops:
    return Workshops(lambda: desk)


def test_a_phone_hears_of_the_facilitator_and_the_staff_of_every_tap(workshops: Workshops, room: Room) -> None:
    room.fill(("service",))
    phone, desk = (workshops.listening(link) for link in (room.people[0], room.token))
    assert phone
    assert desk
    topics = {phone.topic, desk.topic}
    before = workshops.words(topics)
    room.press("next")
    pressed = workshops.words(topics)
    assert all(before[topic] != pressed[topic] for topic in topics)
    room.everybody_answers()
    answered = workshops.words(topics)
    assert answered[phone.topic] == pressed[phone.topic]
    assert answered[desk.topic] != pressed[desk.topic]


def test_a_page_shows_what_the_wire_says(workshops: Workshops, room: Room, desk: Desk) -> None:
    room.fill(("service",))
    phone, screen = (workshops.listening(link) for link in (room.people[0], room.screen))
    assert phone
    assert screen
    words = workshops.words({phone.topic, screen.topic})
    head = facilitating.room(desk, room.screen).head
    assert words[phone.topic] == str(answering.phone(desk, room.people[0]).head.version)
    assert words[screen.topic] == f"{head.version}.{head.activity}"


def test_who_is_here_counts_as_connected(workshops: Workshops, room: Room, desk: Desk) -> None:
    room.fill(("service", "sales"))
    for _ in range(20):
        desk.clock()  # a second each
    listening = workshops.listening(room.people[0])
    assert listening
    workshops.seen([listening.who])
    assert room.board.counts.connected == 1


def test_staff_hear_of_who_comes_back_after_no_process_ran_for_a_while(
    workshops: Workshops, room: Room, desk: Desk
) -> None:
    room.fill(("service",))
    phone, screen = (workshops.listening(link) for link in (room.people[0], room.screen))
    assert phone
    assert screen
    workshops.seen([phone.who])
    for _ in range(20):
        desk.clock()  # a second each
    assert room.board.counts.connected == 0
    before = workshops.words({screen.topic})
    workshops.seen([phone.who])
    assert room.board.counts.connected == 1
    assert workshops.words({screen.topic}) != before


def test_what_is_no_workshop_is_not_heard_of(workshops: Workshops) -> None:
    gone = Topic("no such workshop", staff=False)
    assert workshops.listening("no such link") is None
    assert workshops.words({gone}) == {}


def test_a_member_hears_of_a_workshop_until_they_sign_out_or_their_sign_in_is_over(
    workshops: Workshops, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    for knob in fields(Settings):
        if "signin" in knob.name or knob.name == "address":
            monkeypatch.setenv(knob.metadata["name"], getattr(WHOLE, knob.name))
    ada, ann = (
        replace(member(Who.LEADER, name=name), sign_in=name[1] * 64, until=desk.clock() + timedelta(seconds=seconds))
        for name, seconds in (("Ada", 3600), ("Ann", 20))
    )
    room = facilitating.prepare(desk.serving(ada), "Hartwell", 60).token
    heard = [workshops.listening(listening_link(sign_in_of(WHOLE), room, who)) for who in (ada, ann)]
    topics = [one.topic for one in heard if one]
    assert len(topics) == 2
    assert set(workshops.words(topics)) == set(topics)
    for _ in range(20):
        desk.clock()  # a second each
    assert set(workshops.words(topics)) == {topics[0]}
    answering.end_sign_in(desk.serving(ada))
    assert workshops.words(topics) == {}
    assert workshops.listening(room) is None
