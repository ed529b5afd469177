"""Stored assessments placed anew: by a draft or a version, each once, and what came out as words and files."""

import csv
import io
import json
from pathlib import Path

import pytest

from assessments import answering, cli, editing, working
from assessments.answering import Desk
from assessments.editing.files import files_in
from tests.assessments.conftest import only
from tests.assessments.work import do_everything
from tests.assessments.working.conftest import Work

FILES = files_in(Path(__file__).parents[3] / "questionnaires" / "social_crm")
HIGHER = {**FILES, "path.yaml": FILES["path.yaml"].replace("minimum: 40", "minimum: 45", 1)}
MOVED = {("Brightthread", 1, 0), ("Castellan Tooling", 1, 0)}


@pytest.fixture
def samples(desk: Desk) -> Desk:
    """Return a desk with the sample firms, and an assessment that nobody has answered."""
    answering.load_samples(desk)
    answering.start(desk, "Nobody answered", "full")
    return desk


def outcome(desk: Desk, id_: str) -> working.Outcome:
    found = working.outcome(desk, id_)
    assert found is not None
    return found


def draft(desk: Desk, files: dict[str, str]) -> str:
    return editing.begin_draft(desk, "Stricter", "Ines", files=files).draft_id


def moved(found: working.Outcome) -> set[tuple[str, int, int]]:
    return {(one.name, one.before, one.after) for one in found.moving}


def test_a_draft_is_tried_on_every_assessment_as_it_stood_when_it_was_asked_for(
    samples: Desk, work_until_done: Work
) -> None:
    begun = editing.begin_draft(samples, "Stricter", "Ines", files=HIGHER)
    id_ = working.begin_effects(samples, begun.draft_id)
    assert id_ is not None
    started = answering.start(samples, "Gone", "quick")
    answering.answer(samples, started.token, "dem_03", 4)
    editing.delete_draft(samples, begun.token)
    work_until_done()
    found = outcome(samples, id_)
    assert (found.job.done, found.job.total, len(found.placements)) == (10, 10, 6)
    assert moved(found) == MOVED
    assert found.found.failing is not None
    assert [one.firm for one in found.found.failing] == ["Brightthread", "Castellan Tooling", "Riverside Bank"]
    assert found.found.shift is not None
    assert found.found.shift.moved_down > 0
    assert found.found.unseen is not None
    assert found.found.unseen.firms == 1000
    assert "Gate T1 is not passed any more" in found.moving[0].why[0]
    said = working.in_words(found)
    assert "Two of six assessments would stand elsewhere." in said
    assert "The worked example Brightthread comes out differently: " in said
    assert "Of firms drawn at random, " in said
    assert json.loads(working.as_json(found))["never_came_up"]["firms"] == 1000


@only("sqlite")
def test_what_was_found_of_a_firm_goes_with_it(desk: Desk, work_until_done: Work) -> None:
    first, second = (answering.start(desk, name, "quick") for name in ("Kept", "Gone"))
    for one in (first, second):
        answering.answer(desk, one.token, "dem_03", 4)
    id_ = working.begin_rescoring(desk, None)
    work_until_done()
    assert len(outcome(desk, id_).placements) == 2
    answering.delete_everything(desk, second.token)
    assert [one.assessment for one in outcome(desk, id_).placements] == [first.assessment_id]


@only("sqlite")
def test_the_editors_of_a_draft_find_again_what_they_asked_for(samples: Desk) -> None:
    token = editing.begin_draft(samples, "Stricter", "Ines", files=HIGHER).token
    assert working.tried(samples, token) == working.Tried(None, None, current=False, stopped=False)
    id_ = working.try_draft(samples, token, random_firms=10)
    assert working.try_draft(samples, editing.invite(samples, token, "Jonas"), random_firms=10) == id_
    job = working.tried(samples, token).under_way
    assert job is not None
    assert (job.id, job.done, job.asked_by) == (id_, 0, "Ines")
    do_everything(samples)
    found = working.tried(samples, token)
    assert (found.under_way, found.current, found.stopped) == (None, True, False)
    assert found.found is not None
    assert moved(found.found) == MOVED
    editing.save_file(samples, token, "path.yaml", FILES["path.yaml"], 1)
    assert not working.tried(samples, token).current


@only("sqlite")
def test_what_is_stopped_or_asked_about_another_text_is_not_worked_on(samples: Desk) -> None:
    token = editing.begin_draft(samples, "Stricter", "Ines", files=HIGHER).token
    first = working.try_draft(samples, token)
    editing.save_file(samples, token, "path.yaml", FILES["path.yaml"], 1)
    second = working.try_draft(samples, token)
    assert [one.cancelled for one in working.jobs(samples)] == [False, True]
    assert first != second
    working.stop_trying(samples, token)
    do_everything(samples)
    assert [one.done for one in working.jobs(samples)] == [0, 0]
    assert working.tried(samples, token) == working.Tried(None, None, current=False, stopped=True)


@only("sqlite")
def test_what_a_draft_changes_is_found_by_its_editors_alone(samples: Desk) -> None:
    token = editing.begin_draft(samples, "Stricter", "Ines", files=HIGHER).token
    for use in (working.try_draft, working.tried, working.stop_trying):
        with pytest.raises(editing.NotAccepted, match="does not open a draft"):
            use(samples, f"{token}x")
    working.begin_effects(samples, editing.open_draft(samples, token).id)  # the operator's, about everybody
    assert working.tried(samples, token).under_way is None


@only("postgresql")
def test_a_cancelled_job_tells_what_it_found_until_then(samples: Desk, work_until_done: Work) -> None:
    id_ = working.begin_rescoring(samples, None)
    working.cancel(samples, id_)
    work_until_done()
    assert outcome(samples, id_).placements == ()
    assert not json.loads(working.as_json(outcome(samples, id_)))["summary"]["complete"]


@only("sqlite")
def test_what_cannot_be_tried_is_refused(desk: Desk) -> None:
    assert working.begin_effects(desk, "d0") is None
    assert working.outcome(desk, "j0") is None
    broken = draft(desk, {**FILES, "path.yaml": "stages: []\n"})
    with pytest.raises(editing.NotAccepted, match="has no problems"):
        working.begin_effects(desk, broken)
    with pytest.raises(editing.NotAccepted, match="no such version"):
        working.begin_rescoring(desk, "9.9.9")
    assert working.jobs(desk) == ()


@only("sqlite")
def test_the_command_line_places_everything_anew_and_writes_what_came_out(
    samples: Desk,
    database_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("DATABASE_URL", database_url)
    folder = tmp_path / "stricter"
    for name, text in HIGHER.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    assert cli.main(["rescore", str(folder), "-o", str(tmp_path / "out")]) == 0
    said = capsys.readouterr().out
    assert "done: 7 of 7" in said
    assert "     2  " in said
    document = json.loads((tmp_path / "out" / "placements.json").read_text(encoding="utf-8"))
    summary = document["summary"]
    assert (summary["assessments"], summary["moving"], summary["up"], summary["down"]) == (6, 2, 0, 2)
    assert summary["complete"]
    rows = list(csv.DictReader(io.StringIO((tmp_path / "out" / "placements.csv").read_text(encoding="utf-8"))))
    assert {(row["name"], int(row["before"]), int(row["after"])) for row in rows} >= MOVED
    assert len(rows) == 6


@only("sqlite")
def test_the_command_line_lists_drafts_and_leaves_them_to_others(
    samples: Desk, database_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", database_url)
    name = draft(samples, HIGHER)
    assert cli.main(["effects"]) == 0
    assert f"{name}  2026-11-22  Stricter" in capsys.readouterr().out
    assert cli.main(["effects", name, "--later"]) == 0
    [job] = working.jobs(samples)
    assert cli.main(["outcome", job.id]) == 0
    assert "The job is under way: 0 of 10 are looked at." in capsys.readouterr().out
    assert cli.main(["outcome", "j0"]) == 1
    assert cli.main(["effects", "d0"]) == 1
