"""An edition in the studio: begun on top of a questionnaire, edited, shown with its origins, published, answered."""

import re
from pathlib import Path

import pytest

from assessments import answering, editing, reading
from assessments.answering import Desk
from assessments.editing import NotAccepted
from assessments.editing.files import files_in
from assessments.editing.packing import read_zip, write_zip

CULTURE = """\
# What a bank asks otherwise.
factors:
  - id: cul_shift
    items:
      - id: cul_03
        text: "People talk about our bank in places we do not run. What do we do?"
      - {id: cul_99, add: true, after: cul_03, type: agree, audience: all, text: "We answer within an hour."}
"""


@pytest.fixture
def token(desk: Desk) -> str:
    """Return the link of a draft of a bank's edition that changes one question and adds one."""
    begun = editing.begin_edition(desk, "A bank's path", "Ada", "house_bank")
    editing.save_file(desk, begun.token, "culture.yaml", CULTURE, 0)
    return begun.token


def test_an_edition_begins_as_its_base_under_another_name(desk: Desk) -> None:
    begun = editing.begin_edition(desk, "A bank's path", "Ada", "house_bank")
    texts = editing.open_draft(desk, begun.token).texts
    assert texts["path.yaml"] == 'id: house_bank\nversion: "1.0"\ntitle: "A bank\'s path"\nextends: social_crm\n'
    assert all(name.startswith("base/social_crm/") for name in texts if name != "path.yaml")
    assert editing.is_edition(texts)
    assert not editing.is_edition(editing.installed(desk))
    looked = editing.check_files(texts)
    assert looked.problems == ()
    assert looked.questionnaire is not None
    assert len(looked.questionnaire.items) == len(desk.edition().method.questionnaire.items)


@pytest.mark.parametrize("id_", ["", "social_crm", "Bank", "a b", "bänk", "../x", "x" * 41])
def test_an_edition_has_a_short_name_of_its_own(desk: Desk, id_: str) -> None:
    with pytest.raises(NotAccepted, match="short name"):
        editing.begin_edition(desk, "A bank's path", "Ada", id_)


def test_entries_of_an_edition_are_found_where_they_stand(desk: Desk, token: str) -> None:
    texts = editing.open_draft(desk, token).texts
    changed, added, kept = (editing.find(texts, "question", id_) for id_ in ("cul_03", "cul_99", "cul_04"))
    assert changed is not None
    assert added is not None
    assert kept is not None
    assert (changed.file, changed.path, changed.line) == ("culture.yaml", ("factors", 0, "items", 0), 5)
    assert (added.file, added.path, added.line) == ("culture.yaml", ("factors", 0, "items", 1), 7)
    assert (kept.file, kept.path) == ("base/social_crm/culture.yaml", ("factors", 1, "items", 1))
    assert editing.value_at(texts[kept.file], (*kept.path, "id")) == "cul_04"
    text = editing.set_key(texts["culture.yaml"], changed.path, "evidence", "A link.")
    found = editing.find({**texts, "culture.yaml": text}, "question", "cul_03")
    assert found is not None
    assert found.entry.evidence == "A link."


def test_an_edition_is_published_answered_and_packed_with_its_base(desk: Desk, token: str) -> None:
    draft = editing.open_draft(desk, token)
    revisions = {name: file.revision for name, file in draft.files.items()}
    one = editing.publish(desk, token, "For banks.", revisions)
    editing.make_current(desk, one.id)
    started = answering.start(desk, "Savings Bank", "full", "house_bank")
    answering.answer(desk, started.token, "cul_99", 4)
    opened = answering.open_assessment(desk, started.token)
    assert opened.questionnaire.item_by_id["cul_03"].text.startswith("People talk about our bank")
    assert read_zip(write_zip(draft.texts)) == draft.texts
    again = editing.begin_draft(desk, "Next", "Bob", origin=one.id)
    assert editing.open_draft(desk, again.token).texts == draft.texts
    deeper = editing.begin_edition(desk, "A small bank's path", "Bob", "small_bank", origin=one.id)
    looked = editing.check_texts_only(editing.open_draft(desk, deeper.token).texts)
    assert looked.problems == ()
    assert looked.questionnaire is not None
    assert "cul_99" in looked.questionnaire.item_by_id


def test_a_mistyped_id_of_an_edition_is_told_at_its_line(desk: Desk, token: str) -> None:
    texts = editing.open_draft(desk, token).texts
    texts["culture.yaml"] = CULTURE.replace("id: cul_shift", "id: cul_shfit")
    finding, *others = editing.check_texts_only(texts).problems
    assert others == []
    assert (finding.file, finding.problem.code, finding.problem.line) == ("culture.yaml", "Q222", 3)
    assert finding.mend is not None
    mended = editing.apply(texts, finding.mend.splices)
    assert mended["culture.yaml"] == CULTURE


def test_a_folder_in_git_is_checked_like_a_draft(desk: Desk, token: str, tmp_path: Path) -> None:
    for name, text in editing.open_draft(desk, token).texts.items():
        (tmp_path / "bank" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "bank" / name).write_text(text)
    checked = reading.check_questionnaire(tmp_path / "bank")
    assert checked.problems == ()
    assert checked.questionnaire is not None
    assert checked.questionnaire.id == "house_bank"


def test_an_edition_is_told_apart_by_what_it_says_as_a_whole(desk: Desk, token: str) -> None:
    base, edition = editing.installed(desk), editing.open_draft(desk, token).texts
    told = [(said.sentence, said.file) for said in editing.changes(base, edition) if "examples" not in said.sentence]
    assert told == [
        ("Questionnaire: id changed from social_crm to house_bank.", "path.yaml"),
        ("Questionnaire, title reworded.", "path.yaml"),
        ("Questionnaire: extends is now social_crm.", "path.yaml"),
        ("Question cul_03 reworded.", "culture.yaml"),
        ("Question cul_99 added.", "culture.yaml"),
        ("File README.md removed.", "README.md"),
    ]
    back = {said.sentence for said in editing.changes(edition, base)}
    assert "Question cul_99 removed." in back


def test_the_edition_in_the_guide_is_one(root: Path) -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", (root / "docs" / "studio.md").read_text(encoding="utf-8"), re.DOTALL)
    base = files_in(root / "questionnaires" / "social_crm")
    below = {f"base/social_crm/{name}": text for name, text in base.items()}
    looked = editing.check_texts_only({**below, "path.yaml": blocks[0], "culture.yaml": blocks[1]})
    assert looked.problems == ()
    assert looked.questionnaire is not None
    ids = [item.id for item in looked.questionnaire.factor_by_id["cul_shift"].items]
    assert ids == ["cul_03", "cul_99", "cul_05"]
