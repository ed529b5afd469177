"""The database ends while people answer: they are told, what they tapped waits, and it is stored once it is back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from assessments import answering
from assessments.answering import Desk
from assessments.storage.tables import answer_change
from tests.assessments import postgresql
from tests.browser.conftest import Open
from tests.browser.serving import Server
from tests.browser.somebody import SOCIAL_CRM, Somebody, asked


@pytest.fixture
def database() -> Iterator[postgresql.Server]:
    """Return a PostgreSQL server that may be ended."""
    with postgresql.running() as server:
        yield server


def test_a_tap_waits_for_the_database_and_is_stored_once(
    database: postgresql.Server, device: Open, tmp_path: Path
) -> None:
    url = database.new()
    desk = answering.open_desk(url, SOCIAL_CRM)
    token = answering.start(desk, "Waiting", "quick").token
    product = Server(tmp_path, url)
    product.start()
    page = device()
    person = Somebody(page)
    person.go_to(product.address, "questions", resume=token, at="dem_03")
    database.stop()
    person.question("dem_03").locator("[data-testid=stRadioOption]").nth(2).click()
    gone = page.get_by_role("heading", name="The answers cannot be reached")
    gone.wait_for()
    assert "what you changed last is kept here" in page.locator("main").inner_text()
    database.start()
    page.get_by_role("button", name="Try again").click()
    gone.wait_for(state="detached")
    person.saved()
    level = asked(desk, token, "dem_03").question.levels[2]
    assert person.chosen("dem_03") == [level]
    assert stored(desk) == [("dem_03", 3)]
    page.context.close()
    product.stop()
    desk.database.close()


def stored(desk: Desk) -> list[tuple[str, object]]:
    """Return what was tapped, every time it was stored; what the samples hold has no key."""
    with desk.database.reading() as connection:
        changes = connection.execute(select(answer_change).where(answer_change.c.key.is_not(None)))
        return [(change.item, change.value) for change in changes]
