"""The app in German: for whoever reads German, or chooses it; from the first page to the first answers, and joining."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from assessments.answering import Desk
from tests.browser.conftest import Bring
from tests.browser.room import Room

GERMAN: dict[str, Any] = {"width": 320, "locale": "de-DE"}


def check(page: Page, *words: str) -> None:
    """Check that a page is German, fits a small phone and has nothing that axe finds."""
    for said in words:
        page.get_by_text(said, exact=True).first.wait_for()
    assert page.evaluate("document.documentElement.lang") == "de"
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 320, page.url
    report = Axe().run(page)
    assert report.violations_count == 0, f"{page.url}\n{report.generate_report()}"


def test_a_quick_scan_begins_in_german_for_a_browser_that_reads_german(somebody: Bring) -> None:
    person = somebody(**GERMAN)
    page = person.page
    check(page, "Einschätzung beginnen", "Am Workshop teilnehmen")
    page.get_by_label("Name Ihres Unternehmens oder Geschäftsbereichs").fill("Müller & Söhne")
    person.press("Schnelltest: 16 Fragen, 7 Minuten")
    check(page, "Müller & Söhne", "Ihr persönlicher Link")
    person.press("Anfangen")
    check(
        page,
        "0 von 24 beantwortet",
        "Wie lange bedient dieses Unternehmen (oder dieser Geschäftsbereich) schon Kunden?",
    )
    first = person.place
    person.choose(first, 2)
    assert person.saved().startswith("Gespeichert um ")
    person.press("Weiter")
    check(page, "1 von 24 beantwortet")
    assert person.place != first


def test_somebody_joins_in_german_whatever_the_facilitator_reads(somebody: Bring, desk: Desk) -> None:
    room = Room(desk, minutes=60)
    person = somebody(f"/join?join={room.code}", **GERMAN)
    check(person.page, "Welche Rolle haben Sie?", "Ich sehe nur zu", "Teilnehmen")
    person.page.get_by_role("button", name="Teilnehmen").click()
    person.page.get_by_role("alert").get_by_text("Bitte wählen Sie zuerst eine Rolle.").wait_for()


def test_a_language_that_was_chosen_is_remembered_on_this_device(somebody: Bring, server: str) -> None:
    page = somebody("/join", locale="en-GB").page
    page.get_by_role("link", name="Deutsch").click()
    page.locator("html[lang=de]").get_by_role("heading", name="Am Workshop teilnehmen").wait_for()
    page.goto(server)
    page.locator("html[lang=de]").get_by_role("heading", name="Einschätzung beginnen").wait_for()
    page.get_by_role("link", name="English").click()
    page.locator("html[lang=en]").get_by_role("heading", name="Start an assessment").wait_for()
