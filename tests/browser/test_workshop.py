"""A workshop as the room and its phones see it: joining, answering alone, the reveal, answering again, the end."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page

from assessments import answering
from assessments.answering import Desk
from tests.browser.conftest import Bring
from tests.browser.room import Room, answer_all
from tests.browser.somebody import Somebody

REVEAL_MILLISECONDS = 20_000  # far beyond the goal of two seconds, which is measured elsewhere
NUMBERS_ALONE = re.compile(r"\d+")

# Notes every word of the live wire, and passes it on.
LISTENING = """
window.heard = [];
const Wire = window.EventSource;
window.EventSource = class extends Wire {
  constructor(address) {
    super(address);
    this.addEventListener("message", (event) => window.heard.push(event.data));
  }
};
"""


@pytest.fixture
def room(desk: Desk) -> Room:
    return Room(desk)


class Phone(Somebody):
    """Somebody in the room, with a phone of their own."""

    @property
    def seat(self) -> str:
        """What leads back to their seat."""
        return parse_qs(urlsplit(self.page.url).query)["seat"][0]

    def sees(self, words: str) -> Locator:
        """Wait until some words are on the page."""
        found = self.page.locator("main", has_text=words)
        found.wait_for()
        return found

    def sit(self, role: str) -> None:
        """Choose a role and join."""
        self.page.locator("[data-testid=stRadioOption]", has=self.page.get_by_text(role, exact=True)).click()
        self.page.get_by_role("button", name="Join", exact=True).click()
        self.page.locator(".st-key-seat h1").wait_for()


Enter = Iterator[Phone]


def brought_in(somebody: Bring, room: Room, role: str = "Service", **device: object) -> Phone:
    """Let somebody scan the code and take a seat."""
    phone = Phone(somebody(f"/?join={room.code}", **device).page)
    phone.page.locator(".st-key-joining h1").wait_for()
    phone.sit(role)
    return phone


def screen_of(somebody: Bring, room: Room) -> Phone:
    """Open the room's screen."""
    screen = Phone(somebody(f"/?screen={room.screen}", width=1920).page)
    screen.page.set_viewport_size({"width": 1920, "height": 1080})
    screen.page.locator(".st-key-room h1").wait_for()
    return screen


def fits(page: Page) -> bool:
    """Return whether nothing of a page lies beyond its edges."""
    return bool(
        page.evaluate(
            """() => { const main = document.querySelector("[data-testid=stMain]");
            return main.scrollHeight <= main.clientHeight && main.scrollWidth <= main.clientWidth; }"""
        )
    )


def test_a_room_goes_through_a_workshop_together(desk: Desk, room: Room, somebody: Bring) -> None:
    screen = screen_of(somebody, room)
    screen.sees("Nobody has joined yet")
    assert screen.page.get_by_role("img", name=re.compile("A picture to scan")).count() == 1
    phone = brought_in(somebody, room)
    phone.sees("You are in.")
    screen.sees("One person has joined")

    room.fill()
    room.press("next")
    phone.sees("0 of 16 answered")
    screen.sees("0 of 11 are done")
    room.everybody_answers()
    screen.sees("10 of 11 are done")
    first = phone.place
    phone.choose(answering.phone(desk, phone.seat).open[0].question.id, 2)
    assert answering.phone(desk, phone.seat).answered == 1
    answer_all(desk, phone.seat, 2)
    screen.sees("11 of 11 are done")
    assert fits(screen.page)

    room.press("next")
    phone.sees("call for")
    screen.sees("call for")
    room.press("next")
    phone.sees("The room is talking about")
    assert phone.place != first
    room.press("reveal")
    screen.sees("Executives chose line 5")
    assert fits(screen.page)
    phone.sees("Your answer:")
    phone.sees("Executives chose line 5")

    room.press("hide")
    screen.page.locator(".st-key-room-body").wait_for(state="detached")
    room.press("reveal", "second_round")
    phone.sees("Your first answer:")
    phone.choose(room.topic, 3)
    room.everybody_answers(leaders=4, others=3)
    room.press("reveal")
    screen.sees("Closer together")
    phone.sees("Closer together")

    room.press("end", confirmed=True)
    phone.sees("Thank you for taking part")
    screen.sees("Thank you")
