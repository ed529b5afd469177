"""People in a workshop, each with a phone of their own, and the screen they all look at."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page

from tests.browser.conftest import Bring
from tests.browser.room import Room
from tests.browser.somebody import Somebody

KEY = "st-key-question-"
QUESTION = f"[class*={KEY}]"
FITS = """() => {
  const main = document.querySelector("[data-testid=stMain]");
  const bottom = [...document.querySelectorAll(".st-key-room-places, .room-foot")];
  const edge = Math.min(innerHeight, ...bottom.map((part) => part.getBoundingClientRect().top)) + 1;
  const parts = [...document.querySelectorAll(".st-key-room :is(h1, h2, p, li, tr, img, svg.marks)")];
  const above = parts.filter((part) => !bottom.some((one) => one.contains(part)) && !part.closest(".seen-by-none"));
  return (
    main.scrollHeight <= main.clientHeight &&
    main.scrollWidth <= main.clientWidth &&
    above.map((part) => part.getBoundingClientRect()).every((box) => box.bottom <= edge && box.right <= innerWidth)
  );
}"""


class Phone(Somebody):
    """Somebody in the room, with a phone of their own."""

    @property
    def seat(self) -> str:
        """What leads back to their seat."""
        return parse_qs(urlsplit(self.page.url).query)["seat"][0]

    @property
    def asked(self) -> str:
        """The question at the top of their page."""
        classes = self.page.locator(QUESTION).first.get_attribute("class") or ""
        return next(name.removeprefix(KEY) for name in classes.split() if name.startswith(KEY))

    def sees(self, words: str) -> None:
        """Wait until some words are on the page."""
        self.page.locator("main", has_text=words).wait_for()

    def caught_up(self) -> None:
        """Wait until they have been shown all that the live wire has told them of."""
        self.page.wait_for_function("pathway.wire.said === pathway.wire.shown && !pathway.wire.due")
        self.stands()

    def text(self) -> str:
        """Return what the page says now."""
        return self.page.locator("main").inner_text()

    def sit(self, role: str) -> None:
        """Choose a role and join."""
        self.page.locator("[data-testid=stRadioOption]", has=self.page.get_by_text(role, exact=True)).click()
        self.page.get_by_role("button", name="Join", exact=True).click()
        self.seated()

    def seated(self) -> None:
        """Wait until they are at their seat."""
        self.page.locator(".st-key-seat h1").wait_for()


def brought_in(somebody: Bring, room: Room, role: str = "Service", **device: Any) -> Phone:
    """Let somebody scan the code and take a seat."""
    phone = Phone(somebody(f"/?join={room.code}", **device).page)
    phone.page.locator(".st-key-joining h1").wait_for()
    phone.sit(role)
    return phone


def screen_of(somebody: Bring, room: Room, **device: Any) -> Phone:
    """Open the room's screen."""
    screen = Phone(somebody(f"/?screen={room.screen}", width=1920, **device).page)
    screen.page.set_viewport_size({"width": 1920, "height": 1080})
    screen.page.locator(".st-key-room h1").wait_for()
    return screen


def fits(page: Page) -> bool:
    """Return whether nothing of the room's screen has to be scrolled to or reaches into what stands at its bottom."""
    return bool(page.evaluate(FITS))
