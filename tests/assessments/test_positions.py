"""Text becomes data with the place of every key and value, or is refused at the right place."""

import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessments.positions import Document, Limits, read
from assessments.problems import Place, Problem, Refused

LIMITS = Limits(kilobytes=200, values=5_000)


def opened(folder: Path, text: str | bytes, name: str = "file.yaml") -> Document:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
    return read(path, LIMITS)


def refused(folder: Path, text: str | bytes, name: str = "file.yaml") -> list[tuple[str, int, int]]:
    with pytest.raises(Refused) as error:
        opened(folder, text, name)
    return [(one.code, one.line, one.column) for one in error.value.problems]


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: true\nb: false", {"a": True, "b": False}),
        ("a:\nb: ~\nc: null", {"a": None, "b": None, "c": None}),
        ("a: 0\nb: -12\nc: 37.5\nd: -0.25", {"a": 0, "b": -12, "c": 37.5, "d": -0.25}),
        ("a: 'no'\nb: \"3_10\"\nc: '12'", {"a": "no", "b": "3_10", "c": "12"}),
        (
            "a: 2026-11-22\nb: 1.2.3\nc: 5 kg\nd: y\ne: 1,5",
            {"a": "2026-11-22", "b": "1.2.3", "c": "5 kg", "d": "y", "e": "1,5"},
        ),
        ("a: [1, {b: c}]\nd:\n  - e\n  - f: g", {"a": [1, {"b": "c"}], "d": ["e", {"f": "g"}]}),
        ("a: >-\n  one\n  two\nb: |\n  x\n  y\n", {"a": "one two", "b": "x\ny\n"}),
        ("\ufeffa: é # note\n", {"a": "é"}),
        ("a: 1\r\nb: 2\r\n", {"a": 1, "b": 2}),
        ("---\na: 1\n...\n", {"a": 1}),
        ("- 1", [1]),
        ("just text", "just text"),
        ("null", None),
    ],
)
def test_yaml_is_read_the_way_every_program_reads_it(text: str, data: object, tmp_path: Path) -> None:
    assert opened(tmp_path, text).data == data


def test_every_key_and_value_has_a_place(tmp_path: Path) -> None:
    document = opened(tmp_path, "firm: Hartwell\nroles:\n  - {id: exec}\n")
    assert document.place(("firm",)) == (1, 7)
    assert document.place(("firm",), key=True) == (1, 1)
    assert document.place(("roles", 0, "id")) == (3, 10)
    assert document.place(("roles", 0, "id"), key=True) == (3, 6)
    assert document.place(()) == (1, 1)


def test_what_is_not_there_is_placed_at_what_is_around_it(tmp_path: Path) -> None:
    document = opened(tmp_path, "firm: Hartwell\nroles:\n  - {id: exec}\n")
    assert document.place(("roles", 0, "name", "x"), key=True) == (3, 5)
    assert document.place(("roles", 7)) == (3, 3)
    assert document.place(("nowhere",)) == (1, 1)


@pytest.mark.parametrize("word", ["yes", "no", "on", "off", "Yes", "NO", "True", "FALSE", "Null", "NULL"])
def test_words_that_mean_yes_or_no_to_some_programs_are_refused(word: str, tmp_path: Path) -> None:
    assert refused(tmp_path, f"{word}: 1\nb: [x, {word}]") == [("Y117", 1, 1), ("Y117", 2, 8)]


@pytest.mark.parametrize(
    "word",
    [
        "3_10",
        "010",
        "08",
        "+5",
        "1:30",
        "1:30.5",
        "0x1F",
        "0o17",
        "0b11",
        "1e3",
        "1.",
        ".5",
        "1.5e-3",
        ".inf",
        "-.INF",
        ".nan",
        "1" * 19,
    ],
)
def test_numbers_that_programs_read_differently_are_refused(word: str, tmp_path: Path) -> None:
    assert refused(tmp_path, f"a: {word}") == [("Y118", 1, 4)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: &x 1\nb: *x", [("Y112", 1, 4)]),
        ("a: *x", [("Y112", 1, 4)]),
        ("a: &x [1]", [("Y112", 1, 4)]),
        ("<<: {a: 1}", [("Y112", 1, 1)]),
        ("a: !!python/object/apply:os.system [ls]", [("Y113", 1, 4)]),
        ("a: !secret x\nb: no", [("Y113", 1, 4), ("Y117", 2, 4)]),
        ("a: 1\nb: 2\na: 3\na: 4", [("Y111", 3, 1), ("Y111", 4, 1)]),
        ("a: {b: 1, b: 2}", [("Y111", 1, 11)]),
        ("1: a\ntrue: b\n~: c", [("Y119", 1, 1), ("Y119", 2, 1), ("Y119", 3, 1)]),
        ("? [a, b]\n: c", [("Y119", 1, 3)]),
        ("a: 1\n---\nb: 2", [("Y114", 2, 1)]),
        ("", [("Y105", 1, 1)]),
        (" \n\t\n", [("Y105", 1, 1)]),
        ("# only a note\n", [("Y105", 1, 1)]),
        ("a:\n\t- b", [("Y106", 2, 1)]),
        ("a:\n  - b\n\t- c", [("Y106", 3, 1)]),
        ("a: `b`", [("Y107", 1, 4)]),
        ("a: b: c", [("Y108", 1, 5)]),
        ("a: - b", [("Y108", 1, 4)]),
        ("a: 'b\nc: d", [("Y109", 1, 4)]),
        ('a: "b\n---\nc"', [("Y109", 1, 4)]),
        ("a: [b, c\nd: e", [("Y110", 1, 4)]),
        ("a: {b: c", [("Y110", 1, 4)]),
        ("- a\nb: 1", [("Y120", 2, 1)]),
        ("a: 'it's'", [("Y120", 1, 8)]),
        ('a: "\\q"', [("Y121", 1, 5)]),
        ("%NONSENSE\n", [("Y121", 1, 10)]),
        ('a: "\\0"', [("Y104", 1, 4)]),
        ('"\\x07": 1', [("Y104", 1, 1)]),
        ("a: b\x00c", [("Y104", 1, 5)]),
        ("a: 1\nb: \u200f\ufeff", [("Y104", 2, 5)]),
        (b"a: caf\xe9", [("Y102", 1, 7)]),
        ("a: 1".encode("utf-16"), [("Y102", 1, 1)]),
        (b"PK\x03\x04\x14\x00\x06\x00", [("Y104", 1, 3)]),
        ("[" * 30, [("Y115", 1, 21)]),
        ("a: " + "[1, " * 15 + "{b: " * 15, [("Y115", 1, 80)]),
        ("a: no\nb: [" + "1, " * 6000 + "]", [("Y117", 1, 4), ("Y116", 2, 14996)]),
    ],
)
def test_text_is_refused_at_the_right_place(
    text: str | bytes, found: list[tuple[str, int, int]], tmp_path: Path
) -> None:
    assert refused(tmp_path, text) == found


def test_a_file_with_wrong_words_only_can_be_read_with_its_problems(tmp_path: Path) -> None:
    (tmp_path / "file.yaml").write_text("a: no\nb: 1\n")
    document = read(tmp_path / "file.yaml", LIMITS, whole=False)
    assert document.data == {"a": "no", "b": 1}
    assert [one.code for one in document.problems] == ["Y117"]


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="Y101"):
        read(tmp_path, LIMITS)


# ------------------------------------------------------------------ JSON


def test_json_has_places_too(tmp_path: Path) -> None:
    document = opened(tmp_path, '{"firm": "A \\"B\\"",\n "n": [1, -2.5, 1e2, true, null],\n\t"o": {}}', "a.JSON")
    assert document.data == {"firm": 'A "B"', "n": [1, -2.5, 100.0, True, None], "o": {}}
    assert document.place(("n", 2)) == (2, 17)
    assert document.place(("o",), key=True) == (3, 2)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{"a": 1,}', [("Y122", 1, 9)]),
        ("{'a': 1}", [("Y122", 1, 2)]),
        ("a: 1", [("Y122", 1, 1)]),
        ('{"a": 1}\n{"b": 2}', [("Y122", 2, 1)]),
        ("[1, 2", [("Y122", 1, 6)]),
        ("]", [("Y122", 1, 1)]),
        ('{"a": 1, "a": 2}', [("Y111", 1, 10)]),
        (
            '{"a": NaN, "b": Infinity, "c": -Infinity, "d": 1e999}',
            [("Y118", 1, 7), ("Y118", 1, 17), ("Y118", 1, 32), ("Y118", 1, 48)],
        ),
        ('{"a": "\\ud800", "b": "\\u0000"}', [("Y104", 1, 7), ("Y104", 1, 22)]),
        ("[" * 100_000, [("Y115", 1, 21)]),
        ('{"a":' * 30 + "1" + "}" * 30, [("Y115", 1, 101)]),
        ("[" + "1," * 6000 + "1]", [("Y116", 1, 10000)]),
        (" ", [("Y105", 1, 1)]),
    ],
)
def test_json_is_refused_at_the_right_place(text: str, found: list[tuple[str, int, int]], tmp_path: Path) -> None:
    assert refused(tmp_path, text, "a.json") == found


def test_long_whole_numbers_in_json_stay_numbers(tmp_path: Path) -> None:
    assert opened(tmp_path, "[1" + "0" * 300 + "]", "a.json").data == [1e300]


plain = st.none() | st.booleans() | st.integers(-(10**17), 10**17) | st.floats(allow_nan=False, allow_infinity=False)
words = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"], exclude_characters="\ufeff"), max_size=8
)
trees = st.recursive(
    plain | words,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words, inner, max_size=4),
    max_leaves=20,
)
reusing = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@given(tree=trees, indent=st.sampled_from([None, 2]))
@reusing
def test_json_means_what_python_reads(tree: Any, indent: int | None, tmp_path: Path) -> None:
    document = opened(tmp_path, json.dumps(tree, indent=indent), "a.json")
    assert document.data == tree
    assert all(places >= (1, 1) for places in document.values.values())


def at(document: Document, place: Place) -> str:
    return document.file.lines[place.line - 1][place.column - 1 :]


@given(tree=trees)
@reusing
def test_the_place_of_a_value_is_where_it_is_written(tree: Any, tmp_path: Path) -> None:
    document = opened(tmp_path, json.dumps(tree, indent=1), "a.json")
    for path, place in document.values.items():
        value = document.data
        for step in path:
            value = value[step]
        assert at(document, place).startswith(json.dumps(value, indent=1).split("\n")[0])


# ------------------------------------------------------------------ whatever comes


def problems_of(folder: Path, text: str | bytes, name: str) -> tuple[Problem, ...]:
    try:
        return opened(folder, text, name).problems
    except Refused as refusal:
        return refusal.problems


@given(
    content=st.binary(max_size=200) | st.text(alphabet="ab:-[]{}\"'\n\t #&*!|>%@`,?0_.e\\", max_size=80).map(str.encode)
)
@reusing
def test_whatever_the_bytes_they_are_data_or_refused_with_a_place(content: bytes, tmp_path: Path) -> None:
    for name in ("a.yaml", "a.json"):
        problems = problems_of(tmp_path, content, name)
        assert all(one.line >= 1 and one.column >= 1 and str(one) for one in problems)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 2_000,
        "{a: " * 2_000,
        "- " * 2_000,
        "? " * 2_000,
        "a: [" + "[], " * 50_000,
        "a: " + "x" * 199_000,
        "x" * 199_000 + ": 1",
        '"' + "x" * 199_000,
        "&a [" * 1_000,
        "a: &a [b, b]\nc: &c [*a, *a]\nd: [*c, *c]\n",
        "- {id: a}\n" * 19_000,
        "# " + "x" * 199_000,
        "'" * 199_000,
        "\n" * 199_000 + "a",
        ": " * 90_000,
        "!" * 199_000,
        "%" * 199_000,
    ],
    ids=range(17),
)
def test_hostile_files_are_dealt_with_quickly(text: str, tmp_path: Path) -> None:
    started = time.perf_counter()
    for name in ("a.yaml", "a.json"):
        assert len(problems_of(tmp_path, text, name)) <= 5_000
    assert time.perf_counter() - started < 5
