"""Many firms at once come out as each of them alone, and people as firms of one."""

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given

from scoring import Method, assess
from scoring.answers import Assessment
from scoring.engine import read
from scoring.facts import existing_gates, not_applicable_items
from scoring.many import FIRMS_AT_ONCE, PEOPLE_AT_ONCE, place_firms, place_people
from scoring.method import Bools, Floats
from scoring.sheet import Sheet, stack
from tests.laws.assessments import roll_assessment
from tests.laws.worlds import World, worlds
from tests.scoring.samples import firm, method


def laid_out(method: Method, assessments: Sequence[Assessment]) -> tuple[Sheet, Bools, Bools]:
    """Return all firms as one sheet, with what may not apply and which gates exist in each."""
    readings = [read(method, assessment) for assessment in assessments]
    na_allowed = np.concatenate([not_applicable_items(method, reading.facts) for reading in readings])
    exists = np.concatenate([existing_gates(method, reading.facts) for reading in readings])
    return stack([reading.sheet for reading in readings]), na_allowed, exists


def known(row: Floats) -> list[float | None]:
    return [None if math.isnan(value) else value for value in row.tolist()]


@given(worlds())
def test_each_firm_comes_out_as_it_does_alone(world: World) -> None:
    assessments = [world.assessment, *(roll_assessment(world.dice, world.questionnaire) for _ in range(2))]
    assessments = [replace(one, variant="full", segments=()) for one in assessments]
    firms = place_firms(world.method, *laid_out(world.method, assessments))
    for row, assessment in enumerate(assessments):
        alone = assess(world.method, assessment)
        assert known(firms.score[row]) == pytest.approx([item.score for item in alone.items.values()])
        assert known(firms.ad[row]) == pytest.approx([item.ad for item in alone.items.values()])
        assert known(firms.eta2[row]) == pytest.approx([item.eta2 for item in alone.items.values()])
        assert known(firms.factors[row]) == pytest.approx([factor.score for factor in alone.factors.values()])
        assert known(firms.index[row]) == pytest.approx(list(alone.index.values()))
        assert (firms.position[row], firms.coordinate[row]) == (alone.position, pytest.approx(alone.path_coordinate))


@given(worlds())
def test_each_person_comes_out_as_a_firm_of_one(world: World) -> None:
    people = [
        replace(world.assessment, submissions=(person,), variant="full", segments=(), role_weights={})
        for person in world.assessment.heard
    ]
    if not people:
        return
    found = place_people(world.method, *laid_out(world.method, people))
    for row, alone in enumerate(assess(world.method, person) for person in people):
        assert known(found.index[row]) == pytest.approx(list(alone.index.values()))
        assert (found.position[row], found.coordinate[row]) == (alone.position, pytest.approx(alone.path_coordinate))


def test_more_firms_and_people_than_fit_into_one_go() -> None:
    names = ("hartwell", "pebble", "riverside")
    assessments = [firm(names[number % 3]) for number in range(3 * FIRMS_AT_ONCE)]
    laid = laid_out(method(), assessments)
    firms, people = place_firms(method(), *laid), place_people(method(), *laid)
    assert firms.position.tolist() == [1, 3, 1] * FIRMS_AT_ONCE
    assert len(people.position) == 11 * FIRMS_AT_ONCE
    many = laid_out(method(), [firm("riverside")] * (PEOPLE_AT_ONCE // 9 + 1))
    assert place_people(method(), *many).position.reshape(-1, 9).std(axis=0).max() == 0


def test_respondents_have_to_be_sorted_by_firm() -> None:
    sheet, na_allowed, exists = laid_out(method(), [firm("hartwell"), firm("pebble")])
    with pytest.raises(ValueError, match="sorted by firm"):
        place_firms(method(), replace(sheet, firm=sheet.firm[::-1]), na_allowed, exists)
