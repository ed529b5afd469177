"""The roadmap: what to do, in which order and by when, and where it leads."""

from scoring.roadmap.comparison import Difference, compare_plans
from scoring.roadmap.frontier import Frontier, draw_frontier
from scoring.roadmap.plan import Plan
from scoring.roadmap.planner import make_plan
from scoring.roadmap.robustness import share_of_replicates
from scoring.roadmap.schedule import first_day, first_monday_after
from scoring.roadmap.wishes import Wishes

__all__ = [
    "Difference",
    "Frontier",
    "Plan",
    "Wishes",
    "compare_plans",
    "draw_frontier",
    "first_day",
    "first_monday_after",
    "make_plan",
    "share_of_replicates",
]
