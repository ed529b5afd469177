"""Entries are found by kind, id and line, in files with problems as well; weights keep their sum."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments import editing
from assessments.editing import NotAccepted
from assessments.editing.files import files_in
from assessments.languages import speaking
from scoring.model import Bars

FILES = files_in(Path(__file__).parents[3] / "questionnaires" / "social_crm")


def line_of(name: str, said: str) -> int:
    return next(number for number, line in enumerate(FILES[name].splitlines(), 1) if said in line)


def test_entries_are_listed_in_file_order() -> None:
    assert [found.id for found in editing.listing(FILES, "stage")] == ["T", "M", "S"]
    assert [found.id for found in editing.listing(FILES, "pillar")] == [
        "culture", "ownership", "channel_mix", "data_management",
    ]  # fmt: skip
    assert len(editing.listing(FILES, "factor")) == 19
    with pytest.raises(KeyError):
        editing.listing(FILES, "thing")


def test_an_entry_is_found_with_its_place() -> None:
    found = editing.find(FILES, "question", "cul_03")
    assert found is not None
    assert isinstance(found.entry, Bars)
    assert (found.file, found.path, found.line) == (
        "culture.yaml",
        ("factors", 1, "items", 0),
        line_of("culture.yaml", "id: cul_03"),
    )
    assert FILES["culture.yaml"].splitlines()[found.last_line - 1].strip().startswith("evidence:")
    assert editing.find(FILES, "gate", "M2") is not None
    assert editing.find(FILES, "gate", "nothing") is None


@pytest.mark.parametrize(
    ("name", "said", "kind", "id_"),
    [
        ("culture.yaml", "We try to stop or correct them.", "question", "cul_03"),
        ("culture.yaml", 'name: "Mental-model shift"', "factor", "cul_shift"),
        ("culture.yaml", "question: ", "pillar", "culture"),
        ("path.yaml", "metric: cul_shift", "gate", "M2"),
        ("customers.yaml", "id: phone", "question", "dem_01"),
        ("actions.yaml", "id: A02", "action", "A02"),
    ],
)
def test_the_entry_around_a_line(name: str, said: str, kind: str, id_: str) -> None:
    found = editing.entry_at(FILES, name, line_of(name, said))
    assert found is not None
    assert (found.kind, found.id) == (kind, id_)


def test_between_entries_there_is_none() -> None:
    assert editing.entry_at(FILES, "path.yaml", 1) is None
    assert editing.entry_at(FILES, "nowhere.yaml", 1) is None


def test_a_broken_neighbour_does_not_hide_an_entry() -> None:
    broken = {
        **FILES,
        "culture.yaml": FILES["culture.yaml"].replace("type: bars", "type: bar", 1),
        "weights.yaml": "a: [",
    }
    found = editing.find(broken, "question", "cul_03")
    assert found is not None
    assert found.line == line_of("culture.yaml", "id: cul_03")
    assert editing.find(broken, "question", "cul_01") is None
    assert editing.questionnaire_of(broken) is None


def test_ids_and_schemas_for_completion() -> None:
    ids = editing.known_ids(FILES)
    assert ids["role"][0] == "exec"
    assert "cul_shift" in ids["factor"]
    assert editing.schema_of(FILES, "path.yaml")["properties"]["stages"]["minItems"] == 3
    assert "factors" in editing.schema_of(FILES, "culture.yaml")["properties"]
    assert "cul_03" in str(editing.schema_of(FILES, "examples/pebble.yaml"))
    with speaking("de"):
        assert editing.schema_of(FILES, "path.yaml")["properties"]["stages"]["description"].startswith(
            "Die drei Stufen"
        )
    assert editing.schema_of({**FILES, "path.yaml": "a: ["}, "examples/pebble.yaml")["type"] == "object"


points = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 40).map(float), min_size=1)


@given(points, st.floats(-10, 200), st.data())
def test_weights_keep_their_sum(before: dict[str, float], value: float, drawn: st.DataObject) -> None:
    factor = drawn.draw(st.sampled_from(sorted(before)))
    locked = drawn.draw(st.sets(st.sampled_from(sorted(before))))
    after = editing.share_out(before, factor, value, locked=locked)
    assert sum(after.values()) == pytest.approx(sum(before.values()))
    assert all(weight >= 0 for weight in after.values())
    assert all(after[one] == before[one] for one in locked if one != factor)
    assert list(after) == list(before)


def test_a_slider_moves_and_the_others_give_way() -> None:
    assert editing.share_out({"a": 20, "b": 60, "c": 20}, "a", 40) == {"a": 40, "b": 45, "c": 15}
    assert editing.share_out({"a": 100, "b": 0, "c": 0}, "a", 50) == {"a": 50, "b": 25, "c": 25}
    assert editing.share_out({"a": 20, "b": 60, "c": 20}, "a", 90, locked=["b"]) == {"a": 40, "b": 60, "c": 0}
    with pytest.raises(NotAccepted):
        editing.share_out({"a": 1}, "b", 1)


def test_weights_are_written_where_they_changed_only() -> None:
    before = editing.points_of(FILES, "M")
    assert editing.set_weights(FILES, "M", before) == FILES["weights.yaml"]
    text = editing.set_weights(FILES, "M", {**before, "own_driver": 5, "cul_shift": 9})
    old, new = FILES["weights.yaml"].splitlines(), text.splitlines()
    assert [(one, other) for one, other in zip(old, new, strict=True) if one != other] == [
        ("    points: {T:  4, M:  4, S:  4}", "    points: {T:  4, M:  5, S:  4}"),
        ("    points: {T:  2, M: 10, S: 10}", "    points: {T:  2, M:  9, S: 10}"),
    ]
    with pytest.raises(NotAccepted):
        editing.points_of({"weights.yaml": "weights: ["}, "M")
