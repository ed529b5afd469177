"""The plans of the sample firms: which actions, in which weeks, and where they lead."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from scoring.roadmap.renewal import choose_renewal
from tests.scoring.roadmap.firms import firm

FILE = Path(__file__).parent / "worked_plans.yaml"
EXPECTED: dict[str, dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))


def having(key: str) -> list[str]:
    return [name for name, expected in EXPECTED.items() if key in expected]


@pytest.mark.parametrize("name", having("to_stage"))
def test_the_cheapest_set_of_each_stage(name: str) -> None:
    plan, expected = firm(name).plan(), EXPECTED[name]
    assert {stage: list(actions) for stage, actions in plan.to_stage.items()} == expected["to_stage"]
    assert plan.effort_person_weeks == pytest.approx(expected["effort"])
    assert (plan.kind, plan.feasible, plan.reached) == ("stages", True, plan.target)


@pytest.mark.parametrize("name", having("weeks_of"))
def test_the_weeks_of_each_action(name: str) -> None:
    plan, expected = firm(name).plan(), EXPECTED[name]
    assert {action.id: [action.start_week, action.finish_week] for action in plan.actions} == expected["weeks_of"]
    assert [action.id for action in plan.actions] == list(expected["weeks_of"])
    assert plan.weeks == expected["weeks"]


@pytest.mark.parametrize("name", having("forecast"))
def test_the_forecast_of_each_quarter(name: str) -> None:
    for outlook, expected in zip(firm(name).plan().forecast, EXPECTED[name]["forecast"], strict=True):
        assert (outlook.quarter, outlook.done, outlook.position) == (
            expected["quarter"],
            expected["done"],
            expected["position"],
        )
        assert outlook.path_coordinate == pytest.approx(expected["path_coordinate"], abs=5.1e-4)
        assert outlook.index == pytest.approx(expected["index"], abs=5.1e-3)


@pytest.mark.parametrize("name", having("chosen_in_order"))
def test_the_short_plan_of_a_firm_in_step_or_ahead(name: str) -> None:
    expected = EXPECTED[name]["chosen_in_order"]
    problem, plan = firm(name).problem(), firm(name).plan()
    order, _ = choose_renewal(problem)
    assert [problem.candidates.ids[action] for action in order] == expected
    assert {action.id for action in plan.actions} == set(expected)
    assert (plan.kind, plan.feasible, plan.to_stage, plan.latest_start_week) == ("renewal", True, {}, None)


def test_one_effect_worked_by_hand() -> None:
    """Northvale: 25 + 0.8 * 1.25 * (15 + 10 + 5) = 55, and 37.5 + 0.8 * 1.125 * 20 = 55.5."""
    problem = firm("northvale").problem()
    plan = firm("northvale").plan()
    chosen = problem.candidates.none
    chosen[[problem.candidates.ids.index(action.id) for action in plan.actions]] = True
    after = dict(zip(problem.method.factors, problem.lifts.after(chosen).tolist(), strict=True))
    assert after["cul_shift"] == pytest.approx(55.0)
    assert after["ch_mobile"] == pytest.approx(55.5)


def test_a_firm_preparing_is_told_how_long_it_may_wait() -> None:
    plan = firm("hartwell_more_mobile").plan()
    assert plan.posture == "prepare"
    assert plan.latest_start_week == 208 - plan.weeks
