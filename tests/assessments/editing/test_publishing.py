"""Versions: published from a sound draft as its editor saw it, never changed, archived, chosen, gone back to."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from assessments import answering, editing
from assessments.answering import Desk
from assessments.catalog import load
from assessments.editing import Begun, NotAccepted, Publication
from assessments.storage import Database


@pytest.fixture
def begun(desk: Desk) -> Begun:
    """Return a draft of the installed questionnaire under another name, in a new version."""
    begun = editing.begin_draft(desk, "Higher", "Ada")
    save(desk, begun.token, "and path", "and way")
    return begun


def save(desk: Desk, token: str, old: str, new: str, *, version: str = "1.1", name: str = "path.yaml") -> None:
    file = editing.open_draft(desk, token).files[name]
    text = file.text.replace(old, new, 1)
    assert text != file.text
    if name == "path.yaml":
        text = editing.set_value(text, ("version",), version)
    editing.save_file(desk, token, name, text, file.revision)


def seen(desk: Desk, token: str) -> dict[str, int]:
    return {name: file.revision for name, file in editing.open_draft(desk, token).files.items()}


def publish(desk: Desk, token: str, note: str = "Another name.") -> Publication:
    return editing.publish(desk, token, note, seen(desk, token))


def test_a_version_is_what_was_published_by_whom_when_and_why(desk: Desk, begun: Begun) -> None:
    one = publish(desk, begun.token)
    assert (one.questionnaire, one.version, one.author, one.note) == (
        "social_crm",
        "1.1",
        "Ada",
        "Another name.",
    )
    assert (one.archived, one.current, one.firms, one.origin) == (False, False, 0, None)
    assert one.sha256 != desk.edition().sha256
    assert editing.publications(desk) == (one,)
    assert editing.publication(desk, one.id) == one
    assert editing.publication_files(desk, one.id) == editing.open_draft(desk, begun.token).texts


def test_a_version_stays_when_its_draft_changes_or_goes(desk: Desk, begun: Begun) -> None:
    one = publish(desk, begun.token)
    files = editing.publication_files(desk, one.id)
    save(desk, begun.token, "and way", "and road", version="1.2")
    editing.delete_draft(desk, begun.token)
    assert editing.publication_files(desk, one.id) == files
    assert editing.publication(desk, one.id) == one


def test_going_back_is_a_new_draft_from_a_version(desk: Desk, begun: Begun) -> None:
    one = publish(desk, begun.token)
    again = editing.begin_draft(desk, "Back", "Bob", origin=one.id)
    draft = editing.open_draft(desk, again.token)
    assert draft.texts == editing.publication_files(desk, one.id)
    assert draft.origin == one.id
    save(desk, again.token, "and way", "and path", version="1.2")
    assert publish(desk, again.token).origin == one.id
    with pytest.raises(NotAccepted, match="no such version"):
        editing.begin_draft(desk, "Back", "Bob", origin="nothing")


def test_a_draft_with_problems_is_not_published(desk: Desk, begun: Begun) -> None:
    save(desk, begun.token, "minimum: 55", "minimum: high")
    with pytest.raises(NotAccepted, match="this one has 1"):
        publish(desk, begun.token)


def test_a_draft_whose_examples_come_out_otherwise_is_not_published(desk: Desk, begun: Begun) -> None:
    save(desk, begun.token, "position: 3", "position: 2", name="examples/pebble.yaml")
    with pytest.raises(NotAccepted, match=r"pebble\.yaml"):
        publish(desk, begun.token)
    assert editing.publications(desk) == ()


def test_the_number_is_written_with_the_version_or_not_at_all(desk: Desk, begun: Begun) -> None:
    before = editing.open_draft(desk, begun.token)
    for note, number in [("", "1.3"), ("So be it.", ""), ("So be it.", "1.0")]:
        with pytest.raises(NotAccepted):
            editing.publish(desk, begun.token, note, seen(desk, begun.token), version=number)
    assert editing.open_draft(desk, begun.token) == before
    one = editing.publish(desk, begun.token, "So be it.", seen(desk, begun.token), version="1.3")
    after = editing.open_draft(desk, begun.token)
    assert (one.version, after.texts) == ("1.3", editing.publication_files(desk, one.id))
    assert after.texts["path.yaml"] == before.texts["path.yaml"].replace("1.1", "1.3", 1)
    assert after.files["path.yaml"].revision == before.files["path.yaml"].revision + 1
    assert (
        editing.text_at(desk, begun.token, "path.yaml", before.files["path.yaml"].revision) != after.texts["path.yaml"]
    )


@pytest.mark.parametrize("note", ["", "  \n", "x" * 3000])
def test_a_version_says_what_is_new_in_it(desk: Desk, begun: Begun, note: str) -> None:
    with pytest.raises(NotAccepted):
        publish(desk, begun.token, note)


def test_nobody_publishes_what_they_have_not_seen(desk: Desk, begun: Begun) -> None:
    before = seen(desk, begun.token)
    save(desk, begun.token, "and way", "and road")
    with pytest.raises(NotAccepted, match="after you opened it"):
        editing.publish(desk, begun.token, "Higher", before)


def test_a_version_stands_for_one_content(desk: Desk, begun: Begun) -> None:
    other = editing.begin_draft(desk, "Other", "Bob")
    save(desk, other.token, "and path", "and lane", version="1.0")
    with pytest.raises(NotAccepted, match=r'"1\.0" of social_crm stands for other contents'):
        publish(desk, other.token)
    publish(desk, begun.token)
    with pytest.raises(NotAccepted, match=r'"1\.1" of social_crm'):
        publish(desk, begun.token)


def test_two_who_publish_at_once_make_one_version(desk: Desk, begun: Begun) -> None:
    def attempt(_: int) -> bool:
        try:
            publish(desk, begun.token)
        except NotAccepted:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(attempt, range(4))) == 1
    assert len(editing.publications(desk)) == 1


def test_the_next_free_version_is_offered(desk: Desk, begun: Begun) -> None:
    publish(desk, begun.token)
    texts = editing.open_draft(desk, begun.token).texts
    assert 'version: "1.2"' in editing.with_next_version(desk, texts)
    assert 'version: "1.2"' in editing.with_next_version(desk, editing.installed(desk))
    assert [editing.next_version(one) for one in ("1.9", "7", "spring", "1.x")] == ["1.10", "8", "spring.1", "1.x.1"]


def test_new_assessments_start_from_the_version_that_was_chosen(desk: Desk, begun: Begun) -> None:
    before = answering.start(desk, "Acme", "quick")
    one = publish(desk, begun.token)
    assert [offer.id for offer in answering.offered(desk)] == ["social_crm", "bank", "short"]
    assert {(offer.version, offer.publication) for offer in answering.offered(desk)} == {("1.0", None)}
    editing.make_current(desk, one.id)
    first, *others = answering.offered(desk)
    assert (first.version, first.publication) == ("1.1", one.id)
    assert {(offer.version, offer.publication) for offer in others} == {("1.0", None)}
    after = answering.start(desk, "Acme", "quick")
    assert answering.open_assessment(desk, after.token).questionnaire.version == "1.1"
    assert answering.open_assessment(desk, before.token).questionnaire.version == "1.0"
    assert editing.publication(desk, one.id).firms == 1
    again = answering.start_again(desk, before.token)
    assert answering.open_assessment(desk, again.token).questionnaire.version == "1.1"
    editing.use_installed(desk, "social_crm")
    assert answering.open_assessment(desk, answering.start(desk, "Acme", "quick").token).questionnaire.version == "1.0"


def test_another_questionnaire_is_offered_beside_the_installed_one(desk: Desk) -> None:
    begun = editing.begin_draft(desk, "House", "Ada")
    save(desk, begun.token, "id: social_crm", "id: house", version="1.0")
    one = publish(desk, begun.token, "For us.")
    editing.make_current(desk, one.id)
    assert [offer.id for offer in answering.offered(desk)] == ["social_crm", "bank", "short", "house"]
    started = answering.start(desk, "Acme", "quick", "house")
    assert answering.open_assessment(desk, started.token).questionnaire.id == "house"
    assert (
        answering.open_assessment(desk, answering.start(desk, "Acme", "quick").token).questionnaire.id == "social_crm"
    )
    assert answering.question_counts(desk, "house") == answering.question_counts(desk)
    again = answering.start_again(desk, started.token)
    assert answering.open_assessment(desk, again.token).questionnaire.id == "house"
    editing.archive(desk, one.id)
    with pytest.raises(NotAccepted, match="not offered any more"):
        answering.start(desk, "Acme", "quick", "house")
    last = answering.start_again(desk, again.token)
    assert answering.open_assessment(desk, last.token).questionnaire.id == "house"


def test_an_installed_edition_is_offered(desk: Desk) -> None:
    folder = desk.folder.parent / "bank"
    started = answering.start(desk, "Quay", "full", "bank")
    opened = answering.open_assessment(desk, started.token).questionnaire
    assert opened == load(folder)
    assert answering.question_counts(desk, "bank")["full"] == answering.question_counts(desk)["full"] + 3


def test_an_edition_that_cannot_be_used_is_left_out(
    questionnaire_folder: Path, database: Database, tmp_path: Path
) -> None:
    shutil.copytree(questionnaire_folder, tmp_path / "social_crm")
    for name, extends in (("good", "social_crm"), ("over", "good"), ("broken", "social_crm"), ("twin", "social_crm")):
        (tmp_path / name).mkdir()
        text = f'id: {"good" if name == "twin" else name}\nversion: "1"\ntitle: {name}\nextends: {extends}\n'
        (tmp_path / name / "path.yaml").write_text(text + ("stages: none\n" if name == "broken" else ""))
    desk = Desk(database, tmp_path / "social_crm")
    assert [offer.title for offer in answering.offered(desk)][1:] == ["good", "over"]


def test_an_archived_version_is_offered_no_more_and_goes_on_working(desk: Desk, begun: Begun) -> None:
    one = publish(desk, begun.token)
    editing.make_current(desk, one.id)
    started = answering.start(desk, "Acme", "quick")
    editing.archive(desk, one.id)
    assert {offer.publication for offer in answering.offered(desk)} == {None}
    assert editing.publications(desk) == ()
    assert [known.archived for known in editing.publications(desk, archived=True)] == [True]
    with pytest.raises(NotAccepted, match="archived"):
        editing.make_current(desk, one.id)
    answering.answer(desk, started.token, "dem_03", 4)
    editing.unarchive(desk, one.id)
    editing.make_current(desk, one.id)
    assert editing.publication(desk, one.id).current


def test_an_unknown_version_is_refused(desk: Desk) -> None:
    for use in (
        editing.publication,
        editing.publication_files,
        editing.archive,
        editing.unarchive,
        editing.make_current,
    ):
        with pytest.raises(NotAccepted, match="no such version"):
            use(desk, "nothing")


def test_with_a_key_only_those_who_know_it_publish(desk: Desk, begun: Begun, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not editing.needs_key(None)
    one = publish(desk, begun.token)
    monkeypatch.setenv("PATHWAY_STUDIO_KEY", "schlüssel")
    assert editing.needs_key(None)
    for wrong in (None, "", "schluessel", "\ud800"):
        with pytest.raises(NotAccepted, match="key of the studio"):
            editing.publish(desk, begun.token, "New", seen(desk, begun.token), secret=wrong)
        with pytest.raises(NotAccepted, match="key of the studio"):
            editing.make_current(desk, one.id, secret=wrong)
    editing.make_current(desk, one.id, secret="schlüssel")
    assert editing.publication(desk, one.id).current
