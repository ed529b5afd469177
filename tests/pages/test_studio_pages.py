"""The studio's pages clicked through: a published version is used, archived and gone on from; an example is added."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessments import answering, editing
from assessments.answering import Desk, open_desk

ROOT = Path(__file__).resolve().parents[2]
VERSION, FORMS = "version", "draft_forms"
ALL_RIGHT = "All of this is right: write down what comes out now"


@pytest.fixture
def desk(database: str) -> Desk:
    return open_desk(database, ROOT / "questionnaires" / "social_crm")


@pytest.fixture
def draft(desk: Desk) -> str:
    return editing.begin_draft(desk, "Higher", "Maria Sand").token


@pytest.fixture
def version(desk: Desk, draft: str) -> str:
    """Publish the draft in a new version and return its id."""
    file = editing.open_draft(desk, draft).files["path.yaml"]
    text = editing.set_value(file.text, ("version",), "1.1")
    editing.save_file(desk, draft, "path.yaml", text, file.revision)
    seen = {name: one.revision for name, one in editing.open_draft(desk, draft).files.items()}
    return editing.publish(desk, draft, "To try.", seen).id


def opened(page: str, **query: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.run()
    app.query_params.update(query)
    return ran(app.switch_page(f"assessments/pages/{page}.py"))


def ran(app: AppTest) -> AppTest:
    app.run()
    assert not app.exception
    return app


def press(app: AppTest, label: str) -> AppTest:
    button = next(one for one in app.button if one.label == label)
    button.click()
    return ran(app)


def said(app: AppTest) -> str:
    return "\n".join(one.proto.body for one in app.get("html"))


def test_a_version_is_used_stopped_archived_and_brought_back(desk: Desk, version: str) -> None:
    app = opened(VERSION, version=version)
    assert "To try." in said(app)
    assert "First choose" in said(app)
    app = press(app, "Use it for new assessments")
    assert answering.offered(desk)[0].version == "1.1"
    app = press(app, "No longer use it for new assessments")
    assert answering.offered(desk)[0].version == "1.0"
    app = press(app, "Archive it")
    assert editing.publication(desk, version).archived
    press(app, "Bring it back")
    assert not editing.publication(desk, version).archived


def test_a_press_on_a_version_that_was_archived_meanwhile_says_so_and_does_nothing(desk: Desk, version: str) -> None:
    editing.make_current(desk, version)
    starting, stopping = (opened(VERSION, version=version) for _ in range(2))
    editing.use_installed(desk, "social_crm")
    choosing = opened(VERSION, version=version)
    editing.archive(desk, version)
    starting.text_input(key="name").input("Quay")
    for app, label in [
        (starting, "Start the assessment"),
        (stopping, "No longer use it for new assessments"),
        (choosing, "Use it for new assessments"),
    ]:
        assert 'role="alert"' in said(press(app, label))
        assert "archived" in said(app)
        assert "Bring it back" in [button.label for button in app.button]
    assert editing.publication(desk, version).firms == 0
    assert [answering.offered(desk)[0].version, editing.publication(desk, version).archived] == ["1.0", True]


def test_what_another_version_was_chosen_for_is_left_alone(desk: Desk, draft: str, version: str) -> None:
    editing.make_current(desk, version)
    app = opened(VERSION, version=version)
    file = editing.open_draft(desk, draft).files["path.yaml"]
    editing.save_file(desk, draft, "path.yaml", editing.set_value(file.text, ("version",), "1.2"), file.revision)
    seen = {name: one.revision for name, one in editing.open_draft(desk, draft).files.items()}
    editing.make_current(desk, editing.publish(desk, draft, "Once more.", seen).id)
    assert "chose another one" in said(press(app, "No longer use it for new assessments"))
    assert answering.offered(desk)[0].version == "1.2"


def test_an_assessment_begins_with_the_version_in_use(desk: Desk, version: str) -> None:
    editing.make_current(desk, version)
    app = press(opened(VERSION, version=version), "Start the assessment")
    assert "Please enter a name first" in said(app)
    assert editing.publication(desk, version).firms == 0
    app.text_input(key="name").input("Quay")
    next(one for one in app.button if one.label == "Start the assessment").click()
    app.run()
    assert editing.publication(desk, version).firms == 1


def test_a_draft_begins_from_a_version_once_it_is_said_by_whom(desk: Desk, version: str) -> None:
    app = press(opened(VERSION, version=version), "Begin a draft")
    assert app.get("html")
    assert 'role="alert"' in said(app)


def test_a_worked_example_is_added_by_the_form(desk: Desk, draft: str) -> None:
    app = opened(FORMS, draft=draft, form="examples")
    app.selectbox(key="form-example").select("")
    ran(app)
    assert "It can be added once" in said(app)
    app.text_input(key="example-firm").input("Marlow & Sons")
    app.text_input(key="example-about").input("A firm that answers one thing otherwise.")
    app.multiselect(key="example-answers").select("cul_03")
    ran(app)
    app.selectbox(key="example-answer-cul_03").select(5)
    app = press(ran(app), "Add this example")
    text = editing.open_draft(desk, draft).texts["examples/marlow_sons.yaml"]
    assert editing.value_at(text, ("respondents", 0, "answers", "cul_03")) == 5
    assert set(editing.value_at(text, ("expect",))) == {"position", "destination", "posture"}
    looked = editing.check_files(editing.open_draft(desk, draft).texts)
    assert [one.passed for one in looked.examples if one.file.endswith("marlow_sons.yaml")] == [True]
    app.text_input(key="example-firm").input("Marlow Sons")
    assert "There is an example of this name already" in said(ran(app))


def test_only_what_was_seen_to_come_out_is_written_down(desk: Desk, draft: str) -> None:
    raise_gate(desk, draft, "minimum: 55", "minimum: 60")
    app = opened(FORMS, draft=draft, form="examples")
    before = editing.open_draft(desk, draft).texts
    raise_gate(desk, editing.invite(desk, draft, "Jonas Reed"), "minimum: 52", "minimum: 50")
    assert "nothing was written down" in said(press(app, ALL_RIGHT))
    after = editing.open_draft(desk, draft).texts
    assert {name for name in after if after[name] != before[name]} == {"path.yaml"}
    assert "Saved at" in said(press(app, ALL_RIGHT))
    assert editing.check_files(editing.open_draft(desk, draft).texts).publishable


def test_one_example_is_written_down_beside_what_that_changes(desk: Desk, draft: str) -> None:
    raise_gate(desk, draft, "minimum: 55", "minimum: 60")
    app = opened(FORMS, draft=draft, form="examples")
    app.selectbox(key="form-example").select("examples/hartwell.yaml")
    assert "hartwell.yaml, line by line" in said(ran(app))
    assert "Hartwell Mutual comes out as written." in said(press(app, "This is right: it must come out as it does now"))
    failed = [one.file for one in editing.check_files(editing.open_draft(desk, draft).texts).examples if not one.passed]
    assert failed
    assert "examples/hartwell.yaml" not in failed


def test_an_edition_without_examples_gets_its_first_one(desk: Desk) -> None:
    token = editing.begin_edition(desk, "A bank's path", "Maria Sand", "house_bank").token
    app = opened(FORMS, draft=token, form="examples")
    assert "There is none yet." in said(app)
    app.text_input(key="example-firm").input("Branch")
    app.text_input(key="example-about").input("A firm of which little is known.")
    app.multiselect(key="example-answers").select("cul_03")
    press(ran(app), "Add this example")
    (outcome,) = editing.check_files(editing.open_draft(desk, token).texts).examples
    assert (outcome.firm, outcome.passed) == ("Branch", True)


def test_a_draft_begins_from_an_edition_that_is_installed(desk: Desk) -> None:
    app = opened("studio")
    app.selectbox(key="from").select("installed:bank")
    app.text_input(key="title").input("Our bank")
    app.text_input(key="editor").input("Maria Sand")
    next(one for one in app.button if one.label == "Begin").click()
    ran(app)
    assert "Our bank" in said(app)


def test_what_somebody_saved_meanwhile_is_not_published_unseen(desk: Desk, draft: str) -> None:
    app = press(opened("draft_publish", draft=draft), "Publish")
    assert "say in a sentence what is new" in said(app)
    assert editing.open_draft(desk, draft).texts["path.yaml"] == editing.installed(desk)["path.yaml"]
    other = editing.invite(desk, draft, "Jonas Reed")
    reword(desk, other)
    app.text_area(key="note").input("As I saw it.")
    app = press(app, "Publish")
    assert "Somebody saved this draft after you opened it" in said(app)
    assert "Question cul_03, line 1 reworded." in said(app)
    assert editing.publications(desk) == ()
    press(app, "Publish")
    assert [one.note for one in editing.publications(desk)] == ["As I saw it."]


def test_going_back_does_not_overwrite_what_somebody_saved_meanwhile(desk: Desk, draft: str) -> None:
    other = editing.invite(desk, draft, "Jonas Reed")
    reword(desk, other)
    app = opened("draft_people", draft=draft)
    app.selectbox(key="history-of").select("culture.yaml")
    ran(app).selectbox(key="state-of-culture.yaml").select(1)
    ran(app)
    file = editing.open_draft(desk, other).files["culture.yaml"]
    editing.save_file(desk, other, "culture.yaml", f"{file.text}# more\n", file.revision)
    app = press(app, "Go back to this text")
    assert "Jonas Reed saved this file meanwhile" in said(app)
    assert editing.open_draft(desk, draft).texts["culture.yaml"].endswith("# more\n")
    press(app, "Go back to this text")
    assert editing.open_draft(desk, draft).texts["culture.yaml"] == editing.installed(desk)["culture.yaml"]


def raise_gate(desk: Desk, token: str, before: str, after: str) -> None:
    """Save another minimum of a gate."""
    file = editing.open_draft(desk, token).files["path.yaml"]
    editing.save_file(desk, token, "path.yaml", file.text.replace(before, after, 1), file.revision)


def reword(desk: Desk, token: str) -> None:
    """Save another first line of a question."""
    file = editing.open_draft(desk, token).files["culture.yaml"]
    text = file.text.replace('"We ignore them."', '"We look away."')
    editing.save_file(desk, token, "culture.yaml", text, file.revision)


def test_an_old_translation_stands_first_with_both_wordings_and_may_be_said_to_be_right(desk: Desk, draft: str) -> None:
    reword(desk, draft)
    app = opened(FORMS, draft=draft, form="languages")
    assert "One translation to look at again" in said(app)
    assert "When this was translated, it said: We ignore them." in said(app)
    assert app.text_area[0].value == "Wir ignorieren sie."
    right = next(box for box in app.checkbox if box.label == "The translation is still right as it stands")
    right.check()
    app = press(ran(app), "Save")
    assert "to look at again" not in said(app)
