"""What happened in a workshop, in words."""

import pytest

from assessments.wording import session
from assessments.wording.agenda import agenda_line, before_and_after, why_line
from assessments.wording.session import Session
from assessments.workshop import Proposal
from assessments.workshop.agenda import Reason
from tests.assessments.wording.sessions import CLOSER, KEPT, NEVER_SHOWN, OPEN, Standpoint, Topic, held
from tests.scoring.samples import method

QUESTIONNAIRE = method().questionnaire


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
    assert before_and_after(before, after, stays_open=before == 70.0) == said


def test_talks_say_what_came_of_them() -> None:
    closer, stays_open, kept, unseen = session.talks(QUESTIONNAIRE, (CLOSER, OPEN, KEPT, NEVER_SHOWN))
    assert closer.conclusion == "We look at <b>last month's</b> letters"
    assert closer.follow_up is None
    assert stays_open.follow_up == "An open question; Maria Sand by 15 January 2027"
    assert stays_open.moved == "Disagreement was 70 of 100 and is now 50; still an open question"
    assert kept.moved == "Disagreement 50 of 100"
    assert unseen.moved is None


def test_a_title_counts_who_came_closer_and_what_stayed_open() -> None:
    assert session.talk_title((CLOSER, OPEN, KEPT)) == (
        "Three discussions: people came closer in two, one question stayed open"
    )
    assert session.talk_title((KEPT,)) == "One discussion"
    assert session.talk_title(()) == "Nothing was talked about"


def test_where_the_firm_stands_is_compared_in_stages_and_conditions_alone() -> None:
    rows = session.stands_rows(QUESTIONNAIRE, (Standpoint(10), Standpoint(11, position=0, now=None)))
    assert rows == (
        ("People", "10", "11"),
        ("Position", "Traditional CRM", "Traditional CRM, base still forming"),
        ("Customers call for, today", "Traditional CRM + mental-model shift", "not known"),
        ("In five years", "not known", "not known"),
        ("Conditions met", "1 of 2", "1 of 2"),
    )


def test_what_has_to_be_found_out_names_who_does_it() -> None:
    named, nobody = session.fact_finding(QUESTIONNAIRE, (Topic("dat_02", owner="Jo"), Topic("dat_02")))
    assert named.follow_up == "Jo"
    assert nobody.follow_up == "Nobody has been named to find out"


def test_reasons_for_leaving_out_never_say_whose_answers_they_were() -> None:
    some: Session = held(left_out=True)
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


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("chosen", "disagreement 60 of 100, weight 20"),
        ("factor", "disagreement 60 of 100, weight 20; another question of the same factor is on the agenda already"),
        ("full", "disagreement 60 of 100, weight 20; there is no time left for it"),
    ],
)
def test_why_a_question_is_on_the_agenda_or_is_not(reason: Reason, said: str) -> None:
    assert why_line(Proposal("cul_03", 12.0, 30.0, reason)) == said


def test_why_a_question_is_there_on_which_nobody_differs() -> None:
    assert why_line(None) == "people agree"
    assert why_line(None, asked_for=True) == "somebody asked for it"
