"""The team edition: everything of the model, nothing that gives a person away."""

import re
from dataclasses import fields, replace
from datetime import date

import pytest
from markupsafe import escape

from assessments import reports
from assessments.reports.bars import small_bars
from assessments.reports.folder import TEMPLATES
from assessments.reports.references import References
from assessments.reports.team import TeamReport
from assessments.wording.asked import asked
from scoring.answers import Assessment, Unanswered
from tests.assessments.reports.cases import case_of, quick_scan
from tests.assessments.wording.results import SAMPLES
from tests.scoring.samples import changed, firm, result_of, said_by, social_crm

DAY = date(2026, 11, 22)
SECTIONS = (
    "What is in here",
    "Question by question",
    "Customers: what they do",
    "Every condition, with its margin",
    "Move by move",
    "What each role gains",
    "What would tip the result",
    "lind spots",
    "With more or fewer people",
    "What is left out, and why",
    "How the numbers come about",
    "What this report is, and is not",
    "What every statement rests on",
)


def html_of(assessment: Assessment) -> str:
    return reports.team_html(case_of(assessment), date=DAY)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_section_is_there(name: str) -> None:
    page = html_of(firm(name))
    for section in SECTIONS:
        assert section in page, section
    for factor in social_crm().factors:
        assert str(escape(factor.name)) in page
    assert ">None<" not in page


def test_every_small_number_leads_to_a_note_and_every_source_is_printed_once() -> None:
    page = html_of(firm("brightthread"))
    referred = set(re.findall(r'href="#note-(\d+)"', page))
    assert referred == set(re.findall(r'id="note-(\d+)"', page))
    for source in re.findall(r"\((S\d+(?: [SL]\d+)*)\)", page)[0].split():
        assert page.count(f"<strong>{source}</strong>") == 1


def test_every_field_of_the_report_is_used_by_a_template() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES.rglob("*.j2"))
    for field in fields(TeamReport):
        assert f"report.{field.name}" in text, field.name


def test_what_people_wrote_is_quoted_as_text_and_cut_short() -> None:
    loud = replace(
        firm("hartwell").submissions[0], notes={"own_03": "<b>{{ 7*7 }}</b> " + "very " * 200, "own_04": " "}
    )
    page = html_of(replace(firm("hartwell"), submissions=(loud,)))
    assert "“&lt;b&gt;{{ 7*7 }}&lt;/b&gt; very" in page
    assert "very " * 60 not in page


def test_answers_of_few_people_are_not_drawn() -> None:
    two = said_by(
        replace(firm("hartwell").submissions[0], respondent="a", role="exec"),
        replace(firm("hartwell").submissions[0], respondent="b", role="sales"),
    )
    item = social_crm().item_by_id["cul_01"]
    found = asked(social_crm(), two, result_of(two), item)
    assert (found.counts, found.today, found.next, found.finding) == ((), None, None, None)
    alone = asked(social_crm(), firm("hartwell"), result_of(firm("hartwell")), item)
    assert sum(alone.counts) == 1
    assert alone.today in item.levels


def test_a_choice_says_what_was_chosen_and_what_scores_most() -> None:
    item = social_crm().item_by_id["own_01"]
    best = "Scores most: The business as a whole, through a group with every function in it"
    alone = asked(social_crm(), firm("brightthread"), result_of(firm("brightthread")), item)
    assert (alone.counts, alone.today, alone.next, alone.silent) == ((), "Sales", best, None)
    five = asked(social_crm(), firm("riverside"), result_of(firm("riverside")), item)
    assert five.today is not None
    assert five.today.startswith("Sales (")
    content = changed(firm("hartwell"), {"own_01": "business_wide"})
    assert asked(social_crm(), content, result_of(content), item).next is None


@pytest.mark.parametrize(
    ("assessment", "item", "why"),
    [
        (firm("pebble"), "dat_08", "Does not apply to this firm."),
        (changed(firm("hartwell"), {"own_01": Unanswered.DONT_KNOW}), "own_01", "Nobody could tell."),
        (changed(firm("hartwell"), {"own_03": None}), "own_03", "Nobody has answered yet."),
        (quick_scan("northvale"), "own_09", "Asked in the full assessment only."),
        (
            replace(firm("riverside"), submissions=firm("riverside").submissions[:2]),
            "own_01",
            "Too few people answered to show how.",
        ),
    ],
)
def test_what_is_empty_says_why(assessment: Assessment, item: str, why: str) -> None:
    found = asked(social_crm(), assessment, result_of(assessment), social_crm().item_by_id[item])
    assert (found.counts, found.today, found.next, found.silent) == ((), None, None, why)


def test_the_line_reached_follows_the_score_even_where_agreement_counts_against() -> None:
    reverse = next(item for item in social_crm().items if getattr(item, "reverse", False))
    best = changed(firm("hartwell"), {reverse.id: 1})
    found = asked(social_crm(), best, result_of(best), reverse)
    assert (found.score, found.today, found.next) == ("100", reverse.levels[0], None)


def test_what_nobody_knows_is_a_blind_spot() -> None:
    page = html_of(changed(firm("hartwell"), {"own_03": Unanswered.DONT_KNOW}))
    assert "Blind spots: what too many do not know" in page
    assert "(100% do not know)" in page


def test_a_quick_scan_has_no_roadmap_but_a_beginning() -> None:
    page = html_of(quick_scan("northvale"))
    assert "A quick scan proposes first steps, not a plan" in page
    assert "First move · Marketing" in page
    assert "From 22 November" not in page
    assert "Move by move" not in page


def test_bars_are_as_high_as_answers_are_many() -> None:
    drawn = small_bars((0, 2, 4, 0, 0), "a <b>")
    assert "<title>a &lt;b&gt;</title>" in drawn
    assert "v-8h" in drawn
    assert "v-16h" in drawn
    assert "No answers" in small_bars((0, 0, 0, 0, 0), "")


def test_statements_that_rest_on_no_single_rule_lead_to_their_ground_too() -> None:
    page = html_of(firm("northvale"))
    for about in ("Verdict", "Posture", "Evidence", "How sure", "Owner", "Channels", "Plan", "Forecast", "Other means"):
        number = re.search(rf'id="note-(\d+)">\1\. {about}:', page)
        assert number is not None, about
        assert f'href="#note-{number[1]}"' in page, about
    assert "mean of cul_01 50, cul_02 50" in page


def test_many_quotes_are_shorter() -> None:
    evidence = "the list of March, signed by four departments and kept by the one that needs it most of all of them. "
    few, many = ["cul_01"], [item.id for item in social_crm().items]
    lengths = []
    for quoted in (few, many):
        loud = replace(firm("hartwell").submissions[0], notes=dict.fromkeys(quoted, evidence * 9))
        whole = replace(firm("hartwell"), submissions=(loud,))
        found = asked(social_crm(), whole, result_of(whole), social_crm().item_by_id["cul_01"])
        lengths.append(len(found.quotes[0]))
    assert 150 < lengths[0] <= 200
    assert lengths[1] <= 80


def test_the_same_ground_has_the_same_number() -> None:
    notes = References(social_crm())
    assert [notes.note("a", "x", "S4 and S400"), notes.note("b", "y", ""), notes.note("a", "x", "S5")] == [1, 2, 1]
    assert [source.id for source in notes.sources] == ["S4", "S5"]


def test_channels_nobody_has_counted_are_told_in_words() -> None:
    counted, uncounted = (html_of(assessment) for assessment in (firm("northvale"), quick_scan("northvale")))
    assert "Share of contacts, %" in counted
    assert "Share of contacts, %" not in uncounted
    assert "In person, phone and writing: capability" in uncounted
