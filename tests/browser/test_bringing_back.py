"""A visitor brings a downloaded file back, and a file that is none gets a sentence on the same page."""

from datetime import date
from pathlib import Path

from assessments import reading
from tests.assessments.test_answering_from_file import team_edition
from tests.browser.conftest import Open, settle

DAY = date(2026, 11, 22)


def test_a_team_edition_opens_again_and_an_executive_one_says_why_not(open_page: Open, tmp_path: Path) -> None:
    opened = reading.open_sample("pebble")
    (tmp_path / "team.pdf").write_bytes(team_edition("pebble"))
    (tmp_path / "executive.pdf").write_bytes(reading.executive_report(opened, date=DAY))
    page = open_page("/", width=390)
    page.locator("input[type=file]").set_input_files(tmp_path / "executive.pdf")
    page.locator("[data-testid=stFileChipName]").wait_for()
    page.get_by_role("button", name="Open the file").click()
    page.get_by_role("alert").filter(has_text="the executive edition leaves the answers out").wait_for()
    page.locator("input[type=file]").set_input_files(tmp_path / "team.pdf")
    page.locator("[data-testid=stFileChipName]", has_text="team.pdf").wait_for()
    page.get_by_role("button", name="Open the file").click()
    page.get_by_role("button", name="See the result").wait_for()
    settle(page)
    assert "resume=" in page.url
