"""The plan page, run without a browser."""

from datetime import date

import pytest

from assessments import answering
from assessments.answering import Desk
from tests.assessments.filled import answer_like
from tests.pages.opened import SOCIAL_CRM, run, text


@pytest.fixture
def own(desk: Desk) -> str:
    """Return the token of an assessment with a plan."""
    token = answering.start(desk, "Acme", "full").token
    answer_like(desk, token, SOCIAL_CRM)
    return token


def test_a_wish_is_stored_and_its_cost_is_said(desk: Desk, own: str) -> None:
    app = run(own, "plan")
    app.number_input(key="edit--capacity").set_value(15.0).run()
    assert not app.exception
    assert "weeks longer" in text(app)
    assert "15 person-weeks in a quarter" in text(app)
    assert answering.plan_of(desk, own).plan.capacity == 15
    app.button(key="back--capacity").click().run()
    assert "Your wishes" not in text(app)
    assert answering.plan_of(desk, own).edits.capacity is None


def test_what_became_of_a_wish_is_said_until_the_next_one(desk: Desk, own: str) -> None:
    app = run(own, "plan")
    app.number_input(key="edit--capacity").set_value(15.0).run()
    app.run()
    assert "weeks longer" in text(app), "the run before may have been cut short and have told nobody"
    app.button(key="open-A01").click().run()
    assert "Saved at" not in text(app)
    app.radio(key="edit-A01-wanted").set_value("pinned").run()
    assert "The plan stays as it is." in text(app)


def test_an_outcome_is_not_told_about_another_plan(desk: Desk, own: str) -> None:
    other = answering.start(desk, "Other", "full").token
    answer_like(desk, other, SOCIAL_CRM)
    app = run(own, "plan")
    app.number_input(key="edit--capacity").set_value(15.0).run()
    app.query_params["resume"] = other
    app.run()
    assert "Saved at" not in text(app)


def test_a_move_is_followed_by_name_and_text_stays_text(desk: Desk, own: str) -> None:
    app = run(own, "plan")
    app.button(key="open-A01").click().run()
    app.text_input(key="edit-A01-person").set_value("<i>Maria</i> **x**").run()
    app.radio(key="edit-A01-status").set_value("doing").run()
    app.date_input(key="edit-A01-due").set_value(date(2026, 12, 1)).run()
    assert not app.exception
    assert "&lt;i&gt;Maria&lt;/i&gt; **x**" in text(app)
    assert "Under way" in text(app)
    assert "as planned it takes until" in text(app)
    shown = text(run(own, "result"))
    assert "&lt;i&gt;Maria&lt;/i&gt; **x**" in shown, "the result page shows the plan as it is kept"


def test_a_move_can_be_left_out_and_asked_for_again(desk: Desk, own: str) -> None:
    app = run(own, "plan")
    app.button(key="open-A18").click().run()
    app.radio(key="edit-A18-wanted").set_value("banned").run()
    assert "“Front-line freedom” is left out" in text(app)
    app.button(key="back-A18-wanted").click().run()
    assert answering.plan_of(desk, own).edits.of("A18").wanted is None


def test_a_wish_that_cannot_be_granted_says_why(desk: Desk, own: str) -> None:
    plan = answering.plan_of(desk, own).plan
    foreign = next(one.id for one in plan.not_in_plan if one.why == "good_enough")
    app = run(own, "plan")
    assert not [offered for offered in app.selectbox(key="ask-for").options if "\\" in offered], "a list is no Markdown"
    app.selectbox(key="ask-for").set_value(foreign).run()
    assert "was asked for; the firm already does this well enough" in text(app)


def test_a_sample_can_be_played_with_and_nothing_is_stored(desk: Desk) -> None:
    app = run("northvale-2026", "plan")
    app.number_input(key="edit--capacity").set_value(15.0).run()
    assert "Tried, not stored" in text(app)
    assert "15 person-weeks in a quarter" in text(app)
    assert "15 person-weeks in a quarter" not in text(run("northvale-2026", "plan"))


def test_every_move_says_how_firmly_it_stands(own: str) -> None:
    app = run(own, "plan")
    app.button(key="steadiness-button").click().run()
    assert not app.exception
    assert "hold in at least 9 of 10 results" in text(app)
    assert "How firmly does each move stand?" not in text(app)


@pytest.mark.parametrize("sample", ["castellan", "brightthread", "pebble", "hartwell", "riverside"])
def test_every_sample_has_a_plan_page(desk: Desk, sample: str) -> None:
    link = next(one.link for one in answering.samples(desk) if one.link.startswith(sample))
    assert "The moves, in the order they start" in text(run(link, "plan"))


def test_a_quick_scan_has_no_plan_to_change(desk: Desk) -> None:
    token = answering.start(desk, "Acme", "quick").token
    app = run(token, "plan")
    assert "A quick scan proposes first steps, not a plan" in text(app)
    assert "leaves two conditions untested" in text(app)
    assert "These answers would settle it" in text(app)
    assert "What to begin with" in text(app)
    app.button(key="again-full").click().run()
    begun = app.query_params["resume"]
    assert begun != token
    assert answering.open_assessment(desk, begun).record.variant == "full"
    assert not app.number_input


def test_a_link_that_opens_nothing_gets_a_kind_sentence(desk: Desk) -> None:
    assert "This cannot be opened" in text(run("nothing", "plan"))
