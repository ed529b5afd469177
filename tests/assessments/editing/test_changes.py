"""Two versions of a questionnaire are told apart in words, and line by line."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.editing import Said, add_entry, changes, line_diff, remove_entry, set_key, set_value
from assessments.editing.files import files_in
from assessments.languages import speaking

FILES = files_in(Path(__file__).parents[3] / "questionnaires" / "social_crm")


def after(name: str, old: str, new: str) -> dict[str, str]:
    assert old in FILES[name]
    return {**FILES, name: FILES[name].replace(old, new, 1)}


def told(files: dict[str, str]) -> list[str]:
    return [said.sentence for said in changes(FILES, files)]


@pytest.mark.parametrize(
    ("name", "old", "new", "sentence"),
    [  # one line each
        ("path.yaml", "minimum: 55", "minimum: 60", "Gate M2 raised from 55 to 60."),
        ("path.yaml", "minimum: 62", "minimum: 60.5", "Gate S1 lowered from 62 to 60.5."),
        ("path.yaml", 'version: "1.0"', 'version: "1.1"', "Questionnaire: version changed from 1.0 to 1.1."),
        ("path.yaml", 'title: "Social CRM', 'title: "Our CRM', "Questionnaire, title reworded."),
        ("path.yaml", "metric: cul_shift", "metric: cul_people",
         "Gate M2: metric changed from cul_shift to cul_people."),
        ("culture.yaml", "We try to stop", "We tried to stop", "Question cul_03, line 2 reworded."),
        ("culture.yaml", "How do we treat", "How did we treat", "Question cul_03 reworded."),
        ("culture.yaml", "        quick: true\n", "", "Question cul_01 leaves the quick scan."),
        ("culture.yaml", 'name: "Mental-model shift"', 'name: "The shift"', "Factor cul_shift, name reworded."),
        (
            "culture.yaml", "audience: [exec, sales, marketing, service, it_data]", "audience: [exec, sales]",
            "Question cul_02: audience changed from exec, sales, marketing, service, it_data to exec, sales.",
        ),
        ("weights.yaml", "points: {T:  2, M: 10", "points: {T:  2, M: 12",
         "Weight of cul_shift at M raised from 10 to 12."),
        ("weights.yaml", 'why: "Whoever', 'why: "Who', "Weight of own_driver, why reworded."),
        ("settings.yaml", "discuss: 20", "discuss: 25", "Threshold agreement.discuss raised from 20 to 25."),
        ("actions.yaml", "effort: 4\n", "effort: 6\n", "Action A01: effort raised from 4 to 6 person-weeks."),
        ("actions.yaml", "{cul_outside: 12, ", "{cul_outside: 10, ",
         "Action A01: lift of cul_outside lowered from 12 to 10."),
        ("actions.yaml", "    needs: []\n    do: >-\n      Put five", "    do: >-\n      Put five",
         "Action A01: needs removed, was nothing."),
        ("warnings.yaml", "gap_ef >= 15", "gap_ef >= 20", "gap_ef >= 20"),
        ("ownership.yaml", "- id: joint\n", "- id: together\n", "option together added."),
        ("examples/pebble.yaml", "      cul_03: 5\n", "      cul_03: 4\n",
         "Respondent r1: answers.cul_03 lowered from 5 to 4."),
        ("examples/pebble.yaml", "position: 3\n", "position: 2\n",
         "examples/pebble.yaml: expect.position lowered from 3 to 2."),
        ("path.yaml", "# The path:", "# A path:", "path.yaml says the same; only notes, spacing or quotes changed."),
        ("README.md", "Everything", "All", "README.md changed."),
    ],
)  # fmt: skip
def test_a_change_is_told_in_words(name: str, old: str, new: str, sentence: str) -> None:
    if old not in FILES[name]:
        pytest.fail(f"{name} does not hold {old}")
    assert any(said.endswith(sentence) or sentence in said for said in told(after(name, old, new))), told(
        after(name, old, new)
    )


@pytest.mark.parametrize(
    ("name", "old", "new", "sentence"),
    [
        ("path.yaml", "minimum: 62", "minimum: 60.5", "Bedingung S1 von 62 auf 60,5 gesenkt."),
        ("culture.yaml", "We try to stop", "We tried to stop", "Frage cul_03, Zeile 2 umformuliert."),
        ("actions.yaml", "effort: 4\n", "effort: 6\n", "Maßnahme A01: effort von 4 auf 6 Personenwochen erhöht."),
        ("path.yaml", "# The path:", "# A path:",
         "path.yaml sagt dasselbe; anders sind nur Notizen, Abstände oder Anführungszeichen."),
    ],
)  # fmt: skip
def test_a_change_is_told_in_the_language_of_whoever_reads(name: str, old: str, new: str, sentence: str) -> None:
    with speaking("de"):
        assert sentence in told(after(name, old, new))


def test_nothing_changed_is_nothing_told() -> None:
    assert changes(FILES, FILES) == ()


def test_a_change_has_its_place_and_subject() -> None:
    said = changes(FILES, after("path.yaml", "minimum: 55", "minimum: 60"))
    line = next(number for number, text in enumerate(FILES["path.yaml"].splitlines(), 1) if "minimum: 55" in text)
    assert said == (Said("Gates", "Gate M2 raised from 55 to 60.", "path.yaml", line, 55, 60),)


def test_entries_are_added_removed_and_moved() -> None:
    culture = FILES["culture.yaml"]
    question = {"id": "cul_99", "type": "agree", "audience": "all", "text": "We listen."}
    added = add_entry(culture, ("factors", 1, "items"), question, after="cul_03")
    assert told({**FILES, "culture.yaml": added}) == ["Question cul_99 added."]
    removed = remove_entry(culture, ("factors", 1, "items", 0))
    assert told({**FILES, "culture.yaml": removed}) == ["Question cul_03 removed."]
    moved = add_entry(removed, ("factors", 0, "items"), {**question, "id": "cul_03"})
    assert "Question cul_03 moved to Factor cul_customer." in told({**FILES, "culture.yaml": moved})
    factor = remove_entry(culture, ("factors", 1))
    assert told({**FILES, "culture.yaml": factor}) == ["Factor cul_shift removed with 3 entries."]


def test_another_order_is_told() -> None:
    culture = FILES["culture.yaml"]
    first = {"id": "cul_01", "type": "agree", "audience": "all", "text": "We listen."}
    turned = add_entry(remove_entry(culture, ("factors", 0, "items", 0)), ("factors", 0, "items"), first)
    assert 'The order of "items" in Factor cul_customer changed.' in told({**FILES, "culture.yaml": turned})


def test_files_come_and_go_and_may_be_unreadable() -> None:
    without = {name: text for name, text in FILES.items() if name != "examples/pebble.yaml"}
    assert told(without) == ["Worked example examples/pebble.yaml removed."]
    assert [said.sentence for said in changes(without, FILES)] == ["Worked example examples/pebble.yaml added."]
    assert told({**FILES, "pulse.yaml": "a: ["}) == ["pulse.yaml cannot be read now; see its lines."]
    assert [said.sentence for said in changes({"pulse.yaml": "a: ["}, {"pulse.yaml": "a: 1"})] == [
        "pulse.yaml could not be read before; see its lines."
    ]


def test_a_key_that_is_new_is_told() -> None:
    text = set_key(FILES["culture.yaml"], ("factors", 1, "items", 1), "quick", True)
    assert told({**FILES, "culture.yaml": text}) == ["Question cul_04 joins the quick scan."]
    text = set_key(FILES["path.yaml"], ("stages", 1, "gates", 1), "only_if", "quick")
    assert told({**FILES, "path.yaml": text}) == ["Gate M2: only_if is now quick."]
    text = set_value(FILES["path.yaml"], ("last_stage_needs_component",), False)
    assert told({**FILES, "path.yaml": text}) == [
        "Questionnaire: last_stage_needs_component changed from true to false."
    ]


lines = st.lists(st.sampled_from(["a", "b", "c", ""]), max_size=30)


@given(lines, lines)
def test_a_line_comparison_holds_every_line_that_differs(before: list[str], after_: list[str]) -> None:
    old, new = "\n".join(before), "\n".join(after_)
    diff = line_diff(old, new)
    assert (diff == ()) == (old == new)
    for line in diff:
        if line.kind in ("same", "out") and line.old:
            assert old.splitlines()[line.old - 1] == line.text
        if line.kind in ("same", "in") and line.new:
            assert new.splitlines()[line.new - 1] == line.text
    out, into = (sum(line.kind == kind for line in diff) for kind in ("out", "in"))
    assert len(new.splitlines()) - len(old.splitlines()) == into - out


def test_a_line_comparison_leaves_out_what_stayed() -> None:
    old = "\n".join(map(str, range(100)))
    diff = line_diff(old, old.replace("50", "fifty"))
    assert [(line.kind, line.text) for line in diff] == [
        ("skip", ""), ("same", "47"), ("same", "48"), ("same", "49"), ("out", "50"), ("in", "fifty"),
        ("same", "51"), ("same", "52"), ("same", "53"), ("skip", ""),
    ]  # fmt: skip
