"""Views are compared where no small group is shown."""

from dataclasses import replace
from typing import Any

import pytest

from assessments import wording
from scoring.model import Questionnaire
from scoring.result import Gaps
from tests.assessments.wording.results import because, result, with_gaps

FIRM_GAPS = {
    "executives_vs_near": 20.0,
    "executives_vs_near_firm": True,
    "by_factor": {"cul_shift": (60.0, 40.0), "ch_core": (50.0, 70.0)},
}


def test_nobody_has_measured_it(questionnaire: Questionnaire) -> None:
    assert wording.gap_title(questionnaire, result("castellan")) == "Nobody has measured what customers say"
    assert wording.gap_lines(questionnaire, result("castellan"))[0].startswith("Nobody has measured how many")


def test_one_voice_may_compare_its_estimate_with_customers(questionnaire: Questionnaire) -> None:
    assert wording.gap_title(questionnaire, result("brightthread")) == (
        "Leaders' estimate is 34 points above what customers say"
    )
    (view,) = wording.views(questionnaire, result("brightthread"))
    assert (view.inside, view.outside) == (72, 38)


def test_a_group_below_the_minimum_is_not_shown(questionnaire: Questionnaire) -> None:
    found = result("riverside")
    assert not found.gaps.executives_vs_near_firm
    assert wording.views(questionnaire, found) == ()
    told = " ".join((wording.gap_title(questionnaire, found), *wording.gap_lines(questionnaire, found)))
    assert "too few leaders answered" in told
    assert str(round(found.gaps.estimate or 0)) not in told
    for name, value in (("gap_ef", found.gaps.executives_vs_near), ("gap_est", found.gaps.estimate_vs_measured)):
        assert "clearly above" in because(questionnaire, found, name, value, f"{name} >= 15")


def test_groups_that_are_large_enough_are_compared(questionnaire: Questionnaire) -> None:
    found = with_gaps(result("riverside"), **FIRM_GAPS)
    assert [view.about for view in wording.views(questionnaire, found)] == [
        "Mental-model shift",
        "Traditional channels done well",
    ]
    assert wording.gap_title(questionnaire, found) == (
        "Leaders' view is 20 points above the view of people near customers"
    )
    assert "Over 2 factors leaders' view is 20 points above" in " ".join(wording.gap_lines(questionnaire, found))
    assert "20 points above" in because(questionnaire, found, "gap_ef", 20.0, "gap_ef >= 15")


def test_enough_leaders_may_show_their_estimate(questionnaire: Questionnaire) -> None:
    found = replace(result("riverside"), by_role={**result("riverside").by_role, "exec": 3})
    (view,) = wording.views(questionnaire, found)
    assert view.inside == found.gaps.estimate


@pytest.mark.parametrize(
    ("gaps", "words"),
    [
        ({"estimate_vs_measured": 0.2}, "Leaders' estimate agrees with what customers say"),
        ({"estimate_vs_measured": -4.0}, "Leaders' estimate is 4 points below what customers say"),
        ({"estimate_vs_measured": None, "pulse": 7.0}, "The firm's view is 7 points above what customers say"),
        ({"estimate_vs_measured": None, "measured": 40.0}, "What customers say stands alone"),
    ],
)
def test_the_title_says_the_first_finding_there_is(questionnaire: Questionnaire, gaps: Any, words: str) -> None:
    assert wording.gap_title(questionnaire, with_gaps(result("hartwell"), **gaps)) == words


def test_lines_say_what_could_not_be_compared(questionnaire: Questionnaire) -> None:
    lines = wording.gap_lines(questionnaire, with_gaps(result("hartwell"), estimate=None, pulse=-3.0))
    assert "no leader was asked to guess that figure" in lines[0]
    assert "one side was not heard" in lines[1]
    assert lines[2].endswith("the firm's view is 3 points below theirs.")


def test_no_view_needs_a_measured_share(questionnaire: Questionnaire) -> None:
    empty = Gaps(None, False, {}, None, None, None, None, {})
    assert wording.views(questionnaire, replace(result("hartwell"), gaps=empty)) == ()
