"""As a facilitator would: reword, raise, add with an example, see what it does, publish, answer, compare, go back."""

from pathlib import Path

from assessments import answering, cli, editing, working
from assessments.answering import Desk
from tests.assessments.work import do_everything

QUESTION = {
    "id": "cul_99",
    "type": "bars",
    "audience": "all",
    "text": "How soon do we answer when somebody talks to us in public?",
    "levels": ["We do not.", "Within a week.", "Within two days.", "The same day.", "Within the hour, at any time."],
    "evidence": "The last ten answers, with their times.",
}


def test_a_method_is_made_ones_own(desk: Desk, tmp_path: Path) -> None:
    answering.load_samples(desk)
    begun = editing.begin_draft(desk, "Sharper", "Ada")
    before = editing.open_draft(desk, begun.token).texts
    files = dict(before)

    shift = editing.find(files, "factor", "cul_shift")
    anchor = editing.find(files, "question", "cul_03")
    gate = editing.find(files, "gate", "T1")
    assert shift is not None
    assert anchor is not None
    assert gate is not None
    culture = editing.set_value(files["culture.yaml"], (*anchor.path, "levels", 1), "We try to stop or outshout them.")
    files["culture.yaml"] = editing.add_entry(culture, (*shift.path, "items"), QUESTION, after="cul_03")
    files["path.yaml"] = editing.set_value(files["path.yaml"], (*gate.path, "minimum"), 45)
    files["path.yaml"] = editing.with_next_version(desk, files)
    answers = before["examples/pebble.yaml"].split("\nexpect:")[0].replace("pebble-2026", "quick-talker")
    files["examples/talker.yaml"] = answers.replace("      cul_03: 5\n", "      cul_03: 5\n      cul_99: 5\n") + "\n"
    files["examples/talker.yaml"] = editing.expect_now(files, "examples/talker.yaml", ["position", "warnings"])
    for example in editing.check_files(files).examples:
        files[example.file] = editing.accept(files, example.file)
    assert editing.check_files(files).publishable

    opened = editing.open_draft(desk, begun.token).files
    changed = {name: text for name, text in files.items() if before.get(name) != text}
    revisions = {name: opened[name].revision if name in opened else 0 for name in changed}
    editing.save_files(desk, begun.token, {name: (text, revisions[name]) for name, text in changed.items()})
    working.try_draft(desk, begun.token, random_firms=20)
    do_everything(desk)
    found = working.tried(desk, begun.token).found
    assert found is not None
    assert {(move.name, move.before, move.after) for move in found.moving} == {
        ("Brightthread", 1, 0),
        ("Castellan Tooling", 1, 0),
    }
    seen = {name: file.revision for name, file in editing.open_draft(desk, begun.token).files.items()}
    published = editing.publish(desk, begun.token, "Public talk counts for more.", seen)
    editing.make_current(desk, published.id)

    started = answering.start(desk, "Acme", "full")
    answering.answer(desk, started.token, "cul_99", 5)
    assert answering.result(desk, started.token).items["cul_99"].score == 100

    said = {one.sentence for one in editing.changes(before, editing.publication_files(desk, published.id))}
    assert said >= {
        "Gate T1 raised from 40 to 45.",
        "Question cul_03, line 2 reworded.",
        "Question cul_99 added.",
        "Questionnaire: version changed from 1.0 to 1.1.",
        "Worked example examples/talker.yaml added.",
    }
    for name, text in editing.publication_files(desk, published.id).items():  # the same in git
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    assert cli.main(["check", str(tmp_path)]) == cli.FINE

    back = editing.begin_draft(desk, "As before", "Ada", origin=published.id)
    assert editing.open_draft(desk, back.token).texts == files
