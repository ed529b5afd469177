"""The short plan of a firm in step with its customers or ahead of them."""

from dataclasses import replace

from scoring.roadmap import Wishes, make_plan
from scoring.roadmap.problem import at_factors
from scoring.roadmap.renewal import choose_renewal
from tests.scoring import samples
from tests.scoring.roadmap.firms import firm


def test_a_remedy_that_would_make_the_plan_too_long_is_left_out() -> None:
    """Two pins with their prerequisites leave no room for anything else."""
    plan = firm("castellan").plan(Wishes(pinned=("A03", "A10")))
    assert {action.id for action in plan.actions} == {"A01", "A03", "A04", "A09", "A24", "A10"}


def test_growth_stays_within_one_quarter() -> None:
    castellan = firm("castellan")
    assert castellan.plan().effort_person_weeks <= 16
    tight = castellan.plan(Wishes(capacity=7.0))
    assert {action.id for action in tight.actions} == {"A46", "A22", "A04", "A45"}


def test_no_growth_carries_the_firm_beyond_what_its_customers_call_for() -> None:
    """With one point missing in the mental model, the front-line freedom A18 would carry Hartwell to the next stage."""
    hartwell = firm("hartwell")
    nearly = hartwell.with_factors(cul_shift=54.0, ch_mobile=60.0)
    chosen = {action.id for action in nearly.plan().actions}
    assert "A18" in {action.id for action in hartwell.plan().actions}
    assert "A18" not in chosen
    assert nearly.plan().forecast[-1].position == 1


def test_nothing_is_added_where_nothing_would_rise() -> None:
    problem = firm("hartwell").problem()
    full = at_factors(problem, problem.ground.factors * 0 + 95.0)
    order, _ = choose_renewal(full)
    assert [problem.candidates.ids[action] for action in order] == ["A46", "A22"]


def test_a_firm_in_step_without_candidates_has_an_empty_plan() -> None:
    hartwell = firm("hartwell")
    result = replace(hartwell.result, candidates=())
    plan = make_plan(samples.method(), hartwell.assessment, result)
    assert (plan.kind, plan.feasible, plan.actions) == ("renewal", True, ())
