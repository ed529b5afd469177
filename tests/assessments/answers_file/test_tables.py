"""CSV, long and wide, as people and spreadsheets write it."""

from pathlib import Path
from typing import Any

import pytest

from assessments.answers_file import Checked
from scoring.answers import Assessment, Submission, Unanswered

SPLIT = {"person": 0, "phone": 58, "mail": 0, "web": 42, "mobile": 0, "social": 0}
WIDE = """respondent,role,own_01,own_02,own_11,dem_01.phone,dem_01.web,dem_02
r1,exec,joint,3,solve|happy,58,42,dk
r2,sales,dk,,solve,,,
"""
LONG = """respondent,role,item,value,note
r1,exec,own_01,joint,
r1,exec,own_02,3,
r1,exec,own_11,solve|happy,
r1,exec,dem_01.phone,58,
r1,exec,dem_01.web,42,
r1,exec,dem_02,dk,
r2,sales,own_01,dk,
r2,sales,own_11,solve,
"""
BOTH = (
    Submission(
        "r1",
        "exec",
        {
            "own_01": "joint",
            "own_02": 3,
            "own_11": ("solve", "happy"),
            "dem_01": SPLIT,
            "dem_02": Unanswered.DONT_KNOW,
        },
    ),
    Submission("r2", "sales", {"own_01": Unanswered.DONT_KNOW, "own_11": ("solve",)}),
)


def read(checked: Checked) -> Assessment:
    assert checked.problems == ()
    assert checked.assessment is not None
    return checked.assessment


def found(checked: Checked) -> list[tuple[str, int, int]]:
    assert checked.assessment is None
    return [(problem.code, problem.line, problem.column) for problem in checked.problems]


@pytest.mark.parametrize("text", [WIDE, LONG], ids=["wide", "long"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "byte order mark"])
def test_spreadsheets_differ_in_spelling_only(
    read_text: Any, text: str, separator: str, line_end: str, mark: bytes
) -> None:
    written = text.replace(",", separator).replace("\n", line_end).encode()
    assert read(read_text(mark + written, "answers.csv")).submissions == BOTH


def test_column_names_may_be_written_large_and_spaced(read_text: Any) -> None:
    text = WIDE.replace("respondent,role,own_01", " Respondent , ROLE, Own_01")
    assert read(read_text(text, "answers.csv")).submissions == BOTH


def test_quotes_hold_separators_quotes_and_line_ends(read_text: Any) -> None:
    text = 'respondent;role;item;value;note\nr1;exec;own_02;3;"He said: ""no; never"".\nTwice."\nr1;exec;own_03;9;\n'
    assert found(read_text(text, "answers.csv")) == [("A621", 4, 16)]
    (person,) = read(read_text(text.replace(";9;", ";4;"), "answers.csv")).submissions
    assert person.notes == {"own_02": 'He said: "no; never".\nTwice.'}


def test_blank_rows_and_missing_cells_at_the_end_are_silence(read_text: Any) -> None:
    text = "respondent,role,own_01,own_02\n\nr1,exec,joint\n,,,\n"
    (person,) = read(read_text(text, "answers.csv")).submissions
    assert person.answers == {"own_01": "joint"}


def test_a_person_may_say_nothing(read_text: Any) -> None:
    (person,) = read(read_text("respondent,role,item,value\nr1,exec,,\n", "answers.csv")).submissions
    assert person == Submission("r1", "exec", {})


def test_a_lone_bar_is_an_empty_choice(read_text: Any) -> None:
    (person,) = read(read_text("respondent,role,dat_10\nr1,exec,|\n", "answers.csv")).submissions
    assert person.answers == {"dat_10": ()}


def test_notes_and_times_have_columns(read_text: Any) -> None:
    wide = "respondent,role,seconds,own_02,own_02.note\nr1,exec,840,3,Signed\n"
    long = "respondent,role,item,value,note,seconds\nr1,exec,own_02,3,Signed,840\nr1,exec,own_03,4,,840\n"
    (person,) = read(read_text(wide, "answers.csv")).submissions
    assert person == Submission("r1", "exec", {"own_02": 3}, {"own_02": "Signed"}, {}, 840)
    (person,) = read(read_text(long, "answers.csv")).submissions
    assert (person.notes, person.seconds) == ({"own_02": "Signed"}, 840)


def test_a_note_beside_every_part_of_a_split_is_one_note(read_text: Any) -> None:
    text = "respondent,role,item,value,note\nr1,exec,dem_01.phone,58,Counted\nr1,exec,dem_01.web,42,Counted\n"
    (person,) = read(read_text(text, "answers.csv")).submissions
    assert person.notes == {"dem_01": "Counted"}
    assert found(read_text(text.replace("42,Counted", "42,Guessed"), "answers.csv")) == [("A655", 3, 23)]


def test_segments_stand_before_the_question(read_text: Any) -> None:
    context = "segments: [{id: young, value: 1}]\n"
    wide = "respondent,role,young:dem_03,young:dem_01.phone\nr1,exec,5,100\n"
    (person,) = read(read_text(wide, "answers.csv", context)).submissions
    assert person.segments == {"young": {"dem_03": 5, "dem_01": {**dict.fromkeys(SPLIT, 0), "phone": 100}}}


def test_the_context_says_the_rest(read_text: Any) -> None:
    context = "assessment: nv\nfirm: Northvale\nvariant: quick\ndate: 2026-11-22\ncontext: {ctx_age: over_10}\n"
    checked = read_text(WIDE.replace(",own_02", ",cul_02"), "answers.csv", context)
    assessment = read(checked)
    assert (assessment.id, assessment.firm, assessment.variant) == ("nv", "Northvale", "quick")
    assert assessment.context == {"ctx_age": "over_10"}


def test_problems_of_both_files_are_said(read_text: Any, tmp_path: Path) -> None:
    checked = read_text("respondent,role,own_02\nr1,exec,7\n", "answers.csv", "variant: fast\n")
    assert [(Path(problem.path).name, problem.code) for problem in checked.problems] == [
        ("answers.csv", "A621"),
        ("context.yaml", "A608"),
    ]


def test_a_later_round_replaces_earlier_answers(read_text: Any) -> None:
    text = "respondent,role,item,value,round\nr1,exec,own_02,5,2\nr1,exec,own_02,3,1\nr1,exec,own_03,4,\n"
    (person,) = read(read_text(text, "answers.csv")).submissions
    assert person.answers == {"own_02": 5, "own_03": 4}
    wide = "respondent,role,round,own_02,own_03\nr1,exec,1,3,4\nr1,exec,2,5,\n"
    (person,) = read(read_text(wide, "answers.csv")).submissions
    assert person.answers == {"own_02": 5, "own_03": 4}


def test_an_earlier_round_has_to_be_right_too(read_text: Any) -> None:
    text = "respondent,role,item,value,round\nr1,exec,own_02,7,1\nr1,exec,own_02,3,2\n"
    assert found(read_text(text, "answers.csv")) == [("A621", 2, 16)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("respondent,role,item,value\nr1,exec,own_02,3\nr1,exec,own_02,3\n", [("A655", 3, 16)]),
        ("respondent,role,item,value\nr1,exec,dem_01,dk\nr1,exec,dem_01.phone,100\n", [("A655", 3, 22)]),
        ("respondent,role,item,value\nr1,exec,dem_01.phone,100\nr1,exec,dem_01,dk\n", [("A655", 3, 16)]),
        ("respondent,role,item,value,seconds\nr1,exec,own_02,3,5\nr1,exec,own_03,3,6\n", [("A655", 3, 18)]),
        ("respondent,role,own_02\nr1,exec,3\nr1,exec,4\n", [("A611", 3, 1)]),
        ("respondent,role,item,value\nr1,exec,own_02,3\nr1,sales,own_03,3\n", [("A611", 3, 1)]),
        ("respondent,role,item,value\n,exec,own_02,3\n,exec,own_02,3\n", [("A606", 2, 1), ("A606", 3, 1)]),
        ("respondent,role,item,value\nr1,exec,own_02,3\nr1,,own_03,3\n", [("A606", 3, 4)]),
        ("respondent,role,item,value\nr1,exec,,3\n", [("A620", 2, 9)]),
        ("respondent,role,item,value\nr1,exec,own_02.note,3\n", []),
        ("respondent,role,own_99,dem_01.fax\nr1,exec,1,2\n", [("A620", 1, 17), ("A627", 1, 24)]),
        ("respondent,role,own_02.x\nr1,exec,3\n", [("A653", 1, 17)]),
        ("respondent,role,,own_02\nr1,exec,x,3\n", [("A656", 2, 9)]),
        ("name,role,own_02\nr1,exec,3\n", [("A650", 1, 1), ("A620", 1, 1)]),
        ("who,role,item,value\nr1,exec,own_02,3\n", [("A650", 1, 1), ("A652", 1, 1)]),
        ("respondent,role,item\nr1,exec,own_02\n", [("A650", 1, 1)]),
        ("respondent,role,own_02\nr1,exec,7\nr2,exec,\"3\n", [("A621", 2, 9), ("A654", 3, 9)]),
        ("respondent,role,own_02\nr1,exec,7\n\"r2,exec,3\n", [("A621", 2, 9), ("A654", 3, 1)]),
        ("respondent,role,\"own_02\nr1,exec,7\n", [("A654", 1, 17)]),
        ("respondent,role,own_02\nr1,exec,0x3\n", [("A621", 2, 9)]),
        ("respondent,role,cul_12\nr1,exec,66.5\n", [("A625", 2, 9)]),
        ("respondent,role,dem_01\nr1,exec,58\n", [("A628", 2, 9)]),
        ("respondent,role,dem_01.phone,dem_01.web\nr1,exec,58,many\n", [("A628", 2, 12)]),
        ("respondent,role,young:dem_03\nr1,exec,3\n", [("A640", 1, 17)]),
        ("respondent,role,young:dem_03\nr1,exec,3\nr2,exec,3\n", [("A640", 1, 17)]),
        ("respondent,role,item,value,round\nr1,exec,own_02,3,1|2\n", [("A615", 2, 18)]),
        ("respondent,role,item,value,round\nr1,exec,own_02,3,1.0\nr1,exec,own_03,7,1\n", [("A621", 3, 16)]),
        ("respondent,role\n", [("A616", 1, 1)]),
    ],
)  # fmt: skip
def test_an_unusable_row_is_named(read_text: Any, text: str, expected: list[tuple[str, int, int]]) -> None:
    checked = read_text(text, "answers.csv")
    problems = [(problem.code, problem.line, problem.column) for problem in checked.problems]
    assert sorted(problems, key=lambda problem: problem[1:]) == expected


def test_a_formula_is_text_again(read_text: Any) -> None:
    text = "respondent,role,item,value,note\n'=r1,exec,own_02,3,'=1+1\n"
    (person,) = read(read_text(text, "answers.csv")).submissions
    assert (person.respondent, person.notes) == ("=r1", {"own_02": "=1+1"})
