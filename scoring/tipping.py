"""What would tip a placement: the smallest sets of items, one line each, whose move would change it.

Better answers never lower a placement and worse ones never raise it, so only sets that move the same way need to be
tried. Every set of one, then two, then three items is tried; what is found is therefore exact and smallest.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations, islice
from typing import Literal

import numpy as np

from scoring.answers import Assessment, Value
from scoring.demand import Customers, When, call
from scoring.engine import Reading, Standing, read
from scoring.levels import profile
from scoring.method import Floats, Ints, Method
from scoring.model import LEVELS, Agree, Item, Lined
from scoring.placement import Placement, place
from scoring.result import Tip

LARGEST_SET = 3
MOST_SETS = 24  # of one size; more would be no help to a reader
AT_ONCE = 512  # sets tried together: with more, arrays leave the processor's cache

Changes = Literal["position", "destination_now", "destination_5y"]
Direction = Literal["up", "down"]
Outcome = Callable[[Floats], Ints]  # item scores (n, I) -> position or destination (n,)


def find_tips(method: Method, assessment: Assessment, reading: Reading, standing: Standing) -> tuple[Tip, ...]:
    """Return the smallest sets that would move the position, or a destination, up or down.

    A set moves every answer to its items by one line. Destinations of firms whose customers were answered for by
    segment are left out: no single line moves them all.
    """
    moves: tuple[Direction, ...] = ("up", "down")
    return tuple(
        Tip(changes, becomes, tuple(method.items[column] for column in columns), direction)
        for direction in moves
        for changes, outcome, now, movable in _questions(method, reading, standing)
        for columns, becomes in _smallest_sets(
            reading.items.score[0], _moved_scores(method, assessment, direction), movable, outcome, now
        )
    )


def _questions(
    method: Method, reading: Reading, standing: Standing
) -> Iterator[tuple[Changes, Outcome, int, Sequence[int]]]:
    """Yield what could change, how to find out, what it is now and which items carry it."""
    readiness = np.flatnonzero(method.membership.any(axis=1))
    yield (
        "position",
        lambda scores: _placed(method, reading, standing, scores).position,
        standing.position,
        readiness.tolist(),
    )
    customers = [method.item_index[item.id] for item in method.questionnaire.customers]
    if reading.segments is None and standing.demand.now.stage:
        yield (
            "destination_now",
            lambda scores: _calls(method, reading, scores, "today"),
            standing.demand.now.stage,
            customers,
        )
    if reading.segments is None and standing.demand.five_years.stage:
        later = standing.demand.five_years.stage
        yield "destination_5y", lambda scores: _calls(method, reading, scores, "five_years"), later, customers


def _smallest_sets(
    current: Floats, moved: Floats, movable: Sequence[int], outcome: Outcome, now: int
) -> list[tuple[tuple[int, ...], int]]:
    columns = [column for column in movable if not np.isnan(moved[column]) and moved[column] != current[column]]
    for size in range(1, LARGEST_SET + 1):
        found = list(islice(_sets_that_change(current, moved, columns, size, outcome, now), MOST_SETS))
        if found:
            return found
    return []


def _sets_that_change(
    current: Floats, moved: Floats, columns: Sequence[int], size: int, outcome: Outcome, now: int
) -> Iterator[tuple[tuple[int, ...], int]]:
    sets = combinations(columns, size)
    while batch := list(islice(sets, AT_ONCE)):
        scores = np.repeat(current[None], len(batch), axis=0)
        rows, chosen = np.arange(len(batch))[:, None], np.array(batch)
        scores[rows, chosen] = moved[chosen]
        results = outcome(scores)
        for row in np.flatnonzero((results != now) & (results >= 0)):
            yield batch[row], int(results[row])


def _placed(method: Method, reading: Reading, standing: Standing, scores: Floats) -> Placement:
    return place(method, profile(method, scores, reading.items.na, reading.sheet.asked), standing.exists)


def _calls(method: Method, reading: Reading, scores: Floats, when: When) -> Ints:
    contacts = {item: np.repeat(mix, len(scores), axis=0) for item, mix in reading.customers.contacts.items()}
    return call(method, Customers(scores, reading.sheet.asked, contacts), when).stage


def _moved_scores(method: Method, assessment: Assessment, direction: Direction) -> Floats:
    """Return item scores (I,) after everybody's answers have moved one line for the better or the worse."""
    items = method.questionnaire.item_by_id
    moved = tuple(
        replace(
            submission,
            answers={id_: _move(items[id_], value, direction) for id_, value in submission.answers.items()},
        )
        for submission in assessment.heard
    )
    return np.asarray(read(method, replace(assessment, submissions=moved)).items.score[0])


def _move(item: Item, value: Value, direction: Direction) -> Value:
    if not isinstance(item, Lined) or not isinstance(value, int):
        return value
    against = isinstance(item, Agree) and item.reverse
    return min(LEVELS, max(1, value + (1 if (direction == "up") != against else -1)))


def most_settling(method: Method, reading: Reading, standing: Standing) -> str | None:
    """Return the unanswered item whose best and worst answers lie furthest apart on the path, if any moves it."""
    current = reading.items.score[0]
    open_items = np.flatnonzero(
        np.isnan(current) & method.membership.any(axis=1) & reading.sheet.asked & ~reading.items.na[0]
    )
    if not len(open_items):
        return None
    spread = _coordinates(method, reading, standing, open_items, 100.0) - _coordinates(
        method, reading, standing, open_items, 0.0
    )
    return method.items[open_items[int(spread.argmax())]] if spread.max() > 0 else None


def _coordinates(method: Method, reading: Reading, standing: Standing, columns: Ints, score: float) -> Floats:
    scores = np.repeat(reading.items.score, len(columns), axis=0)
    scores[np.arange(len(columns)), columns] = score
    return _placed(method, reading, standing, scores).coordinate
