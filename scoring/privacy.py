"""The smallest group whose answers may be shown."""

from collections.abc import Mapping


def showable_groups(by_role: Mapping[str, int], minimum: int) -> tuple[tuple[str, ...], ...]:
    """Return the groups of roles that may be shown on their own, each of at least ``minimum`` people.

    Roles below the minimum are pooled; while the pool itself is below it, the next smallest role joins, so that
    nobody can be found by subtracting what is shown from the total. ``by_role`` counts people per role.
    """
    present = {role: people for role, people in by_role.items() if people > 0}
    alone = sorted((role for role in present if present[role] >= minimum), key=lambda role: -present[role])
    pool = [role for role in present if present[role] < minimum]
    while pool and alone and sum(present[role] for role in pool) < minimum:
        pool.append(alone.pop())
    kept = set(alone)
    groups: list[tuple[str, ...]] = [(role,) for role in present if role in kept]
    pooled = tuple(role for role in present if role in pool)
    if sum(present[role] for role in pooled) >= minimum:
        groups.append(pooled)
    return tuple(groups)
