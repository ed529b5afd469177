"""A workshop's pages for everybody: no barrier axe can find, on small phones, in the dark, and on a large screen."""

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from assessments.answering import Desk
from tests.browser.conftest import Bring
from tests.browser.phones import Phone, fits, screen_of
from tests.browser.room import Room, answer_all
from tests.browser.standing import stands

Scheme = Literal["light", "dark"]
SIZES = [(1280, 720), (1366, 1024), (1920, 1080)]

# What is pressed, and what is seen then.
PHONE = [
    ((), "You are in."),
    (("next",), "Page 1 of"),
    (("next",), "A short break"),
    (("next",), "call for"),
    (("next",), "The room is talking about"),
    (("reveal",), "Executives"),
    (("second_round",), "Your first answer:"),
]
SCREEN = [
    ((), "Scan the picture"),
    (("next",), "are done"),
    (("next",), "A short break"),
    (("next",), "call for"),
    (("next",), "The answers appear here"),
    (("reveal",), "Chosen most"),
    (("hide",), "One moment"),
    (("reveal", "second_round", "reveal"), "kept the first answer"),
    (("placed",), "Want: leaders"),
    (("next",), "person-weeks"),
    (("next",), "what surprised you"),
    (("end",), "Thank you"),
]


@pytest.fixture
def room(desk: Desk) -> Room:
    return Room(desk, minutes=180)


def open_to_everybody(page: Page) -> None:
    """Check a page as it stands, at the width it has."""
    stands(page)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    wide = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
    assert wide <= page.viewport_size["width"], "the page scrolls sideways"  # type: ignore[index]
    levels = page.locator("h1").count()
    assert levels == 1


@pytest.mark.parametrize(("scheme", "width"), [("light", 320), ("dark", 390)])
def test_a_phone_is_open_to_everybody(desk: Desk, room: Room, somebody: Bring, scheme: Scheme, width: int) -> None:
    phone = Phone(somebody(f"/?join={room.code}", width=width, color_scheme=scheme).page)
    phone.page.locator(".st-key-joining h1").wait_for()
    open_to_everybody(phone.page)
    phone.sit("Service")
    room.fill()
    for controls, words in PHONE:
        if "next" in controls:
            answer_for_all(desk, room, phone)
        room.press(*controls)
        phone.sees(words)
        open_to_everybody(phone.page)
    room.press("end", confirmed=True)
    phone.sees("Thank you for taking part")
    open_to_everybody(phone.page)


def answer_for_all(desk: Desk, room: Room, phone: Phone) -> None:
    """Let everybody answer what is open."""
    room.everybody_answers()
    answer_all(desk, phone.seat, 2)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_rooms_screen_can_be_read_by_everybody(desk: Desk, room: Room, somebody: Bring, scheme: Scheme) -> None:
    screen = screen_of(somebody, room, color_scheme=scheme)
    room.fill()
    for controls, words in SCREEN:
        if "next" in controls:
            room.everybody_answers()
        press(room, controls)
        screen.sees(words)
        for width, height in SIZES:
            screen.page.set_viewport_size({"width": width, "height": height})
            assert fits(screen.page), f"{words} does not fit on {width} x {height}"
        open_to_everybody(screen.page)


def press(room: Room, controls: tuple[str, ...]) -> None:
    """Press some buttons; "placed" stands for going straight to that step."""
    for control in controls:
        if control == "placed":
            room.press("go", item=control)
        else:
            room.press(control, confirmed=True)


def test_customers_questions_are_open_to_everybody(room: Room, somebody: Bring) -> None:
    customer = Phone(somebody(f"/?pulse={room.open_pulse()}", width=320).page)
    customer.page.get_by_role("button", name="Send").wait_for()
    open_to_everybody(customer.page)
