"""Reports of a workshop: whatever is printed beside what was shown tells nobody what a few people said."""

from datetime import date as Date

import pytest

from assessments import facilitating, reports
from assessments.answering import Desk
from assessments.facilitating import Outcome
from assessments.reports.team import team_report
from assessments.wording.session import Session
from tests.assessments.conftest import only
from tests.assessments.facilitating.playing import MIXED, ROLES, Play

DAY = Date(2026, 11, 22)


def at_the_end(desk: Desk, people: tuple[str, ...], *topics: str) -> Outcome:
    """Return what came out of a long workshop with these people that talked about these questions."""
    play = Play(desk, people, minutes=180)
    play.talk_about(*topics)
    for topic in topics:
        play.press(f"reveal:{topic}")
    play.press("go:placed", "end!")
    return facilitating.outcome(desk, play.token)


def case_of(came: Outcome) -> reports.Case:
    assert came.shown is not None
    session = Session(came.topics, came.blind_spots, came.counted, came.everybody, came.left_out, came.role_weights)
    shown = came.shown
    return reports.work_out(shown.opened.method, shown.opened.assessment, shown.result, session=session)


@only("sqlite")
def test_with_small_roles_a_question_is_printed_by_its_counts_or_by_its_points(desk: Desk) -> None:
    case = case_of(at_the_end(desk, MIXED, "cul_03"))
    report = team_report(case, DAY)
    questions = {one.asked.id: one.asked for chapter in report.chapters for part in chapter.factors
                 for one in part.questions}  # fmt: skip
    few = {id_ for id_ in questions if any(0 < sum(role) < 3 for role in case.exact.items[id_].counts.values())}
    assert {id_ for id_, one in questions.items() if not one.counts} == few
    assert len(few) > len(questions) / 2
    beside = {item.id for item in case.questionnaire.factor_of["cul_03"].items}
    assert {one.id for one in questions.values() if one.score == "–"} == beside
    assert case.result.factors["cul_shift"].score is not None  # several questions are mixed in it
    assert case.result.ownership.ambition is None
    assert case.result.gaps.by_factor == {}
    assert reports.team_html(case, date=DAY)
    assert reports.executive_html(case, date=DAY)


@only("sqlite")
def test_with_large_roles_everything_is_printed(desk: Desk) -> None:
    case = case_of(at_the_end(desk, ROLES, "cul_03"))
    report = team_report(case, DAY)
    counted = [one.asked.counts for chapter in report.chapters for part in chapter.factors for one in part.questions]
    assert sum(map(bool, counted)) > len(counted) / 2
    assert case.result == case.exact or case.result.flags == ()


@only("sqlite")
def test_a_factor_that_was_wholly_counted_out_has_no_points_anywhere(desk: Desk) -> None:
    factor = "own_buyin"
    items = [item.id for item in desk.edition().method.questionnaire.factor_by_id[factor].items]
    case = case_of(at_the_end(desk, MIXED, *items))
    pillar = case.questionnaire.pillar_of[factor].id
    assert case.result.factors[factor].score is None
    assert all(scores[pillar] is None for scores in case.result.pillars.values())
    assert all(gate.value is None for gate in case.result.gates if gate.metric in (factor, f"pillar.{pillar}"))
    assert {gate.result for gate in case.result.gates} == {gate.result for gate in case.exact.gates}
    assert reports.team_html(case, date=DAY)
    assert reports.executive_html(case, date=DAY)


@only("sqlite")
def test_the_plan_rests_on_everything_although_not_everything_is_printed(desk: Desk) -> None:
    case = case_of(at_the_end(desk, MIXED, "own_03"))
    whole = reports.work_out(case.method, case.assessment, case.exact)
    assert case.plan == whole.plan


@pytest.mark.parametrize("people", [MIXED, ROLES])
@only("sqlite")
def test_what_few_people_answered_is_left_out(desk: Desk, people: tuple[str, ...]) -> None:
    play = Play(desk, people)
    play.press("next")
    play.answer_all()
    for phone in range(8):
        play.answer(phone, "cul_01", "dk")
    play.press("go:placed")
    place = play.room().showing.place
    assert place is not None
    assert place.result.items["cul_01"].answers == 0
    assert place.result.items["cul_01"].score is None
