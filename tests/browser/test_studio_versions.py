"""A facilitator changes the method by forms, sees what differs, publishes it, answers to it, and goes back."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from assessments import editing
from assessments.answering import Desk
from tests.browser.conftest import Open, settle
from tests.browser.somebody import SOCIAL_CRM


@pytest.fixture
def draft(desk: Desk) -> str:
    """Return the link of a draft of the questionnaire that came with the program."""
    return editing.begin_draft(desk, "Bank's edition", "Maria Sand").token


@pytest.fixture
def as_before(desk: Desk) -> Iterator[None]:
    """Leave the installed questionnaire as the one that new assessments start from."""
    yield
    editing.use_installed(desk, "social_crm")


def choose(page: Page, label: str, words: str) -> None:
    """Choose an option of a list by typing some of it."""
    page.get_by_role("combobox", name=label).click()
    page.keyboard.type(words)
    page.keyboard.press("Enter")
    settle(page)


def save(page: Page) -> None:
    page.locator(".st-key-form-save button").click()
    page.locator(".st-key-outcome .outcome", has_text="Saved at").wait_for()
    settle(page)


def go(page: Page, name: str, heading: str) -> None:
    """Follow a link or press a button that leads to another page."""
    page.get_by_role("link", name=name, exact=True).click()
    page.locator("h1, h2", has_text=heading).first.wait_for()
    settle(page)


def test_from_a_reworded_line_to_an_assessment_and_back(
    open_page: Open, draft: str, desk: Desk, as_before: None
) -> None:
    page = open_page(f"/draft_forms?draft={draft}")
    choose(page, "Question to change", "cul_03")
    page.get_by_label("Line 1", exact=True).fill("We look the other way.")
    page.keyboard.press("Tab")
    page.locator(".st-key-phone", has_text="We look the other way.").wait_for()
    save(page)
    before = (SOCIAL_CRM / "culture.yaml").read_text(encoding="utf-8")
    after = editing.open_draft(desk, draft).texts["culture.yaml"]
    assert after == before.replace('"We ignore them."', '"We look the other way."')

    go(page, "Changes and publishing", "What this draft changes")
    assert "Question cul_03, line 1 reworded." in page.locator(".differences").inner_text()
    page.get_by_text("culture.yaml: one line out, one line in").click()
    assert page.locator("tr.in").inner_text().endswith('"We look the other way."')
    page.get_by_label("What changed, and why").fill("Said as our people say it.")
    page.get_by_role("button", name="Publish").click()
    page.locator("h1", has_text="version 1.1").wait_for()
    settle(page)
    assert "Published by Maria Sand" in page.locator("[data-testid=stMain]").inner_text()

    page.get_by_role("button", name="Use it for new assessments").click()
    page.get_by_text("New assessments use this version.").wait_for()
    settle(page)
    page.get_by_label("Name of the firm or business line").fill("First Bank")
    page.get_by_role("button", name="Start", exact=True).click()
    page.locator("h1", has_text="First Bank").wait_for()
    token = page.url.partition("resume=")[2]
    page = open_page(f"/questions?resume={token}&at=cul_03")
    page.get_by_text("We look the other way.").wait_for()


def test_a_file_goes_back_to_an_earlier_text(open_page: Open, draft: str, desk: Desk) -> None:
    text = editing.open_draft(desk, draft).texts["sources.yaml"]
    editing.save_file(desk, draft, "sources.yaml", f"# a mistake\n{text}", 1)
    page = open_page(f"/draft_people?draft={draft}")
    choose(page, "File", "Sources")
    page.get_by_text("Sources has had two texts.").wait_for()
    settle(page)
    page.get_by_role("combobox", name="Saved").click()
    page.get_by_role("option").last.click()
    page.get_by_text("sources.yaml: one line out").wait_for()
    page.get_by_role("button", name="Go back to this text").click()
    page.get_by_text("This is the text as it stands now.").wait_for()
    assert editing.open_draft(desk, draft).texts["sources.yaml"] == text


def test_a_second_editor_gets_a_link_of_their_own(open_page: Open, draft: str, desk: Desk) -> None:
    page = open_page(f"/draft_people?draft={draft}")
    page.get_by_label("Name of the second person").fill("Jonas Reed")
    page.get_by_role("button", name="Make a link for them").click()
    page.get_by_text("This is the link for Jonas Reed.").wait_for()
    link = page.locator("code").last.inner_text()
    assert editing.open_draft(desk, link.partition("draft=")[2]).editor == "Jonas Reed"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_studio_is_for_everybody(open_page: Open, draft: str, scheme: str) -> None:
    forms = [f"/draft_forms?draft={draft}&form={form}" for form in ("questions", "weights", "conditions", "actions")]
    for address in ("/studio", *forms, f"/draft_publish?draft={draft}", f"/draft_people?draft={draft}"):
        page = open_page(address, scheme=scheme)
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 900})
            settle(page)
            found = Axe().run(page)
            assert found.violations_count == 0, f"{address}\n{found.generate_report()}"
            assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= width, address
