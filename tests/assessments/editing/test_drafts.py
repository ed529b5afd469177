"""Drafts: begun, opened by their links only, shared, saved with every state kept, deleted."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from assessments import editing
from assessments.answering import Desk
from assessments.editing import Begun, Conflict, NotAccepted


@pytest.fixture
def begun(desk: Desk) -> Begun:
    """Return a draft of Ada's with two small files."""
    return editing.begin_draft(desk, "Bank edition", "Ada", files={"path.yaml": "a\nb\nc\n", "culture.yaml": "x\n"})


def text(desk: Desk, token: str, name: str = "path.yaml") -> str:
    return editing.open_draft(desk, token).texts[name]


def test_a_draft_begins_with_the_installed_questionnaire_to_the_letter(desk: Desk) -> None:
    begun = editing.begin_draft(desk, "  My   own ", "Ada")
    draft = editing.open_draft(desk, begun.token)
    assert (draft.title, draft.editor, draft.origin) == ("My own", "Ada", None)
    assert draft.texts == editing.installed(desk)
    for name in ("path.yaml", "examples/pebble.yaml", "README.md"):
        assert draft.texts[name].encode() == (desk.folder / name).read_bytes()
    assert not any(name.startswith("schema/") for name in draft.files)


def test_a_draft_is_opened_by_its_links_only(desk: Desk, begun: Begun) -> None:
    other = editing.begin_draft(desk, "Another", "Bob", files={"path.yaml": ""})
    for link in ("", "x" * 43, "x" * 5000, begun.draft_id, other.token + "x", "\ud800"):
        with pytest.raises(NotAccepted, match="does not open a draft"):
            editing.open_draft(desk, link)
    assert text(desk, begun.token) == "a\nb\nc\n"


def test_a_second_editor_has_a_link_and_a_name_of_their_own(desk: Desk, begun: Begun) -> None:
    link = editing.invite(desk, begun.token, "Bob")
    assert link != begun.token
    assert editing.open_draft(desk, link).editor == "Bob"
    assert editing.editors(desk, begun.token) == ("Ada", "Bob")
    editing.save_file(desk, link, "path.yaml", "b\n", 1)
    assert editing.open_draft(desk, begun.token).files["path.yaml"].by == "Bob"


def test_what_is_saved_is_there_when_the_draft_is_opened_again(desk: Desk, begun: Begun) -> None:
    saved = editing.save_file(desk, begun.token, "path.yaml", "a\r\nb  \n# é\u2028\n", 1)
    assert saved.revision == 2
    assert text(desk, begun.token) == "a\r\nb  \n# é\u2028\n"


def test_every_state_is_kept(desk: Desk, begun: Begun) -> None:
    for number, said in enumerate(["one", "two", "three"], start=1):
        editing.save_file(desk, begun.token, "path.yaml", said, number)
    states = editing.history(desk, begun.token, "path.yaml")
    assert [state.revision for state in states] == [4, 3, 2, 1]
    assert [editing.text_at(desk, begun.token, "path.yaml", number) for number in (1, 2, 4)] == [
        "a\nb\nc\n",
        "one",
        "three",
    ]
    assert states == tuple(sorted(states, key=lambda state: state.at, reverse=True))
    with pytest.raises(NotAccepted, match="no such state"):
        editing.text_at(desk, begun.token, "path.yaml", 5)


def test_saving_what_is_stored_makes_no_new_state(desk: Desk, begun: Begun) -> None:
    assert editing.save_file(desk, begun.token, "path.yaml", "a\nb\nc\n", 1).revision == 1
    assert len(editing.history(desk, begun.token, "path.yaml")) == 1


def test_a_message_sent_again_counts_once(desk: Desk, begun: Begun) -> None:
    first = editing.save_file(desk, begun.token, "path.yaml", "new", 1, key="k1")
    assert editing.save_file(desk, begun.token, "path.yaml", "new", 1, key="k1") == first
    assert len(editing.history(desk, begun.token, "path.yaml")) == 2
    with pytest.raises(NotAccepted, match="different contents"):
        editing.save_file(desk, begun.token, "path.yaml", "newer", 2, key="k1")


def test_nobody_overwrites_what_they_have_not_seen(desk: Desk, begun: Begun) -> None:
    bob = editing.invite(desk, begun.token, "Bob")
    editing.save_file(desk, bob, "path.yaml", "a\nB\nc\n", 1)
    with pytest.raises(Conflict, match=r"Bob saved path\.yaml at 12:00 UTC") as met:
        editing.save_file(desk, begun.token, "path.yaml", "a\nb\nC\n", 1)
    conflict = met.value
    assert (conflict.base, conflict.mine, conflict.theirs) == ("a\nb\nc\n", "a\nb\nC\n", "a\nB\nc\n")
    assert text(desk, begun.token) == "a\nB\nc\n"
    merged = editing.put_together(conflict.parts, ["both"])
    editing.save_file(desk, begun.token, "path.yaml", merged, conflict.revision)
    assert text(desk, bob) == "a\nb\nC\nB\nc\n"


def test_two_who_save_at_once_do_not_both_win(desk: Desk, begun: Begun) -> None:
    def save(number: int) -> bool:
        try:
            editing.save_file(desk, begun.token, "path.yaml", f"{number}", 1)
        except Conflict:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(save, range(16))) == 1
    assert len(editing.history(desk, begun.token, "path.yaml")) == 2


def test_several_files_are_saved_together_or_not_at_all(desk: Desk, begun: Begun) -> None:
    editing.save_file(desk, begun.token, "culture.yaml", "y\n", 1)
    with pytest.raises(Conflict):
        editing.save_files(desk, begun.token, {"path.yaml": ("new", 1), "culture.yaml": ("z\n", 1)})
    assert text(desk, begun.token) == "a\nb\nc\n"
    saved = editing.save_files(desk, begun.token, {"path.yaml": ("new", 1), "culture.yaml": ("z\n", 2)}, key="both")
    assert {name: one.revision for name, one in saved.items()} == {"path.yaml": 2, "culture.yaml": 3}


def test_a_file_is_added_removed_and_added_again(desk: Desk, begun: Begun) -> None:
    editing.save_file(desk, begun.token, "examples/mine.yaml", "firm: Mine\n", 0)
    assert editing.remove_file(desk, begun.token, "examples/mine.yaml", 1).revision == 2
    assert "examples/mine.yaml" not in editing.open_draft(desk, begun.token).files
    assert editing.save_file(desk, begun.token, "examples/mine.yaml", "firm: Mine\n", 0).revision == 3
    assert [state.removed for state in editing.history(desk, begun.token, "examples/mine.yaml")] == [False, True, False]


def test_a_new_file_does_not_replace_one_of_the_same_name(desk: Desk, begun: Begun) -> None:
    with pytest.raises(Conflict):
        editing.save_file(desk, begun.token, "path.yaml", "mine", 0)
    with pytest.raises(NotAccepted, match="no file of this name"):
        editing.save_file(desk, begun.token, "nowhere.yaml", "mine", 1)


@pytest.mark.parametrize(
    "name",
    ["", "x", "../path.yaml", "/etc/passwd.yaml", "a/b.yaml", "examples/../path.yaml", "path.yaml/", "C:\\path.yaml",
     "path.yaml\n", "pa\0th.yaml", ".hidden.yaml", "-x.yaml", "x" * 100 + ".yaml", "schema/path.yaml", "a b.yaml",
     "ä.yaml"],
)  # fmt: skip
def test_a_name_that_is_none_is_refused(desk: Desk, begun: Begun, name: str) -> None:
    with pytest.raises(NotAccepted, match="simple name"):
        editing.save_file(desk, begun.token, name, "x", 0)


def test_the_base_of_an_edition_is_not_edited(desk: Desk, begun: Begun) -> None:
    with pytest.raises(NotAccepted, match="builds on"):
        editing.save_file(desk, begun.token, "base/social_crm/path.yaml", "x", 0)


@pytest.mark.parametrize(
    ("said", "why"), [("a\0", r"U\+0000"), ("\ud800", r"U\+D800"), ("\ufeffa", r"U\+FEFF"), ("é" * 500_001, "1000 kB")]
)
def test_a_text_that_cannot_be_stored_is_refused(desk: Desk, begun: Begun, said: str, why: str) -> None:
    with pytest.raises(NotAccepted, match=why):
        editing.save_file(desk, begun.token, "path.yaml", said, 1)
    assert text(desk, begun.token) == "a\nb\nc\n"


def test_a_draft_has_bounds(desk: Desk, begun: Begun) -> None:
    many: dict[str, tuple[str | None, int]] = {f"f{number}.yaml": ("x", 0) for number in range(199)}
    with pytest.raises(NotAccepted, match="at most 200 files"):
        editing.save_files(desk, begun.token, many)
    large: dict[str, tuple[str | None, int]] = {f"f{number}.yaml": ("x" * 999_999, 0) for number in range(6)}
    with pytest.raises(NotAccepted, match="5000 kB"):
        editing.save_files(desk, begun.token, large)
    assert len(editing.open_draft(desk, begun.token).files) == 2


@pytest.mark.parametrize(
    ("title", "editor", "why"), [(" ", "Ada", "a name"), ("Bank", "\n", "who you are"), ("x" * 300, "Ada", "200")]
)
def test_a_draft_and_its_editor_have_names(desk: Desk, title: str, editor: str, why: str) -> None:
    with pytest.raises(NotAccepted, match=why):
        editing.begin_draft(desk, title, editor)


def test_a_draft_is_renamed(desk: Desk, begun: Begun) -> None:
    editing.rename(desk, begun.token, "Savings bank")
    assert editing.open_draft(desk, begun.token).title == "Savings bank"


def test_a_deleted_draft_is_gone_for_everybody(desk: Desk, begun: Begun) -> None:
    bob = editing.invite(desk, begun.token, "Bob")
    editing.delete_draft(desk, bob)
    for link in (begun.token, bob):
        with pytest.raises(NotAccepted, match="deleted"):
            editing.open_draft(desk, link)


def test_a_draft_begins_from_anything_that_is_offered(desk: Desk) -> None:
    for one in editing.beginnings(desk):
        files = editing.files_of(desk, one.origin)
        draft = editing.open_draft(desk, editing.begin_draft(desk, one.title, "Ada", origin=one.origin).token)
        assert (draft.texts, draft.origin) == (files, one.origin)
        looked = editing.check_files(draft.texts)
        assert looked.publishable
        assert looked.examples
        assert looked.questionnaire is not None
        assert (looked.questionnaire.title, looked.questionnaire.version) == (one.title, one.version)


def test_the_usual_questionnaire_is_offered_first_then_the_editions_then_what_was_published(desk: Desk) -> None:
    assert [one.origin for one in editing.beginnings(desk)] == [None, "installed:bank", "installed:short"]
    begun = editing.begin_draft(desk, "Our bank", "Ada", origin="installed:bank")
    draft = editing.open_draft(desk, begun.token)
    text = editing.with_next_version(desk, draft.texts)
    editing.save_file(desk, begun.token, "path.yaml", text, draft.files["path.yaml"].revision)
    seen = {name: file.revision for name, file in editing.open_draft(desk, begun.token).files.items()}
    version = editing.publish(desk, begun.token, "Ours.", seen)
    assert [(one.origin, one.version) for one in editing.beginnings(desk)][3:] == [(version.id, "1.1")]
    editing.archive(desk, version.id)
    assert len(editing.beginnings(desk)) == 3
    assert len(editing.beginnings(desk, archived=True)) == 4


@pytest.mark.parametrize("origin", ["installed:nothing", "v0123456789abcdef", ""])
def test_what_is_not_there_is_nothing_to_begin_from(desk: Desk, origin: str) -> None:
    with pytest.raises(NotAccepted, match=r"not installed here|no such version"):
        editing.begin_draft(desk, "Ours", "Ada", origin=origin)
