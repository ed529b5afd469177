"""Somebody behind this address guesses codes: tries are looked at later, or not yet, and the page says so."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessments import facilitating
from assessments.answering import open_desk
from assessments.doorkeeper import Patience
from assessments.pages.parts import doors

ROOT = Path(__file__).resolve().parents[2]


def joining(code: str) -> str:
    """Return what the page says to whoever comes with a code."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.query_params["join"] = code
    app.run()
    assert not app.exception
    return "\n".join(element.proto.body for element in app.get("html"))


def test_a_right_code_is_looked_at_unless_too_many_wrong_ones_came_first(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doors, "CODES", Patience(free=1, forgiven=600, pace=600, longest=1))
    monkeypatch.setattr(doors, "_whence", lambda: "192.0.2.7")  # a page that runs without a browser comes from nowhere
    desk = open_desk(database, ROOT / "questionnaires" / "social_crm")
    code = facilitating.prepare(desk, "Hartwell", 60).code
    for _ in range(2):
        assert "Workshop of" not in joining("ABCDEF")
    assert "Workshop of Hartwell" in joining(code)
    said = joining(code)
    assert "was not looked at yet" in said
    assert "Hartwell" not in said
    desk.database.close()
