"""Two people's changes of one text: both are kept, and only what clashes has to be chosen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.editing import compare_three, put_together
from assessments.editing.comparing import MOST_PAIRS

lines = st.lists(st.sampled_from(["a\n", "b\n", "c\n", "d\r\n", "\n", "e"]), max_size=12).map("".join)


def kinds(base: str, mine: str, theirs: str) -> list[str]:
    return [part.kind for part in compare_three(base, mine, theirs)]


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "together"),
    [
        ("a\nb\nc\n", "A\nb\nc\n", "a\nb\nC\n", "A\nb\nC\n"),
        ("a\nb\nc\n", "a\nb\nc\nd\n", "a\nb\nc\n", "a\nb\nc\nd\n"),
        ("a\nb\nc\n", "a\nc\n", "a\nb\nc\nd\n", "a\nc\nd\n"),
        ("a\nb\n", "a\nx\nb\n", "a\nx\nb\n", "a\nx\nb\n"),
        ("", "a\n", "", "a\n"),
    ],
)
def test_changes_in_different_places_are_put_together(base: str, mine: str, theirs: str, together: str) -> None:
    assert put_together(compare_three(base, mine, theirs)) == together


def test_a_clash_is_chosen() -> None:
    parts = compare_three("a\nb\nc\n", "a\nmine\nc\n", "a\ntheirs\nc\n")
    assert [part.kind for part in parts] == ["same", "conflict", "same"]
    assert put_together(parts, ["mine"]) == "a\nmine\nc\n"
    assert put_together(parts, ["theirs"]) == "a\ntheirs\nc\n"
    assert put_together(parts, ["both"]) == "a\nmine\ntheirs\nc\n"
    with pytest.raises(ValueError, match="one choice for each"):
        put_together(parts)


@given(lines, lines, lines)
def test_the_parts_are_the_texts(base: str, mine: str, theirs: str) -> None:
    parts = compare_three(base, mine, theirs)
    for name, text in (("base", base), ("mine", mine), ("theirs", theirs)):
        assert "".join(line for part in parts for line in getattr(part, name)) == text


@given(lines, lines)
def test_who_alone_changed_a_text_is_never_asked(base: str, changed: str) -> None:
    assert put_together(compare_three(base, changed, base)) == changed
    assert put_together(compare_three(base, base, changed)) == changed
    assert put_together(compare_three(base, changed, changed)) == changed


@given(lines, lines, lines)
def test_it_does_not_matter_who_is_who(base: str, mine: str, theirs: str) -> None:
    turned = {"mine": "theirs", "theirs": "mine"}
    assert kinds(base, theirs, mine) == [turned.get(kind, kind) for kind in kinds(base, mine, theirs)]


def test_texts_too_long_to_compare_line_by_line_are_one_choice() -> None:
    count = int(MOST_PAIRS**0.5) + 1
    mine, theirs = "m\n" * count, "t\n" * count
    parts = compare_three("first\n" + "b\n" * count + "last\n", f"first\n{mine}last\n", f"first\n{theirs}last\n")
    assert [part.kind for part in parts] == ["same", "conflict", "same"]
    assert put_together(parts, ["theirs"]) == f"first\n{theirs}last\n"
