"""From stage to stage: what every plan contains, and what is said when a stage cannot be reached."""

import pytest

from scoring.roadmap import Plan, Wishes
from tests.scoring.roadmap.firms import firm

NO_INTEGRATION = Wishes(banned=("A42", "A43"))
NO_MOBILE = Wishes(banned=("A25", "A27"))
NO_BELIEF = Wishes(banned=("A15", "A16", "A18", "A08"))  # the mental model stays as it is


def reasons(plan: Plan) -> dict[str, tuple[str, str | None]]:
    return {action.id: (action.reason, action.about) for action in plan.actions}


def test_every_high_warning_has_its_remedy() -> None:
    why = reasons(firm("brightthread").plan())
    assert {id_: about for id_, (reason, about) in why.items() if reason == "remedy"} == {
        "A15": "AP_TOOLS",
        "A43": "AP_BAG",
        "A08": "AP_TOP_ONLY",
        "A07": "AP_MANDATE",
        "A09": "AP_PAY",
        "A30": "AP_UNREADY_NIGHT",
    }


def test_the_renewal_rhythm_is_in_every_plan_towards_a_stage() -> None:
    assert reasons(firm("northvale").plan())["A22"] == ("standing", None)


def test_actions_chosen_for_gates_name_the_gates_they_move() -> None:
    helps = {action.id: action.helps for action in firm("northvale").plan().actions if action.reason == "gates"}
    assert helps["A25"] == ("M1", "M5")
    assert all(helps.values())


def test_an_early_win_is_forced_where_the_cheapest_set_has_none() -> None:
    """With the mental model in place only mobility is missing: slow work. Of three equally cheap wins the first id."""
    plan = firm("hartwell_more_mobile").with_factors(cul_shift=60.0).plan()
    assert plan.to_stage["2"] == ("A03", "A22", "A25", "A39")
    assert reasons(plan)["A03"] == ("early_win", None)


def test_no_early_win_is_forced_where_none_is_on_offer() -> None:
    wishes = Wishes(banned=("A03", "A12", "A18", "A21"))
    plan = firm("hartwell_more_mobile").with_factors(cul_shift=60.0).plan(wishes)
    assert plan.to_stage["2"] == ("A22", "A25", "A39")


def test_a_stage_out_of_reach_is_named_with_its_gates() -> None:
    plan = firm("brightthread").plan(NO_INTEGRATION)
    assert (plan.feasible, plan.reached, plan.target, list(plan.to_stage)) == (False, 2, 3, ["2"])
    (gate,) = plan.cannot_reach
    assert (gate.id, gate.stage, gate.minimum) == ("S9", "S", 55.0)
    assert gate.value < gate.minimum
    assert plan.forecast[-1].position == 2


def test_when_not_even_the_next_stage_can_be_reached_a_year_of_work_is_proposed() -> None:
    plan = firm("northvale").plan(NO_MOBILE)
    assert (plan.kind, plan.feasible, plan.reached, plan.to_stage) == ("fallback", False, 1, {})
    assert [gate.id for gate in plan.cannot_reach] == ["M5"]
    assert plan.effort_person_weeks <= 4 * 30
    assert reasons(plan)["A22"] == ("standing", None)
    assert reasons(plan)["A04"] == ("remedy", "AP_CAPTURED")
    assert reasons(plan)["A03"] == ("growth", "M")
    assert any(action.id in ("A01", "A13") and action.start_week == 1 for action in plan.actions)


def test_a_later_call_of_customers_is_sketched_with_the_gates_that_stay_open() -> None:
    """Northvale's customers are moved to the last stage in five years: a second horizon after this plan."""
    plan = firm("northvale_later").plan()
    assert (plan.target, plan.reached) == (2, 2)
    assert {gate.stage for gate in plan.second_horizon} == {"S"}
    assert "S2" in {gate.id for gate in plan.second_horizon}


def test_stages_after_one_out_of_reach_are_sketched_too() -> None:
    plan = firm("brightthread").plan(NO_BELIEF)
    assert (plan.reached, plan.target) == (1, 3)
    assert {gate.stage for gate in plan.cannot_reach} == {"M"}
    assert {gate.stage for gate in plan.second_horizon} == {"S"}


def test_gates_whose_questions_are_not_answered_are_set_aside_and_named() -> None:
    plan = firm("northvale").with_factors(cul_shift=None).plan()
    assert plan.answer_first == ("M2",)
    assert plan.feasible
    assert plan.forecast[-1].position == 1  # the engine passes no gate it cannot see


@pytest.mark.parametrize("name", ["northvale_unseen", "brightthread_quick", "hartwell_quick"])
def test_nothing_is_scheduled_where_too_little_is_known(name: str) -> None:
    plan = firm(name).plan()
    assert (plan.actions, plan.weeks, plan.forecast, plan.cautious, plan.feasible) == ((), 0, (), (), None)
    assert plan.owner_share == plan.serves == {}
    assert plan.carried_by is None
