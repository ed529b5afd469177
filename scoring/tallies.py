"""Answers to one item counted over people who are shown together, and how far those groups differ."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from scoring.answers import Unanswered, Value
from scoring.model import Choice, Item, Lined, Multi

HALF = 2


@dataclass(frozen=True, slots=True)
class Difference:
    """How far groups that weigh the same lie apart: average deviation in points, and the share between groups."""

    ad: float
    eta2: float


def answers_shown(item: Item) -> int | None:
    """Return how many lines or options an item's answers can be counted over, None where they cannot."""
    if isinstance(item, Lined):
        return len(item.scores)
    return len(item.options) if isinstance(item, Choice | Multi) else None


def chosen(item: Item, value: Value) -> tuple[int, ...]:
    """Return which lines or options an answer chooses, from 0; nothing for an answer that is no value."""
    if isinstance(value, Unanswered):
        return ()
    if isinstance(item, Lined) and isinstance(value, int):
        return (value - 1,)
    if isinstance(item, Choice | Multi):
        picks = {value} if isinstance(value, str) else set(value) if isinstance(value, tuple) else set()
        return tuple(number for number, option in enumerate(item.options) if option.id in picks)
    return ()


def count(item: Item, values: Iterable[Value]) -> tuple[int, ...]:
    """Return how many chose each line or option."""
    picks = [number for value in values for number in chosen(item, value)]
    return tuple(picks.count(number) for number in range(answers_shown(item) or 0))


def median(item: Item, counts: Sequence[int]) -> float | None:
    """Return the line in the middle, from 1; half between two where it lies between them. None for options."""
    if not isinstance(item, Lined):
        return None
    lines = [line for line, people in enumerate(counts, start=1) for _ in range(people)]
    if not lines:
        return None
    upper, lower = lines[len(lines) // HALF], lines[(len(lines) - 1) // HALF]
    return (upper + lower) / HALF


def most_chosen(counts: Sequence[int]) -> tuple[int, ...]:
    """Return the two lines chosen most, from 1, most chosen first; equal ones weakest first."""
    order = sorted((line for line, people in enumerate(counts, start=1) if people), key=lambda line: -counts[line - 1])
    return tuple(order[:2])


def difference(item: Item, groups: Sequence[Sequence[int]]) -> Difference | None:
    """Return how far apart groups of counts lie, each group weighing the same; None for an item without points.

    The same measure as ``scoring.agreement``, over groups that may be shown instead of roles.
    """
    if not isinstance(item, Lined | Choice) or not item.scored:
        return None
    heads = np.array([group for group in groups if sum(group)], dtype=float)
    if not heads.size:
        return None
    points = np.array(item.scores)
    shares = heads / heads.sum(axis=1, keepdims=True)
    means = shares @ points
    mean = means.mean()
    spread = shares.mean(axis=0)
    total = float(spread @ (points - mean) ** 2)
    between = float(((means - mean) ** 2).mean())
    return Difference(float(spread @ np.abs(points - mean)), between / total if total > 0 else 0.0)
