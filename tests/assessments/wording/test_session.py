"""What happened in a workshop, in words."""

import pytest

from assessments.wording import session
from assessments.wording.agenda import agenda_line, before_and_after
from assessments.wording.session import Session
from tests.assessments.wording.results import result
from tests.assessments.wording.sessions import CLOSER, KEPT, OPEN, Topic, held
from tests.scoring.samples import method

QUESTIONNAIRE = method().questionnaire
DISCUSS = QUESTIONNAIRE.settings.agreement.discuss


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (None, None, None),
        (30.0, None, "Disagreement 60 of 100"),
        (30.0, 10.0, "Disagreement was 60 of 100 and is now 20"),
        (70.0, 20.0, "Disagreement was 100 of 100 and is now 40; still an open question"),
    ],
)
def test_before_and_after_are_on_the_scale_of_disagreement(
    before: float | None, after: float | None, said: str | None
) -> None:
    assert before_and_after(DISCUSS, before, after) == said


def test_talks_say_what_came_of_them() -> None:
    closer, stays_open, kept = session.talks(QUESTIONNAIRE, (CLOSER, OPEN, KEPT))
    assert closer.conclusion == "We look at <b>last month's</b> letters"
    assert closer.follow_up is None
    assert stays_open.follow_up == "An open question; Maria Sand by 15 January 2027"
    assert kept.moved == "Disagreement 50 of 100"


def test_a_title_counts_who_came_closer_and_what_stayed_open() -> None:
    assert session.talk_title((CLOSER, OPEN, KEPT), DISCUSS) == (
        "Three discussions: people came closer in two, one question stayed open"
    )
    assert session.talk_title((KEPT,), DISCUSS) == "One discussion"
    assert session.talk_title((), DISCUSS) == "Nothing was talked about"


def test_what_has_to_be_found_out_names_who_does_it() -> None:
    named, nobody = session.fact_finding(QUESTIONNAIRE, (Topic("dat_02", owner="Jo"), Topic("dat_02")))
    assert named.follow_up == "Jo"
    assert nobody.follow_up == "Nobody has been named to find out"


def test_reasons_for_leaving_out_never_say_whose_answers_they_were() -> None:
    some: Session = held(result("northvale"), everybody=result("northvale"))
    assert list(session.left_out_lines(some.reasons)) == [
        "One submission left out by the facilitator.",
        "Reason: Answered for another firm",
    ]
    assert list(session.left_out_lines(())) == []


def test_weights_are_printed_where_they_differ() -> None:
    assert session.weights_line(QUESTIONNAIRE, {}) == "Every role counted the same, however many people had it."
    assert session.weights_line(QUESTIONNAIRE, {"exec": 2.0, "sales": 1.0}) == (
        "Roles counted with weights chosen by the facilitator: Executives 2 and Sales 1."
    )


@pytest.mark.parametrize(
    ("customers", "said"),
    [
        (0, "No customer has answered. Nothing is shown before 20 have, so that nobody can be recognised."),
        (1, "One customer has answered. Nothing is shown before 20 have, so that nobody can be recognised."),
        (20, "20 customers have answered; what they say is compared with your own view on the result."),
    ],
)
def test_customers_are_shown_from_enough_on(customers: int, said: str) -> None:
    assert session.pulse_line(customers, 20) == said


def test_the_agenda_says_when_it_writes_itself() -> None:
    assert "the three questions on which talking helps most" in agenda_line(3)
