"""A facilitator changes the method by forms, sees what differs, publishes it, answers to it, and goes back."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

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
    """Choose an option of a list by typing some of it; what comes of it is the caller's to wait for."""
    page.get_by_role("combobox", name=label).click()
    page.keyboard.type(words)
    page.keyboard.press("Enter")
    settle(page)


def choose_question(page: Page, id_: str, shown: str) -> None:
    """Choose a question to change, and wait until its own form stands."""
    choose(page, "Question to change", id_)
    page.locator(".st-key-phone", has_text=shown).wait_for()
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
    choose_question(page, "cul_03", "places we do not run")
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
    page.get_by_role("button", name="Start the assessment", exact=True).click()
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


def test_what_a_raised_gate_and_a_new_question_would_change_is_seen_and_written_down(
    open_page: Open, draft: str, desk: Desk
) -> None:
    page = open_page(f"/draft_forms?draft={draft}&form=conditions")
    page.get_by_label("M2, Mental-model shift").fill("60")
    page.keyboard.press("Enter")
    page.locator(".st-key-outcome .outcome", has_text="Not saved yet").wait_for()
    save(page)
    go(page, "Questions", "Questions")
    choose_question(page, "Add a question", "The question appears here")
    choose(page, "Factor it belongs to", "Mental-model shift")
    expect(page.get_by_label("Short name in files")).to_have_value("cul_13")  # its own form comes
    settle(page)
    page.get_by_text("A statement, agreed with more or less").click()
    page.get_by_label("Line 1", exact=True).wait_for(state="detached")
    settle(page)
    page.get_by_label("Question", exact=True).fill("We answer complaints where they were made.")
    page.keyboard.press("Tab")
    page.locator(".st-key-phone h2", has_text="where they were made").wait_for()
    save(page)

    go(page, "What it would change", "What the placements hang on")
    page.get_by_role("button", name="Try it on every firm").click()
    page.locator("h2", has_text="would stand elsewhere").wait_for()
    page.locator("h2", has_text="Of firms drawn at random").wait_for()
    assert "path_coordinate" in page.locator(".failing").first.inner_text()
    page.get_by_role("button", name="Draw the map").click()
    page.locator("h2", has_text="placement").nth(1).wait_for()
    settle(page)
    assert Axe().run(page).violations_count == 0

    go(page, "Forms", "Questions")
    go(page, "Worked examples", "Worked examples")
    page.get_by_role("button", name="All of this is right").click()
    page.get_by_role("button", name="All of this is right").wait_for(state="detached")
    choose(page, "Example to change", "Add a worked example")
    choose(page, "A firm like", "Hartwell")
    page.get_by_label("Name of the new firm").fill("Branch & Sons")
    page.keyboard.press("Tab")
    page.get_by_label("What it is an example of").fill("A branch that answers in public.")
    page.keyboard.press("Tab")
    choose(page, "Answers of its own", "cul_13")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Add this example").click()
    page.locator(".st-key-outcome .outcome", has_text="Saved at").wait_for()
    texts = editing.open_draft(desk, draft).texts
    assert "      cul_13: 1\n" in texts["examples/branch_sons.yaml"]
    looked = editing.check_files(texts)
    assert looked.publishable
    assert "Branch & Sons" in [one.firm for one in looked.examples]


def test_a_folder_goes_out_and_comes_in_as_a_zip(open_page: Open, draft: str, desk: Desk, tmp_path: Path) -> None:
    page = open_page(f"/draft_people?draft={draft}")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download as a folder (zip)").click()
    archive, broken = tmp_path / "folder.zip", tmp_path / "broken.zip"
    download.value.save_as(archive)
    with zipfile.ZipFile(broken, "w") as out:
        out.writestr("../path.yaml", "id: x")
    page = open_page("/studio")
    page.get_by_text("Begin from a folder of your own").click()
    form = page.locator(".st-key-begin [data-testid=stExpander]").last
    form.locator("input[type=file]").set_input_files(broken)
    form.get_by_label("What is it for?").fill("Short edition")
    form.get_by_label("Your name").fill("Maria Sand")
    form.get_by_role("button", name="Begin from this folder").click()
    form.locator("h3", has_text="This folder cannot be used").wait_for()
    form.locator("input[type=file]").set_input_files(archive)
    form.get_by_role("button", name="Begin from this folder").click()
    page.locator("h1", has_text="Short edition").wait_for()
    link = page.url.partition("draft=")[2].partition("&")[0]
    assert editing.open_draft(desk, link).texts == editing.installed(desk)


def own_files(desk: Desk, link: str) -> dict[str, str]:
    """Return the files of an edition without those of what it builds on."""
    texts = editing.open_draft(desk, link).texts
    return {name: text for name, text in texts.items() if not name.startswith("base/")}


def test_an_edition_says_only_what_it_says_differently(open_page: Open, desk: Desk) -> None:
    page = open_page("/studio")
    page.get_by_text("Begin an edition that builds on another").click()
    page.get_by_label("Title people read").fill("A bank's path")
    page.get_by_label("Short name in files").fill("bank")
    page.get_by_label("Your name").nth(1).fill("Maria Sand")
    page.get_by_role("button", name="Begin this edition").click()
    page.locator("h1", has_text="A bank's path").wait_for()
    settle(page)
    link = page.url.partition("draft=")[2].partition("&")[0]
    go(page, "Forms", "Questions")
    choose_question(page, "cul_03", "places we do not run")
    page.get_by_label("Question", exact=True).fill("People talk about our bank in public. What do we do?")
    page.keyboard.press("Tab")
    page.locator(".st-key-phone h2", has_text="our bank").wait_for()
    save(page)
    own = own_files(desk, link)
    assert own.keys() == {"path.yaml", "culture.yaml"}
    assert own["culture.yaml"].endswith(
        '      - id: cul_03\n        text: "People talk about our bank in public. What do we do?"\n'
    )
    go(page, "Conditions", "Conditions")
    page.get_by_label("M2, Mental-model shift").fill("60")
    page.keyboard.press("Enter")
    page.get_by_text("This edition’s own; its base says 55.").wait_for()
    save(page)
    said = "stages:\n  - id: M\n    gates:\n      - id: M2\n        minimum: 60\n"
    assert own_files(desk, link)["path.yaml"] == f"{own['path.yaml']}{said}"
    page.get_by_role("button", name="Back to the base").click()
    page.locator(".st-key-outcome .outcome", has_text="Not saved yet").wait_for()
    save(page)
    go(page, "Weights", "Weights")
    slider = page.get_by_role("slider", name="Mental-model shift")
    slider.press("ArrowRight")
    page.get_by_text("2 of 19 weights are this edition’s own").wait_for()
    slider.locator("xpath=ancestor::*[contains(@class, 'st-key-weight-')]").get_by_role("button").click()
    page.get_by_text("every weight is as the base").wait_for()
    assert own_files(desk, link) == own
    go(page, "Together with its base", "A bank's path")
    page.get_by_text("this edition has 1 changed").wait_for()
    page.get_by_text("Only what differs from the base").click()
    page.locator("table.together", has_text="instead of").wait_for()
    settle(page)
    assert page.locator("table.together tr.in").count() == 1
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    page.locator("table.together tr.in a").click()
    page.locator(".pathway-editor .cm-activeLine", has_text="People talk about our bank").wait_for()


def test_a_language_is_begun_beside_its_originals(open_page: Open, draft: str, desk: Desk) -> None:
    page = open_page(f"/draft_forms?draft={draft}&form=languages")
    page.get_by_text("Nothing is missing").wait_for()  # in German
    choose(page, "Language", "another")
    page.get_by_label("Its two letters").fill("fr")
    page.keyboard.press("Tab")
    page.get_by_text("are not translated yet").wait_for()
    settle(page)
    choose(page, "Text", "cul_03.text")
    page.get_by_text("How do we treat those conversations?", exact=False).last.wait_for()
    page.get_by_label("Translation", exact=True).fill("Comment traitons-nous ces conversations ?")
    page.keyboard.press("Tab")
    settle(page)
    save(page)
    french = editing.open_draft(desk, draft).texts["languages/fr/culture.yaml"]
    assert french.splitlines()[-2:] == [
        "      - id: cul_03",
        '        text: "Comment traitons-nous ces conversations ?"',
    ]


FORMS = ("questions", "weights", "conditions", "actions", "languages")


@pytest.mark.parametrize(("scheme", "width"), [("light", 390), ("dark", 1280)])
def test_the_studio_is_for_everybody(open_page: Open, draft: str, scheme: str, width: int) -> None:
    forms = [f"/draft_forms?draft={draft}&form={form}" for form in FORMS]
    for address in ("/studio", *forms, f"/draft_publish?draft={draft}", f"/draft_people?draft={draft}"):
        page = open_page(address, scheme=scheme, width=width)
        found = Axe().run(page)
        assert found.violations_count == 0, f"{address}\n{found.generate_report()}"
        assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= width, address
