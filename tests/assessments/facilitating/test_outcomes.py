"""What came out: the result that may be printed, exports of both rounds, the next workshop, and forgetting."""

import csv
import io
import json
from pathlib import Path

import pytest
from sqlalchemy import select

from assessments import answering, answers_file, facilitating
from assessments.answering import Desk
from assessments.storage.every_table import metadata
from assessments.storage.log_tables import deed_log
from assessments.storage.tables import answer_change, questionnaire_file, questionnaire_version
from assessments.storage.workshop_tables import control_log, facilitator, release, seat
from scoring import assess
from tests.assessments.facilitating.playing import MIXED, ROLES, Play, code_of


def played(desk: Desk, *people: str, seed: int = 1) -> Play:
    """Return a workshop with a second round that one person skipped, at its placement."""
    play = Play(desk, people or MIXED)
    play.press("next")
    play.answer_all(seed=seed)
    facilitating.write_agenda(desk, play.token, ["dem_03"])
    play.press("go:talk", "reveal", "second_round")
    play.answer_line("dem_03", [1, 2, 3, 4, 5, 1, 2, 3])
    play.press("reveal", "go:placed")
    return play


def table(text: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.decode())))


def test_there_is_nothing_to_report_before_the_placement(desk: Desk) -> None:
    assert code_of(facilitating.outcome, desk, Play(desk).token) == "no_result"


def test_a_report_holds_both_rounds_and_what_was_concluded(desk: Desk) -> None:
    play = played(desk)
    facilitating.conclude(desk, play.token, "dem_03", conclusion="We count calls.", open_question=True, owner="Eva")
    outcome = facilitating.outcome(desk, play.token)
    assert outcome.shown is not None
    assert outcome.shown.result.respondents == outcome.counted.people == 9
    assert outcome.shown.result.position == outcome.counted.position
    assert (outcome.everybody, outcome.left_out, outcome.movement) == (None, (), None)
    (talked,) = outcome.topics
    assert (talked.topic.conclusion, talked.topic.owner) == ("We count calls.", "Eva")
    assert talked.shown is not None
    assert talked.shown.before is not None
    assert talked.shown.after is not None


def test_the_later_answers_count_and_who_skipped_keeps_theirs(desk: Desk) -> None:
    play = played(desk)
    outcome = facilitating.outcome(desk, play.token)
    assert outcome.shown is not None
    said = {one.respondent: one.answers["dem_03"] for one in outcome.shown.opened.assessment.submissions}
    assert [said[play.name(phone)] for phone in range(8)] == [1, 2, 3, 4, 5, 1, 2, 3]
    skipped = next(one for one in play.phone(8).mine if one.question.id == "dem_03")
    assert (said[play.name(8)], skipped.round) == (skipped.value, 1)


def test_leaving_one_person_out_later_changes_the_standpoint_and_no_number(desk: Desk) -> None:
    play = played(desk)
    then = facilitating.outcome(desk, play.token).shown
    play.on(0, "exclude", "Not of this firm")
    outcome = facilitating.outcome(desk, play.token)
    assert outcome.shown is not None
    assert then is not None
    assert outcome.shown.result == then.result
    assert outcome.left_out == ("Not of this firm",)
    assert outcome.counted.people == 8
    assert outcome.everybody is not None
    assert outcome.everybody.people == 9


def test_leaving_enough_people_out_changes_the_numbers(desk: Desk) -> None:
    play = played(desk, *ROLES)
    for phone in (0, 1, 2):
        play.on(phone, "exclude", "Not of this firm")
    outcome = facilitating.outcome(desk, play.token)
    assert outcome.shown is not None
    assert outcome.shown.result.respondents == 6


def test_leaving_people_out_whose_second_answers_would_show_changes_no_number(desk: Desk) -> None:
    """Their first answers were shown together, and one of them gave no second one."""
    play = played(desk)
    for phone in (0, 1, 8):
        play.on(phone, "exclude", "Not of this firm")
    outcome = facilitating.outcome(desk, play.token)
    assert outcome.shown is not None
    assert outcome.shown.result.respondents == 9
    assert outcome.counted.people == 6


def test_looking_at_a_report_again_is_no_new_release(desk: Desk) -> None:
    play = played(desk)
    for _ in range(3):
        facilitating.outcome(desk, play.token)
    with desk.database.reading() as connection:
        reports = connection.scalars(select(release.c.item).where(release.c.item == "*report")).all()
    assert len(reports) == 1


def test_an_export_holds_every_answer_once_under_its_round(desk: Desk) -> None:
    play = played(desk)
    rows = table(facilitating.export(desk, play.token, "csv").content)
    said = {(row["respondent"], row["item"], row["round"]): row["value"] for row in rows}
    assert len(said) == len(rows)
    for phone in range(9):
        for one in play.phone(phone).mine:
            if not isinstance(one.value, dict):
                key = (play.name(phone), one.question.id, str(one.round))
                assert said[key] in (str(one.value), *map(str, (one.value,) if isinstance(one.value, str) else ()))
    assert sum(row["round"] == "2" for row in rows) == 8
    assert [row["respondent"] for row in rows] == sorted(row["respondent"] for row in rows)


def test_small_roles_are_pooled_in_an_export_unless_asked_for(desk: Desk) -> None:
    play = played(desk)
    roles = {row["role"] for row in table(facilitating.export(desk, play.token, "csv").content)}
    assert roles == {"pooled", "service", "frontline"}
    exact = {row["role"] for row in table(facilitating.export(desk, play.token, "csv", exact_roles=True).content)}
    assert exact == {"exec", "sales", "service", "frontline"}


@pytest.mark.parametrize("kind", ["csv", "csv_wide", "json", "yaml"])
def test_an_export_reads_back_as_what_counts(desk: Desk, kind: str, tmp_path: Path) -> None:
    play = played(desk)
    file = facilitating.export(desk, play.token, kind, exact_roles=True)
    path = tmp_path / file.name
    path.write_bytes(file.content)
    facts = tmp_path / "facts.yaml"
    facts.write_bytes(facilitating.export(desk, play.token, "facts").content)
    method = desk.edition().method
    context = facts if kind.startswith("csv") else None
    read = answers_file.read(path, method.questionnaire, context=context)
    outcome = facilitating.outcome(desk, play.token)
    assert outcome.shown is not None
    mine = assess(method, read)
    assert (mine.index, mine.path_coordinate) == (outcome.shown.result.index, outcome.shown.result.path_coordinate)
    assert {gate.id: gate.result for gate in mine.gates} == outcome.counted.gates


def test_tallies_are_what_was_shown(desk: Desk) -> None:
    play = played(desk)
    rows = table(facilitating.export(desk, play.token, "tallies").content)
    first = [int(row["count"]) for row in rows if (row["round"], row["group"]) == ("1", "everybody")]
    topic = play.room().showing.topic or facilitating.topic_details(desk, play.token, "dem_03")
    assert topic is not None
    assert topic.before is not None
    assert tuple(first) == topic.before.groups[0].counts
    assert code_of(facilitating.export, desk, play.token, "docx") == "export"


def test_tallies_of_options_are_named_by_the_option(desk: Desk) -> None:
    play = Play(desk)
    play.talk_about("own_01", "dem_03")
    play.press("reveal", "go:placed")
    rows = table(facilitating.export(desk, play.token, "tallies").content)
    options = {option.id for option in play.board().questions["own_01"].options}  # type: ignore[attr-defined]
    assert {row["answer"] for row in rows if row["item"] == "own_01"} == options


def test_an_operator_exports_by_name(desk: Desk) -> None:
    play = played(desk)
    file = facilitating.export_workshop(desk, play.prepared.workshop_id, "json")
    assert file.content == facilitating.export(desk, play.token, "json", exact_roles=True).content
    assert json.loads(file.content)["assessment"] == play.prepared.workshop_id
    assert code_of(facilitating.export_workshop, desk, "nothing", "json") == "workshop"


def test_the_next_workshop_begins_with_the_facts_and_compares(desk: Desk) -> None:
    play = played(desk)
    facilitating.answer_fact(desk, play.token, "ctx_calls", "they_do")
    facilitating.edit_plan(desk, play.token, "capacity", 9)
    again = facilitating.prepare_again(desk, play.token)
    assert [one.value for one in facilitating.facts(desk, again.token) if one.question.id == "ctx_calls"] == ["they_do"]
    assert facilitating.settings(desk, again.token).settings == facilitating.settings(desk, play.token).settings
    later = Play(desk, ())
    later.prepared, later.token = again, again.token
    for role in MIXED:
        later.join(role)
    later.press("next")
    later.answer_all(seed=2)
    later.press("go:placed")
    movement = facilitating.outcome(desk, again.token).movement
    assert movement is not None
    assert movement.trend.factors


def test_the_next_of_a_workshop_nobody_came_to_compares_with_its_answers(desk: Desk) -> None:
    empty = Play(desk, ())
    again = facilitating.prepare_again(desk, empty.token, minutes=180, roles=["exec", "service"], minimum=2)
    later = Play(desk, ())
    later.prepared, later.token = again, again.token
    for role in ("exec", "service"):
        later.join(role)
    later.press("next")
    later.answer_all()
    later.press("go:placed")
    assert facilitating.outcome(desk, again.token).movement is not None


def test_deleting_leaves_no_row(desk: Desk) -> None:
    play = played(desk)
    other = facilitating.invite_facilitator(desk, play.token, "Bob")
    facilitating.write_note(desk, play.token, "", "Slow")
    facilitating.set_pulse(desk, play.token, open_=True)
    answering.answer_pulse(desk, facilitating.pulse(desk, play.token).code, {"pul_1": 3}, key="k" * 16)
    assert code_of(facilitating.delete, desk, other) == "not_in_charge"
    assert "deleted" in facilitating.delete(desk, play.token)
    kept = {questionnaire_version, questionnaire_file, deed_log}
    with desk.database.reading() as connection:
        for one in set(metadata.sorted_tables) - kept:
            assert connection.execute(select(one)).all() == [], one.name
        assert [one.done for one in connection.execute(select(deed_log))] == ["deleted"]
    assert code_of(facilitating.board, desk, play.token) == "desk"
    assert code_of(answering.phone, desk, play.phones[0]) == "seat"


def test_deleting_one_of_two_workshops_keeps_the_firm(desk: Desk) -> None:
    play = played(desk)
    again = facilitating.prepare_again(desk, play.token)
    facilitating.delete(desk, play.token)
    assert facilitating.board(desk, again.token).head.firm == "Acme"
    assert not facilitating.board(desk, again.token).head.previous


def test_anonymising_keeps_the_answers_and_forgets_the_people(desk: Desk) -> None:
    play = played(desk)
    names = {play.name(phone) for phone in range(9)}
    facilitating.conclude(desk, play.token, "dem_03", conclusion="Eva said so.", owner="Eva")
    play.on(8, "exclude", "Not of this firm")
    assert code_of(facilitating.anonymise, desk, play.token, confirmed=True) == "not_ended"
    play.press("end!")
    assert code_of(facilitating.anonymise, desk, play.token) == "confirm_anonymise"
    assert "Roles of fewer than 3 people" in facilitating.anonymise(desk, play.token, confirmed=True)
    with desk.database.reading() as connection:
        for one in (seat, answer_change, control_log):
            assert connection.execute(select(one)).all() == []
        assert connection.scalars(select(facilitator.c.name)).all() == [""]
        assert all(not voices for voices in connection.scalars(select(release.c.voices)))
    rows = table(facilitating.export(desk, play.token, "csv", exact_roles=True).content)
    assert len({row["respondent"] for row in rows}) == 8
    assert {row["role"] for row in rows} <= {"service", "frontline", "exec"}
    assert not any("Eva" in str(part) for part in facilitating.outcome(desk, play.token).topics)
    assert facilitating.outcome(desk, play.token).counted.people == 8
    assert {row["respondent"] for row in rows} != names
    assert code_of(facilitating.conclude, desk, play.token, "dem_03", conclusion="Eva") == "anonymised"
    assert code_of(facilitating.anonymise, desk, play.token, confirmed=True) == "anonymised"
