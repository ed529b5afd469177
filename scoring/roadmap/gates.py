"""Which gates a plan leaves open: those it cannot reach, those only answers can settle, those of a later stage."""

from scoring.method import Floats
from scoring.roadmap.choice import Choice, chosen_set
from scoring.roadmap.ground import Rows, rows_of
from scoring.roadmap.plan import OpenGate
from scoring.roadmap.problem import Problem


def cannot_reach(problem: Problem, choice: Choice) -> tuple[OpenGate, ...]:
    """Return the gates that keep the plan from its target, at what they come to with everything on offer done."""
    if choice.kind not in ("stages", "fallback") or choice.reached == problem.target:
        return ()
    everything = problem.lifts.after(~problem.candidates.none)
    return _open(problem, rows_of(problem.method, problem.ground, choice.reached + 1), everything)


def second_horizon(problem: Problem, choice: Choice) -> tuple[OpenGate, ...]:
    """Return the gates still open after the plan, of stages that customers call for and the plan does not lead to."""
    if choice.kind not in ("stages", "fallback"):
        return ()
    after = problem.lifts.after(chosen_set(problem, choice))
    first = choice.reached + (1 if choice.reached == problem.target else 2)
    stages = range(first, max(problem.highest, problem.target) + 1)
    return tuple(
        gate for stage in stages for gate in _open(problem, rows_of(problem.method, problem.ground, stage), after)
    )


def answer_first(problem: Problem) -> tuple[str, ...]:
    """Return the gates up to the target that no plan can aim at, because their questions are not answered."""
    gates = problem.method.gates
    return tuple(
        id_
        for id_, stage, unknown in zip(gates.ids, gates.stage, problem.ground.unknown, strict=True)
        if unknown and stage < problem.target
    )


def _open(problem: Problem, rows: Rows, factors: Floats) -> tuple[OpenGate, ...]:
    gates = problem.method.gates
    values = rows.values(factors)
    lowest: dict[int, float] = {}
    for gate, value, missed in zip(rows.gate.tolist(), values.tolist(), rows.missed(factors), strict=True):
        if missed:
            lowest[gate] = min(value, lowest.get(gate, value))
    return tuple(
        OpenGate(gates.ids[gate], problem.method.stages[gates.stage[gate]], value, float(gates.minimum[gate]))
        for gate, value in lowest.items()
    )
