"""Nothing typed is lost: not by a server that is killed, not by a strict content policy, not by two forms at once."""

import re
import urllib.request
from pathlib import Path

from assessments import answering, editing
from assessments.answering import Desk
from tests.browser.conftest import Open, settle
from tests.browser.serving import Server
from tests.browser.somebody import SOCIAL_CRM
from tests.browser.writer import Writer


def test_what_was_typed_before_the_server_was_killed_is_saved_when_it_is_back(device: Open, tmp_path: Path) -> None:
    server = Server(tmp_path)
    server.start()
    desk = answering.open_desk(server.database_url, SOCIAL_CRM)
    draft = editing.begin_draft(desk, "Killed", "Maria Sand").token
    page = device(width=1280, height=900)
    page.goto(f"{server.address}/draft?draft={draft}&file=sources.yaml")
    writer = Writer(page)
    writer.content.focus()
    writer.press("Control+Home")
    writer.type("# before ")
    writer.save()
    writer.type("and meanwhile ")
    writer.says("Not saved yet")
    server.kill()
    page.get_by_role("heading", name="No connection at the moment").wait_for()
    server.start()
    page.get_by_role("heading", name="No connection at the moment").wait_for(state="detached")
    writer.save()  # at once: the server does not know the page yet
    stored = editing.open_draft(desk, draft).texts["sources.yaml"]
    assert stored.startswith("# before and meanwhile ")
    page.context.close()
    server.stop()


def test_the_text_works_under_a_strict_content_policy(open_page: Open, server: str, desk: Desk) -> None:
    """What the policy has to stop fails every browser test; here is what the editor needs most of the browser for."""
    draft = editing.begin_draft(desk, "Strict", "Maria Sand").token
    with urllib.request.urlopen(server) as answer:
        scripts = re.search("script-src ([^;]*)", answer.headers["Content-Security-Policy"])
    assert scripts is not None
    assert not {"'unsafe-inline'", "'unsafe-eval'"} & {*scripts[1].split()}
    writer = Writer(open_page(f"/draft?draft={draft}&file=culture.yaml"))
    writer.go_to("id: cul_03")
    writer.press("Enter")
    writer.type("he")
    writer.page.locator(".cm-tooltip-autocomplete li", has_text="help").click()
    writer.type('"A hint."')
    writer.save()
    assert 'help: "A hint."' in editing.open_draft(desk, draft).texts["culture.yaml"]


def test_weights_keep_their_sum_and_what_somebody_else_saves_meanwhile(open_page: Open, desk: Desk) -> None:
    draft = editing.begin_draft(desk, "Weights", "Maria Sand").token
    second = editing.invite(desk, draft, "Jonas Reed")
    before = editing.open_draft(desk, draft).texts["weights.yaml"]
    page = open_page(f"/draft_forms?draft={draft}&form=weights")
    page.get_by_role("slider", name="Mental-model shift").focus()
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    page.locator("td", has_text=re.compile("^4$")).wait_for()
    settle(page)
    editing.save_file(desk, second, "weights.yaml", f"# Seen by Jonas.\n{before}", 1)
    page.locator(".st-key-form-save button").click()
    page.locator(".st-key-outcome .outcome", has_text="Jonas Reed saved other places meanwhile").wait_for()
    texts = editing.open_draft(desk, draft).texts
    assert texts["weights.yaml"].startswith("# Seen by Jonas.\n")
    points = editing.points_of(texts, "T")
    assert points["cul_shift"] == 4
    assert sum(points.values()) == 100


def test_a_draft_that_a_colleague_deleted_says_so(open_page: Open, desk: Desk) -> None:
    draft = editing.begin_draft(desk, "Deleted", "Maria Sand").token
    page = open_page(f"/draft_forms?draft={draft}")
    editing.delete_draft(desk, draft)
    page.get_by_label("Question", exact=True).fill("Whose is it?")
    page.keyboard.press("Tab")
    page.locator("h1", has_text="This cannot be opened").wait_for()
    assert page.locator(".stException").count() == 0
