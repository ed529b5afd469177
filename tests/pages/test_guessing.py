"""Somebody behind this address guesses: tries are looked at later, or not yet, and the page says so."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessments import editing, facilitating
from assessments.answering import Desk, open_desk
from assessments.doorkeeper import Patience
from assessments.pages.drafting.workspace import key_field
from assessments.pages.parts import doors
from tests.assessments.publishing import published

ROOT = Path(__file__).resolve().parents[2]


def joining(code: str) -> str:
    """Return what the page says to whoever comes with a code."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.query_params["join"] = code
    app.run()
    assert not app.exception
    return "\n".join(element.proto.body for element in app.get("html"))


@pytest.fixture
def desk(database: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """Return the desk of another process, where one wrong try is forgiven and the next has to wait for long."""
    monkeypatch.setattr(doors, "CODES", Patience(free=1, forgiven=600, pace=600, longest=1))
    monkeypatch.setattr(doors, "_whence", lambda: "192.0.2.7")  # a page that runs without a browser comes from nowhere
    desk = open_desk(database, ROOT / "questionnaires" / "social_crm")
    yield desk
    desk.database.close()


def test_a_right_code_is_looked_at_unless_too_many_wrong_ones_came_first(desk: Desk) -> None:
    code = facilitating.prepare(desk, "Hartwell", 60).code
    for _ in range(2):
        assert "Workshop of" not in joining("ABCDEF")
    assert "Workshop of Hartwell" in joining(code)
    said = joining(code)
    assert "was not looked at yet" in said
    assert "Hartwell" not in said


def test_so_is_the_key_of_the_studio(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATHWAY_STUDIO_KEY", "the right key")
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.query_params["version"] = version = published(desk, secret="the right key").id
    app.switch_page("assessments/pages/version.py").run()
    told = []
    for key in ("a wrong key", "another", "the right key", "the right key"):
        step = "back" if editing.publication(desk, version).archived else "archived"
        app.text_input(key=key_field(version)).input(key)
        app.button(key=f"step-{step}").click().run()
        said = any("not looked at yet" in element.proto.body for element in app.get("html"))
        told.append((said, editing.publication(desk, version).archived))
    assert told == [(False, False), (False, False), (False, True), (True, True)]
