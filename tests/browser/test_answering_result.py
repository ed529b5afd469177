"""What the person who answered does with a result: try things out, take it away, look again, delete everything."""

import sqlite3
from pathlib import Path

from assessments import answering, answers_file
from assessments.answering import Desk, Started
from tests.browser.conftest import Bring
from tests.browser.serving import Server
from tests.browser.somebody import Somebody, answered


def everything(database: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table."""
    with sqlite3.connect(database) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        rows = {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in names}
    connection.close()
    return rows


def choose(person: Somebody, label: str, option: str) -> None:
    """Choose from a list, by typing."""
    person.page.get_by_label(label, exact=True).first.fill(option)
    person.page.get_by_role("option", name=option).first.click()


def test_what_if_moves_the_result_and_stores_nothing(somebody: Bring, running: Server, desk: Desk) -> None:
    token = answered(desk).token
    before = everything(running.database)
    person = somebody(f"/what_if?resume={token}", width=1280)
    cells = person.page.locator(".st-key-compared tbody td")
    assert cells.nth(2).inner_text() == cells.nth(3).inner_text()
    choose(person, "Factor", "Mental-model shift")
    person.page.locator("input[type=range]").press("End")
    person.page.get_by_text("Now met: Mental-model shift is 100; it needs 55.").wait_for()
    assert cells.nth(2).inner_text() != cells.nth(3).inner_text()
    choose(person, "Question", "A customer phones")
    person.question("chn_01").locator("[data-testid=stRadioOption]").first.click()
    person.page.get_by_text("No longer met: Traditional channels done well").wait_for()
    assert everything(running.database) == before
    person.page.get_by_role("button", name="Start over").click()
    person.page.get_by_text("What you are trying").wait_for(state="hidden")
    assert cells.nth(2).inner_text() == cells.nth(3).inner_text()


def test_the_answers_can_be_taken_away_and_read_back(somebody: Bring, desk: Desk, tmp_path: Path) -> None:
    token = answered(desk, "Taken away").token
    page = somebody(f"/result?resume={token}").page
    questionnaire = desk.edition().method.questionnaire
    kinds = {"(yaml)": ".yaml", "(json)": ".json", "one per row (csv)": ".csv", "one person per row (csv)": "-wide.csv"}
    for button, ending in kinds.items():
        with page.expect_download() as download:
            page.get_by_role("button", name=button).click()
        file = tmp_path / download.value.suggested_filename
        download.value.save_as(file)
        assert file.name.startswith("taken-away-")
        assert file.name.endswith(ending)
        read = answers_file.read(file, questionnaire)
        assert read.submissions[0].answers == answering.open_assessment(desk, token).assessment.submissions[0].answers


def test_the_next_assessment_keeps_the_facts_and_shows_what_moved(somebody: Bring, server: str, desk: Desk) -> None:
    first = answered(desk, "Looking again")
    person = somebody(f"/result?resume={first.token}")
    person.press("Start the next assessment")
    assert person.token != first.token
    assert person.page.locator("h1").inner_text() == "Looking again"
    firm, *others = answering.sections(desk, person.token).sections
    assert firm.open == 0
    assert all(section.answered == 0 for section in others)
    for item, value in answering.open_assessment(desk, first.token).assessment.submissions[0].answers.items():
        answering.answer(desk, person.token, item, 5 if item in ("chn_03", "chn_04") else value)
    person.go_to(server, "result", resume=person.token)
    moved = person.page.locator("table", has_text="Mobility").first
    assert "What moved since" in person.page.locator("main").inner_text()
    assert moved.locator("tr", has_text="Mobility").locator("td").nth(1).inner_text() == "100"


def test_after_deletion_the_link_is_dead_and_nothing_is_left(somebody: Bring, running: Server, desk: Desk) -> None:
    started: Started = answered(desk, "Short-lived firm")
    answering.write_note(desk, started.token, "cul_01", "Xylophone")
    person = somebody(f"/result?resume={started.token}")
    button = person.page.get_by_role("button", name="Delete everything")
    assert button.is_disabled()
    person.page.get_by_text("Yes, delete all assessments of this firm").click()
    person.press("Delete everything")
    assert "Copies of the database made before now keep it" in person.page.locator(".farewell").inner_text()
    person.page.goto(f"{running.address}/?resume={started.token}")
    person.page.get_by_text("This link does not open an assessment here").wait_for()
    said = str(everything(running.database))
    assert "Short-lived firm" not in said
    assert "Xylophone" not in said
