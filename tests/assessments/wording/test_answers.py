"""The three answers."""

from dataclasses import replace
from typing import Any

import pytest

from assessments import wording
from scoring.model import Questionnaire
from scoring.result import ThreeAnswers
from tests.assessments.wording.results import result


def answers_for(questionnaire: Questionnaire, codes: ThreeAnswers, **demand: Any) -> tuple[wording.Answer, ...]:
    found = result("hartwell")
    return wording.three_answers(
        questionnaire, replace(found, three_answers=codes, demand=replace(found.demand, **demand))
    )


@pytest.mark.parametrize(
    ("code", "answer"),
    [("yes_today", "Yes, today"), ("within_five_years", "Not yet"), ("no", "No"), (None, "Not known yet")],
)
def test_social_media_for_customers(questionnaire: Questionnaire, code: Any, answer: str) -> None:
    first, _, _ = answers_for(questionnaire, ThreeAnswers(code, "component", None, None, None))
    assert first.answer.startswith(answer)
    assert "0 of 100 today and 21 in five years; from 50 on" in first.reason


def test_the_reason_says_when_too_few_customers_take_part(questionnaire: Questionnaire) -> None:
    loud = replace(result("hartwell").demand.now, social=80.0, stage=2)
    first, _, _ = answers_for(questionnaire, ThreeAnswers("no", "component", None, None, None), now=loud)
    assert first.reason.endswith("Too few of them take part for that to hold.")


def test_the_reason_says_when_customers_are_unknown(questionnaire: Questionnaire) -> None:
    unknown = replace(result("hartwell").demand.now, social=None, stage=None)
    first, _, _ = answers_for(questionnaire, ThreeAnswers(None, "component", None, None, None), now=unknown)
    assert first.reason == "Too few answers about customers."


@pytest.mark.parametrize(
    ("code", "component", "driver", "answer", "reason"),
    [
        ("component", True, False, "Yes, as a component", "is in place, and the driver (mental model, synergy and col"),
        ("not_strictly", None, True, "Not strictly", "Here whether the component (social channels) is in place is not"),
    ],
)
def test_social_media_for_social_crm(
    questionnaire: Questionnaire, code: Any, component: bool | None, driver: bool, answer: str, reason: str
) -> None:
    _, second, _ = answers_for(questionnaire, ThreeAnswers("no", code, component, driver, "no_traditional"))
    assert second.answer.startswith(answer)
    assert reason in second.reason


@pytest.mark.parametrize(
    ("code", "answer"),
    [
        ("yes_today", "Yes, today"),
        ("by_year_five", "By year five"),
        ("no_traditional", "No: traditional CRM done well"),
        ("no_shift", "No: traditional CRM with the mental-model shift"),
        (None, "Not known yet"),
    ],
)
def test_social_crm_to_succeed(questionnaire: Questionnaire, code: Any, answer: str) -> None:
    _, _, third = answers_for(questionnaire, ThreeAnswers("no", "component", None, None, code))
    assert third.answer == answer
