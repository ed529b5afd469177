"""Messages a browser would never send: nothing of them is stored, and each is in the log."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import WebSocketRoute
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState

from assessments import answering
from assessments.answering import Desk
from tests.browser.conftest import Bring
from tests.browser.serving import Server
from tests.browser.somebody import Somebody, asked

Forge = Callable[[ClientState], None]


class Forger:
    """Stands between a browser and the server, and changes what the browser sends."""

    def __init__(self) -> None:
        self.forge: Forge | None = None

    def connect(self, browser: WebSocketRoute) -> None:
        server = browser.connect_to_server()

        def forward(frame: str | bytes) -> None:
            message = BackMsg()
            message.ParseFromString(frame if isinstance(frame, bytes) else frame.encode())
            if self.forge and message.WhichOneof("type") == "rerun_script":
                self.forge(message.rerun_script)
            server.send(message.SerializeToString())

        browser.on_message(forward)


@pytest.fixture
def forger(somebody: Bring) -> Callable[..., tuple[Somebody, Forger]]:
    """Bring in somebody whose messages are forged."""

    def brought(path: str) -> tuple[Somebody, Forger]:
        person, forger = somebody(), Forger()
        person.page.route_web_socket("**/_stcore/stream", forger.connect)
        person.page.goto(person.page.url.rstrip("/") + path)
        person.arrived("() => document.querySelector('.arrival') !== null")
        return person, forger

    return brought


@contextmanager
def logged(server: Server, words: str) -> Iterator[None]:
    """Check that ``words`` are written to the log meanwhile."""
    before = len(server.said())
    yield
    assert words in server.said()[before:]


def put(widget: str, **value: Any) -> Forge:
    """Return a forgery that puts a value where a widget's own would be."""

    def forge(state: ClientState) -> None:
        for sent in state.widget_states.widgets:
            if sent.id.endswith(widget):
                for field, forged in value.items():
                    setattr(sent, field, forged)

    return forge


@pytest.mark.parametrize(
    ("item", "widget", "forged"),
    [
        ("own_01", "-answer-own_01", {"string_value": "HACKED"}),
        ("cul_01", "-answer-cul_01", {"string_value": "9"}),
        ("chn_01", "-answer-chn_01", {"string_value": "na"}),
    ],
    ids=["unknown choice", "level 9", "not applicable where it is not open"],
)
def test_an_answer_that_was_not_offered_is_refused(
    forger: Callable[..., Any], running: Server, desk: Desk, item: str, widget: str, forged: dict[str, object]
) -> None:
    token = answering.start(desk, "Forged", "full").token
    person, between = forger(f"/questions?resume={token}&at={item}")
    between.forge = put(widget, **forged)
    with logged(running, f"{item}"):
        person.question(item).locator("[data-testid=stRadioOption]").first.click()
        person.page.locator(".outcome.not-saved").wait_for()
    assert asked(desk, token, item).open


def test_a_number_out_of_range_is_not_stored(forger: Callable[..., Any], desk: Desk) -> None:
    token = answering.start(desk, "Forged", "full").token
    person, between = forger(f"/questions?resume={token}&at=cul_12")
    between.forge = put("-answer-cul_12", int_value=900)
    person.question("cul_12").locator("input[type=number]").fill("66")
    person.press("Next")
    assert asked(desk, token, "cul_12").open


def test_the_name_of_somebody_elses_assessment_opens_nothing(
    forger: Callable[..., Any], running: Server, desk: Desk
) -> None:
    mine, other = answering.start(desk, "Mine", "full"), answering.start(desk, "Theirs", "full")
    before = answering.open_assessment(desk, other.token)
    person, between = forger(f"/questions?resume={mine.token}&at=cul_01")

    def forge(state: ClientState) -> None:
        state.query_string = f"resume={other.assessment_id}&at=cul_01"

    between.forge = forge
    with logged(running, "Not accepted: link"):
        person.question("cul_01").locator("[data-testid=stRadioOption]").first.click()
        person.page.get_by_text("This cannot be opened").wait_for()
    assert answering.open_assessment(desk, other.token) == before


def test_a_finished_assessment_takes_no_answer(forger: Callable[..., Any], running: Server, desk: Desk) -> None:
    token = answering.start(desk, "Finished", "full").token
    person, _ = forger(f"/questions?resume={token}&at=cul_01")
    answering.finish(desk, token)  # while its page is still open
    with logged(running, "Not accepted: finished"):
        person.question("cul_01").locator("[data-testid=stRadioOption]").first.click()
        person.page.wait_for_url("**/overview**")
    assert asked(desk, token, "cul_01").open
