"""The plan people edit: solved again with every wish, stored with its history, taken over by the next assessment."""

import datetime
import logging
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from assessments import answering
from assessments.answering import Desk, NotAccepted, Planned, Started
from assessments.edits import NO_EDITS, PlanEdits
from assessments.storage import Connection, Database, DoesNotFit
from assessments.storage.plans import change_plan
from assessments.storage.tables import plan_action, plan_change, plan_wish
from scoring.roadmap import compare_plans
from tests.assessments.conftest import NOON
from tests.assessments.filled import answer_like

MONDAY = date(2027, 1, 4)
PASSED = date(2026, 6, 1)


@pytest.fixture
def own(desk: Desk, full: Started, questionnaire_folder: Path) -> str:
    """Return the token of an assessment whose plan leads to a stage."""
    answer_like(desk, full.token, questionnaire_folder)
    return full.token


def inside(planned: Planned) -> set[str]:
    return {action.id for action in planned.plan.actions}


def test_without_wishes_the_plan_is_the_one_that_follows_from_the_answers(desk: Desk, own: str) -> None:
    planned = answering.plan_of(desk, own)
    assert planned.plan is planned.unedited
    assert planned.plan.kind == "stages"
    assert planned.edits == NO_EDITS
    assert compare_plans(planned.unedited, planned.plan).changes_nothing


def test_a_banned_move_leaves_the_plan_and_costs_something(desk: Desk, own: str) -> None:
    before = answering.plan_of(desk, own)
    gone = next(one.id for one in before.plan.actions if one.reason == "gates")
    answering.edit_plan(desk, own, "wanted", "banned", action=gone)
    after = answering.plan_of(desk, own)
    assert gone not in inside(after)
    assert gone in compare_plans(after.unedited, after.plan).dropped
    assert after.unedited == before.plan


def test_a_pinned_move_comes_in_and_a_taken_back_wish_changes_nothing(desk: Desk, own: str) -> None:
    before = answering.plan_of(desk, own)
    offered = {one.id for one in before.plan.not_in_plan if one.why == "not_needed"}
    wanted = min(offered)
    answering.edit_plan(desk, own, "wanted", "pinned", action=wanted)
    assert wanted in inside(answering.plan_of(desk, own))
    answering.edit_plan(desk, own, "wanted", None, action=wanted)
    assert answering.plan_of(desk, own).plan == before.plan


def test_a_wish_that_cannot_be_granted_is_named(desk: Desk, own: str) -> None:
    plan = answering.plan_of(desk, own).plan
    foreign = next(one.id for one in plan.not_in_plan if one.why in ("not_for_this_firm", "good_enough"))
    answering.edit_plan(desk, own, "wanted", "pinned", action=foreign)
    assert [one.id for one in answering.plan_of(desk, own).plan.not_granted] == [foreign]


def test_capacity_start_effort_role_and_days_reach_the_plan(desk: Desk, own: str) -> None:
    before = answering.plan_of(desk, own).plan
    first = before.actions[0].id
    for name, value, action in (
        ("capacity", 12, ""),
        ("start", MONDAY, ""),
        ("effort", 7.5, first),
        ("role", "it_data", first),
        ("not_before", date(2027, 1, 20), first),
    ):
        answering.edit_plan(desk, own, name, value, action=action)
    plan = answering.plan_of(desk, own).plan
    moved = next(one for one in plan.actions if one.id == first)
    assert (plan.capacity, plan.start, moved.effort, moved.owner) == (12, MONDAY, pytest.approx(7.5), "it_data")
    assert moved.start_week >= 4, "the fourth week is the first that begins on the 20th or later"
    assert plan.weeks > before.weeks


@pytest.mark.parametrize("status", ["doing", "done"])
def test_what_is_under_way_or_done_stays_in_the_plan(desk: Desk, own: str, status: str) -> None:
    plan = answering.plan_of(desk, own).plan
    offered = min(one.id for one in plan.not_in_plan if one.why == "not_needed")
    answering.edit_plan(desk, own, "status", status, action=offered)
    assert offered in inside(answering.plan_of(desk, own))


def test_what_was_dropped_stays_out_even_when_it_was_asked_for(desk: Desk, own: str) -> None:
    dropped = answering.plan_of(desk, own).plan.actions[-1].id
    answering.edit_plan(desk, own, "wanted", "pinned", action=dropped)
    answering.edit_plan(desk, own, "status", "dropped", action=dropped)
    planned = answering.plan_of(desk, own)
    assert dropped not in inside(planned)
    assert planned.plan.not_granted == ()


def test_a_finished_assessment_keeps_its_plan_open(desk: Desk, own: str) -> None:
    answering.finish(desk, own)
    answering.edit_plan(desk, own, "person", "  Maria   Sand ", action="A01")
    assert answering.plan_of(desk, own).edits.of("A01").person == "Maria Sand"
    answering.edit_plan(desk, own, "person", " ", action="A01")
    assert answering.plan_of(desk, own).edits.of("A01").person is None


REFUSED = [
    ("capacity", 0, "", "capacity"),
    ("capacity", float("nan"), "", "capacity"),
    ("capacity", float("inf"), "", "capacity"),
    ("capacity", True, "", "capacity"),
    ("capacity", "30", "", "capacity"),
    ("capacity", 30, "A01", "edit"),
    ("start", "2027-01-04", "", "day"),
    ("start", date(1999, 1, 1), "", "day"),
    ("start", datetime.datetime(2027, 1, 4, tzinfo=datetime.UTC), "", "day"),
    ("due", date(9999, 12, 31), "A01", "day"),
    ("effort", -1, "A01", "effort"),
    ("effort", 10**400, "A01", "effort"),
    ("effort", [], "A01", "effort"),
    ("wanted", "both", "A01", "wanted"),
    ("wanted", ["pinned"], "A01", "wanted"),
    ("role", "nobody", "A01", "role"),
    ("status", "finished", "A01", "status"),
    ("person", 7, "A01", "text"),
    ("person", "x" * 201, "A01", "text_long"),
    ("person", "a\x00b", "A01", "text_sign"),
    ("status", "done", "Z99", "action"),
    ("status", "done", "' OR 1=1", "action"),
    ("status", "done", ["A01"], "action"),
    ("status", "done", "", "edit"),
    ("at", NOON, "A01", "edit"),
    ("carried", True, "A01", "edit"),
    (["status"], "done", "A01", "edit"),
]


@pytest.mark.parametrize(("name", "value", "action", "code"), REFUSED)
def test_hostile_edits_are_refused_and_nothing_is_stored(
    desk: Desk, own: str, database: Database, name: str, value: object, action: str, code: str
) -> None:
    with pytest.raises(NotAccepted) as refused:
        answering.edit_plan(desk, own, name, value, action=action)
    assert refused.value.code == code
    with database.reading() as connection:
        for table in (plan_wish, plan_action, plan_change):
            assert connection.execute(select(table)).all() == []


def test_a_refusal_is_logged_without_what_was_written(desk: Desk, own: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING), pytest.raises(NotAccepted):
        answering.edit_plan(desk, own, "person", "Secret\x00", action="A01")
    assert "Secret" not in caplog.text


def test_a_sample_is_tried_and_not_stored(desk: Desk, database: Database) -> None:
    answering.load_samples(desk)
    with pytest.raises(NotAccepted):
        answering.edit_plan(desk, "northvale-2026", "capacity", 10)
    planned = answering.plan_of(desk, "northvale-2026")
    tried = answering.try_edit(planned, "capacity", 10)
    tried = answering.try_edit(answering.plan_of(desk, "northvale-2026", tried), "status", "doing", action="A01")
    again = answering.plan_of(desk, "northvale-2026", tried)
    assert (again.plan.capacity, again.edits.of("A01").status) == (10, "doing")
    with pytest.raises(NotAccepted):
        answering.try_edit(planned, "capacity", -1)
    with database.reading() as connection:
        assert connection.execute(select(plan_change)).all() == []


def test_the_edits_of_ones_own_plan_cannot_be_passed_in(desk: Desk, own: str) -> None:
    assert answering.plan_of(desk, own, PlanEdits(capacity=1)).edits == NO_EDITS


def test_two_tabs_change_different_things_and_the_last_tap_counts(desk: Desk, own: str) -> None:
    answering.edit_plan(desk, own, "person", "Maria", action="A01")
    answering.edit_plan(desk, own, "status", "doing", action="A01")
    answering.edit_plan(desk, own, "person", "Ilse", action="A01")
    said = answering.plan_of(desk, own).edits.of("A01")
    assert (said.person, said.status) == ("Ilse", "doing")


def test_history_is_kept_and_a_message_counts_once(desk: Desk, own: str, database: Database) -> None:
    first = answering.edit_plan(desk, own, "status", "doing", action="A01", key="k1")
    answering.edit_plan(desk, own, "status", "done", action="A01", key="k2")
    assert answering.edit_plan(desk, own, "status", "doing", action="A01", key="k1") == first
    answering.edit_plan(desk, own, "start", MONDAY)
    assert answering.plan_of(desk, own).edits.of("A01").status == "done"
    with pytest.raises(NotAccepted) as reused:
        answering.edit_plan(desk, own, "due", MONDAY, action="A01", key="k1")
    assert reused.value.code == "key"
    with database.reading() as connection:
        rows = connection.execute(select(plan_change).order_by(plan_change.c.id)).all()
    assert [(row.action, row.name, row.value) for row in rows] == [
        ("A01", "status", "doing"),
        ("A01", "status", "done"),
        ("", "start", "2027-01-04"),
    ]


def test_an_edit_and_its_history_are_stored_together_or_not_at_all(desk: Desk, own: str, database: Database) -> None:
    id_ = answering.open_assessment(desk, own).record.id

    def write_two(connection: Connection) -> None:
        change_plan(connection, id_, "person", "Maria", at=NOON, action="A01")
        change_plan(connection, id_, "effort", -1.0, at=NOON, action="A01")

    with pytest.raises(DoesNotFit), database.writing() as connection:
        write_two(connection)
    with database.reading() as connection:
        assert connection.execute(select(plan_change)).all() == []
        assert connection.execute(select(plan_action)).all() == []


@pytest.mark.parametrize(
    ("name", "value", "action"),
    [("capacity", 0.0, ""), ("wanted", "both", "A01"), ("status", "gone", "A01"), ("person", "", "A01")],
)
def test_the_tables_keep_their_own_rules(
    desk: Desk, own: str, database: Database, name: str, value: object, action: str
) -> None:
    id_ = answering.open_assessment(desk, own).record.id
    with pytest.raises(DoesNotFit), database.writing() as connection:
        change_plan(connection, id_, name, value, at=NOON, action=action)


def test_the_next_assessment_takes_over_who_does_what_and_how_far_they_are(
    desk: Desk, own: str, questionnaire_folder: Path
) -> None:
    plan = answering.plan_of(desk, own).plan
    done, doing = plan.actions[0].id, plan.actions[1].id
    for name, value, action in (
        ("status", "done", done),
        ("status", "doing", doing),
        ("person", "Maria", doing),
        ("due", MONDAY, doing),
        ("not_before", MONDAY, doing),
        ("not_before", PASSED, done),
        ("start", MONDAY, ""),
        ("capacity", 20, ""),
    ):
        answering.edit_plan(desk, own, name, value, action=action)
    again = answering.start_again(desk, own)
    answer_like(desk, again.token, questionnaire_folder)
    planned = answering.plan_of(desk, again.token)
    said = planned.edits.of(doing)
    assert (said.status, said.person, said.due, said.carried) == ("doing", "Maria", MONDAY, True)
    assert (planned.edits.of(done).status, planned.edits.of(done).carried) == ("done", True)
    assert (planned.edits.capacity, planned.edits.start, said.not_before) == (20, None, MONDAY)
    assert next(one for one in planned.plan.actions if one.id == doing).start_week > 1
    assert planned.edits.of(done).not_before == PASSED, "the plan says that it has passed"
    assert answering.plan_of(desk, own).edits.of(doing).not_before == MONDAY, "the old plan stays as it was"


def test_what_was_done_before_is_no_reason_to_do_it_again(desk: Desk, own: str, questionnaire_folder: Path) -> None:
    plan = answering.plan_of(desk, own).plan
    done, doing = sorted(one.id for one in plan.not_in_plan if one.why == "not_needed")[:2]
    answering.edit_plan(desk, own, "status", "done", action=done)
    answering.edit_plan(desk, own, "status", "doing", action=doing)
    assert {done, doing} <= inside(answering.plan_of(desk, own))
    again = answering.start_again(desk, own)
    answer_like(desk, again.token, questionnaire_folder)
    planned = answering.plan_of(desk, again.token)
    assert doing in inside(planned)
    assert done not in inside(planned), "it has counted in the new answers"
    answering.edit_plan(desk, again.token, "status", "done", action=done)
    assert done in inside(answering.plan_of(desk, again.token)), "done once more"


def test_a_status_alone_changes_no_reason(desk: Desk, own: str) -> None:
    before = answering.plan_of(desk, own).plan
    for action in before.actions:
        answering.edit_plan(desk, own, "status", "doing", action=action.id)
    assert answering.plan_of(desk, own).plan == before


def test_what_the_new_questionnaire_does_not_have_is_left_behind(desk: Desk, own: str, database: Database) -> None:
    id_ = answering.open_assessment(desk, own).record.id
    with database.writing() as connection:
        change_plan(connection, id_, "status", "done", at=NOON, action="gone")
        change_plan(connection, id_, "role", "gone", at=NOON, action="A01")
    assert answering.plan_of(desk, answering.start_again(desk, own).token).edits == NO_EDITS


def test_deleting_takes_the_plan_with_it(desk: Desk, own: str, database: Database) -> None:
    answering.edit_plan(desk, own, "capacity", 20)
    answering.edit_plan(desk, own, "person", "Maria", action="A01")
    answering.delete_everything(desk, own)
    with database.reading() as connection:
        for table in (plan_wish, plan_action, plan_change):
            assert connection.execute(select(table)).all() == []


def test_frontier_and_steadiness_belong_to_the_plan_with_its_wishes(desk: Desk, own: str) -> None:
    answering.edit_plan(desk, own, "capacity", 20)
    planned = answering.plan_of(desk, own)
    assert [one.capacity for one in answering.plan_frontier(planned).capacities] == [10, 20, 40]
    steadiness = answering.plan_steadiness(planned)
    assert steadiness.results == answering.planning.SOLVED_AGAIN
    assert set(steadiness.share) == inside(planned)
    assert all(0 <= share <= 1 for share in steadiness.share.values())


def test_a_plan_is_taken_away_in_known_kinds_only(desk: Desk, own: str) -> None:
    planned = answering.plan_of(desk, own)
    assert answering.plan_file(planned, "ics").name == "acme-2026-11-22-plan.ics"
    with pytest.raises(NotAccepted):
        answering.plan_file(planned, "exe")
