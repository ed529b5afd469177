"""Weights as sliders: one moves, the others give way, and what they add up to stays what it was."""

from collections.abc import Collection, Mapping
from math import floor
from typing import Any

from assessments.editing.files import Files
from assessments.editing.overriding import put, slot_at
from assessments.editing.refusals import refusal
from assessments.editing.ways import said_at
from scoring.model import TOLERANCE

WEIGHTS = "weights.yaml"
PLACES = 2  # digits behind the point that people read


def share_out(
    points: Mapping[str, float], factor: str, value: float, *, locked: Collection[str] = (), step: float = 0.01
) -> dict[str, float]:
    """Return the points of a stage with ``factor`` at ``value``, the others in proportion so that the sum stays.

    ``locked`` factors keep theirs; the others are given whole steps. A value no room is left for is brought into
    range. Raises NotAccepted for a factor that is not there.
    """
    if factor not in points:
        raise refusal("form_place", factor)
    free = [one for one in points if one != factor and one not in locked]
    room = sum(points[one] for one in (*free, factor))
    value = round(min(max(value, 0.0), room), PLACES) if free else points[factor]
    return {**points, factor: value, **_spread(points, free, room - value, step)}


def _spread(points: Mapping[str, float], free: Collection[str], left: float, step: float) -> dict[str, float]:
    """Give ``left`` points to the free factors as they shared before, alike where they had none."""
    before = sum(points[one] for one in free)
    exact = {one: left / step * (points[one] / before if before else 1 / len(free)) for one in free}
    steps = {one: floor(count + TOLERANCE) for one, count in exact.items()}
    spare = round(left / step - sum(steps.values()))
    for one in sorted(free, key=lambda one: steps[one] - exact[one])[:spare]:
        steps[one] += 1
    return {one: round(count * step, PLACES) for one, count in steps.items()}


def points_of(files: Files, stage: str) -> dict[str, float]:
    """Return the points of every factor at a stage, in an edition together with its base.

    Raises NotAccepted where they cannot be read.
    """
    own, _ = said_at(files.get(WEIGHTS, ""), ("weights",))
    return points_below(files, stage) | _points(own or {}, stage)


def points_below(files: Files, stage: str) -> dict[str, float]:
    """Return the points of every factor at a stage that an edition's base says; none for what is no edition."""
    return _points(slot_at(files, WEIGHTS, ("weights",)).below or {}, stage)


def set_weights(files: Files, stage: str, points: Mapping[str, float]) -> str:
    """Return weights.yaml with these points at a stage; what does not change is not touched. Raises NotAccepted.

    That of an edition says only what differs from its base.
    """
    text, written = files.get(WEIGHTS, ""), points_of(files, stage)
    for factor, value in points.items():
        if value != written.get(factor):
            text = put(text, slot_at(files, WEIGHTS, ("weights", factor, "points", stage)), value)
    return text


def _points(weights: Mapping[str, Any], stage: str) -> dict[str, float]:
    known = {factor: entry.get("points") or {} for factor, entry in weights.items()}
    return {factor: points[stage] for factor, points in known.items() if stage in points}
