"""A visitor looks at the sample firms, opens one, and takes its report away."""

import json
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import Open, settle

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "questionnaires" / "social_crm" / "examples"
FIRMS = sorted(path.stem for path in EXAMPLES.glob("*.yaml"))
PAGES = ["/firms", "/result?firm=northvale"]
EVERY_PAGE = pytest.mark.parametrize("path", PAGES, ids=["list", "result"])


def scored(firm: str) -> dict[str, object]:
    """Return what the command line says about a sample firm."""
    command = [sys.executable, "-m", "assessments", "score", str(EXAMPLES / f"{firm}.yaml"), "--json"]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return json.loads(said.stdout)


def numbers_of(page: Page, heading: str) -> dict[str, list[str]]:
    """Return the table under a chart as row name -> cells."""
    chart = page.locator("h2", has_text=heading)
    table = chart.locator("xpath=following::details[1]//table")
    return {
        row.locator("th").inner_text(): row.locator("td").all_inner_texts() for row in table.locator("tbody tr").all()
    }


def test_the_list_shows_every_sample_firm_with_its_verdict(open_page: Open) -> None:
    page = open_page("/firms")
    assert page.title() == "Sample firms · Pathway"
    assert page.locator("[class*=st-key-firm-] a").count() == len(FIRMS) == 6
    assert "one stage behind its customers" in page.locator(".st-key-firm-northvale").inner_text()


def test_choosing_a_firm_opens_its_result(open_page: Open) -> None:
    page = open_page("/firms")
    page.get_by_role("link", name="Northvale").click()
    page.wait_for_url("**/result?firm=northvale")
    page.locator("h1", has_text="Northvale").wait_for()
    settle(page)
    assert page.title() == "Northvale Water & Power · Pathway"
    page.get_by_role("link", name="All sample firms").click()
    page.locator("h1", has_text="customers call it").wait_for()


@pytest.mark.parametrize("firm", ["northvale", "riverside"])
def test_the_page_shows_the_figures_of_the_command_line(open_page: Open, firm: str) -> None:
    result, page = scored(firm), open_page(f"/result?firm={firm}")
    page.evaluate("for (const folded of document.querySelectorAll('details')) folded.open = true")
    profile = numbers_of(page, "what changes from stage to stage are the weights")
    scores = [found["score"] for found in result["factors"].values()]
    assert [float(cells[1]) for cells in profile.values()] == pytest.approx(scores, abs=0.01)


def test_the_report_has_the_verdict_of_the_page(open_page: Open, tmp_path: Path) -> None:
    page = open_page("/result?firm=northvale")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the report").click()
    saved = tmp_path / download.value.suggested_filename
    download.value.save_as(saved)
    assert saved.name == "northvale-water-power-2026-11-22.pdf"
    text = subprocess.run(["pdftotext", str(saved), "-"], capture_output=True, text=True, check=True).stdout
    assert page.locator(".verdict").inner_text() in " ".join(text.split())


@EVERY_PAGE
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_stands_in_the_way_of_anybody(open_page: Open, path: str, scheme: str) -> None:
    page = open_page(path, scheme=scheme)
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 900})
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        room = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
        assert room <= width, "the page scrolls sideways"


@EVERY_PAGE
def test_a_page_can_be_read_without_seeing_it(open_page: Open, path: str) -> None:
    page = open_page(path)
    levels = [int(tag[1]) for tag in page.locator("h1, h2, h3, h4").evaluate_all("all => all.map(one => one.tagName)")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    for picture in page.locator(".stVegaLiteChart, .road").all():
        assert picture.get_attribute("aria-label") or picture.locator("[aria-label]").first.get_attribute("aria-label")


def test_the_keyboard_reaches_everything(open_page: Open) -> None:
    page = open_page("/firms")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate(
            "document.activeElement.matches('a') && document.activeElement.textContent.includes('Northvale')"
        ):
            break
    page.keyboard.press("Enter")
    page.locator("h1", has_text="Northvale").wait_for()


def test_an_unknown_firm_gets_a_kind_sentence(open_page: Open) -> None:
    page = open_page("/result?firm=<b>nobody</b>")
    assert "There is no sample firm of that name" in page.locator("main").inner_text()
    assert page.locator("b", has_text="nobody").count() == 0


def test_nothing_is_fetched_from_elsewhere(server: str, open_page: Open) -> None:
    page = open_page("/firms")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{server}/result?firm=pebble")
    settle(page)
    assert asked
    assert [
        url for url in asked if not url.startswith((server, "data:", "blob:", server.replace("http", "ws", 1)))
    ] == []
