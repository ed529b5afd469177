"""Whatever happens between two taps, the answers are there and the person comes back to the same question."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Route

from assessments import answering
from assessments.answering import Desk
from tests.browser.conftest import Bring, Open
from tests.browser.serving import Server
from tests.browser.somebody import FILLED, SOCIAL_CRM, Somebody, answered, asked
from tests.browser.standing import OUTLINE, run_to_its_end


def test_a_page_loaded_again_shows_the_same_question_and_its_answer(somebody: Bring, desk: Desk) -> None:
    token = answering.start(desk, "Reload", "full").token
    person = somebody(f"/?resume={token}")
    person.press("Next")
    person.choose("ctx_legacy", 2)
    person.page.reload()
    person.arrived(f"() => {FILLED} === 'ctx_legacy'")
    assert person.chosen("ctx_legacy") == ["One"]


def test_the_link_alone_leads_a_second_device_to_the_same_question(somebody: Bring, desk: Desk) -> None:
    token = answering.start(desk, "Two devices", "full").token
    phone = somebody(f"/questions?resume={token}&at=cul_01")
    phone.choose("cul_01", 4)
    phone.press("Next")
    laptop = somebody(f"/?resume={token}", width=1280)
    assert laptop.place == "cul_02"
    laptop.press("Back")
    assert laptop.chosen("cul_01") == [asked(desk, token, "cul_01").question.levels[3]]


def test_an_answer_that_is_drawn_late_is_not_taken_back(somebody: Bring, server: str, desk: Desk) -> None:
    token = answered(desk).token
    before, held = asked(desk, token, "dem_01").value, list[Route]()
    person = somebody()
    person.page.route("**/NumberInput.*.js", lambda script: held.append(script))
    person.page.goto(f"{server}/questions?resume={token}&at=dem_01")
    ran = run_to_its_end(person.page)
    assert person.page.locator(OUTLINE).count()
    person.page.locator(".st-key-wake button").dispatch_event("click")
    person.page.wait_for_function("ran => pathway.wire.run !== ran", arg=ran)
    run_to_its_end(person.page)
    for script in held:
        script.continue_()
    person.question("dem_01").get_by_role("spinbutton").first.wait_for()
    person.press("Next")
    assert asked(desk, token, "dem_01").value == before


def test_a_server_that_is_killed_and_started_again_goes_on_where_it_was(device: Open, tmp_path: Path) -> None:
    server = Server(tmp_path)
    server.start()
    desk = answering.open_desk(server.database_url, SOCIAL_CRM)
    token = answering.start(desk, "Killed", "full").token
    page = device()
    person = Somebody(page)
    person.go_to(server.address, "questions", resume=token, at="cul_01")
    person.choose("cul_01", 4)
    server.kill()
    page.get_by_role("heading", name="No connection at the moment").wait_for()
    assert asked(desk, token, "cul_01").value == 4
    server.start()
    page.locator(".outcome", has_text=re.compile("^$")).wait_for(state="attached")  # it has been shown again
    assert person.chosen("cul_01") == [asked(desk, token, "cul_01").question.levels[3]]
    person.press("Next")
    person.choose("cul_02", 3)
    assert [asked(desk, token, id_).value for id_ in ("cul_01", "cul_02")] == [4, 3]
    page.context.close()
    server.stop()


def test_two_tabs_do_not_fight(somebody: Bring, desk: Desk) -> None:
    token = answering.start(desk, "Two tabs", "full").token
    here, there = (somebody(f"/questions?resume={token}&at=dem_05") for _ in range(2))
    here.choose("dem_05", 2)
    there.choose("dem_06", 4)  # this tab has shown no answer to dem_05 so far
    assert [asked(desk, token, id_).value for id_ in ("dem_05", "dem_06")] == [2, 4]
    assert len(there.chosen("dem_05")) == 1
    here.choose("dem_06", 3)
    there.press("Next")  # it still shows the fourth line of dem_06
    assert asked(desk, token, "dem_06").value == 3
    there.press("Back")
    there.choose("dem_06", 5)
    here.press("Next")
    assert asked(desk, token, "dem_06").value == 5


@contextmanager
def held(database: Path) -> Iterator[None]:
    """Let nobody write to the database for a while."""
    with sqlite3.connect(database, isolation_level=None) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("ROLLBACK")
    connection.close()


def test_saved_is_said_only_once_it_is_on_the_disk(somebody: Bring, running: Server, desk: Desk) -> None:
    token = answering.start(desk, "Saved", "full").token
    person = somebody(f"/questions?resume={token}&at=cul_01")
    with held(running.database):
        person.question("cul_01").locator("[data-testid=stRadioOption]").nth(3).click()
        person.page.wait_for_timeout(1500)
        assert person.page.locator(".outcome").inner_text() == ""
        assert asked(desk, token, "cul_01").open
    person.saved()
    assert asked(desk, token, "cul_01").value == 4
