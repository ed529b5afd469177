"""Worked examples are written and mended as data: what comes out now is what must come out."""

from pathlib import Path

import pytest

from assessments import editing
from assessments.editing import NotAccepted, accept, changes, check_files, expect_now, set_value, value_at
from assessments.editing.files import files_in

FILES = files_in(Path(__file__).parents[3] / "questionnaires" / "social_crm")
HARTWELL = "examples/hartwell.yaml"


def test_an_example_that_passes_stays_as_it_is() -> None:
    assert accept(FILES, HARTWELL) == FILES[HARTWELL]


def test_what_comes_out_after_a_change_is_accepted_place_by_place() -> None:
    files = {**FILES, "path.yaml": FILES["path.yaml"].replace("minimum: 55", "minimum: 60", 1)}
    failing = [example for example in check_files(files).examples if not example.passed]
    assert failing
    for example in failing:
        files[example.file] = accept(files, example.file)
    assert check_files(files).publishable
    assert {said.sentence for said in changes(FILES, files) if said.file == HARTWELL} == {
        "examples/hartwell.yaml: expect.path_coordinate lowered from 1.868125 to 1.8525."
    }


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("expect", "position"), 3),
        (("expect", "warnings"), []),
        (("expect", "warnings"), {"includes": ["AP_GAP", "AP_NOTHING"], "excludes": []}),
        (("expect", "factors", "cul_shift"), "unknown"),
        (("expect", "gates", "T1", "result"), "fail"),
        (("expect", "posture"), {"is": "prepare"}),
        (("expect", "index", "T"), 1),
    ],
)
def test_any_difference_can_be_accepted(path: tuple[str, ...], value: object) -> None:
    files = {**FILES, HARTWELL: set_value(FILES[HARTWELL], path, value)}
    assert not check_files(files).publishable
    files[HARTWELL] = accept(files, HARTWELL)
    assert check_files(files).publishable


def test_an_expectation_of_something_unknown_is_taken_out() -> None:
    files = {**FILES, HARTWELL: editing.set_key(FILES[HARTWELL], ("expect",), "positoin", 1)}
    assert accept(files, HARTWELL) == FILES[HARTWELL]


def test_a_firm_becomes_an_example() -> None:
    """This firm must come out as it does now."""
    answers = FILES[HARTWELL][: FILES[HARTWELL].index("\nexpect:")]
    files = {**FILES, "examples/new.yaml": answers}
    files["examples/new.yaml"] = expect_now(files, "examples/new.yaml")
    assert files["examples/new.yaml"].startswith(answers)
    assert value_at(files["examples/new.yaml"], ("expect", "position")) == 1
    assert "\n  factors: {" in files["examples/new.yaml"] or "\n  factors:\n" in files["examples/new.yaml"]
    assert max(map(len, files["examples/new.yaml"].splitlines())) <= 120
    assert check_files(files).publishable
    only = expect_now({**FILES, "examples/new.yaml": answers}, "examples/new.yaml", ["position"])
    assert only == answers + "expect: {position: 1}\n"


def test_what_is_expected_already_is_set_anew() -> None:
    files = {**FILES, HARTWELL: set_value(FILES[HARTWELL], ("expect", "position"), 3)}
    assert expect_now(files, HARTWELL, ["position"]) == FILES[HARTWELL]


def test_what_cannot_become_an_example_is_refused() -> None:
    with pytest.raises(NotAccepted, match="problems of its own"):
        expect_now({**FILES, "examples/new.yaml": "firm: 1\n"}, "examples/new.yaml")
    with pytest.raises(NotAccepted, match="nothing of this name"):
        expect_now(FILES, HARTWELL, ["positoin"])
    with pytest.raises(NotAccepted, match="no problems"):
        accept({**FILES, "path.yaml": "a: ["}, HARTWELL)
