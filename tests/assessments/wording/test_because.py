"""Comparisons become plain clauses that show nobody's single answer."""

import re
from collections.abc import Mapping
from typing import Any

import pytest

from assessments import wording
from scoring.model import Questionnaire
from scoring.names import advice_names
from scoring.result import Clause
from tests.assessments.wording.results import SAMPLES, because, result, with_fit


@pytest.mark.parametrize(
    ("name", "value", "test", "words"),
    [
        ("F.cul_shift", 41.67, "F.cul_shift < 50", "mental-model shift stands at 42 (under 50)"),
        ("F.cul_shift", 41.67, "not F.cul_shift >= 50", "mental-model shift stands at 42 (under 50)"),
        ("F.cul_shift", 41.67, "50 > F.cul_shift", "mental-model shift stands at 42"),
        ("P.culture", 60.0, "P.culture > 50", "culture as a whole stands at 60 (over 50)"),
        ("I.cul_09", 25.0, "I.cul_09 <= 25", "“How often do we change how we work with customers?” stands at 25 ("),
        ("F.own_driver", 41.0, "F.own_driver < 50", "“Who drives” stands at 41 (under 50)"),
        ("DS_now", 3.0, "DS_now < 25", "customers' social habit today stands at 3 (under 25)"),
        ("p", 1, "p < 2", "the firm stands at Traditional CRM"),
        ("ambition", 3, "ambition > max(d_now, d_5y)", "wants Social CRM while customers call for Traditional CRM"),
        ("p", 1, "p >= d_now", "the firm stands at Traditional CRM, which is what customers call for"),
        ("driver", "sales", "driver in ('sales',)", "the say lies with sales"),
        ("purpose_top", "unsaid", "purpose_top == 'unsaid'", "the purpose named most is “"),
        ("driver_share", 0.6, "driver_share >= 0.6", "60% of the voices name the same driver"),
        ("social_tools", 2, "social_tools >= 2", "2 social tools are in use"),
        ("legacy_contact_share", 92.0, "legacy_contact_share > 50", "92% of contacts come in person"),
        ("gap_pulse", 1.0, "gap_pulse >= 1", "the firm's own view is 1 point above"),
        ("clean_slate", True, "clean_slate", "the firm starts with a clean slate"),
        ("clean_slate", False, "not clean_slate", "there are older systems to join up with"),
        ("ctx_size", "l", "ctx_size == 'l'", "“How many staff?” is answered “250 to 999”"),
        ("ctx_pressure", "board, trend", "'board' in ctx_pressure", "“The board asked, It is what firms do now”"),
        ("ctx_measured", 58, "ctx_measured < 60", "is answered “58”"),
        ("ap('AP_GAP')", True, "ap('AP_GAP')", "the warning “Perception gap” applies"),
        ("ap('AP_GAP')", False, "not ap('AP_GAP')", "the warning “Perception gap” does not apply"),
        ("dk('own_05')", 0.4, "dk('own_05') >= 0.4", "40% do not know “Why do people here use"),
        ("dk('own_05')", None, "dk('own_05') >= 0.4", "some do not know"),
        ("P.data_management - P.culture", 21.0, "P.data_management - P.culture >= 20",
         "data management as a whole minus culture as a whole is 21 (20 or more)"),
        ("max(F.cul_shift, E)", None, "max(F.cul_shift, E) < 3", "is not known"),
        ("social_tools", None, "social_tools >= 1", "social_tools is not known"),
        ("quick", True, "quick", "this is a quick scan"),
        ("F.left_out", 3.0, "F.left_out < 4", "F.left_out is 3 (under 4)"),
    ],
)  # fmt: skip
def test_a_comparison_reads_as_a_plain_clause(
    questionnaire: Questionnaire, name: str, value: Any, test: str, words: str
) -> None:
    assert words in because(questionnaire, result("hartwell"), name, value, test)


def test_a_derived_fact_without_words_of_its_own_gives_its_reason(questionnaire: Questionnaire) -> None:
    fact = questionnaire.derived[0].model_copy(update={"id": "own_rule", "why": "A reason of its own."})
    extended = questionnaire.model_copy(update={"derived": (fact,)})
    assert because(extended, result("hartwell"), "own_rule", True, "own_rule") == "a reason of its own"


def test_what_customers_call_for_is_left_out_while_unknown(questionnaire: Questionnaire) -> None:
    unknown = with_fit(result("hartwell"), None, None, None, None)
    told = because(questionnaire, unknown, "ambition", 3, "ambition > max(d_now, d_5y)")
    assert told == "the leadership wants Social CRM"


def test_of_two_limits_on_one_subject_the_tighter_is_kept(questionnaire: Questionnaire) -> None:
    clauses = [Clause("E", 20.0, "E < 60"), Clause("E", 20.0, "E < 45")]
    told = wording.Reasons(questionnaire, result("hartwell")).because(clauses)
    assert told == "the evidence about customers stands at 20 (under 45)"


def test_every_name_a_rule_may_use_has_words(questionnaire: Questionnaire) -> None:
    names = advice_names(questionnaire)
    values: Mapping[str, Any] = {"number": 2, "text": "sales", "flag": True, "list": "board"}
    spoken = {name: values[kind] for name, kind in names.plain.items()}
    spoken |= {f"{prefix}.{entry}": 2.0 for prefix, entries in names.prefixed.items() for entry in entries}
    for name, value in spoken.items():
        told = because(questionnaire, result("hartwell"), name, value, f"{name} >= 1")
        assert not re.search(r"\b[A-Z]\.\w|_", told), f"{name}: {told}"


@pytest.mark.parametrize("name", SAMPLES)
def test_reasons_of_real_warnings_and_actions_hold_no_code(questionnaire: Questionnaire, name: str) -> None:
    found = result(name)
    reasons = wording.Reasons(questionnaire, found)
    for entry in (*found.warnings, *found.candidates):
        told = reasons.because(entry.because)
        assert told
        assert not re.search(r"[A-Z]\.\w|_|==|>=|<", told), told
