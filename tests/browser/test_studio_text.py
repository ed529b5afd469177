"""A facilitator writes a draft: problems at their lines while typing, saving, two at once, nothing typed is lost."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from assessments import editing
from assessments.answering import Desk
from tests.browser.conftest import Open, settle
from tests.browser.writer import Writer


@pytest.fixture
def draft(desk: Desk) -> str:
    """Return the link of a draft of the questionnaire that came with the program."""
    return editing.begin_draft(desk, "Bank's edition", "Maria Sand").token


def test_a_problem_appears_at_its_line_while_typing_and_is_mended_with_one_click(open_page: Open, draft: str) -> None:
    writer = Writer(open_page(f"/draft?draft={draft}&file=culture.yaml"))
    writer.go_to("id: cul_03")
    writer.press("Enter")
    writer.type("tpye: bars")
    problem = writer.found('unknown key "tpye"')
    line = re.fullmatch(r"Line (\d+)", problem.get_by_role("button").first.inner_text())
    assert line is not None
    marked = writer.page.locator(".cm-gutter-lint .cm-lint-marker-error")
    assert marked.count() == 1
    assert writer.page.locator(".cm-lintRange-error").inner_text() == "tpye"
    assert writer.page.evaluate("document.activeElement.className").startswith("cm-content")
    problem.get_by_role("button", name='Write "type"').click()
    writer.found("twice")
    writer.press("Control+z", "Control+z", "Control+z")
    writer.page.locator(".findings li.problem").wait_for(state="detached")


def test_a_problem_elsewhere_leads_to_its_line(open_page: Open, draft: str, desk: Desk) -> None:
    text = editing.open_draft(desk, draft).texts["path.yaml"]
    editing.save_file(desk, draft, "path.yaml", text.replace("metric: cul_shift", "metric: cul_shitf", 1), 1)
    page = open_page(f"/draft?draft={draft}&file=culture.yaml")
    page.locator("h2.elsewhere").wait_for()
    page.get_by_role("link", name="Stages, conditions, roles, line").first.click()
    writer = Writer(page)
    writer.found("cul_shitf").get_by_role("button", name='Write "cul_shift"').click()
    page.locator(".findings li.problem").wait_for(state="detached")
    writer.save()
    assert editing.open_draft(desk, draft).texts["path.yaml"] == text


def test_the_question_at_the_cursor_is_seen_as_a_phone_shows_it_while_it_is_reworded(
    open_page: Open, draft: str, desk: Desk
) -> None:
    writer = Writer(open_page(f"/draft?draft={draft}&file=culture.yaml"))
    writer.go_to("We ignore them.")
    phone = writer.page.locator(".st-key-phone")
    phone.get_by_text("We ignore them.", exact=True).wait_for()
    writer.press("ArrowLeft")
    writer.type(" It passes.")
    phone.get_by_text("We ignore them. It passes.").wait_for()
    writer.says("Not saved yet")
    writer.page.get_by_role("link", name="Changes and publishing").click()
    writer.page.get_by_text("Changed and not saved yet: culture.yaml.").wait_for()
    writer.page.go_back()
    writer = Writer(writer.page)
    writer.says("is here again")
    writer.save()
    assert "We ignore them. It passes." in editing.open_draft(desk, draft).texts["culture.yaml"]


def test_what_was_typed_and_not_saved_is_there_again_after_a_reload(open_page: Open, draft: str, desk: Desk) -> None:
    writer = Writer(open_page(f"/draft?draft={draft}&file=sources.yaml"))
    writer.content.focus()
    writer.press("Control+Home")
    writer.type("# a thought")
    writer.says("Not saved yet")
    writer.reload()
    writer.says("is here again")
    assert "# a thought" in writer.content.inner_text()
    writer.content.click()
    writer.save()
    assert editing.open_draft(desk, draft).texts["sources.yaml"].startswith("# a thought")


def test_two_editors_never_overwrite_each_other(open_page: Open, draft: str, desk: Desk) -> None:
    second = editing.invite(desk, draft, "Jonas Reed")
    mine = Writer(open_page(f"/draft?draft={draft}&file=culture.yaml"))
    theirs = Writer(open_page(f"/draft?draft={second}&file=culture.yaml"))
    mine.go_to("We ignore them.")
    mine.press("ArrowLeft")
    mine.type(" Mine.")
    theirs.go_to("We ignore them.")
    theirs.press("ArrowLeft")
    theirs.type(" Theirs.")
    theirs.go_to("id: cul_08")
    theirs.type("  # theirs alone")
    theirs.save()
    mine.press("Control+s")
    clash = mine.page.locator(".st-key-conflict")
    clash.get_by_text("Jonas Reed saved culture.yaml").wait_for()
    assert "We ignore them. Mine." in clash.locator(".clash").inner_text()
    assert "We ignore them. Theirs." in clash.locator(".clash").inner_text()
    clash.get_by_role("button", name="Put both together").click()
    clash.wait_for(state="detached")
    mine.says("Not saved yet")
    mine.content.focus()
    mine.save()
    stored = editing.open_draft(desk, draft).texts["culture.yaml"]
    assert "We ignore them. Mine." in stored
    assert "# theirs alone" in stored
    assert "We ignore them. Theirs." in editing.text_at(desk, draft, "culture.yaml", 2)


def test_the_keyboard_goes_in_and_out(open_page: Open, draft: str) -> None:
    page = open_page(f"/draft?draft={draft}&file=culture.yaml")
    writer = Writer(page)
    page.locator(".st-key-file-links a").last.focus()
    for _ in range(3):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('cm-content')"):
            break
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Culture, culture.yaml"
    writer.type("# by keyboard ")
    writer.says("Not saved yet")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Save"
    page.keyboard.press("Enter")
    writer.says("Saved at")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.classList.contains('cm-content')")


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_the_text_is_for_everybody(open_page: Open, draft: str, scheme: str, width: int) -> None:
    page = open_page(f"/draft?draft={draft}&file=culture.yaml", scheme=scheme, width=width)
    writer = Writer(page)
    writer.go_to("id: cul_03")
    writer.press("Enter")
    writer.type("tpye: bars")
    writer.found("tpye")
    writer.press("Control+f")
    page.locator(".cm-search").wait_for()
    settle(page)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= width
