"""Laws of the way back: what an explanation is made of adds up to what it explains."""

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given

from scoring.explain import Explanation, explain
from tests.laws.worlds import World, worlds


def walk(step: Explanation) -> Iterator[Explanation]:
    yield step
    for part in step.parts:
        yield from walk(part)


def mean(parts: Sequence[Explanation]) -> float | None:
    """Return the mean of the known parts, by their weights where they have any."""
    known = [(1.0 if part.weight is None else part.weight, part.value) for part in parts]
    weighted = [(weight, value) for weight, value in known if isinstance(value, float)]
    total = sum(weight for weight, _ in weighted)
    return sum(weight * value for weight, value in weighted) / total if total else None


@given(worlds())
def test_the_parts_of_a_number_add_up_to_it(world: World) -> None:
    for step in walk(explain(world.method, world.assess(), "position")):
        if step.kind in ("factor", "pillar", "index") and step.value is not None:
            assert step.value == pytest.approx(mean(step.parts))
        if step.kind == "lowest" and step.value is not None:
            assert step.value == min(part.value for part in step.parts if isinstance(part.value, float))
        if step.kind == "gate" and step.value is not None:
            assert [part.value for part in step.parts] == [step.value]


@given(worlds())
def test_a_destination_is_made_of_its_habits(world: World) -> None:
    if world.assessment.segments:
        return  # each segment has habits of its own
    result = world.assess()
    for name, found in (("d_now", result.demand.now), ("d_5y", result.demand.five_years)):
        destination = explain(world.method, result, name)
        mobile, social, floor = destination.parts
        assert (destination.value, mobile.value, social.value) == (found.stage, found.mobile, found.social)
        assert floor.value == found.social_share
        if mobile.value is not None:
            assert mobile.value == pytest.approx(mean([scored(part) for part in mobile.parts]))


def scored(part: Explanation) -> Explanation:
    """Return a share of contacts as the score it counts for."""
    if part.kind != "contacts" or not isinstance(part.value, float) or not part.minimum:
        return part
    return Explanation(part.name, part.kind, min(100.0, 100.0 * part.value / part.minimum), part.weight)
