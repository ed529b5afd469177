"""What people see when the database is gone while they answer, and that their tap is stored once it is back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from sqlalchemy import func, select
from streamlit.testing.v1 import AppTest

from assessments import answering
from assessments.answering import Desk, open_desk
from assessments.pages.parts.desk import desk as the_pages_desk
from assessments.storage.tables import fact_change
from tests.assessments.postgresql import Server, running

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """Return a PostgreSQL server that may be ended."""
    with running() as server:
        yield server


@pytest.fixture
def desk(server: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """Return a desk with the database of the pages, which is on that server."""
    address = server.new()
    monkeypatch.setenv("DATABASE_URL", address)
    desk = open_desk(address, ROOT / "questionnaires" / "social_crm")
    yield desk
    for opened in (desk, the_pages_desk()):
        opened.database.close()
    st.cache_resource.clear()


def first_question(token: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.query_params["resume"] = token
    app.run()
    app.switch_page("assessments/pages/questions.py").run()
    assert not app.exception
    return app


def text(app: AppTest) -> str:
    return " ".join(str(piece.value) for piece in (*app.markdown, *app.get("html")))


def test_a_tap_waits_for_the_database_and_is_stored_once(server: Server, desk: Desk) -> None:
    token = answering.start(desk, "Acme", "quick").token
    app = first_question(token)
    server.stop()
    app.radio(key="answer-ctx_age").set_value("under_3").run()
    assert "The answers cannot be reached" in text(app)
    assert "what you changed last is kept here" in text(app)
    app.button(key="try-again").click().run()
    assert "The answers cannot be reached" in text(app)
    server.start()
    app.button(key="try-again").click().run()
    assert "Saved at" in text(app)
    assert app.radio(key="answer-ctx_age").value == "under_3"
    assert answering.open_assessment(desk, token).assessment.context == {"ctx_age": "under_3"}
    with desk.database.reading() as connection:
        tapped = select(func.count()).where(fact_change.c.key.is_not(None))  # those of the samples have no key
        assert connection.scalar(tapped) == 1
