"""What is not in a plan, and why."""

import pytest

from scoring.roadmap import Plan
from scoring.roadmap.omissions import recall_values
from tests.scoring import samples
from tests.scoring.roadmap.firms import VARIANTS, Firm, firm

NAMES = ["hartwell", "northvale", "brightthread", "pebble", "castellan", "riverside", *VARIANTS]


def why(plan: Plan) -> dict[str, str]:
    return {left_out.id: left_out.why for left_out in plan.not_in_plan}


@pytest.mark.parametrize("name", NAMES)
def test_every_action_is_in_the_plan_or_has_a_reason(name: str) -> None:
    plan = firm(name).plan()
    planned = [action.id for action in plan.actions]
    assert sorted([*planned, *why(plan)]) == list(samples.method().actions)


@pytest.mark.parametrize("name", NAMES)
def test_the_rules_are_asked_with_what_the_engine_knew(name: str) -> None:
    one: Firm = firm(name)
    values = recall_values(samples.method(), one.assessment, one.result)
    offered = {id_ for id_, rule in samples.method().actions.items() if rule.holds(values)}
    assert offered == {candidate.id for candidate in one.result.candidates}


def test_nothing_social_where_customers_do_not_call_for_it() -> None:
    reasons = why(firm("castellan").plan())
    assert {reasons[id_] for id_ in ("A29", "A31", "A35", "A42")} == {"not_called_for"}
    assert why(firm("hartwell").plan())["A11"] == "not_called_for"  # called for and not good enough: both at once


def test_what_the_firm_does_well_already() -> None:
    reasons = why(firm("northvale").plan())
    assert {reasons[id_] for id_ in ("A02", "A47", "A06")} == {"good_enough"}


def test_what_nothing_in_the_firms_situation_asks_for() -> None:
    reasons = why(firm("northvale").plan())
    assert {reasons[id_] for id_ in ("A44", "A45", "A46")} == {"not_for_this_firm"}
    assert why(firm("pebble").plan())["A42"] == "not_for_this_firm"  # a clean slate has nothing to join


def test_what_the_gates_do_not_need() -> None:
    assert why(firm("northvale").plan())["A10"] == "not_needed"


def test_what_a_full_plan_has_no_room_for() -> None:
    assert why(firm("hartwell").plan())["A05"] == "no_room"


def test_what_cannot_be_said_because_too_little_was_answered() -> None:
    """A rule about a score nobody gave, or about customers nobody knows, is no reason to leave an action out."""
    reasons = why(firm("brightthread_quick").plan())
    assert reasons["A37"] == "not_known"
    assert reasons["A01"] == "not_scheduled"
    assert why(firm("northvale_unseen").plan())["A29"] == "not_known"
