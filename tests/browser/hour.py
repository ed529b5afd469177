"""An hour's workshop with everybody in it, each in a browser of their own: facilitators, the room's screen, phones."""

from dataclasses import dataclass, field

from assessments import answering
from assessments.answering import Desk
from tests.browser.conftest import Bring, Open
from tests.browser.leading import FacilitatorsPage
from tests.browser.phones import Phone, brought_in
from tests.browser.room import Room, answer_all
from tests.browser.wiretap import Wiretap, listening

LINES = {"Executives": 5, "Service": 2, "Front line": 2}  # what a role answers before it has talked with the others


@dataclass
class Hour:
    """Who leads, what the room looks at, and the phones by the names of their owners."""

    desk: Desk
    open_page: Open
    somebody: Bring
    room: Room
    lead: FacilitatorsPage
    screen: Phone
    phones: dict[str, Phone] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)

    def join(self, name: str, role: str) -> None:
        """Let somebody scan the code and take a seat."""
        self.phones[name], self.roles[name] = brought_in(self.somebody, self.room, role), role

    def join_recorded(self, name: str, role: str) -> Wiretap:
        """Let somebody take a seat all of whose messages are recorded."""
        self.phones[name], tap = listening(self.somebody, self.room, role)
        self.roles[name] = role
        return tap

    def close_for_good(self, name: str) -> None:
        """Let somebody switch their phone off."""
        self.phones.pop(name).page.context.close()

    def wanted(self, name: str) -> int:
        """Return how many questions are open for somebody."""
        return answering.phone(self.desk, self.phones[name].seat).wanted

    def answer(self, *names: str, line: int | None = None) -> None:
        """Let people answer whatever is open for them, with one line or the one of their role."""
        for name in names:
            answer_all(self.desk, self.phones[name].seat, line or LINES[self.roles[name]])

    def all_see(self, words: str) -> None:
        """Wait until some words are on every phone."""
        for phone in self.phones.values():
            phone.sees(words)

    def counted(self, given: int) -> None:
        """Wait until the facilitator and the room both see how many answers are in."""
        wanted = self.room.board.counts.wanted
        self.lead.page.locator(".counts", has_text=f"{given} of {wanted} answers given").wait_for()
        self.screen.sees(f"{given} of {wanted} answers are in.")
