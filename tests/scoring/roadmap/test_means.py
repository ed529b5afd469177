"""What a firm can carry."""

import math

import pytest

from scoring import Method
from scoring.roadmap import Wishes
from scoring.roadmap.means import Means, find_means
from scoring.roadmap.wishes import NO_WISHES
from tests.laws.dice import Dice
from tests.laws.questionnaires import roll_questionnaire
from tests.scoring import samples
from tests.scoring.roadmap.firms import Firm, firm

A28 = samples.social_crm().action_by_id["A28"]  # a month's work in public: rules first
A42 = samples.social_crm().action_by_id["A42"]


def means(one: Firm, wishes: Wishes = NO_WISHES) -> Means:
    return find_means(samples.method(), one.assessment, wishes)


@pytest.mark.parametrize(("size", "factor", "capacity"), [("s", 0.5, 8), ("m", 0.8, 16), ("l", 1, 30), ("xl", 1.6, 60)])
def test_effort_and_capacity_follow_the_size(size: str, factor: float, capacity: float) -> None:
    found = means(firm("northvale").with_facts(ctx_size=size))
    assert (found.size, found.size_stated, found.factor, found.capacity) == (size, True, factor, capacity)
    assert found.weekly == capacity / 13


def test_a_size_not_stated_is_taken_as_the_one_efforts_are_written_for() -> None:
    found = means(firm("northvale").with_facts(ctx_size=None))
    assert (found.size, found.size_stated, found.factor, found.capacity) == ("l", False, 1.0, 30.0)
    assert not firm("northvale").with_facts(ctx_size=None).plan().size_stated


def test_the_firms_own_capacity_comes_before_the_usual_one_and_a_wish_before_both() -> None:
    own = firm("northvale").with_facts(ctx_capacity=12)
    assert means(own).capacity == 12
    assert means(own, Wishes(capacity=20.0)).capacity == 20
    assert own.plan(Wishes(capacity=20.0)).capacity == 20


def test_rules_on_public_talk_add_weeks_to_actions_that_need_them_agreed() -> None:
    weeks = {
        rules: means(firm("northvale").with_facts(ctx_regulated=rules)).weeks(A28, 2.0)
        for rules in ("none", "some", "strict")
    }
    assert weeks == {"none": 4, "some": 6, "strict": 8}
    assert means(firm("northvale").with_facts(ctx_regulated="strict")).weeks(A42, 26.0) == A42.lead
    assert means(firm("northvale").with_facts(ctx_regulated=None)).weeks(A28, 2.0) == 4


def test_an_action_takes_as_long_as_the_capacity_makes_it() -> None:
    small = means(firm("northvale"), Wishes(capacity=10.0))
    assert small.weeks(A42, 26.0) == math.ceil(13 * 26 / 10)
    assert small.weeks(A42, 20.0) == 26  # just fits its lead


def test_a_questionnaire_without_capacities_limits_nothing() -> None:
    method = Method(roll_questionnaire(Dice(b"")))
    found = find_means(method, firm("northvale").assessment, Wishes())
    assert (found.size, found.size_stated, found.factor, found.capacity) == (None, False, 1.0, math.inf)
    assert found.weeks(A42, 1000.0) == A42.lead
