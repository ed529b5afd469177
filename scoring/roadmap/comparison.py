"""What a wish costs: the plan with it beside the plan without."""

from dataclasses import dataclass

from scoring.roadmap.plan import Plan


@dataclass(frozen=True, slots=True)
class Difference:
    """What changes from one plan to another; above 0 means the second needs more."""

    effort_person_weeks: float
    weeks: int
    reached: int  # stages gained (or lost)
    added: tuple[str, ...]
    dropped: tuple[str, ...]

    @property
    def changes_nothing(self) -> bool:
        """Whether both plans do the same, at the same cost and by the same week."""
        return not (self.effort_person_weeks or self.weeks or self.reached or self.added or self.dropped)


def compare_plans(before: Plan, after: Plan) -> Difference:
    """Return what ``after`` costs and changes beside ``before``."""
    had, has = ({action.id for action in plan.actions} for plan in (before, after))
    return Difference(
        effort_person_weeks=after.effort_person_weeks - before.effort_person_weeks,
        weeks=after.weeks - before.weeks,
        reached=after.reached - before.reached,
        added=tuple(sorted(has - had)),
        dropped=tuple(sorted(had - has)),
    )
