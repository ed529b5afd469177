"""An edition says what is different in its own files, one place at a time, and takes it back without a trace."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from assessments import catalog, editing
from assessments.answering import Desk
from assessments.editing.files import Files, files_in
from assessments.editing.overriding import HEADING, Slot, add, put, slot_at, slot_of
from assessments.editing.ways import Id, Way, reached, said_at, way_to
from assessments.positions import Keys
from tests.assessments.editing.test_forms import SOME, another, at, changed, comments, data

FOLDERS = Path(__file__).parents[3] / "questionnaires"
EDITIONS = {name: files_in(FOLDERS / name) for name in ("bank", "short")}
EDITIONS["new"] = {name: text for name, text in EDITIONS["bank"].items() if name.startswith("base/")}
EDITIONS["new"]["path.yaml"] = 'id: ours\nversion: "1.0"\ntitle: "Our path"  # for now\nextends: social_crm\n'


def whole(files: Files, file: str) -> Any:
    """Return what an edition says in a file together with its base."""
    around = {name: text for name, text in files.items() if name.rpartition("/")[2] in (file, "path.yaml")}
    return catalog.documents_of(around)[file].data


@cache
def places(edition: str) -> list[tuple[str, Way]]:
    """Return every value that an edition may say otherwise, and the lists it may give anew, by file and way."""
    found = []
    for file, document in catalog.documents_of(EDITIONS[edition]).items():
        for path in document.values:
            way = way_to(document.data, path)
            value = at(document.data, path)
            is_list = isinstance(value, list) and value and all(isinstance(one, str) for one in value)
            is_fixed = not path or path[-1] in ("id", "extends") or any(isinstance(step, int) for step in way)
            if not is_fixed and (is_list or not isinstance(value, list | dict)):
                found.append((file, way))
    return found


@st.composite
def slots(draw: st.DrawFn) -> tuple[Files, Slot]:
    edition = draw(st.sampled_from(sorted(EDITIONS)))
    return EDITIONS[edition], slot_at(EDITIONS[edition], *draw(st.sampled_from(places(edition))))


def with_said(files: Files, slot: Slot, value: Any) -> dict[str, str]:
    text = put(files.get(slot.file, ""), slot, value)
    return {name: said for name, said in {**files, slot.file: text}.items() if said}


def other(value: Any) -> st.SearchStrategy[Any]:
    return st.permutations(value) if isinstance(value, list) else another(value)


def with_value(tree: Any, path: Keys, value: Any) -> Any:
    at(tree, path[:-1])[path[-1]] = value
    return tree


@SOME
@given(slots())
def test_saying_what_is_said_already_changes_no_byte(place: tuple[Files, Slot]) -> None:
    files, slot = place
    own, says_so = said_at(files.get(slot.file, ""), slot.way)
    if says_so and own != slot.below:
        assert with_said(files, slot, own) == files
    elif not says_so:
        assert with_said(files, slot, slot.below) == files


@SOME
@given(slots(), st.data())
def test_one_change_is_one_difference_in_the_editions_own_file(place: tuple[Files, Slot], drawn: st.DataObject) -> None:
    files, slot = place
    before = whole(files, slot.file)
    path, _ = reached(before, slot.way)
    value = drawn.draw(other(at(before, path)))
    after = with_said(files, slot, value)
    assert whole(after, slot.file) == with_value(before, path, value)
    assert {name for name in after if after[name] != files.get(name)} <= {slot.file}
    old, new = files.get(slot.file, ""), after.get(slot.file, "")
    if old and new and not isinstance(value, list):
        assert len(changed(old, new)) <= 1
    assert set(comments(old)) <= set(comments(new)) or not new


@SOME
@given(slots(), st.data())
def test_what_is_taken_back_leaves_no_trace(place: tuple[Files, Slot], drawn: st.DataObject) -> None:
    files, slot = place
    assume(slot.below is not None)
    _, says_so = said_at(files.get(slot.file, ""), slot.way)
    value = drawn.draw(other(slot.below))
    back = with_said(with_said(files, slot, value), slot, slot.below)
    if says_so:
        path, _ = reached(whole(files, slot.file), slot.way)
        assert at(whole(back, slot.file), path) == slot.below
        assert not said_at(back.get(slot.file, ""), slot.way)[1]
    else:
        assert back == files


def test_a_file_is_made_for_what_is_said_first_and_goes_with_what_is_said_last() -> None:
    files = EDITIONS["new"]
    gate = editing.find(files, "gate", "M2")
    assert gate is not None
    after = with_said(files, slot_of(files, gate).at("minimum"), 60)
    said = "stages:\n  - id: M\n    gates:\n      - id: M2\n        minimum: 60\n"
    assert after["path.yaml"] == f"{files['path.yaml']}{said}"
    slot = slot_at(files, "weights.yaml", ("weights", "cul_shift", "points", "M"))
    one = with_said(files, slot, 9.5)
    assert one["weights.yaml"] == f"{HEADING}weights:\n  cul_shift:\n    points: {{M: 9.5}}\n"
    assert with_said(one, slot, slot.below) == files


def test_comments_hold_what_they_stand_in() -> None:
    files = {**EDITIONS["new"], "culture.yaml": "factors:\n  - id: cul_shift  # ours\n    name: Shift\n"}
    slot = slot_at(files, "culture.yaml", ("factors", Id("cul_shift"), "name"))
    assert with_said(files, slot, slot.below)["culture.yaml"] == "factors:\n  - id: cul_shift  # ours\n"
    files["culture.yaml"] = "# Ours.\nfactors:\n  - id: cul_shift\n    name: Shift\n"
    assert with_said(files, slot, slot.below)["culture.yaml"].startswith("# Ours.\nfactors:")


def test_an_edition_can_say_that_there_is_nothing_where_its_base_says_something() -> None:
    files = EDITIONS["new"]
    question = editing.find(files, "question", "cul_03")
    assert question is not None
    after = with_said(files, slot_of(files, question).at("evidence"), None)
    found = editing.find(after, "question", "cul_03")
    assert found is not None
    assert found.entry.evidence is None
    assert editing.check_texts_only(after).problems == ()


def test_a_question_is_added_to_a_factor_of_which_the_edition_says_nothing_yet(desk: Desk) -> None:
    files = editing.open_draft(desk, editing.begin_edition(desk, "A bank's path", "Ada", "bank").token).texts
    factor = editing.find(files, "factor", "cul_shift")
    assert factor is not None
    slot = slot_of(files, factor).at("items")
    text = ""
    for id_ in ("cul_98", "cul_99"):
        text = add(text, slot, {"id": id_, "add": True, "type": "agree", "text": "We answer within an hour."})
    assert data(text)["factors"][0]["items"][1]["id"] == "cul_99"
    assert text.startswith(HEADING)
    looked = editing.check_texts_only({**files, slot.file: text})
    assert looked.problems == ()


@pytest.mark.parametrize("edition", ["bank", "short", "new"])
def test_weights_are_read_together_with_the_base_and_written_where_they_differ(edition: str) -> None:
    files = EDITIONS[edition]
    before, base = editing.points_of(files, "M"), editing.points_below(files, "M")
    assert before.keys() == base.keys()
    assert editing.set_weights(files, "M", before) == files.get("weights.yaml", "")
    moved = editing.share_out(before, "cul_shift", before["cul_shift"] + 3, step=0.5)
    after = {**files, "weights.yaml": editing.set_weights(files, "M", moved)}
    assert editing.points_of(after, "M") == moved
    assert sum(moved.values()) == sum(before.values())
    assert editing.points_of(after, "S") == editing.points_of(files, "S")
    assert editing.check_texts_only(after).problems == ()
    back = editing.set_weights(after, "M", before)
    assert data(back) == data(files["weights.yaml"]) if "weights.yaml" in files else back == ""
