"""What an answers file says about the firm, its customers' segments and the pulse."""

from datetime import date as Date
from pathlib import Path
from typing import Any

import pytest

from assessments import answers_file
from assessments.answers_file import Checked
from assessments.problems import Refused
from scoring.answers import Assessment, Segment, Unanswered
from scoring.model import Questionnaire

ONE = "respondents: [{id: r1, role: exec, answers: {own_02: 3}}]\n"
WHOLE = "assessment: a\nfirm: A\ndate: 2026-11-22\n"
SEGMENTS = "segments: [{id: young, name: Young people, value: 0.6}, {id: old, value: 0.4}]\n"


def read(checked: Checked) -> Assessment:
    assert checked.problems == ()
    assert checked.assessment is not None
    return checked.assessment


def codes(checked: Checked) -> list[str]:
    return [problem.code for problem in checked.problems]


def test_the_firm_is_read(read_text: Any) -> None:
    assessment = read(read_text(WHOLE + "variant: quick\nabout: x\nexpect: {position: 1}\n" + ONE))
    assert (assessment.id, assessment.firm, assessment.date) == ("a", "A", Date(2026, 11, 22))
    assert assessment.variant == "quick"


def test_what_is_not_said_comes_from_the_name_and_the_day(tmp_path: Path, questionnaire: Questionnaire) -> None:
    path = tmp_path / "northvale.yaml"
    path.write_text(ONE, encoding="utf-8")
    checked = answers_file.check(path, questionnaire, today=Date(2026, 1, 2))
    assessment = read(checked)
    assert (assessment.id, assessment.firm, assessment.date) == ("northvale", "northvale", Date(2026, 1, 2))
    assert [(advice.code, advice.place) for advice in checked.advice] == [("A690", (1, 1))]
    assert "assessment, firm, date; until then it is northvale, 2026-01-02" in checked.advice[0].sentence


@pytest.mark.parametrize(
    "date", ["22.11.2026", "2026-13-01", "20261122", "2026", "soon", '"2026-11-22T10:00"', "[2026]"]
)
def test_a_date_has_one_form(read_text: Any, date: str) -> None:
    assert codes(read_text(f"assessment: a\nfirm: A\ndate: {date}\n" + ONE)) == ["A607"]


def test_numbers_do_as_names(read_text: Any) -> None:
    assessment = read(read_text("assessment: 7\nfirm: 2026\nrespondents: [{id: 12, role: exec}]\n"))
    assert (assessment.id, assessment.firm, assessment.submissions[0].respondent) == ("7", "2026", "12")


@pytest.mark.parametrize("firm", ['" "', '"A\\nB"', "[A]", "true", "2.5"])
def test_a_name_is_one_line_of_text(read_text: Any, firm: str) -> None:
    assert codes(read_text(f"assessment: a\nfirm: {firm}\n" + ONE)) in (["A609"], ["A604"])


def test_facts_are_chosen_counted_written_or_unknown(read_text: Any) -> None:
    text = (
        "context: {ctx_age: over_10, ctx_pressure: [board, trend], ctx_measured: 58.5, ctx_industry: Water,"
        " ctx_capacity: null}\n"
    )
    assert read(read_text(text + ONE)).context == {
        "ctx_age": "over_10",
        "ctx_pressure": ("board", "trend"),
        "ctx_measured": 58.5,
        "ctx_industry": "Water",
        "ctx_capacity": None,
    }


def test_one_of_several_facts_may_stand_alone(read_text: Any) -> None:
    assert read(read_text("context: {ctx_pressure: board}\n" + ONE)).context == {"ctx_pressure": ("board",)}


@pytest.mark.parametrize(
    ("fact", "code"),
    [
        ("ctx_agee: over_10", "A630"),
        ("ctx_age: old", "A631"),
        ("ctx_age: [over_10]", "A631"),
        ("ctx_pressure: [board, fun]", "A631"),
        ("ctx_pressure: [board, board]", "A624"),
        ("ctx_measured: not measured", "A632"),
        ("ctx_measured: true", "A632"),
        ("ctx_measured: -1", "A633"),
        ("ctx_measured: 100.5", "A633"),
        ("ctx_industry: 5", "A604"),
        ('ctx_industry: ""', "A609"),
    ],
)
def test_an_unusable_fact_is_named(read_text: Any, fact: str, code: str) -> None:
    assert codes(read_text(f"context:\n  {fact}\n" + ONE)) == [code]


@pytest.mark.parametrize("context", ["3", "[ctx_age]", "old"])
def test_facts_are_entries(read_text: Any, context: str) -> None:
    assert codes(read_text(f"context: {context}\n" + ONE)) == ["A604"]


def test_a_questionnaire_may_leave_a_number_without_limits(tmp_path: Path, questionnaire: Questionnaire) -> None:
    endless = [fact.model_copy(update={"lowest": None, "highest": None}) for fact in questionnaire.facts]
    path = tmp_path / "a.yaml"
    path.write_text("context: {ctx_measured: -999}\n" + ONE, encoding="utf-8")
    changed = questionnaire.model_copy(update={"facts": tuple(endless)})
    assert answers_file.read(path, changed).context == {"ctx_measured": -999}


def test_voices_have_weights(read_text: Any) -> None:
    assert read(read_text("role_weights: {exec: 2, sales: 0.5}\n" + ONE)).role_weights == {"exec": 2, "sales": 0.5}


@pytest.mark.parametrize(
    ("weights", "code"),
    [
        ("{boss: 1}", "A610"),
        ("{exec: -1}", "A612"),
        ("{exec: 1001}", "A612"),
        ("{exec: loud}", "A612"),
        ("{exec: 0}", "A613"),
        ("[1]", "A604"),
    ],
)
def test_an_unusable_weight_is_named(read_text: Any, weights: str, code: str) -> None:
    assert codes(read_text(f"role_weights: {weights}\n" + ONE)) == [code]


def test_customers_may_be_split_into_segments(read_text: Any) -> None:
    text = "respondents: [{id: r1, role: exec, segments: {young: {dem_03: 5, dem_01: dk}, old: {}}}]\n"
    assessment = read(read_text(SEGMENTS + text))
    assert assessment.segments == (Segment("young", "Young people", 0.6), Segment("old", "old", 0.4))
    assert assessment.submissions[0].segments == {"young": {"dem_03": 5, "dem_01": Unanswered.DONT_KNOW}}


def test_thirds_are_a_whole(read_text: Any) -> None:
    thirds = "segments: [{id: a, value: 0.33}, {id: b, value: 0.33}, {id: c, value: 0.33}]\n"
    assert len(read(read_text(thirds + ONE)).segments) == 3


@pytest.mark.parametrize(
    ("segments", "found"),
    [
        ("3", ["A604"]),
        ("[3]", ["A604"]),
        ("[null]", ["A604"]),
        ("[{id: a, value: 0.6}]", ["A643"]),
        ("[{id: a, value: 1.5}]", ["A642"]),
        ("[{id: a, value: half}]", ["A642"]),
        ("[{id: a}]", ["A642"]),
        ("[{value: 1}]", ["A644"]),
        ("[{id: 7, value: 1}]", ["A644"]),
        ("[{id: A b, value: 1}]", ["A644"]),
        ("[{id: a, value: 0.5}, {id: a, value: 0.5}]", ["A641"]),
        ("[{id: a, value: 1, size: 3}]", ["A605"]),
        ("[{id: a, value: 1, name: [x]}]", ["A604"]),
    ],
)
def test_an_unusable_segment_is_named(read_text: Any, segments: str, found: list[str]) -> None:
    assert codes(read_text(f"segments: {segments}\n" + ONE)) == found


@pytest.mark.parametrize(
    ("segments", "code"),
    [("{yuong: {dem_03: 5}}", "A640"), ("{young: {own_02: 5}}", "A645"), ("{young: {dem_03: 7}}", "A621")],
)
def test_unusable_answers_about_a_segment_are_named(read_text: Any, segments: str, code: str) -> None:
    text = f"respondents: [{{id: r1, role: exec, segments: {segments}}}]\n"
    assert codes(read_text(SEGMENTS + text)) == [code]


def test_customers_answer_the_pulse(read_text: Any) -> None:
    assessment = read(read_text("pulse: [{pul_1: 3, pul_2: dk, pul_6: na}, {}, {pul_3: null}]\n" + ONE))
    expected = {"pul_1": 3, "pul_2": Unanswered.DONT_KNOW, "pul_6": Unanswered.NOT_APPLICABLE}
    assert assessment.pulse == (expected, {}, {})


@pytest.mark.parametrize(
    ("pulse", "code"),
    [
        ("{pul_9: 3}", "A605"),
        ("{pul_1: 6}", "A621"),
        ("{pul_1: na}", "A629"),
        ("{pul_1: often}", "A621"),
        ("3", "A604"),
    ],
)
def test_an_unusable_pulse_is_named(read_text: Any, pulse: str, code: str) -> None:
    assert codes(read_text(f"pulse:\n  - {pulse}\n" + ONE)) == [code]


@pytest.mark.parametrize("text", ["- a\n", "3\n", "word\n", "null\n", "[]"])
def test_a_file_is_a_group_of_entries(read_text: Any, text: str) -> None:
    assert codes(read_text(text)) == ["A604"]


@pytest.mark.parametrize("people", ["[]", "null", ""])
def test_somebody_has_to_answer(read_text: Any, people: str) -> None:
    assert codes(read_text(f"respondents: {people}\n")) == ["A616"]


def test_reading_refuses_with_everything_that_is_wrong(tmp_path: Path, questionnaire: Questionnaire) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("firm: [A]\nrespondents: 3\n", encoding="utf-8")
    with pytest.raises(Refused) as refused:
        answers_file.read(path, questionnaire)
    assert [problem.code for problem in refused.value.problems] == ["A604", "A604"]
