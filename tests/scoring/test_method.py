"""A questionnaire made ready for arithmetic."""

import numpy as np
import pytest

from scoring import Method
from scoring.model import Agree, Choice, NumberItem, Option
from scoring.rules import RuleError
from tests.laws.changes import varied
from tests.scoring.samples import method, social_crm

LINES = ("one", "two", "three", "four", "five")


def test_the_social_crm_questionnaire_is_what_it_says() -> None:
    questionnaire = social_crm()
    assert len(questionnaire.items) == 56
    assert sum(item.quick for item in questionnaire.items) == 16
    assert (len(questionnaire.factors), len(questionnaire.pillars), len(questionnaire.gates)) == (19, 4, 30)
    assert (len(questionnaire.warnings), len(questionnaire.actions), len(questionnaire.pulse)) == (24, 47, 6)


def test_points_are_normalised_to_a_hundred_per_stage() -> None:
    weights = {
        factor: points.model_copy(update={"points": {stage: 7 * value for stage, value in points.points.items()}})
        for factor, points in social_crm().weights.items()
    }
    assert Method(varied(social_crm(), weights=weights)).weights == pytest.approx(method().weights)
    assert method().weights.sum(axis=1) == pytest.approx(100)


def test_a_stage_that_is_not_named_in_the_points_weighs_nothing() -> None:
    weights = dict(social_crm().weights)
    weights["own_driver"] = weights["own_driver"].model_copy(update={"points": {"S": 4.0}})
    compiled = Method(varied(social_crm(), weights=weights))
    assert compiled.weights[:, compiled.factor_index["own_driver"]].tolist() == [0, 0, 4]


def test_a_reversed_item_scores_the_other_way_round() -> None:
    statement, reversed_one = (
        Agree(type="agree", id="a", text="It will pass.", reverse=reverse, level_scores=(0, 10, 50, 80, 100))
        for reverse in (False, True)
    )
    assert [statement.scores, reversed_one.scores] == [(0, 10, 50, 80, 100), (100, 90, 50, 20, 0)]


def test_a_choice_is_scored_when_every_option_is() -> None:
    first, unscored, scored = (
        Option(id="a", label="A", score=0),
        Option(id="b", label="B"),
        Option(id="b", label="B", score=9),
    )
    choices = [Choice(type="choice", id="c", text="Which?", options=(first, other)) for other in (unscored, scored)]
    assert [choice.scored for choice in choices] == [False, True]
    assert not NumberItem(type="number", id="n", text="How many?").scored


def test_unscored_items_have_no_points() -> None:
    scores = method().line_scores
    assert np.isnan(scores[method().item_index["own_12"]]).all()
    assert scores[method().item_index["cul_08"]][:5].tolist() == [100, 75, 50, 25, 0]


def test_a_rule_that_cannot_be_read_is_refused() -> None:
    warning = social_crm().warnings[0].model_copy(update={"when": "F.no_such_factor < 50"})
    with pytest.raises(RuleError):
        Method(varied(social_crm(), warnings=(warning,)))


def test_a_method_reads_in_another_language_and_counts_the_same() -> None:
    method = Method(social_crm())
    german = method.in_language("de")
    assert method.in_language("fr") is method
    assert method.in_language("de") is german
    assert german.questionnaire.roles[0].name != method.questionnaire.roles[0].name
    assert german.weights is method.weights
