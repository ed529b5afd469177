"""Forms change one place of a file: nothing changed is the same bytes, one change is a difference of one line."""

from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.editing import NotAccepted, add_entry, remove_entry, remove_key, set_key, set_value, value_at
from assessments.editing.files import files_in
from assessments.positions import Keys, Limits, parse
from assessments.positions.extents import Extent, extents

FOLDER = Path(__file__).parents[3] / "questionnaires" / "social_crm"
TEXTS = {name: text for name, text in files_in(FOLDER).items() if name.endswith(".yaml")}
SOME = settings(max_examples=40)  # each reads whole files several times
EXTENTS = {name: extents(text) for name, text in TEXTS.items()}
PLACES = [(name, path) for name, found in EXTENTS.items() for path in found if path]
FOLDED = [(name, path) for name, path in PLACES if EXTENTS[name][path].style == ">"]

words = st.text(
    st.sampled_from("abcdé zäß\"'#:&*!|>%@`{}[],-?\\/0123.~ \u2028\u00a0\N{GRINNING FACE}"), min_size=1, max_size=60
)
sentences = st.lists(
    st.sampled_from(["We", "ask", "customers", "what:", "they", "need,", "#1", "“now”"]), min_size=1
).map(" ".join)
texts = (
    words
    | sentences
    | st.sampled_from(
        ["yes", "no", "null", "12", "1:30", "010", "", " ", "a\nb", "a\n\n b\n", "- a", "? a", "---", "%", "\t"]
    )
)
numbers = st.integers(-(10**6), 10**6) | st.floats(-1e6, 1e6).map(lambda number: round(number, 6))


def data(text: str) -> Any:
    return parse(text, Path("x.yaml"), Limits(kilobytes=2000, values=100_000, depth=40), whole=False).data


def at(tree: Any, path: Keys) -> Any:
    for step in path:
        tree = tree[step]
    return tree


def with_value(text: str, path: Keys, value: Any) -> Any:
    tree = data(text)
    at(tree, path[:-1])[path[-1]] = value
    return tree


def changed(before: str, after: str) -> list[tuple[list[str], list[str]]]:
    """Return the hunks in which two texts differ."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [(old[a:b], new[c:d]) for tag, a, b, c, d in codes if tag != "equal"]


def comments(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.lstrip().startswith("#")]


def another(value: Any) -> st.SearchStrategy[Any]:
    """Return other values of the same kind."""
    if isinstance(value, bool):
        return st.just(not value)
    if isinstance(value, str):
        return texts
    return numbers if isinstance(value, int | float) else st.just(None)


@pytest.mark.parametrize("name", TEXTS)
def test_every_value_written_as_it_is_changes_no_byte(name: str) -> None:
    text = TEXTS[name]
    paths = [path for path in extents(text) if path]
    for path in paths[:: 1 + len(paths) // 12]:
        assert set_value(text, path, value_at(text, path)) == text


@SOME
@given(st.sampled_from(PLACES), st.data())
def test_one_change_is_one_difference(place: tuple[str, Keys], drawn: st.DataObject) -> None:
    name, path = place
    text = TEXTS[name]
    old, extent = value_at(text, path), EXTENTS[name][path]
    if isinstance(old, dict | list):
        return
    new = drawn.draw(another(old))
    after = set_value(text, path, new)
    assert data(after) == with_value(text, path, new)
    hunks = changed(text, after)
    assert len(hunks) == (old != new), (hunks, extent)
    if (
        hunks
        and not text[extent.start : extent.end].startswith((">", "|"))
        and "\n" not in text[extent.start : extent.end]
    ):
        out, into = hunks[0]
        assert len(out) == len("".join(into).split("\n")) - 1 == 1
        keep_start, keep_end = text[: extent.start].rsplit("\n", 1)[1].rstrip(), text[extent.end :].split("\n", 1)[0]
        assert into[0].startswith(keep_start)
        assert "".join(into).rstrip("\n").endswith(keep_end)


@SOME
@given(st.sampled_from(FOLDED), st.data())
def test_a_word_of_a_long_sentence_is_one_line(place: tuple[str, Keys], drawn: st.DataObject) -> None:
    name, path = place
    text = TEXTS[name]
    said = str(value_at(text, path)).split(" ")
    number = drawn.draw(st.integers(0, len(said) - 1))
    said[number] = drawn.draw(st.sampled_from(["x", "word", "#", "a:"]))
    after = set_value(text, path, " ".join(said))
    assert value_at(after, path) == " ".join(said)
    assert [(len(out), len(into)) for out, into in changed(text, after)] in ([], [(1, 1)], [(1, 2)])


def lists_of_entries() -> list[tuple[str, Keys]]:
    found = []
    for name, text in TEXTS.items():
        tree = data(text)
        for path in EXTENTS[name]:
            members = at(tree, path)
            if path and isinstance(members, list) and members and isinstance(members[0], dict) and "id" in members[0]:
                found.append((name, path))
    return found


@SOME
@given(st.sampled_from(lists_of_entries()), texts, st.data())
def test_an_entry_that_is_added_and_removed_leaves_no_trace(
    place: tuple[str, Keys], said: str, drawn: st.DataObject
) -> None:
    name, path = place
    text = TEXTS[name]
    members = value_at(text, path)
    number = drawn.draw(st.integers(0, len(members) - 1))
    entry = {
        "id": "new_one",
        "text": said,
        "levels": ["One.", "Two: 2", said],
        "points": {"T": 4, "M": 2.5},
        "quick": True,
    }
    after = add_entry(text, path, entry, after=members[number]["id"])
    assert value_at(after, path) == [*members[: number + 1], entry, *members[number + 1 :]]
    hunks = changed(text, after)
    assert [out for out, _ in hunks] == [[]]
    assert remove_entry(after, (*path, number + 1)) == text


@SOME
@given(st.sampled_from(lists_of_entries()), st.data())
def test_removing_an_entry_removes_its_lines_only(place: tuple[str, Keys], drawn: st.DataObject) -> None:
    name, path = place
    text = TEXTS[name]
    members = value_at(text, path)
    number = drawn.draw(st.integers(0, len(members) - 1))
    gone = extents(text)[(*path, number)]
    after = remove_entry(text, (*path, number))
    assert value_at(after, path) == members[:number] + members[number + 1 :]
    assert comments(after) == comments(text[: gone.start] + text[gone.end :])


@SOME
@given(st.sampled_from(lists_of_entries()), texts | st.booleans() | numbers, st.data())
def test_a_key_that_is_added_and_removed_leaves_no_trace(
    place: tuple[str, Keys], said: Any, drawn: st.DataObject
) -> None:
    name, path = place
    text = TEXTS[name]
    members = value_at(text, path)
    entry = (*path, drawn.draw(st.integers(0, len(members) - 1)))
    key = drawn.draw(st.sampled_from(["new_key", "quick2", "zz"]))
    after = set_key(text, entry, key, said)
    assert value_at(after, (*entry, key)) == said
    assert len(changed(text, after)) == 1
    assert remove_key(after, (*entry, key)) == text
    assert remove_key(text, (*entry, key)) == text


CULTURE = """\
# Culture
id: culture
factors:

  - id: cul_customer   # the first
    items:

      - id: cul_01
        type: bars
        audience: all
        text: >-
          A quick sale clashes with
          what is good.
        levels:
          - "One."
          - "Two."

  # -- the next
  - id: cul_shift
    items: []
    lift: {a: 4, b: 10}
"""


@pytest.mark.parametrize(
    ("path", "value", "line"),
    [
        (("factors", 0, "items", 0, "levels", 1), 'Say "hi".', '          - "Say \\"hi\\"."'),
        (("factors", 0, "items", 0, "type"), "agree", "        type: agree"),
        (("factors", 0, "items", 0, "audience"), ["exec", "sales"], "        audience: [exec, sales]"),
        (
            ("factors", 0, "items", 0, "text"),
            "A slow sale clashes with what is good.",
            "          A slow sale clashes with",
        ),
        (("factors", 0, "id"), "yes", '  - id: "yes"   # the first'),
        (("factors", 1, "lift", "b"), 7.5, "    lift: {a: 4, b: 7.5}"),
        (("factors", 1, "lift"), {"a": 4, "c": 1}, "    lift: {a: 4, c: 1}"),
    ],
)
def test_a_value_is_written_as_its_predecessor(path: Keys, value: Any, line: str) -> None:
    hunks = changed(CULTURE, set_value(CULTURE, path, value))
    assert [into for _, into in hunks] == [[line + "\n"]]


def test_a_question_is_added_behind_another_in_the_same_style() -> None:
    entry = {"id": "cul_99", "type": "bars", "audience": "all", "text": "Is it: so?", "levels": ["No.", "Yes."]}
    after = add_entry(CULTURE, ("factors", 0, "items"), entry)
    assert (
        """\
          - "Two."

      - id: cul_99
        type: bars
        audience: all
        text: "Is it: so?"
        levels:
          - "No."
          - "Yes."

  # -- the next
"""
        in after
    )


def test_the_first_entry_of_an_empty_list() -> None:
    after = add_entry(CULTURE, ("factors", 1, "items"), {"id": "x", "text": "word " * 40 + "end"})
    assert "    items:\n      - id: x\n        text: >-\n          word word" in after
    assert remove_entry(after, ("factors", 1, "items", 0)).replace("items: []", "items: []") == CULTURE


def test_a_list_that_was_missing_is_made() -> None:
    after = add_entry(CULTURE, ("findings",), {"id": "x"})
    assert after == CULTURE + "findings:\n  - id: x\n"


def test_optional_keys_come_where_people_look_for_them() -> None:
    after = set_key(CULTURE, ("factors", 0, "items", 0), "quick", True)
    assert "        type: bars\n        quick: true\n        audience: all\n" in after
    after = set_key(CULTURE, ("factors", 0, "items", 0), "evidence", "A note.")
    assert '          - "Two."\n        evidence: "A note."\n\n  # -- the next' in after
    assert set_key(CULTURE, ("factors", 1, "lift"), "c", 3) == CULTURE.replace("b: 10}", "b: 10, c: 3}")
    assert set_key(CULTURE, ("factors", 1, "lift"), "b", 3) == CULTURE.replace("b: 10}", "b: 3}")


def test_columns_stay_in_line() -> None:
    text = "a: {T:  4, M: 10, S: 2}\n"
    assert set_value(text, ("a", "T"), 12) == "a: {T: 12, M: 10, S: 2}\n"
    assert set_value(text, ("a", "M"), 3) == "a: {T:  4, M:  3, S: 2}\n"
    assert set_value("a: {T: 10}\n", ("a", "T"), 3) == "a: {T: 3}\n"


def test_lists_and_groups_are_changed_member_by_member() -> None:
    path: Keys = ("factors", 0, "items", 0)
    entry = value_at(CULTURE, path)
    after = set_value(CULTURE, path, {**entry, "levels": ["One.", "Other."], "type": "agree"})
    assert [into for _, into in changed(CULTURE, after)] == [["        type: agree\n"], ['          - "Other."\n']]
    assert set_value(CULTURE, path, entry) == CULTURE


def test_a_folded_text_with_paragraphs_is_folded_anew() -> None:
    text = "a:\n  b: >-\n    one\n\n    two\n  c: 1\n"
    assert set_value(text, ("a", "b"), "three four") == "a:\n  b: >-\n    three four\n  c: 1\n"
    assert set_value("a: >\n  one\n", ("a",), "two") == 'a: "two"\n'
    assert set_value("a: |\n  one\nb: 1\n", ("a",), "two\nthree\n") == 'a: "two\\nthree\\n"\nb: 1\n'
    assert set_value("a: 'it''s'\n", ("a",), "that's") == "a: 'that''s'\n"


def test_windows_line_ends_stay() -> None:
    text = CULTURE.replace("\n", "\r\n")
    after = add_entry(text, ("factors", 0, "items"), {"id": "x", "text": "word " * 40 + "end"})
    assert "\n" not in after.replace("\r\n", "")
    assert remove_entry(after, ("factors", 0, "items", 1)) == text


def test_levels_are_written_line_by_line_when_their_number_changes() -> None:
    path: Keys = ("factors", 0, "items", 0, "levels")
    after = set_value(CULTURE, path, ["One.", "Two.", "Three."])
    assert '          - "Two."\n          - "Three."\n\n' in after
    assert set_value(after, path, ["One.", "Two."]) == CULTURE


def test_members_of_brackets_are_removed_with_one_comma() -> None:
    assert remove_key(CULTURE, ("factors", 1, "lift", "a")) == CULTURE.replace("{a: 4, b: 10}", "{b: 10}")
    assert remove_key(CULTURE, ("factors", 1, "lift", "b")) == CULTURE.replace("{a: 4, b: 10}", "{a: 4}")
    assert remove_key("a: {b: 1}\n", ("a", "b")) == "a: {}\n"
    assert remove_entry("a: [b, c]\n", ("a", 0)) == "a: [c]\n"


def test_the_first_key_behind_a_dash_gives_way_to_the_next() -> None:
    assert remove_key("- a: 1\n  b: 2\n", (0, "a")) == "- b: 2\n"
    assert remove_key("a:\n  b: 1\nc: 2\n", ("a", "b")) == "a: {}\nc: 2\n"
    assert set_value("a:\nb: 1\n", ("a",), "x") == 'a: "x"\nb: 1\n'
    assert set_value("a:\nb: 1\n", ("a",), 5) == "a: 5\nb: 1\n"


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda: set_value(CULTURE, ("factors", 9), 1), "nothing at this place"),
        (lambda: set_value(CULTURE, ("factors", "x"), 1), "nothing at this place"),
        (lambda: set_value("a: [", ("a",), 1), "mend the text"),
        (lambda: set_key(CULTURE, ("factors",), "x", 1), "nothing at this place"),
        (lambda: set_key("", (), "x", 1), "mend the text"),
        (lambda: remove_entry(CULTURE, ()), "nothing at this place"),
        (lambda: remove_entry(CULTURE, ("factors", 5)), "nothing at this place"),
        (lambda: add_entry(CULTURE, ("factors",), {"id": "x"}, after="nobody"), "nothing at this place"),
        (lambda: add_entry(CULTURE, ("id",), {"id": "x"}), "nothing at this place"),
        (lambda: set_value("a: &x 1\nb: 2\n", ("b",), 3), "mend the text"),
        (lambda: set_value("a: b\n", ("a",), "\ud800"), "cannot change"),
    ],
)
def test_what_cannot_be_changed_is_refused(change: Any, why: str) -> None:
    with pytest.raises(NotAccepted, match=why):
        change()


def test_extents_end_where_values_end() -> None:
    text = "a: {b: \"x\", c: [1, 2]}  # note\nd: >-\n  folded\n  text\n\n# comment\ne:\n  - f: 'y'\n    g:\n"
    found = extents(text)
    pieces = {path: text[one.start : one.end] for path, one in found.items()}
    assert pieces[("a",)] == '{b: "x", c: [1, 2]}'
    assert pieces[("a", "c")] == "[1, 2]"
    assert pieces[("d",)] == ">-\n  folded\n  text"
    assert pieces[("e", 0)] == "f: 'y'\n    g:"
    assert pieces[("e", 0, "g")] == ""
    assert isinstance(found[()], Extent)
