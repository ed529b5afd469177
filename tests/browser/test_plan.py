"""A visitor changes their plan, follows it, takes it away, and finds it again in the next assessment."""

import zipfile
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Route

from assessments import answering
from assessments.answering import Desk
from tests.assessments.filled import answer_like
from tests.browser.conftest import Open, settle
from tests.browser.somebody import SOCIAL_CRM
from tests.browser.standing import OUTLINE, run_to_its_end


@pytest.fixture
def own(desk: Desk) -> str:
    """Return the token of an assessment that has a plan."""
    token = answering.start(desk, "Acme", "full").token
    answer_like(desk, token, SOCIAL_CRM)
    answering.finish(desk, token)
    return token


def told(page: Page, sentence: str) -> None:
    """Wait until the page says what became of a wish."""
    page.locator(".outcome.cost", has_text=sentence).wait_for()
    settle(page)


def edit(page: Page, action: str) -> None:
    open_editor(page, action)
    settle(page)


def open_editor(page: Page, action: str) -> None:
    page.locator(f".st-key-open-{action}").get_by_role("button").click()
    page.locator(f".st-key-editor-{action}").wait_for()


def test_wishes_and_status_survive_a_reload_and_the_next_assessment(open_page: Open, own: str, desk: Desk) -> None:
    page = open_page(f"/result?resume={own}")
    page.get_by_role("link", name="Change the plan").click()
    page.locator("h1", has_text="moves lead to").wait_for()
    settle(page)
    edit(page, "A18")
    page.locator(".st-key-editor-A18").get_by_text("Leave it out").click()
    told(page, "leaves out “Front-line freedom”")
    page.get_by_label("Person-weeks there are in a quarter").fill("20")
    page.keyboard.press("Enter")
    told(page, "weeks longer")
    edit(page, "A01")
    page.locator(".st-key-editor-A01").get_by_text("Under way").click()
    told(page, "The plan stays as it is")
    page.get_by_label("Who does it?").fill("<b>Maria</b> **Sand**")
    page.keyboard.press("Enter")
    page.locator(".followed", has_text="<b>Maria</b> **Sand**").wait_for()
    page.reload()
    settle(page)
    wishes = [page.locator(f".st-key-wish-{name} .stHtml p").inner_text() for name in ("-capacity", "A18-wanted")]
    assert wishes == ["20 person-weeks in a quarter", "“Front-line freedom” is left out"]
    assert "Under way · <b>Maria</b> **Sand**" in page.locator(".st-key-move-A01").inner_text()

    again = answering.start_again(desk, own).token
    answer_like(desk, again, SOCIAL_CRM)
    page = open_page(f"/plan?resume={again}")
    assert "Under way before this assessment · <b>Maria</b> **Sand**" in page.locator(".st-key-move-A01").inner_text()


def test_a_move_is_asked_for_by_keyboard(open_page: Open, own: str) -> None:
    page = open_page(f"/plan?resume={own}")
    page.get_by_role("combobox", name="Ask for a move").focus()
    page.keyboard.type("Share the budget")
    page.keyboard.press("Enter")
    told(page, "adds “Share the budget and rotate the chair”")
    page.locator(".st-key-wish-A05-wanted").get_by_role("button").focus()
    page.keyboard.press("Enter")
    told(page, "leaves out “Share the budget")
    assert page.locator("h2", has_text="Your wishes").count() == 0


def test_the_files_of_a_plan_can_be_opened(open_page: Open, own: str, tmp_path: Path) -> None:
    page = open_page(f"/plan?resume={own}")
    begins = {"xlsx": b"PK", "csv": b"\xef\xbb\xbfMove,", "ics": b"BEGIN:VCALENDAR\r\n"}
    for kind, first in begins.items():
        with page.expect_download() as download:
            page.locator(".st-key-plan-files").get_by_role("button", name=kind).click()
        saved = tmp_path / download.value.suggested_filename
        download.value.save_as(saved)
        assert saved.name.endswith(f"-plan.{kind}")
        assert saved.read_bytes().startswith(first)
        assert kind != "xlsx" or zipfile.is_zipfile(saved)


def test_a_field_that_is_drawn_late_enters_nothing_by_itself(device: Open, server: str, desk: Desk, own: str) -> None:
    page, held = device(width=1280, height=900), list[Route]()
    page.route(
        "**/NumberInput.*.js", lambda script: held.append(script)
    )  # as on a slow line: the page stands, some of its fields do not yet
    page.goto(f"{server}/plan?resume={own}")
    run_to_its_end(page)
    assert page.locator(OUTLINE).count()
    open_editor(page, "A01")
    run_to_its_end(page)
    for script in held:
        script.continue_()
    page.get_by_label("Person-weeks there are in a quarter").wait_for()
    page.locator(".st-key-editor-A01").get_by_text("Keep it in").click()
    told(page, "The plan stays as it is")
    edits = answering.plan_of(desk, own).edits
    assert edits.capacity is None
    assert set(edits.actions) == {"A01"}
    assert edits.of("A01").effort is None


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_stands_in_the_way_of_anybody(open_page: Open, own: str, scheme: str) -> None:
    page = open_page(f"/plan?resume={own}", scheme=scheme)
    edit(page, "A01")
    page.locator(".st-key-editor-A01").get_by_text("Keep it in").click()
    told(page, "The plan stays as it is")
    page.locator(".st-key-steadiness-button").get_by_role("button").click()
    page.locator("h2", has_text="in at least 9 of 10 results").wait_for()
    settle(page)
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 900})
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= width
