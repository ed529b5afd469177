"""What people changed about the plan is read with the answers, checked like them, and written back."""

import json
from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessments import answers_file
from assessments.answers_file.tree import edits_tree
from assessments.edits import (
    DAYS_AFTER,
    DAYS_BEFORE,
    LEAST_CAPACITY,
    MOST_CAPACITY,
    MOST_EFFORT,
    NO_EDITS,
    ActionEdits,
    PlanEdits,
    Status,
    Wanted,
    wishes_of,
)
from tests.assessments.answers_file.conftest import ReadText
from tests.assessments.answers_file.test_round_trip import LINE
from tests.scoring.samples import firm, social_crm

HEAD = "assessment: a\nfirm: A\ndate: 2026-11-22\nrespondents: [{id: r1, role: exec, answers: {own_02: 3}}]\n"
DAYS = st.integers(-DAYS_BEFORE, DAYS_AFTER).map(lambda days: date(2026, 11, 22) + timedelta(days=days))


def maybe(strategy: st.SearchStrategy) -> st.SearchStrategy:
    return st.none() | strategy


ACTIONS = st.builds(
    ActionEdits,
    wanted=maybe(st.sampled_from(get_args(Wanted))),
    effort=maybe(st.floats(0, MOST_EFFORT).map(lambda weeks: round(weeks, 15))),
    role=maybe(st.sampled_from([role.id for role in social_crm().roles])),
    not_before=maybe(DAYS),
    person=maybe(LINE),
    due=maybe(DAYS),
    status=st.sampled_from(get_args(Status)),
    carried=st.booleans(),
)
EDITS = st.builds(
    PlanEdits,
    capacity=maybe(st.floats(LEAST_CAPACITY, MOST_CAPACITY)),
    start=maybe(DAYS),
    actions=st.dictionaries(
        st.sampled_from([action.id for action in social_crm().actions]),
        ACTIONS.filter(lambda said: said != ActionEdits()),
        max_size=4,
    ),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(EDITS)
def test_what_is_written_reads_back_equal_and_can_be_planned(read_text: ReadText, edits: PlanEdits) -> None:
    text = answers_file.write_yaml(firm("pebble"), edits)
    with_file = read_text(text)
    assert with_file.problems == ()
    assert with_file.edits == edits
    assert wishes_of(edits, date(2026, 11, 22))


def test_an_effort_too_small_to_write_down_reads_back_as_none_at_all(read_text: ReadText) -> None:
    text = answers_file.write_yaml(firm("pebble"), PlanEdits(actions={"A01": ActionEdits(effort=2e-309)}))
    assert read_text(text).edits.actions["A01"].effort == 0


def test_without_edits_a_file_says_nothing_of_a_plan() -> None:
    assert "plan" not in json.loads(answers_file.write_json(firm("northvale")))
    assert edits_tree(PlanEdits(actions={"A01": ActionEdits(effort=0.0), "A02": ActionEdits()})) == {
        "actions": {"A01": {"effort": 0.0}}
    }


@pytest.mark.parametrize(
    ("plan", "codes"),
    [
        ("{}", []),
        ("{capacity: null, start: null, actions: null}", []),
        ("{actions: {A01: {wanted: null}}}", []),
        ("5", ["A604"]),
        ("{capacity: many}", ["A672"]),
        ("{capacity: 1000000}", ["A672"]),
        ("{actions: {A01: {effort: -1}}}", ["A672"]),
        ("{start: 1999-01-01}", ["A673"]),
        ("{start: 5}", ["A673"]),
        ("{actions: {A01: {due: soon}}}", ["A673"]),
        ("{actions: {A01: {role: nobody}}}", ["A610"]),
        ("{actions: {A01: {wanted: perhaps}}}", ["A671"]),
        ('{actions: {A01: {person: "  "}}}', ["A609"]),
        ("{actions: {A01: {carried: 5}}}", ["A604"]),
        ("{actions: {A01: {colour: red}}}", ["A605"]),
        ("{speed: 5}", ["A605"]),
    ],
)
def test_an_edit_that_no_plan_can_have_is_refused(plan: str, codes: list[str], read_text: ReadText) -> None:
    checked = read_text(f"{HEAD}plan: {plan}\n")
    assert [problem.code for problem in checked.problems] == codes
    if not codes:
        assert checked.edits.actions in ({}, {"A01": ActionEdits()})
        assert (checked.edits.capacity, checked.edits.start) == (None, None)


def test_the_context_of_a_table_holds_the_plan_too(read_text: ReadText) -> None:
    context = "assessment: a\nfirm: A\ndate: 2026-11-22\nplan: {capacity: 20}\n"
    checked = read_text("respondent,role,own_02\nr1,exec,3\n", "answers.csv", context)
    assert checked.edits == PlanEdits(capacity=20.0)
    assert read_text(HEAD).edits == NO_EDITS
