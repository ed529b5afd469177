"""Whole firms by chance can be assessed under any questionnaire, and bring out every rule of the installed ones."""

from itertools import islice

import pytest
from hypothesis import given, settings

from assessments.catalog import load
from assessments.editing.appearing import Appearing
from scoring import Method, assess
from scoring.whole_firms import whole_firms
from tests.conftest import ROOT
from tests.laws.worlds import World, worlds

ENOUGH = 300


@given(worlds())
@settings(max_examples=30)
def test_any_questionnaire_can_be_tried(world: World) -> None:
    for firm in whole_firms(world.questionnaire, 2, seed=1):
        assess(world.method, firm)


@pytest.mark.parametrize("name", ["social_crm", "bank", "short"])
def test_every_rule_of_an_installed_questionnaire_comes_up(name: str) -> None:
    method = Method(load(ROOT / "questionnaires" / name))
    appearing = Appearing(method)
    for firm in whole_firms(method.questionnaire, ENOUGH, seed=20_100):
        appearing.add(firm)
    unseen = appearing.unseen()
    assert (unseen.not_passed, unseen.not_asked, unseen.warnings, unseen.actions) == ((), (), (), ())


def test_the_same_seed_draws_the_same_firms() -> None:
    questionnaire = load(ROOT / "questionnaires" / "social_crm")
    first, again = (list(islice(whole_firms(questionnaire, 9, seed=3), 4)) for _ in range(2))
    assert first == again
    assert len({str(firm.context) for firm in first}) > 1
