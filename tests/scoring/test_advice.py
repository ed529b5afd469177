"""Warnings and candidate actions say what made them so."""

from dataclasses import replace

from scoring import Method, assess
from scoring.answers import Unanswered
from scoring.result import Clause
from tests.laws.changes import varied
from tests.scoring.samples import changed, firm, result_of, social_crm


def test_a_warning_names_the_comparisons_that_made_it_active() -> None:
    (fashion, overreach) = result_of(firm("hartwell")).warnings
    assert (fashion.id, fashion.severity) == ("AP_FASHION", "medium")
    assert fashion.because == (
        Clause("pressure_without_customers", True, "pressure_without_customers"),
        Clause("d_now", 1, "d_now < 3"),
        Clause("d_5y", 1, "d_5y < 3"),
    )
    assert overreach.because == (Clause("ambition", 3, "ambition > max(d_now, d_5y)"),)


def test_actions_may_ask_for_warnings() -> None:
    candidates = {one.id: one.because for one in result_of(firm("castellan")).candidates}
    assert candidates["A45"] == (Clause("ap('AP_FORCING')", True, "ap('AP_FORCING')"),)
    assert "A45" not in {one.id for one in result_of(firm("hartwell")).candidates}


def test_warnings_and_actions_keep_the_order_of_their_files() -> None:
    result = result_of(firm("brightthread"))
    for found, written in ((result.warnings, social_crm().warnings), (result.candidates, social_crm().actions)):
        order = [one.id for one in written]
        ids = [one.id for one in found]
        assert ids == sorted(ids, key=order.index)


def test_a_warning_may_ask_for_one_before_it_and_for_what_is_not_known() -> None:
    gap, *_ = (warning for warning in social_crm().warnings if warning.id == "AP_GAP")
    first = gap.model_copy(update={"id": "FIRST", "when": "dk('own_03') >= 0.5"})
    then = gap.model_copy(update={"id": "THEN", "when": "ap('FIRST') and p == 1"})
    method = Method(varied(social_crm(), warnings=(first, then), actions=()))
    unknown = changed(firm("pebble"), dict.fromkeys(("own_03", "own_05"), Unanswered.DONT_KNOW))
    assert [warning.id for warning in assess(method, unknown).warnings] == ["FIRST", "THEN"]
    assert assess(method, firm("pebble")).warnings == ()


def test_pillars_in_rules_are_weighed_as_the_destination_does() -> None:
    gap, *_ = social_crm().warnings
    rule = gap.model_copy(update={"id": "LOW", "when": "P.channel_mix < 53"})
    method = Method(varied(social_crm(), warnings=(rule,), actions=()))
    # Hartwell's channels: 67.19 as T weighs them, 52.93 as M does.
    assert assess(method, firm("hartwell")).warnings == ()
    prepares = changed(firm("hartwell"), {"dem_04": 4})  # for M
    assert [warning.id for warning in assess(method, prepares).warnings] == ["LOW"]
    lost = changed(firm("hartwell"), {"dem_05": Unanswered.DONT_KNOW})
    assert assess(method, lost).warnings == ()


def test_a_quick_scan_is_always_a_guess_about_customers() -> None:
    quick = result_of(replace(firm("pebble"), variant="quick"))
    assert [warning.id for warning in quick.warnings] == ["AP_GUESS"]
