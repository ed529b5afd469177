"""An edition's file is shown as people get it, each line with where the base and the edition say it."""

import re
from pathlib import Path

import pytest

from assessments import catalog
from assessments.editing import Files, Together, Where, names_together, only_different, together
from assessments.editing.files import files_in
from assessments.editing.replacing import LIMITS
from assessments.positions import parse

ROOT = Path(__file__).parents[3]
TINY = {f"base/tiny/{name}": text for name, text in files_in(ROOT / "tests" / "broken" / "base").items()}
ALPHA = """\
factors:
  - id: make
    definition: "Making things."
    items:
      - {id: al_1, remove: true}
      - {id: al_2, add: true, type: bars, text: "Done?", levels: ["a", "b b", "c", "d", "e"]}
    name: "Doing"
"""
EDITION = {"path.yaml": "id: bank\nversion: '2'\ntitle: A tiny path\nextends: tiny\n", "alpha.yaml": ALPHA, **TINY}


def line(text: str, name: str = "alpha.yaml") -> Together:
    (found,) = [one for one in together(EDITION, name) if one.text.strip() == text]
    return found


def test_a_line_says_where_both_say_it_and_what_comes_of_it() -> None:
    base = "base/tiny/alpha.yaml"
    assert line('question: "Can they make it?"') == Together(
        'question: "Can they make it?"', "base", Where(base, 3), None
    )
    assert line('definition: "Making things."').comes == "same"
    changed = line("name: Doing")
    assert (changed.comes, changed.base, changed.own) == ("changed", Where(base, 6), Where("alpha.yaml", 7))
    assert changed.before == "Making"
    assert line("- id: al_1") == Together("      - id: al_1", "removed", Where(base, 11), None, "Made?")
    added = line('text: "Done?"')
    assert (added.comes, added.base, added.own) == ("added", None, Where("alpha.yaml", 6))
    assert line('title: "A tiny path"', "path.yaml").comes == "same"
    assert line("id: bank", "path.yaml").before == "tiny"


def test_only_what_differs_stands_below_what_leads_to_it() -> None:
    texts = [one.text for one in only_different(together(EDITION, "alpha.yaml"))]
    assert texts[:4] == ["factors:", "  - id: make", "    name: Doing", "    items:"]
    assert only_different(together(EDITION, "beta.yaml")) == ()


def test_a_file_that_the_base_alone_has_is_all_the_base_s() -> None:
    assert {one.comes for one in together(EDITION, "beta.yaml")} == {"base"}
    assert together(EDITION, "nothing.yaml") == ()
    assert "beta.yaml" in names_together(EDITION)


def test_what_the_base_s_base_says_keeps_its_own_file() -> None:
    deeper = {
        **{name: text for name, text in EDITION.items() if name.startswith("base/")},
        "base/bank/path.yaml": EDITION["path.yaml"],
        "base/bank/alpha.yaml": ALPHA,
        "path.yaml": "id: small\nversion: '1'\ntitle: Small\nextends: bank\n",
    }
    files = {one.base.file for one in together(deeper, "alpha.yaml") if one.base is not None}
    assert files == {"base/tiny/alpha.yaml", "base/bank/alpha.yaml"}


@pytest.mark.parametrize("edition", ["bank", "short"])
def test_the_lines_read_as_what_the_edition_says(edition: str) -> None:
    """Without what was left out, the lines are YAML that says what the edition says together with its base."""
    files = files_in(ROOT / "questionnaires" / edition)
    documents = catalog.documents_of(files)
    for name in filter(files.get, names_together(files)):
        lines = together(files, name)
        text = "\n".join(one.text for one in lines if one.comes != "removed")
        assert parse(text, Path(name), LIMITS).data == documents[name].data
        for one in lines:
            _stands_there(files, one)


def _stands_there(files: Files, one: Together) -> None:
    """Check that the line of the file says the key, or the entry, that the line shows."""
    key = re.match(r"\s*(?:- )?(\w+):", one.text)
    for where in filter(None, (one.base, one.own)):
        if key and one.comes != "removed":
            assert key[1] in files[where.file].splitlines()[where.line - 1], one
