"""Warnings, moves and what not to do."""

from dataclasses import replace

import pytest

from assessments import wording
from scoring.model import Questionnaire
from scoring.result import ActiveWarning, Clause
from tests.assessments.wording.results import moves, result, with_fit
from tests.scoring.samples import firm


def test_forcing_comes_first_and_tools_are_its_consequence(questionnaire: Questionnaire) -> None:
    shown = wording.leading_warnings(questionnaire, result("castellan"))
    assert [warning.id for warning in shown[:3]] == ["AP_FORCING", "AP_TOOLS", "AP_CAPTURED"]
    assert [warning.follows for warning in shown] == [False, True, False, False, False]


def test_high_warnings_come_before_medium_and_five_are_printed(questionnaire: Questionnaire) -> None:
    found = result("brightthread")
    shown = wording.leading_warnings(questionnaire, found)
    assert len(shown) == 5
    assert [warning.severity for warning in shown] == sorted(warning.severity for warning in shown)
    assert not any(warning.follows for warning in shown)
    assert wording.further_warnings(questionnaire, found) == (
        "Also active: paid for the old way, perception gap, exposed in public and transaction management called CRM."
    )
    assert wording.further_warnings(questionnaire, result("hartwell")) is None


def test_a_warning_without_comparisons_gives_no_reason(questionnaire: Questionnaire) -> None:
    found = replace(result("hartwell"), warnings=(ActiveWarning("AP_GUESS", "medium", ()),))
    assert wording.leading_warnings(questionnaire, found)[0].because == ""


def test_a_firm_in_step_gets_six_moves_and_renewal_first(questionnaire: Questionnaire) -> None:
    shown = moves(questionnaire, firm("hartwell"), result("hartwell"))
    assert len(shown) == 6
    assert {"A46", "A22"} <= {move.id for move in shown}


def test_a_firm_behind_gets_few_moves_per_phase_and_remedies_among_them(questionnaire: Questionnaire) -> None:
    found = result("brightthread")
    shown = wording.phases(questionnaire, firm("brightthread"), found)
    assert [phase.number for phase in shown] == [1, 2, 3, 4]
    assert max(len(phase.moves) for phase in shown) <= 4
    assert {"A04", "A06", "A15", "A30"} <= {move.id for phase in shown for move in phase.moves}


def test_a_quick_scan_proposes_early_wins_only(questionnaire: Questionnaire) -> None:
    quick = replace(result("northvale"), variant="quick")
    shown = moves(questionnaire, firm("northvale"), quick)
    assert shown
    assert all(questionnaire.action_by_id[move.id].early_win for move in shown)


def test_effort_is_scaled_to_the_firm(questionnaire: Questionnaire) -> None:
    by_size = {
        size: {move.id: int(move.effort) for move in moves(questionnaire, assessment, result("northvale"))}
        for size in ("s", "xl", "unheard_of")
        if (assessment := replace(firm("northvale"), context={"ctx_size": size}))
    }
    assert by_size["unheard_of"]["A04"] == questionnaire.action_by_id["A04"].effort
    assert by_size["s"]["A04"] < by_size["xl"]["A04"]
    assert min(by_size["s"].values()) >= 1


def test_rules_on_public_talk_come_first_where_they_bind(questionnaire: Questionnaire) -> None:
    strict = replace(firm("northvale"), context={**firm("northvale").context, "ctx_regulated": "strict"})
    free = replace(firm("northvale"), context={**firm("northvale").context, "ctx_regulated": "none"})
    agreed = [
        [move.id for move in moves(questionnaire, assessment, result("northvale")) if "compliance" in move.why]
        for assessment in (strict, free)
    ]
    assert agreed[0]
    assert not agreed[1]


def test_reasons_of_moves_leave_out_where_customers_call_unless_alone(questionnaire: Questionnaire) -> None:
    shown = {move.id: move.why for move in moves(questionnaire, firm("brightthread"), result("brightthread"))}
    assert shown["A15"] == "Mental-model shift stands at 42 (under 75)."
    only = replace(result("hartwell").candidates[0], because=(Clause("target", 2, "target >= 2"),))
    alone = moves(questionnaire, firm("hartwell"), replace(result("hartwell"), candidates=(only,)))
    assert alone[0].why.startswith("The road leads to")


@pytest.mark.parametrize(
    ("name", "whats"),
    [
        ("hartwell", ["No new social channels, communities or social tools", "No programme for Social CRM"]),
        ("brightthread", ["No further tools"]),
        ("pebble", ["No integration project"]),
    ],
)
def test_what_not_to_do_now(questionnaire: Questionnaire, name: str, whats: list[str]) -> None:
    refusals = wording.not_now(questionnaire, result(name))
    assert [refusal.what for refusal in refusals] == whats
    assert all(refusal.why.endswith(".") for refusal in refusals)


def test_a_forming_base_and_a_systems_project_are_refused(questionnaire: Questionnaire) -> None:
    tech = ActiveWarning("AP_TECH_FIRST", "high", ())
    found = replace(with_fit(result("hartwell"), None, None, None, None), position=0, warnings=(tech,))
    whats = [refusal.what for refusal in wording.not_now(questionnaire, found)]
    assert whats == ["No systems project ahead of the habits", "Nothing that skips the base"]


def test_the_title_counts_the_warnings(questionnaire: Questionnaire) -> None:
    assert wording.warnings_title(result("brightthread")) == "Nine warnings apply; the gravest five"
    assert wording.warnings_title(result("hartwell")) == "Two warnings apply"
    assert wording.warnings_title(replace(result("hartwell"), warnings=result("hartwell").warnings[:1])) == (
        "One warning applies"
    )
    assert wording.warnings_title(result("pebble")) == "No warning applies"
