"""The ways in on the first page, run without a browser."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessments import answering
from assessments.answering import Desk, open_desk

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def desk(database: str) -> Desk:
    """Return the desk the pages share."""
    return open_desk(database, ROOT / "questionnaires" / "social_crm")


def home() -> AppTest:
    return AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()


def press(app: AppTest, label: str) -> str:
    """Press a button, and return what the page says then."""
    next(button for button in app.button if button.label.startswith(label)).click().run()
    assert not app.exception
    return "\n".join(element.proto.body for element in app.get("html"))


@pytest.mark.parametrize("name", ["", "   "], ids=["nothing", "blanks"])
def test_without_a_name_nothing_is_started(desk: Desk, name: str) -> None:
    app = home()
    app.text_input(key="name").input(name)
    assert "Please enter a name first." in press(app, "Quick scan")
    assert "resume" not in app.query_params


@pytest.mark.parametrize(("label", "edition"), [("Quick scan", "quick"), ("Full assessment", "full")])
def test_each_button_starts_its_edition(desk: Desk, label: str, edition: str) -> None:
    app = home()
    app.text_input(key="name").input("Acme")
    assert "Acme" in press(app, label)
    assert answering.resume(desk, app.query_params["resume"]).variant == edition


@pytest.mark.parametrize(
    "pasted", ["{token}", "  https://example.org/?resume={token}&x=1#top "], ids=["part", "address"]
)
def test_a_personal_link_leads_back_to_the_question(desk: Desk, pasted: str) -> None:
    token = answering.start(desk, "Acme", "full").token
    answering.remember(desk, token, "cul_01")
    app = home()
    app.text_input(key="link").input(pasted.format(token=token))
    said = press(app, "Continue")
    assert desk.edition().method.questionnaire.item_by_id["cul_01"].text in said


def test_a_link_that_opens_nothing_gets_a_kind_sentence(desk: Desk) -> None:
    app = home()
    app.text_input(key="link").input("nonsense")
    assert "This link does not open an assessment here." in press(app, "Continue")
