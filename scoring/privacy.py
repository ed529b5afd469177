"""The smallest group whose answers may be shown, and what can be found out by adding and subtracting what was shown."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

import numpy as np

from scoring.method import Bools

Voices = Mapping[str, Hashable]  # person -> which of their answers was added up


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


def speaks_of_few(shown: Sequence[Voices], minimum: int) -> bool:
    """Return whether somebody who saw everything ``shown`` can work out what fewer than ``minimum`` people said.

    Every entry is a set of answers of which the totals were shown. Whoever has the totals can add them, subtract
    them and weigh them, which gives any linear combination of the sets; one that speaks of at least one person and of
    fewer than ``minimum`` gives them away. People who are in the same sets with the same answers cannot be told apart,
    so it is enough to ask, for every small union of such classes, whether a combination vanishes everywhere outside:
    it does when leaving the union out lowers the rank.
    """
    if not shown:
        return False
    classes = _alike(shown)
    columns = np.array([column for columns in classes for column in columns], dtype=bool).reshape(-1, len(shown)).T
    owner = np.array([number for number, columns in enumerate(classes) for _ in columns], dtype=np.int64)
    rank = _rank(columns)
    people = list(classes.values())
    return any(_rank(columns[:, ~np.isin(owner, list(union))]) < rank for union in _unions_below(people, minimum))


def _alike(shown: Sequence[Voices]) -> Counter[tuple[tuple[bool, ...], ...]]:
    """Count people by their signature: for each answer of theirs that was shown, in which sets it was."""
    people = dict.fromkeys(person for voices in shown for person in voices)
    return Counter(tuple(_appearances(shown, person)) for person in people)


def _appearances(shown: Sequence[Voices], person: str) -> Iterator[tuple[bool, ...]]:
    said = [voices.get(person) for voices in shown]
    for answer in dict.fromkeys(one for one in said if one is not None):
        yield tuple(one == answer for one in said)


def _unions_below(people: Sequence[int], minimum: int, first: int = 0) -> Iterator[tuple[int, ...]]:
    """Yield every choice of classes that together have at least one and fewer than ``minimum`` people."""
    for number in range(first, len(people)):
        if people[number] < minimum:
            yield (number,)
            for more in _unions_below(people, minimum - people[number], number + 1):
                yield (number, *more)


def _rank(columns: Bools) -> int:
    return int(np.linalg.matrix_rank(columns.astype(float))) if columns.size else 0


def may_be_shown(before: Iterable[Voices], proposed: Iterable[Voices], minimum: int) -> bool:
    """Return whether ``proposed`` may be shown to whoever has seen all that was shown ``before``."""
    distinct = {frozenset(voices.items()): voices for voices in (*before, *proposed) if voices}
    return not speaks_of_few(list(distinct.values()), minimum)
