"""Where the firm stands at the end of each quarter if the plan works, re-scored as the engine scores answers."""

import math
from collections.abc import Mapping

import numpy as np

from scoring.describe import plain
from scoring.levels import Profile
from scoring.roadmap.effects import Lifts
from scoring.roadmap.ground import stand_at
from scoring.roadmap.means import WEEKS_A_QUARTER
from scoring.roadmap.plan import Outlook
from scoring.roadmap.problem import Problem
from scoring.roadmap.schedule import Slot


def forecast(problem: Problem, lifts: Lifts, slots: Mapping[str, Slot]) -> tuple[Outlook, ...]:
    """Return the outlook for each quarter up to the last finish; ``lifts`` are the planned or the cautious ones."""
    if not slots:
        return ()
    quarters = math.ceil(max(slot.finish for slot in slots.values()) / WEEKS_A_QUARTER)
    finish = np.array([slots[id_].finish if id_ in slots else math.inf for id_ in problem.candidates.ids])
    ends = WEEKS_A_QUARTER * np.arange(1, quarters + 1)
    done = finish[None] <= ends[:, None]
    profile, placement = stand_at(problem.method, problem.ground, lifts.after(done))
    return tuple(
        Outlook(
            quarter=row + 1,
            done=int(done[row].sum()),
            position=int(placement.position[row]),
            path_coordinate=float(placement.coordinate[row]),
            index=_index(problem, profile, row),
        )
        for row in range(quarters)
    )


def _index(problem: Problem, profile: Profile, row: int) -> dict[str, float | None]:
    return {stage: plain(profile.index[row, column]) for stage, column in problem.method.stage_index.items()}
