"""How sure a placement is, in words."""

from dataclasses import replace
from functools import cache

import pytest

from assessments.wording import sureness
from scoring.answers import Unanswered
from scoring.confidence import measure_confidence
from scoring.model import Questionnaire
from scoring.result import Confidence
from tests.assessments.wording.results import SAMPLES, result
from tests.scoring.samples import changed, firm, method, result_of


@cache
def sure(name: str) -> Confidence:
    return measure_confidence(method(), firm(name))


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (0.0, "fewer than 1 in 10"),
        (0.04, "fewer than 1 in 10"),
        (0.05, "1 in 10"),
        (0.81, "8 in 10"),
        (0.97, "nearly all"),
    ],
)
def test_a_share_is_said_as_a_chance(share: float, said: str) -> None:
    assert sureness.in_ten(share) == said


def test_the_placement_and_its_runner_up_are_named(questionnaire: Questionnaire) -> None:
    line = sureness.sureness_line(questionnaire, result("northvale"), sure("northvale"))
    assert line.endswith("8 in 10 results are Traditional CRM, 2 in 10 Traditional CRM, base still forming.")
    assert sureness.sureness_title(sure("northvale")) == "The placement is likely"


def test_without_a_runner_up_it_is_every_time(questionnaire: Questionnaire) -> None:
    certain = replace(sure("northvale"), runner_up=None)
    assert sureness.sureness_line(questionnaire, result("northvale"), certain).endswith("every time.")


def test_a_cap_is_explained_and_only_then(questionnaire: Questionnaire) -> None:
    said = sureness.cap_line(sure("hartwell"))
    assert said is not None
    assert said.startswith("It is not called clear because one person answered alone, ")
    assert sureness.cap_line(sure("riverside")) is None


def test_destinations_have_chances_too(questionnaire: Questionnaire) -> None:
    said = sureness.destination_sureness(questionnaire, result("hartwell"), sure("hartwell"))
    assert said is not None
    assert said.startswith("That customers call for Traditional CRM today holds in nearly all results")
    open_demand = replace(result("hartwell").demand, now=replace(result("hartwell").demand.now, stage=None))
    unknown = replace(result("hartwell"), demand=open_demand)
    assert sureness.destination_sureness(questionnaire, unknown, sure("hartwell")) is None


@pytest.mark.parametrize("name", SAMPLES)
def test_every_tip_is_a_sentence_about_known_questions(questionnaire: Questionnaire, name: str) -> None:
    for line in sureness.tip_lines(questionnaire, sure(name)):
        assert line.endswith(".")
        assert "“And five years" not in line, "the second answer of a pair names its question"


def test_tips_are_few_and_the_rest_is_counted(questionnaire: Questionnaire) -> None:
    lines = sureness.tip_lines(questionnaire, sure("hartwell"))
    assert "So would three other sets of three." in lines
    assert lines[0].startswith("One line higher each on “People talk about us")
    assert lines[-1].endswith(
        "would mean that customers call for Traditional CRM with the mental-model shift in five years."
    )


def test_what_would_settle_most_is_named_if_anything(questionnaire: Questionnaire) -> None:
    unknown = changed(firm("pebble"), {"own_03": Unanswered.DONT_KNOW, "own_05": Unanswered.DONT_KNOW})
    assert result_of(unknown).position == 1
    said = sureness.settle_line(questionnaire, measure_confidence(method(), unknown))
    assert said is not None
    assert said.startswith("Of what is not answered, this would settle most: “")
    assert sureness.settle_line(questionnaire, sure("pebble")) is None
