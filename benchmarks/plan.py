"""Plans: choosing, scheduling and forecasting, beside the one 0/1 program without which there is no proof.

Run with ``make bench`` or ``python -m benchmarks.plan [--smallest]``.
"""

import argparse
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from statistics import median

import numpy as np

from assessments.answers_file import read
from assessments.catalog import load
from benchmarks.crowd import QUESTIONNAIRE
from benchmarks.measuring import Job, ratio, take_turns
from scoring import Method, assess
from scoring.answers import Assessment, Value
from scoring.model import Lined
from scoring.roadmap import Wishes, draw_frontier, make_plan, share_of_replicates
from scoring.roadmap.ground import rows_up_to
from scoring.roadmap.problem import Problem, pose
from scoring.roadmap.selection import Choosing, cheapest_set

FLOOR = "one 0/1 program: the first stage"
REPLICATES = 100
SPREAD = 5.0  # points by which replicates differ
ROUNDS, SLOW_ROUNDS = 31, 3
ROW = "{:40} {:>12} {:>18}"


def main() -> None:
    """Print one table per firm."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--smallest", action="store_true", help="only see whether everything runs")
    smallest = parser.parse_args().smallest
    method = Method(load(QUESTIONNAIRE))
    for name, assessment in _firms(method):
        _compare(method, name, assessment, smallest)


def _firms(method: Method) -> Iterator[tuple[str, Assessment]]:
    for name in ("hartwell", "northvale", "brightthread"):
        yield name, read(QUESTIONNAIRE / "examples" / f"{name}.yaml", method.questionnaire)
    brightthread = read(QUESTIONNAIRE / "examples" / "brightthread.yaml", method.questionnaire)
    yield "the most that can be chosen from", _weak(method, brightthread)


def _weak(method: Method, assessment: Assessment) -> Assessment:
    """Return a firm that stands on the second line everywhere, so that nearly every action is a candidate."""
    customers = {item.id for item in method.questionnaire.customers}
    lined = [item.id for item in method.questionnaire.items if isinstance(item, Lined) and item.id not in customers]
    answers: dict[str, Value] = dict.fromkeys(lined, 2)
    people = tuple(replace(one, answers={**one.answers, **answers}) for one in assessment.submissions)
    return replace(assessment, submissions=people)


def _compare(method: Method, name: str, assessment: Assessment, smallest: bool) -> None:
    result = assess(method, assessment)
    problem = pose(method, assessment, result, Wishes())
    plan = partial(make_plan, method, assessment, result)
    fast: dict[str, Job] = {FLOOR: partial(_first_stage, problem), "plan": plan}
    slow: dict[str, Job] = {
        FLOOR: fast[FLOOR],
        "frontier": partial(draw_frontier, method, assessment, result),
        f"robustness over {REPLICATES} replicates": partial(
            share_of_replicates, method, assessment, result, _replicates(problem, 2 if smallest else REPLICATES)
        ),
    }
    print(f"{name}: {len(result.candidates)} candidates, {len(plan().actions)} chosen")
    print(ROW.format("", "median", "x one program"))
    for contest, rounds in ((fast, 1 if smallest else ROUNDS), (slow, 1 if smallest else SLOW_ROUNDS)):
        seconds = take_turns(contest, rounds)
        for job in contest if contest is fast else [job for job in contest if job != FLOOR]:
            times = ratio(seconds[job], to=seconds[FLOOR])
            print(ROW.format(job, f"{median(seconds[job]) * 1000:,.1f} ms", f"{times:,.1f}"))
    print()


def _first_stage(problem: Problem) -> object:
    """Solve what every plan towards a stage starts with; for a firm in step, the stage after its own."""
    required = rows_up_to(problem.method, problem.ground, min(problem.position + 1, len(problem.method.stages)))
    reachable = required.only(~required.missed(problem.lifts.after(~problem.candidates.none)))
    return cheapest_set(Choosing(problem.candidates, problem.lifts, problem.candidates.none), reachable)


def _replicates(problem: Problem, count: int) -> np.ndarray:
    start = problem.ground.factors
    noise = np.random.default_rng(2026).normal(0.0, SPREAD, (count, len(start)))
    return np.clip(start + noise, 0.0, 100.0)


if __name__ == "__main__":
    main()
