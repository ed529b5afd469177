"""Before the reveal no phone is sent anything of anybody else: every message of real browsers is looked at."""

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Page, Response, WebSocket

from assessments import answering
from assessments.answering import Desk
from tests.browser.conftest import Bring
from tests.browser.phones import Phone
from tests.browser.room import Room

NOTE = "a remark that only its writer and the facilitator may read"
A_NUMBER = re.compile(r"\d+")  # all that the live wire says to a phone

# Notes every word of the live wire before the page hears it.
LISTENING = """
window.heard = [];
window.EventSource = class extends window.EventSource {
  constructor(address) {
    super(address);
    for (const kind of ["message", "beat"]) this.addEventListener(kind, (event) => window.heard.push(event.data));
  }
};
"""


@dataclass
class Wiretap:
    """Everything a page was sent: the frames of its websockets, the bodies of its requests, the words of the wire."""

    page: Page
    frames: list[bytes] = field(default_factory=list)
    responses: list[Response] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.add_init_script(LISTENING)
        self.page.on("websocket", self._listen)
        self.page.on("response", self._read)

    def _listen(self, socket: WebSocket) -> None:
        socket.on(
            "framereceived", lambda frame: self.frames.append(frame if isinstance(frame, bytes) else frame.encode())
        )

    def _read(self, response: Response) -> None:
        if response.ok and not {"live", "static"} & set(urlsplit(response.url).path.split("/")):
            self.responses.append(response)

    @property
    def words(self) -> list[str]:
        """What the live wire has said."""
        return [word for word in self.page.evaluate("window.heard") if word]

    @property
    def sent(self) -> bytes:
        """Everything else."""
        return b"".join((*self.frames, *(response.body() for response in self.responses)))


def listening(somebody: Bring, room: Room, role: str) -> tuple[Phone, Wiretap]:
    """Bring in somebody all of whose messages are recorded from the very first."""
    phone = Phone(somebody().page)
    tap = Wiretap(phone.page)
    phone.page.goto(f"{phone.page.url}?join={room.code}")
    phone.page.locator(".st-key-joining h1").wait_for()
    phone.sit(role)
    return phone, tap


def test_nothing_of_others_is_sent_before_the_reveal(desk: Desk, somebody: Bring) -> None:
    room = Room(desk)
    phone, tap = listening(somebody, room, "Service")
    watcher, tapped = listening(somebody, room, "I only watch")
    room.fill()
    room.press("next")
    phone.sees("0 of 16 answered")
    watcher.sees("The questions are closed at the moment.")
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
    phone.sees("Executives chose line 5")
    assert telling(tap.sent, room) == {b"Executives chose line 5"}


def telling(sent: bytes, room: Room) -> set[bytes]:
    """Return what was sent that tells of other people: their names, remarks, numbers, or the picture of the answers."""
    names = {person.name.encode() for person in room.board.people}
    words = {
        NOTE.encode(),
        b"Executives chose line 5",
        b"of 11",
        b"kept the first answer",
        *names,
        *(p.encode() for p in room.people),
    }
    return {word for word in words if word in sent}
