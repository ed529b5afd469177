"""Laws of plans: proven cheapest, closed, sufficient, in order and in capacity, and honest where they fall short."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring import Method, assess
from scoring.levels import weigh
from scoring.placement import FAIL, place
from scoring.roadmap import Plan, Wishes, make_plan
from scoring.roadmap.means import Means
from scoring.roadmap.problem import Problem, pose
from scoring.roadmap.schedule import Job, schedule
from tests.laws.planning import PlannedFirm, SmallWorld, planned_firms, small_worlds
from tests.laws.reference.plans import NEARLY, Chosen, Plans
from tests.scoring import samples

FEW = settings(max_examples=25)
SOME = settings(max_examples=60)


def planned(plan: Plan) -> Chosen:
    return frozenset(action.id for action in plan.actions)


def insisted(plan: Plan, reference: Plans) -> Chosen:
    """Return what the plan contains for other reasons than its gates."""
    reasons = ("pinned", "standing", "remedy", "early_win")
    return reference.with_needs(action.id for action in plan.actions if action.reason in reasons)


# ------------------------------------------------------------------ the cheapest set


@SOME
@given(small_worlds())
def test_stages_are_those_found_by_trying_every_set(world: SmallWorld) -> None:
    plan, reference = world.plan(), world.reference()
    if plan.kind not in ("stages", "fallback"):
        return
    expected = reference.stages()
    assert {int(stage) for stage in plan.to_stage} == expected.keys()
    for stage, chosen in plan.to_stage.items():
        assert reference.cost(chosen) == pytest.approx(reference.cost(expected[int(stage)]), abs=NEARLY)
        if set(chosen) != expected[int(stage)]:  # two sets at exactly the same cost: the rest may differ too
            return


@SOME
@given(small_worlds())
def test_short_plans_are_those_of_the_text(world: SmallWorld) -> None:
    plan = world.plan()
    if plan.kind == "renewal":
        assert planned(plan) == world.reference().renewal(plan.capacity or 0.0, _furthest_call(world))


def _furthest_call(world: SmallWorld) -> int:
    return max(world.result.demand.now.stage or 0, world.result.demand.five_years.stage or 0)


@FEW
@given(planned_firms())
def test_with_fifteen_candidates_no_set_is_cheaper(firm: PlannedFirm) -> None:
    """P23: the first stage against all of up to 32,768 sets, judged by the engine."""
    wishes = Wishes(banned=firm.bans(leave=15))
    plan, problem = firm.plan(wishes), pose(firm.method, firm.assessment, firm.result, wishes)
    if plan.kind not in ("stages", "fallback"):
        return
    reference = firm.reference(wishes.banned)
    forced = insisted(plan, reference) if plan.to_stage else frozenset()
    sets = _all_sets(problem, forced)
    fitting = sets[~_fails(problem, sets, problem.position + 1)]
    if not plan.to_stage:
        assert not len(fitting)
        return
    costs = fitting @ _costs(problem)
    first = plan.to_stage[str(problem.position + 1)]
    assert reference.cost(first) == pytest.approx(costs.min(), abs=1e-7)


def _all_sets(problem: Problem, forced: Chosen) -> np.ndarray:
    candidates = problem.candidates
    sets = np.array(list(product([False, True], repeat=len(candidates.ids))), dtype=bool)
    sets = sets[sets[:, [id_ in forced for id_ in candidates.ids]].all(axis=1)]
    for row in range(len(candidates.ids)):
        sets = sets[~sets[:, row] | sets[:, candidates.closure[row]].all(axis=1)]
    return sets


def _fails(problem: Problem, sets: np.ndarray, stage: int) -> np.ndarray:
    """Ask the engine itself whether a gate fails after each of ``sets``."""
    method, ground = problem.method, problem.ground
    start, factor = ground.factors, method.questionnaire.settings.planning.factor
    points = factor * np.clip(1.5 - start / 100, 0.6, 1.5) * (sets @ problem.candidates.lift)
    after = np.maximum(start, np.minimum(90.0, start + points))
    repeated = [np.tile(part, (len(sets), 1)) for part in (ground.applicable, ground.exists)]
    placement = place(method, weigh(method, after, ~np.isnan(after), repeated[0], ground.asked), repeated[1])
    failing = (placement.outcome == FAIL) & placement.exists
    return np.asarray(failing[:, method.gates.stage < stage].any(axis=1))


def _costs(problem: Problem) -> np.ndarray:
    return np.array(
        [
            action.effort + 0.01 * action.lead + 0.0001 * rank
            for rank, action in enumerate(problem.candidates.actions, start=1)
        ]
    )


@FEW
@given(planned_firms())
def test_no_set_put_together_otherwise_is_cheaper(firm: PlannedFirm) -> None:
    """P23 on the full catalogue: against sets made at random, and against the best step first."""
    plan, reference = firm.plan(), firm.reference()
    base = insisted(plan, reference)
    for stage, ids in plan.to_stage.items():
        rivals = [_random_set(firm, reference, int(stage), base) for _ in range(3)]
        for rival in [*rivals, reference.greedy(int(stage), base)]:
            assert not reference.open_gates(rival, int(stage))
            assert reference.cost(rival) >= reference.cost(ids) - 1e-6
        base = frozenset(ids)


def _random_set(firm: PlannedFirm, reference: Plans, stage: int, base: Chosen) -> Chosen:
    """Add actions in any order until the gates pass, then take away in any order what is not needed."""
    order = sorted(reference.offered, key=lambda _: firm.dice.roll(256))
    chosen = base
    for id_ in order:
        if reference.open_gates(chosen, stage):
            chosen = reference.with_needs([*chosen, id_])
    for id_ in order:
        fewer = chosen - {id_}
        if id_ not in base and reference.with_needs(fewer) == fewer and not reference.open_gates(fewer, stage):
            chosen = fewer
    return chosen


# ------------------------------------------------------------------ what a plan contains


@FEW
@given(planned_firms())
def test_a_plan_holds_only_candidates_and_all_their_prerequisites(firm: PlannedFirm) -> None:
    """P21."""
    banned = firm.bans()
    plan = firm.plan(Wishes(banned=banned))
    offered = {candidate.id for candidate in firm.result.candidates}
    assert planned(plan) <= offered - set(banned)
    for id_ in planned(plan):
        assert set(firm.questionnaire.action_by_id[id_].needs) & offered <= planned(plan)


@FEW
@given(planned_firms())
def test_a_plan_passes_the_gates_of_its_stages_and_needs_every_action_for_it(firm: PlannedFirm) -> None:
    """P22."""
    plan, reference = firm.plan(), firm.reference()
    base = insisted(plan, reference)
    for stage, ids in plan.to_stage.items():
        chosen = frozenset(ids)
        assert not reference.open_gates(chosen, int(stage))
        for id_ in chosen - base:
            fewer = chosen - {id_}
            if reference.with_needs(fewer) == fewer:
                assert reference.open_gates(fewer, int(stage))
        base = chosen


@FEW
@given(planned_firms())
def test_every_high_warning_has_a_remedy_in_the_plan(firm: PlannedFirm) -> None:
    """P25."""
    banned = firm.bans()
    plan = firm.plan(Wishes(banned=banned))
    if plan.posture in ("catch_up", "prepare"):
        for remedies in firm.reference(banned).remedies.values():
            assert not remedies or planned(plan) & set(remedies)


@FEW
@given(planned_firms())
def test_a_firm_in_step_or_ahead_gets_a_handful_and_no_further_stage(firm: PlannedFirm) -> None:
    """P31 and P17; what is chosen for its lift never carries the firm beyond what its customers call for."""
    plan = firm.plan()
    if plan.posture in ("stay_and_renew", "hold_back"):
        assert len(plan.actions) <= 6
        assert plan.to_stage == {}
        assert plan.feasible
        alone = [action.id for action in plan.actions if action.reason != "growth"]
        beyond = max(_furthest_call(firm), firm.reference().after(frozenset(alone)).position)
        assert all(outlook.position <= beyond for outlook in plan.forecast)


@FEW
@given(planned_firms())
def test_no_action_ever_lowers_a_factor(firm: PlannedFirm) -> None:
    """P26, at scores above the ceiling too."""
    plan, reference = firm.plan(), firm.reference()
    for id_, factor in firm.result.factors.items():
        after = reference.score(id_, planned(plan))
        assert (after is None) == (factor.score is None)
        assert after is None or factor.score is None or factor.score <= after <= max(90.0, factor.score)
    positions = [firm.result.position, *(outlook.position for outlook in plan.forecast)]
    assert positions == sorted(positions)
    coordinates = [firm.result.path_coordinate, *(outlook.path_coordinate for outlook in plan.forecast)]
    assert all(later >= earlier - NEARLY for earlier, later in pairwise(coordinates))


# ------------------------------------------------------------------ what a plan says


def honest(plan: Plan, reference: Plans, position: int) -> None:
    everything = frozenset(reference.offered)
    within = [stage for stage in range(position, (plan.target or 0) + 1) if not reference.open_gates(everything, stage)]
    assert plan.reached == max(within, default=position)
    assert plan.feasible == (plan.reached == plan.target)
    assert bool(plan.cannot_reach) == (not plan.feasible)
    still_open = reference.open_gates(everything, plan.reached + 1)
    assert {gate.id for gate in plan.cannot_reach} == (set() if plan.feasible else set(still_open))
    assert all(gate.value < gate.minimum for gate in (*plan.cannot_reach, *plan.second_horizon))
    end = max([position, *(outlook.position for outlook in plan.forecast)])
    assert end >= plan.reached or plan.answer_first


@FEW
@given(planned_firms())
def test_a_plan_that_falls_short_says_so_and_names_the_gates(firm: PlannedFirm) -> None:
    banned = firm.bans()
    plan = firm.plan(Wishes(banned=banned))
    if plan.kind in ("stages", "fallback"):
        honest(plan, firm.reference(banned), firm.result.position)


@SOME
@given(small_worlds())
def test_so_it_does_with_any_questionnaire(world: SmallWorld) -> None:
    plan = world.plan()
    if plan.kind in ("stages", "fallback"):
        honest(plan, world.reference(), world.result.position)


@FEW
@given(planned_firms())
def test_the_engine_sees_what_the_plan_promises(firm: PlannedFirm) -> None:
    """The last quarter of the forecast is where the reference stands with everything done."""
    plan = firm.plan()
    if plan.forecast:
        path = firm.reference().after(planned(plan))
        last = plan.forecast[-1]
        assert last.position == path.position
        assert last.path_coordinate == pytest.approx(path.coordinate)
        assert last.index == pytest.approx(path.index)


@FEW
@given(planned_firms())
def test_precedence_and_capacity_hold_in_every_week(firm: PlannedFirm) -> None:
    """P24."""
    plan = firm.plan()
    slots = {action.id: action for action in plan.actions}
    load: Counter[int] = Counter()
    for id_, action in slots.items():
        written = firm.questionnaire.action_by_id[id_]
        assert all(action.start_week > slots[need].finish_week for need in written.needs if need in slots)
        weeks = range(action.start_week, action.finish_week + 1)
        assert len(weeks) >= written.lead
        load.update(dict.fromkeys(weeks, action.effort / len(weeks)))
    assert all(week <= (plan.capacity or 0.0) / 13 * (1 + 1e-6) for week in load.values())
    wins = [id_ for id_ in slots if firm.questionnaire.action_by_id[id_].early_win]
    free = [id_ for id_ in wins if not set(firm.questionnaire.action_by_id[id_].needs) & set(slots)]
    assert not free or any(slots[id_].start_week == 1 for id_ in wins)


@FEW
@given(planned_firms())
def test_the_same_firm_gets_the_same_plan_whatever_the_order_of_the_files(firm: PlannedFirm) -> None:
    """P20 and P5."""
    wishes = Wishes(banned=firm.bans())
    plan = firm.plan(wishes)
    assert repr(plan) == repr(firm.plan(wishes))
    turned = firm.questionnaire.model_copy(update={"actions": firm.questionnaire.actions[::-1]})
    method = Method(turned)
    other = make_plan(method, firm.assessment, assess(method, firm.assessment), wishes=wishes)
    assert replace(other, not_in_plan=()) == replace(plan, not_in_plan=())
    assert sorted(map(repr, other.not_in_plan)) == sorted(map(repr, plan.not_in_plan))


EFFORTS = st.lists(st.tuples(st.floats(0.5, 60.0), st.integers(1, 26)), min_size=1, max_size=6)
CAPACITIES = st.tuples(st.floats(1.0, 80.0), st.floats(1.0, 80.0)).map(sorted)


@given(EFFORTS, CAPACITIES)
def test_more_capacity_never_makes_a_single_chain_longer(
    steps: list[tuple[float, int]], capacities: list[float]
) -> None:
    """P24: where every action waits for the one before, none can take the place of another."""
    small, large = (Means("l", True, 1.0, capacity, 0) for capacity in capacities)
    assert _length(steps, large) <= _length(steps, small)


def _length(steps: list[tuple[float, int]], means: Means) -> int:
    template = samples.social_crm().actions[0]
    jobs: list[Job] = []
    for number, (effort, lead) in enumerate(steps):
        weeks = means.weeks(template.model_copy(update={"lead": lead}), effort)
        jobs.append(Job(f"A{number}", effort, weeks, frozenset(job.id for job in jobs), 1, 1, False))
    return max(slot.finish for slot in schedule(jobs, means.weekly).values())
