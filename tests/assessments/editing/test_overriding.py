"""An edition makes room for what it says differently about an entry of its base."""

import pytest

from assessments import editing
from assessments.answering import Desk


@pytest.fixture
def texts(desk: Desk) -> dict[str, str]:
    """Return the files of an edition that changes nothing yet."""
    return editing.open_draft(desk, editing.begin_edition(desk, "A bank's path", "Ada", "bank").token).texts


@pytest.mark.parametrize(
    ("kind", "id_", "file"),
    [
        ("question", "cul_03", "culture.yaml"),
        ("question", "dem_01", "customers.yaml"),
        ("gate", "M2", "path.yaml"),
        ("action", "A05", "actions.yaml"),
        ("factor", "cul_shift", "culture.yaml"),
    ],
)
def test_an_entry_gets_a_place_in_the_editions_own_file_and_says_what_it_said(
    texts: dict[str, str], kind: str, id_: str, file: str
) -> None:
    before = editing.find(texts, kind, id_)
    assert before is not None
    assert editing.stands_in_base(before)
    name, text = editing.override(texts, before)
    assert name == file
    after = editing.find({**texts, name: text}, kind, id_)
    assert after is not None
    assert not editing.stands_in_base(after)
    assert after.file == file
    assert after.entry == before.entry
    assert editing.check_texts_only({**texts, name: text}).problems == ()


def test_a_second_entry_stands_beside_the_first_and_comments_stay(texts: dict[str, str]) -> None:
    first, second, third = (editing.find(texts, "question", id_) for id_ in ("cul_03", "cul_04", "cul_01"))
    assert first is not None
    assert second is not None
    assert third is not None
    name, text = editing.override(texts, first)
    text = text.replace("- id: cul_03", "- id: cul_03  # the bank's words")
    for found in (second, third, first):
        _, text = editing.override({**texts, name: text}, found)
    assert "# the bank's words" in text
    assert [text.count(f"id: {id_}") for id_ in ("cul_shift", "cul_customer", "cul_01", "cul_03", "cul_04")] == [1] * 5
    assert editing.check_texts_only({**texts, name: text}).problems == ()
