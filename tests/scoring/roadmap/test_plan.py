"""What a plan says about itself."""

import json
from dataclasses import asdict

import numpy as np
import pytest

from scoring.roadmap import Wishes
from tests.laws.alike import values
from tests.scoring.roadmap.firms import VARIANTS, firm

NAMES = ["hartwell", "northvale", "brightthread", "pebble", "castellan", "riverside", *VARIANTS]


@pytest.mark.parametrize("name", NAMES)
def test_a_plan_is_plain_data(name: str) -> None:
    plan = firm(name).plan()
    assert not [value for value in values(plan) if isinstance(value, np.generic)]
    json.dumps(asdict(plan), default=str, allow_nan=False)


@pytest.mark.parametrize("name", NAMES)
def test_shares_add_up(name: str) -> None:
    plan = firm(name).plan()
    for shares in (plan.owner_share, plan.serves):
        assert sum(shares.values()) == pytest.approx(1.0 if plan.actions else 0.0)


def test_one_role_with_more_than_half_of_the_effort_is_named() -> None:
    assert firm("castellan").plan().carried_by == "exec"
    assert firm("brightthread").plan().carried_by is None


def test_actions_say_when_they_belong_and_where_they_lead() -> None:
    actions = {action.id: action for action in firm("brightthread").plan().actions}
    assert {actions[id_].horizon for id_ in ("A01", "A22")} == {"now"}
    assert {actions[id_].horizon for id_ in ("A42", "A10")} == {"later"}
    assert (actions["A01"].stage, actions["A42"].stage) == (2, 3)


def test_the_cautious_case_never_stands_higher() -> None:
    plan = firm("brightthread").plan()
    for planned, cautious in zip(plan.forecast, plan.cautious, strict=True):
        assert (cautious.quarter, cautious.done) == (planned.quarter, planned.done)
        assert cautious.position <= planned.position
        assert cautious.path_coordinate <= planned.path_coordinate


def test_without_any_effort_nobody_carries_anything() -> None:
    free = Wishes(effort={action.id: 0.0 for action in firm("pebble_unlearned").plan().actions})
    plan = firm("pebble_unlearned").plan(free)
    assert (plan.effort_person_weeks, plan.owner_share, plan.serves) == (0.0, {}, {})
