"""Two groups of mixed roles, for the discussions of a room that is too large for one conversation."""

from collections import Counter
from collections.abc import Iterable, Iterator

GROUPS = (1, 2)


def share_out(roles: Iterable[str]) -> Iterator[int]:
    """Yield a group for each person, given their ``roles`` in the order in which they came.

    The groups differ by one person in a role at most, and so hardly in size; whoever comes later moves nobody.
    """
    of_role, sizes = Counter[tuple[str, int]](), Counter[int]()
    for role in roles:
        group = min(GROUPS, key=lambda one: (of_role[role, one], sizes[one]))
        of_role[role, group] += 1
        sizes[group] += 1
        yield group
