"""Who carries a plan and what it serves, as shares of its effort."""

from collections.abc import Callable, Iterable, Sequence

from scoring.roadmap.plan import PlannedAction

TOO_MUCH_FOR_ONE = 0.5


def shares(
    actions: Sequence[PlannedAction], group_of: Callable[[PlannedAction], str], groups: Iterable[str]
) -> dict[str, float]:
    """Return each group's share of the effort, 0..1, in the order of ``groups``; groups without any are left out."""
    total = sum(action.effort for action in actions)
    sums = {group: sum(action.effort for action in actions if group_of(action) == group) for group in groups}
    return {group: effort / total for group, effort in sums.items() if effort > 0}


def carries_too_much(owner_share: dict[str, float]) -> str | None:
    """Return the role that carries more than half of the effort: the plan would recreate its flavour."""
    return next((role for role, share in owner_share.items() if share > TOO_MUCH_FOR_ONE), None)
