"""The plan as people edited it, beside the one without any edit."""

from dataclasses import dataclass, replace

from assessments.edits import PlanEdits, under_way, wishes_of
from scoring import Method
from scoring.answers import Assessment
from scoring.result import Result
from scoring.roadmap import Plan, Wishes, make_plan
from scoring.roadmap.wishes import NO_WISHES


@dataclass(frozen=True, slots=True)
class EditedPlan:
    """A plan, what was asked of it, and the plan if nothing had been asked."""

    edits: PlanEdits
    wishes: Wishes
    plan: Plan
    unedited: Plan


def plan_as_edited(method: Method, assessment: Assessment, result: Result, edits: PlanEdits) -> EditedPlan:
    """Return the plan that follows from ``result`` and ``edits``; what is under way stays in, wished for or not."""
    unedited = make_plan(method, assessment, result)
    wishes, plan = wishes_of(edits, assessment.date), unedited
    if wishes != NO_WISHES:
        plan = make_plan(method, assessment, result, wishes=wishes)
    begun = under_way(edits, {candidate.id for candidate in result.candidates})
    if lost := begun.difference(wishes.banned, (action.id for action in plan.actions)):
        wishes = replace(wishes, pinned=(*wishes.pinned, *sorted(lost)))
        plan = make_plan(method, assessment, result, wishes=wishes)
    return EditedPlan(edits, wishes, plan, unedited)
