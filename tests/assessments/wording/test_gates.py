"""What holds the next stage back."""

from dataclasses import replace

import pytest

from assessments import wording
from scoring.answers import Unanswered
from scoring.model import Questionnaire
from tests.assessments.wording.results import result
from tests.scoring.samples import changed, firm, result_of


def test_a_failed_gate_says_its_value_and_what_it_needs(questionnaire: Questionnaire) -> None:
    held = wording.holds_back(questionnaire, result("brightthread"))
    sentences = [hold.sentence for hold in held]
    assert "Mental-model shift is 42; it needs 55." in sentences
    assert "Weakest pillar (ownership) is 30; it needs 40." in sentences
    assert "Overall level is 44; it needs 52." in sentences
    title = wording.holding_title(questionnaire, result("brightthread"))
    assert title == "Five conditions keep the firm from Traditional CRM with the mental-model shift"


def test_an_unknown_gate_cannot_be_told(questionnaire: Questionnaire) -> None:
    unknown = {"own_03": Unanswered.DONT_KNOW, "own_05": Unanswered.DONT_KNOW}
    found = result_of(changed(firm("pebble"), unknown))
    (hold,) = wording.holds_back(questionnaire, found)
    assert hold.sentence == "Enterprise-wide buy-in cannot be told yet; it needs 50."
    assert hold.shown is None
    assert wording.holding_title(questionnaire, found).startswith("One condition keeps the firm from")


def test_a_pillar_gate_names_its_pillar(questionnaire: Questionnaire) -> None:
    found = result("hartwell")
    gates = {gate.id: gate for gate in found.gates}
    assert wording.metric_name(questionnaire, found, gates["S3"]) == "Culture as a whole"
    nothing = replace(found, pillars={stage: dict.fromkeys(scores) for stage, scores in found.pillars.items()})
    assert wording.metric_name(questionnaire, nothing, gates["M8"]) == "Weakest pillar"


def test_in_step_the_factors_with_most_to_gain_are_shown(questionnaire: Questionnaire) -> None:
    holds = wording.holds_back(questionnaire, result("hartwell"))
    assert len(holds) == 3
    assert holds[0].sentence == "Traditional channels done well is 75; it weighs 22 of 100."
    assert all(hold.needs is None for hold in holds)
    assert wording.holding_title(questionnaire, result("hartwell")).startswith("Nothing that customers call for")


def test_a_quick_scan_shows_at_most_three_gates(questionnaire: Questionnaire) -> None:
    assert len(wording.holds_back(questionnaire, replace(result("northvale"), variant="quick"))) == 3
    assert len(wording.holds_back(questionnaire, result("northvale"))) == 6


def test_weights_of_a_stage_add_up_to_a_hundred(questionnaire: Questionnaire) -> None:
    for stage in questionnaire.stages:
        assert sum(wording.stage_weights(questionnaire, stage.id).values()) == pytest.approx(100)
