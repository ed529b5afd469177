"""What is said about a draft while it is being edited, and the remedies that are certain."""

from pathlib import Path

import pytest

from assessments import editing
from assessments.editing import Finding
from assessments.editing.files import files_in

BROKEN = Path(__file__).parents[2] / "broken"
BASE = files_in(BROKEN / "base")


@pytest.fixture(scope="module")
def installed(root: Path) -> dict[str, str]:
    """Return the files of the questionnaire that is delivered."""
    return files_in(root / "questionnaires" / "social_crm")


def swapped(files: dict[str, str], name: str, old: str, new: str) -> dict[str, str]:
    assert old in files[name]
    return {**files, name: files[name].replace(old, new, 1)}


def only(findings: tuple[Finding, ...]) -> Finding:
    assert len(findings) == 1, findings
    return findings[0]


def test_the_delivered_questionnaire_can_be_published(installed: dict[str, str]) -> None:
    looked = editing.check_files(installed)
    assert looked.problems == ()
    assert [example.passed for example in looked.examples] == [True] * 6
    assert looked.publishable


def test_a_problem_stands_in_its_file_at_its_line(installed: dict[str, str]) -> None:
    looked = editing.check_files(swapped(installed, "path.yaml", "minimum: 55", "minimum: high"))
    finding = only(looked.problems)
    assert (finding.file, finding.problem.code) == ("path.yaml", "Q206")
    assert (
        "minimum: high"
        in installed["path.yaml"].replace("minimum: 55", "minimum: high", 1).splitlines()[finding.problem.line - 1]
    )
    assert looked.of("path.yaml") == (finding,)
    assert looked.of("culture.yaml") == ()
    assert (looked.questionnaire, looked.examples, looked.publishable) == (None, (), False)


def test_a_missing_file_is_a_problem_of_its_name(installed: dict[str, str]) -> None:
    looked = editing.check_texts_only({name: text for name, text in installed.items() if name != "weights.yaml"})
    finding = only(looked.problems)
    assert (finding.file, finding.problem.path, finding.problem.code) == ("", "weights.yaml", "Q201")


def test_an_example_that_comes_out_otherwise_keeps_a_draft_from_being_published(installed: dict[str, str]) -> None:
    looked = editing.check_files(swapped(installed, "examples/pebble.yaml", "position: 3", "position: 2"))
    failed = next(example for example in looked.examples if not example.passed)
    assert (failed.file, failed.firm) == ("examples/pebble.yaml", "Pebble")
    assert [one.code for one in failed.differences] == ["E701"]
    assert [one.problem.code for one in looked.of("examples/pebble.yaml")] == ["E701"]
    assert not looked.publishable


def test_an_example_that_is_no_text_is_named_by_its_file(installed: dict[str, str]) -> None:
    looked = editing.check_files({**installed, "examples/new.yaml": "firm: ["})
    failed = next(example for example in looked.examples if not example.passed)
    assert (failed.firm, [one.code for one in failed.differences]) == ("new", ["Y121"])


MENDED = {"Q204", "Q205", "Q403", "R504", "Y104", "Y106", "Y117", "Y118"}  # at least these


@pytest.mark.parametrize("case", sorted((BROKEN / "questionnaires").iterdir()), ids=lambda case: case.name)
def test_a_remedy_mends_what_it_is_for_and_breaks_nothing(case: Path) -> None:
    """Whatever is offered for one click removes its problem, and brings no new one."""
    try:
        files = {**BASE, **files_in(case)}
    except UnicodeDecodeError:
        return
    before = editing.check_texts_only(files)
    offered = [finding for finding in (*before.problems, *before.advice) if finding.mend]
    for finding in offered:
        assert finding.mend is not None
        after = editing.check_texts_only(editing.apply(files, finding.mend.splices))
        left = {(one.problem.code, one.problem.path, one.problem.line) for one in after.problems}
        assert (finding.problem.code, finding.problem.path, finding.problem.line) not in left, finding
        assert len(after.problems) <= len(before.problems) or finding.problem.code.startswith("Y"), after.problems
    assert offered or case.name not in MENDED


@pytest.mark.parametrize(
    ("name", "old", "new", "says"),
    [
        ("path.yaml", "minimum: 55", 'minimum: "60"', "Write 60 without quotes"),
        ("path.yaml", "last_stage_needs_component: true", 'last_stage_needs_component: "Yes"', "Write true"),
        ("path.yaml", "last_stage_needs_component: true", "last_stage_needs_component: off", 'Write "off" in quotes'),
        ("culture.yaml", "quick: true", "quikc: true", 'Write "quick"'),
        ("weights.yaml", "own_driver:", "own_drivr:", 'Write "own_driver"'),
        ("warnings.yaml", "F.cul_customer < 37.5", "F.cul_custmer < 37.5", 'Write "F.cul_customer"'),
        ("culture.yaml", "type: bars", "type: bar", 'Write "bars"'),
    ],
)
def test_certain_remedies(installed: dict[str, str], name: str, old: str, new: str, says: str) -> None:
    files = swapped(installed, name, old, new)
    found = editing.check_texts_only(files).problems
    mends = [finding.mend for finding in found if finding.mend]
    assert says in [str(mend.says) for mend in mends]
    mend = next(mend for mend in mends if str(mend.says) == says)
    assert len(editing.check_texts_only(editing.apply(files, mend.splices)).problems) <= len(found)


def test_every_code_is_explained() -> None:
    said = editing.explain_code("Q204")
    assert "unknown key" in said.says
    with pytest.raises(KeyError):
        editing.explain_code("Q999")
