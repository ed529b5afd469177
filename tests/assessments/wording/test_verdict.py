"""The verdict, and how firmly it may be read."""

from dataclasses import replace
from datetime import date
from typing import Any, get_args

import pytest

from assessments import wording
from scoring.answers import Assessment, Unanswered
from scoring.model import Questionnaire
from scoring.result import Sturdiness, Verdict
from tests.assessments.wording.results import result, with_fit
from tests.scoring.samples import changed, firm, result_of


def said(questionnaire: Questionnaire, name: str) -> str:
    return wording.verdict(questionnaire, firm(name).firm, result(name))


def test_the_verdict_of_a_firm_in_step(questionnaire: Questionnaire) -> None:
    assert said(questionnaire, "hartwell") == (
        "Hartwell Mutual practises Traditional CRM, and that is what its customers call for, today and in five years. "
        "It is in step with them."
    )


def test_the_stages_a_verdict_speaks_of_are_explained_by_their_customers(questionnaire: Questionnaire) -> None:
    first, *_, last = questionnaire.stages
    meant = wording.stages_meant(questionnaire, result("brightthread"))
    assert meant == ((first.name, first.customers), (last.name, last.customers))
    assert [stage for stage, _ in wording.stages_meant(questionnaire, result("hartwell"))] == [first.name]


def test_the_verdict_of_a_firm_behind(questionnaire: Questionnaire) -> None:
    assert said(questionnaire, "brightthread").endswith(
        "practises Traditional CRM; its customers call for Social CRM, today and in five years. "
        "It is two stages behind its customers."
    )


@pytest.mark.parametrize(
    ("verdict", "delta", "now", "later", "words"),
    [
        ("behind", -1, 2, 3, "call for Traditional CRM with the mental-model shift today and for Social CRM in five"),
        ("in_step_behind_later", 0, 1, 2, "which is what its customers call for today; in five years they will call"),
        ("in_step", 0, 1, 1, "It is in step with them."),
        ("ahead_behind_later", 1, 1, 3, "ahead of its customers today and will be behind"),
        ("ahead_in_step_later", 1, 1, 2, "It is early"),
        ("ahead", 2, 1, 1, "It is two stages ahead of its customers."),
        (None, None, None, 2, "what its customers call for cannot be told yet"),
    ],
)
def test_every_fit_has_its_verdict(
    questionnaire: Questionnaire, verdict: Verdict | None, delta: int, now: int, later: int, words: str
) -> None:
    found = with_fit(result("hartwell"), verdict, delta, now, later)
    assert words in wording.verdict(questionnaire, "Sample", found)
    assert wording.path_title(found)


def test_every_verdict_is_covered_above() -> None:
    assert set(get_args(Verdict)) <= {
        "behind", "in_step_behind_later", "in_step", "ahead_behind_later", "ahead_in_step_later", "ahead"
    }  # fmt: skip


def test_a_firm_whose_base_is_forming_is_told_so(questionnaire: Questionnaire) -> None:
    found = replace(with_fit(result("hartwell"), "behind", -1, 1, 1), position=0)
    told = wording.verdict(questionnaire, "Sample", found)
    assert told.startswith("Sample is still forming the base of Traditional CRM;")
    assert told.endswith("It is one stage behind its customers, and the base is still forming.")


def test_the_last_stage_from_a_quick_scan_is_to_be_confirmed(questionnaire: Questionnaire) -> None:
    quick = replace(result("pebble"), variant="quick")
    assert "Social CRM (to be confirmed by the full assessment)" in wording.verdict(questionnaire, "Pebble", quick)
    assert "quick scan" in str(wording.indicative_line(quick))
    assert wording.indicative_line(result("pebble")) is None


@pytest.mark.parametrize("posture", wording.POSTURES)
def test_every_posture_has_a_name_and_a_sentence(questionnaire: Questionnaire, posture: Any) -> None:
    found = replace(result("hartwell"), fit=replace(result("hartwell").fit, posture=posture))
    assert wording.posture_name(found) == wording.POSTURES[posture]
    assert wording.posture_line(questionnaire, found).endswith(".")


def test_an_open_posture_asks_for_customers_first(questionnaire: Questionnaire) -> None:
    found = with_fit(result("hartwell"), None, None, None, None)
    assert wording.posture_name(found) is None
    assert wording.posture_line(questionnaire, found).startswith("First find out")


@pytest.mark.parametrize(
    ("bounds", "minus", "plus", "words"),
    [
        ((1, 1), 1, 1, ["sturdy"]),
        ((1, 1), 1, 0, ["sensitive", "five points higher it would be Traditional CRM, base still forming"]),
        ((1, 1), 2, 0, ["five points lower it would be Traditional CRM with", "and five points higher"]),
        ((1, 3), 1, 1, ["answers that are missing", "between Traditional CRM and Social CRM"]),
    ],
)
def test_sturdiness_is_said_in_one_or_two_sentences(
    questionnaire: Questionnaire, bounds: tuple[int, int], minus: int, plus: int, words: list[str]
) -> None:
    line = wording.sturdiness_line(
        questionnaire, replace(result("hartwell"), sturdiness=Sturdiness(bounds, minus, plus))
    )
    assert all(word in line for word in words)


def test_the_voices_heard_are_counted_and_the_missing_ones_named(questionnaire: Questionnaire) -> None:
    line = wording.heard_line(questionnaire, result("riverside"))
    assert line == "Nine people answered, from five roles. Not heard: IT and data."


def test_one_person_speaks_for_the_firm(questionnaire: Questionnaire) -> None:
    line = wording.heard_line(questionnaire, result("hartwell"))
    assert line == "One person answered for the whole firm (role: executives)."


def test_nobody_may_have_answered(questionnaire: Questionnaire) -> None:
    empty = result_of(Assessment("none", "None", date(2026, 1, 1), ()))
    assert wording.heard_line(questionnaire, empty) == "Nobody has answered yet."


def test_all_roles_may_have_been_heard(questionnaire: Questionnaire) -> None:
    found = replace(result("riverside"), by_role={role.id: 3 for role in questionnaire.roles}, respondents=18)
    assert wording.heard_line(questionnaire, found) == "18 people answered, from six roles."


@pytest.mark.parametrize(
    ("evidence", "words"),
    [
        (None, "not known"),
        (49.9, "on impressions"),
        (50, "own counts"),
        (74.9, "own counts"),
        (75, "asking them"),
    ],
)
def test_the_evidence_is_named(questionnaire: Questionnaire, evidence: float | None, words: str) -> None:
    found = result("hartwell")
    assert words in wording.evidence_line(
        questionnaire, replace(found, demand=replace(found.demand, evidence=evidence))
    )


@pytest.mark.parametrize(("line", "words"), [(1, "less than"), (3, "about as much as"), (5, "more than")])
def test_the_belief_stands_beside_the_newest_customers(questionnaire: Questionnaire, line: int, words: str) -> None:
    found = result_of(changed(firm("hartwell"), {"dem_10": line}))
    assert f"social channels {words} the others" in wording.evidence_line(questionnaire, found)


def test_a_belief_without_newest_customers_is_still_a_belief(questionnaire: Questionnaire) -> None:
    found = result_of(changed(firm("hartwell"), {"dem_10": Unanswered.DONT_KNOW}))
    assert "is a belief." in wording.evidence_line(questionnaire, found)


def test_a_destination_near_the_line_says_so(questionnaire: Questionnaire) -> None:
    found = result("hartwell")
    near = replace(found.demand, five_years=replace(found.demand.five_years, borderline=True))
    line = wording.evidence_line(questionnaire, replace(found, demand=near))
    assert "What customers call for in five years is close to the line." in line


def test_a_provisional_placement_names_what_would_settle_it(questionnaire: Questionnaire) -> None:
    found = replace(result("hartwell"), provisional=True, settle=("dem_03", "dem_05", "own_03", "own_05"))
    line = str(wording.provisional_line(questionnaire, found))
    assert questionnaire.item_by_id["dem_03"].text in line
    assert questionnaire.item_by_id["own_05"].text not in line
    assert line.endswith("And one more question.")
    assert "too little" in str(wording.provisional_line(questionnaire, replace(found, settle=())))
    assert wording.provisional_line(questionnaire, result("hartwell")) is None
