"""Who says what: ids, roles, notes, rounds, and answers that will not be counted."""

from typing import Any

import pytest

from assessments.answers_file import Checked
from scoring.answers import Assessment, Submission

WHOLE = "assessment: a\nfirm: A\ndate: 2026-11-22\n"


def read(checked: Checked) -> Assessment:
    assert checked.problems == ()
    assert checked.assessment is not None
    return checked.assessment


def people(*lines: str) -> str:
    return "".join([WHOLE, "respondents:\n", *(f"  - {line}\n" for line in lines)])


def codes(checked: Checked) -> list[str]:
    return [problem.code for problem in checked.problems]


def test_a_person_has_answers_notes_and_a_time(read_text: Any) -> None:
    line = '{id: r1, role: exec, seconds: 840, answers: {own_02: 3}, notes: {own_02: " Signed in May. ", own_03: null}}'
    (person,) = read(read_text(people(line))).submissions
    assert person == Submission("r1", "exec", {"own_02": 3}, {"own_02": "Signed in May."}, {}, 840)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("{role: exec}", ["A606"]),
        ("{id: r1}", ["A606"]),
        ("{}", ["A606", "A606"]),
        ("{id: null, role: null}", ["A606", "A606"]),
        ("{id: r1, role: boss}", ["A610"]),
        ("{id: r1, role: 3}", ["A610"]),
        ("{id: [r1], role: exec}", ["A604"]),
        ("{id: r1, role: exec, answer: {own_02: 3}}", ["A605"]),
        ("{id: r1, role: exec, answers: [own_02]}", ["A604"]),
        ("{id: r1, role: exec, notes: {own_02: 5}}", ["A604"]),
        ("{id: r1, role: exec, notes: {own_2: x}}", ["A620"]),
        ("{id: r1, role: exec, seconds: -1}", ["A614"]),
        ("{id: r1, role: exec, seconds: fast}", ["A614"]),
        ("{id: r1, role: exec, round: 0}", ["A615"]),
        ("{id: r1, role: exec, round: 1.5}", ["A615"]),
        ("3", ["A604"]),
        ("null", ["A604"]),
    ],
)
def test_an_unusable_person_is_named(read_text: Any, line: str, found: list[str]) -> None:
    assert codes(read_text(people(line))) == found


def test_two_people_with_one_id_are_named_at_the_second(read_text: Any) -> None:
    text = people("{id: r1, role: exec}", "{id: r2, role: exec}", "{id: r1, role: exec}")
    (problem,) = read_text(text).problems
    assert (problem.code, problem.line) == ("A611", 7)
    assert "line 5" in problem.sentence


def test_one_person_has_one_role_in_every_round(read_text: Any) -> None:
    assert codes(read_text(people("{id: r1, role: exec}", "{id: r1, role: sales, round: 2}"))) == ["A611"]


def test_a_later_round_replaces_what_it_repeats(read_text: Any) -> None:
    text = WHOLE + (
        "segments: [{id: all, value: 1}]\nrespondents:\n"
        "  - {id: r1, role: exec, round: 2, answers: {own_02: 5}, segments: {all: {dem_03: 2}},"
        " notes: {own_02: moved}}\n"
        "  - {id: r2, role: exec, answers: {own_02: 1}}\n"
        "  - {id: r1, role: exec, seconds: 600, answers: {own_02: 3, own_03: 4},"
        " segments: {all: {dem_03: 1, dem_04: 3}}}\n"
    )
    first, second = read(read_text(text)).submissions
    assert first.answers == {"own_02": 5, "own_03": 4}
    assert first.segments == {"all": {"dem_03": 2, "dem_04": 3}}
    assert (first.notes, first.seconds) == ({"own_02": "moved"}, 600)
    assert second.answers == {"own_02": 1}


def test_answers_of_those_who_are_not_asked_are_advice(read_text: Any) -> None:
    line = "{id: r%s, role: frontline, answers: {own_02: 3, cul_01: 3}}"
    (advice,) = read_text(people("{id: r1, role: exec}", line % 2, line % 3)).advice
    assert (advice.code, advice.line) == ("A691", 6)
    assert advice.sentence.endswith("is not asked: own_02.")


def test_a_role_that_is_alone_speaks_for_the_firm(read_text: Any) -> None:
    line = "{id: r%s, role: frontline, answers: {own_02: 3}}"
    assert read_text(people(line % 1, line % 2)).advice == ()


def test_answers_the_quick_scan_does_not_ask_for_are_advice(read_text: Any) -> None:
    text = "variant: quick\n" + people("{id: r1, role: exec, answers: {own_01: joint, own_02: 3}}")
    assert [advice.code for advice in read_text(text).advice] == ["A692"]
