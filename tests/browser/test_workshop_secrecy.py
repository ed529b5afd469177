"""Before the reveal no phone is sent anything of anybody else: every message of real browsers is looked at."""

import re

from assessments import answering
from assessments.answering import Desk
from tests.browser.conftest import Bring
from tests.browser.room import Room
from tests.browser.wiretap import listening

NOTE = "a remark that only its writer and the facilitator may read"
A_NUMBER = re.compile(r"\d+")  # all that the live wire says to a phone


def test_nothing_of_others_is_sent_before_the_reveal(desk: Desk, somebody: Bring) -> None:
    room = Room(desk)
    phone, tap = listening(somebody, room, "Service")
    watcher, tapped = listening(somebody, room, "I only watch")
    room.fill()
    room.press("next")
    phone.sees("0 of 16 answered")
    watcher.sees("The questions are closed at the moment.")
    phone.caught_up()
    before, heard = len(tap.frames), len(tap.words)
    room.everybody_answers()
    for person in room.people:
        answering.write_note(desk, person, "chn_01", NOTE)
    phone.page.wait_for_timeout(2_000)  # several turns of the wire: time enough to hear of it, if there were anything
    assert len(tap.frames) == before, "other people's answers wake nobody's phone"
    assert len(tap.words) == heard

    phone.choose(answering.phone(desk, phone.seat).open[0].question.id, 2)
    room.press("next", "next")
    phone.sees("The room is talking about")
    watcher.sees("The room is talking about")
    for one in (tap, tapped):
        assert all(A_NUMBER.fullmatch(word) for word in one.words)
        assert not telling(one.sent, room)
    room.press("reveal")
    phone.sees("line 5 for executives")
    assert telling(tap.sent, room) == {b"line 5 for executives"}


def telling(sent: bytes, room: Room) -> set[bytes]:
    """Return what was sent that tells of other people: their names, remarks, numbers, or the picture of the answers."""
    names = {person.name.encode() for person in room.board.people}
    words = {
        NOTE.encode(),
        b"line 5 for executives",
        b"of 11",
        b"kept the first answer",
        *names,
        *(p.encode() for p in room.people),
    }
    return {word for word in words if word in sent}
