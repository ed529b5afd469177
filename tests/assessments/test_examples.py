"""Worked examples say what must come out, and a check says where something else does."""

import shutil
from pathlib import Path

import pytest

from assessments.catalog import check, load
from assessments.examples import check_examples
from assessments.problems.sentences import SENTENCES
from scoring import Method

ANSWERS = """assessment: tiny-2026
firm: Tiny
date: 2026-01-02
context: {ctx_age: new}
respondents:
  - {id: r1, role: exec, answers: {al_1: 2, be_1: 4, be_2: boss, dem_now: {call: 70, chat: 30}, dem_use: 3}}
"""


@pytest.fixture
def tiny(root: Path, tmp_path: Path) -> Path:
    shutil.copytree(root / "tests" / "broken" / "base", tmp_path / "tiny")
    (tmp_path / "tiny" / "examples").mkdir()
    return tmp_path / "tiny"


def found_in(folder: Path, text: str, name: str = "one.yaml") -> list[str]:
    (folder / "examples" / name).write_text(text, encoding="utf-8")
    problems = check_examples(folder, Method(load(folder)))
    return [f"{one.line}:{one.column} {one.code} {one.sentence}" for one in problems]


@pytest.mark.parametrize("name", ["social_crm", "bank", "short"])
def test_the_shipped_examples_come_out_as_they_say(root: Path, name: str) -> None:
    folder = root / "questionnaires" / name
    assert len(list((folder / "examples").iterdir())) > 1
    assert check(folder).advice == ()
    assert [str(one) for one in check_examples(folder, Method(load(folder)))] == []


def test_a_folder_without_examples_and_an_example_without_expectations(tiny: Path) -> None:
    assert check_examples(tiny / "nowhere", Method(load(tiny))) == ()
    assert found_in(tiny, ANSWERS) == []


@pytest.mark.parametrize(
    "expected",
    [
        "position: 0",
        "provisional: false",
        "verdict: behind",
        "ambition: null",
        "path_coordinate: 0.2475",
        "path_coordinate: 0.25",
        "path_coordinate: 0.2",
        "path_coordinate: 0",
        "index: {T: 45, M: 50.0}",
        "factors: {make: 25, talk: ok}",
        "factors: {talk: {score: 75.00, status: ok}}",
        "items: {al_1: 25, dem_now: null, be_2: {answers: 1, score: null}}",
        "gates: {T1: fail, M1: 50}",
        "gates: {T1: {minimum: 40, value: 25}}",
        "gates: [T1, M1, S1]",
        "gates_not_passed: {T: [T1], M: [], S: []}",
        "warnings: [W_DULL]",
        "warnings: {W_DULL: high}",
        "warnings: {includes: [W_DULL], excludes: [W_LOUD]}",
        "warnings: {includes: W_DULL}",
        "candidates: [A1]",
        "confidence: {bounds: [0, 0], sturdy: true}",
        "agenda: []",
        "quality_flags: []",
        "respondents: {by_role: {exec: 1}}",
        "channel_fit: {channels: {calls: {capability: 25}}}",
        "contact_mix: {dem_now: {call: 70}}",
    ],
)
def test_what_comes_out_as_expected(expected: str, tiny: Path) -> None:
    assert found_in(tiny, f"{ANSWERS}expect:\n  {expected}\n") == []


@pytest.mark.parametrize(
    ("expected", "place", "code", "sentence"),
    [
        ("position: 1", "8:13", "E701", '"position" should be 1, and comes out as 0.'),
        ("position: false", "8:13", "E701", '"position" should be false, and comes out as 0.'),
        ("provisional: 0", "8:16", "E701", '"provisional" should be 0, and comes out as false.'),
        ("path_coordinate: 0.24", "8:20", "E701", '"path_coordinate" should be 0.24, and comes out as 0.2475.'),
        ("path_coordinate: 0.2470", "8:20", "E701", '"path_coordinate" should be 0.247, and comes out as 0.2475.'),
        ("ambition: 2", "8:13", "E701", '"ambition" should be 2, and comes out as null.'),
        ("verdict: ahead", "8:12", "E701", '"verdict" should be "ahead", and comes out as "behind".'),
        ("verdict: {word: ahead}", "8:12", "E701", '"verdict" should be {"word": "ahead"}, and comes out as "behind".'),
        ("index: 45", "8:10", "E701", '"index" should be 45, and comes out as {"T": 45.0, "M": 50.0, "S": 55.0}.'),
        ("index: {T: [45]}", "8:14", "E701", '"index.T" should be [45], and comes out as 45.'),
        ("factors: {make: na}", "8:19", "E701", '"factors.make" should be "na", and comes out as "ok".'),
        ("factors: {make: {score: 26}}", "8:27", "E701", '"factors.make.score" should be 26, and comes out as 25.'),
        ("gates: {T1: 26}", "8:15", "E701", '"gates.T1" should be 26, and comes out as 25.'),
        ("gates: {T9: fail}", "8:11", "E702", 'A result has nothing called "gates.T9".'),
        ("positon: 0", "8:3", "E702", 'A result has nothing called "positon".'),
        ("confidence: {bounds: {low: 0}}", "8:25", "E702", 'A result has nothing called "confidence.bounds.low".'),
        ("warnings: []", "8:13", "E703", '"warnings" should list [], and lists ["W_DULL"].'),
        ("warnings: [W_LOUD]", "8:13", "E703", '"warnings" should list ["W_LOUD"], and lists ["W_DULL"].'),
        ("warnings: W_DULL", "8:13", "E701", '"warnings" should be "W_DULL", and comes out as [{"id": "W_DULL",'),
        ("confidence: {bounds: [0, 1]}", "8:24", "E703", '"confidence.bounds" should list [0, 1], and lists [0, 0].'),
        ("warnings: {includes: [W_LOUD]}", "8:25", "E704", '"W_LOUD" should be in "warnings", which lists ["W_DULL"].'),
        ("warnings: {excludes: [W_DULL]}", "8:25", "E704", '"W_DULL" should not be in "warnings", which lists'),
        ("gates_not_passed: {T: []}", "8:25", "E703", '"gates_not_passed.T" should list [], and lists ["T1"].'),
    ],
)
def test_what_comes_out_otherwise(expected: str, place: str, code: str, sentence: str, tiny: Path) -> None:
    (found,) = found_in(tiny, f"{ANSWERS}expect:\n  {expected}\n")
    assert found.startswith(f"{place} {code} {sentence}")


def test_expectations_are_a_group(tiny: Path) -> None:
    (found,) = found_in(tiny, f"{ANSWERS}expect: everything fine\n")
    assert found.startswith("7:9 E705")


def test_only_the_first_differences_are_told(tiny: Path) -> None:
    expected = "".join(f"  nothing_{n}: 1\n" for n in range(50))
    assert len(found_in(tiny, f"{ANSWERS}expect:\n{expected}")) == 10


def test_an_example_whose_answers_cannot_be_used_says_so(tiny: Path) -> None:
    (found,) = found_in(tiny, ANSWERS.replace("al_1: 2", "al_1: 7") + "expect: {position: 0}\n")
    assert found.startswith("6:")
    assert " A" in found


def test_examples_may_be_json_too(tiny: Path) -> None:
    respondent = '{"id": "r", "role": "exec", "answers": {"al_1": 2}}'
    text = f'{{"assessment": "t", "respondents": [{respondent}],\n "expect": {{"index": {{"T": 24.0}}}}}}'
    (found,) = found_in(tiny, text, "one.json")
    assert found.startswith("2:28 E701")


def test_every_code_about_examples_is_shown_above() -> None:
    assert {code for code in SENTENCES if code.startswith("E")} == {"E701", "E702", "E703", "E704", "E705"}
