"""What may be said to each kind of question, and what is refused."""

from typing import Any

import pytest

from assessments.answers_file import Checked
from scoring.answers import Unanswered

NA, DK = Unanswered.NOT_APPLICABLE, Unanswered.DONT_KNOW


def answers(item: str, written: str) -> str:
    return f"respondents:\n  - id: r1\n    role: exec\n    answers:\n      {item}: {written}\n"


def said(checked: Checked) -> Any:
    assert checked.problems == ()
    assert checked.assessment is not None
    (person,) = checked.assessment.submissions
    return next(iter(person.answers.values()), None)


@pytest.mark.parametrize(
    ("item", "written", "meant"),
    [
        ("own_02", "1", 1),
        ("own_02", "5", 5),
        ("own_02", "3.0", 3),
        ("cul_07", "4", 4),
        ("own_02", "dk", DK),
        ("own_02", "DK", DK),
        ("own_01", "dk", DK),
        ("own_11", "dk", DK),
        ("cul_12", "dk", DK),
        ("dem_01", "dk", DK),
        ("dat_08", "na", NA),
        ("own_01", "joint", "joint"),
        ("own_11", "[solve, happy]", ("solve", "happy")),
        ("own_11", "solve", ("solve",)),
        ("dat_10", "[]", ()),
        ("cul_12", "0", 0),
        ("cul_12", "100", 100),
        ("own_02", "null", None),
        ("own_02", "", None),
    ],
)
def test_an_answer_is_understood(read_text: Any, item: str, written: str, meant: object) -> None:
    value = said(read_text(answers(item, written)))
    assert value == meant
    assert type(value) is type(meant)


@pytest.mark.parametrize(
    ("item", "written", "code"),
    [
        *((("own_02", written, "A621")) for written in ("0", "6", "7", "-1", "2.5", '"3"', "three", "true", "[3]")),
        *((("cul_07", written, "A621")) for written in ("agree", "6")),
        *((("own_01", written, "A622")) for written in ("nobodyy", "3", "true", "[joint]", "{joint: 1}")),
        ("own_11", "[solve, gold]", "A622"),
        ("own_11", "[solve, happy, sell]", "A623"),
        ("own_11", "[solve, solve]", "A624"),
        ("own_11", "3", "A622"),
        ("own_11", "[null]", "A622"),
        ("own_11", "[dk]", "A622"),
        *((("cul_12", written, "A625")) for written in ("101", "-1", "66.5", '"66"', "many", "true", "[66]")),
        *((("dem_01", written, "A626")) for written in ("{}", "{phone: 97}", "{phone: 97.99}", "{phone: 60, web: 43}")),
        ("dem_01", "{fax: 100}", "A627"),
        *((("dem_01", written, "A628")) for written in ("58", "phone", "[phone]", "{phone: many}", "{phone: 101}")),
        ("dem_01", "{phone: -1, web: 100}", "A628"),
        ("dem_01", "{phone: true, web: 99}", "A628"),
        *(((item, "na", "A629")) for item in ("own_01", "own_02", "own_11", "cul_12", "dem_01")),
        ("own_99", "3", "A620"),
    ],
)
def test_an_unusable_answer_is_named(read_text: Any, item: str, written: str, code: str) -> None:
    checked = read_text(answers(item, written))
    assert [problem.code for problem in checked.problems] == [code]
    assert checked.problems[0].line == 5
    assert checked.assessment is None


@pytest.mark.parametrize("total", [98, 99.5, 100, 102])
def test_a_split_may_be_off_by_rounding_and_is_kept_as_given(read_text: Any, total: float) -> None:
    split = said(read_text(answers("dem_01", f"{{phone: {total - 90}, web: 90, mail: null}}")))
    assert split == {"person": 0, "phone": total - 90, "mail": 0, "web": 90, "mobile": 0, "social": 0}


def test_a_quoted_line_is_told_to_lose_its_quotes(read_text: Any) -> None:
    assert "Write 3 without quotes." in read_text(answers("own_02", '"3"')).problems[0].snippet


def test_everything_wrong_is_said_at_once_in_the_order_of_the_file(read_text: Any) -> None:
    text = answers("own_02", "7") + "      own_01: nobodyy\n      dem_01: {phone: 93}\n  - {id: r1, role: boss}\n"
    found = [(problem.line, problem.code) for problem in read_text("date: today\n" + text).problems]
    assert found == [(1, "A607"), (6, "A621"), (7, "A622"), (8, "A626"), (9, "A611"), (9, "A610")]
