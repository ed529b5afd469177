"""Files that are not what their name says, and bytes that are nothing at all."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessments import answers_file
from scoring import Method, assess
from scoring.model import Questionnaire

TREE = {"respondents": [{"id": "r1", "role": "exec", "answers": {"own_02": 7}}]}


def codes(checked: Any) -> list[str]:
    assert checked.assessment is None
    return [problem.code for problem in checked.problems]


def test_json_is_read_with_the_place_of_every_value(read_text: Any) -> None:
    (problem,) = read_text(json.dumps(TREE, indent=2), "answers.json").problems
    assert (problem.code, problem.line) == ("A621", 7)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("answers.xlsx", b"PK\x03\x04", "A602"),
        ("answers.txt", b"respondent", "A601"),
        ("answers", b"", "A601"),
        ("answers.csv", b"PK\x03\x04\x14\x00\x06\x00\x08\x00", "A602"),
        ("answers.csv", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "A602"),
        ("answers.yaml", b"%PDF-1.7", "A617"),
        ("answers.csv", "respondent,role\n".encode("utf-16-le"), "Y104"),
        ("answers.csv", b"\xff\xfer\x00e\x00", "A603"),
        ("answers.json", b"\xfe\xff\x00{", "A603"),
        ("answers.csv", "respondent,role,own_02,Zürich\n".encode("latin-1"), "Y102"),
        ("answers.csv", b"", "Y105"),
        ("answers.csv", b"\xef\xbb\xbf\r\n \r\n", "Y105"),
        ("answers.yaml", b"", "Y105"),
        ("answers.json", b"\n", "Y105"),
        ("answers.csv", b"respondent,role\x00", "Y104"),
        ("answers.yaml", b"a: &x [*x]\n", "Y112"),
        ("answers.json", b"{", "Y122"),
        ("answers.csv", b",,,\n;;;\n", "A650"),
    ],
)
def test_a_file_that_is_something_else_is_refused(read_text: Any, name: str, content: bytes, code: str) -> None:
    assert codes(read_text(content, name))[0] == code


@pytest.mark.parametrize("name", ["missing.yaml", "missing.csv", "folder.csv"])
def test_a_file_that_cannot_be_opened_is_refused(tmp_path: Path, questionnaire: Questionnaire, name: str) -> None:
    (tmp_path / "folder.csv").mkdir()
    assert codes(answers_file.check(tmp_path / name, questionnaire)) == ["Y101"]


def test_a_context_has_to_be_a_group_of_entries(read_text: Any) -> None:
    assert codes(read_text("respondent,role,own_02\nr1,exec,3\n", "answers.csv", "- firm\n")) == ["A604"]


@pytest.fixture(scope="module")
def method(questionnaire: Questionnaire) -> Method:
    """Return the questionnaire, ready to score."""
    return Method(questionnaire)


KEYS = ["respondents", "id", "role", "answers", "notes", "own_02", "own_11", "dem_01", "phone", "context", "ctx_age"]
KEYS += ["segments", "value", "name", "pulse", "pul_1", "role_weights", "exec", "seconds", "round", "date", "variant"]
VALUES = st.none() | st.booleans() | st.integers(-2, 101) | st.floats(allow_nan=False, allow_infinity=False)
VALUES |= st.sampled_from(["", " ", "r1", "exec", "dk", "na", "3", "solve", "over_10", "2026-11-22", "full"])
TREES = st.recursive(
    VALUES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=6)
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(people=TREES, rest=st.dictionaries(st.sampled_from(KEYS), TREES, max_size=5))
def test_no_tree_brings_the_reader_down(
    read_text: Any, method: Method, people: object, rest: dict[str, object]
) -> None:
    checked = read_text(
        json.dumps({**rest, "respondents": [{"id": "r1", "role": "exec", "answers": people}]}), "a.json"
    )
    if checked.assessment is not None:
        assert assess(method, checked.assessment).respondents == 1


WORDS = ["respondent", "role", "item", "value", "r1", "exec", "own_02", "dem_01.phone", "round", "dk", "=1", "3"]
SIGNS = ['"', "respondents:", ",", ";", "\n", ":", "|", "\t", "- {", "}", "["]
MESS = st.lists(st.sampled_from(WORDS + SIGNS), max_size=30).map("".join).map(str.encode)
NAMES = st.sampled_from(["a.csv", "a.yaml", "a.json"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=60) | MESS, name=NAMES)
def test_no_bytes_bring_the_reader_down(read_text: Any, content: bytes, name: str) -> None:
    checked = read_text(content, name)
    assert bool(checked.problems) == (checked.assessment is None)
    assert all(problem.line > 0 and problem.column > 0 and str(problem) for problem in checked.problems)


@pytest.mark.parametrize("line", ["  - nobody", "key: 1"], ids=["found while reading", "found in the text"])
def test_a_list_of_problems_that_nobody_would_read_is_ended(
    line: str, tmp_path: Path, questionnaire: Questionnaire
) -> None:
    (tmp_path / "answers.yaml").write_text("respondents:\n" + f"{line}\n" * 302, encoding="utf-8")
    problems = answers_file.check(tmp_path / "answers.yaml", questionnaire).problems
    assert len(problems) == answers_file.MOST + 1
    assert "more problems" in problems[-1].sentence
