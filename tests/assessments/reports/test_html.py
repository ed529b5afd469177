"""The report's HTML: people's words are text, nothing is undefined, nobody is given away."""

from dataclasses import fields, replace
from datetime import date

import pytest
from jinja2.exceptions import SecurityError, UndefinedError
from markupsafe import escape

from assessments import reports
from assessments.edits import ActionEdits, PlanEdits
from assessments.reports.executive import ExecutiveReport
from assessments.reports.folder import TEMPLATES
from assessments.reports.html import _templates
from assessments.reports.planned import FIRST
from assessments.wording import roadmap
from scoring.answers import Assessment, Unanswered
from tests.assessments.reports.cases import case_of, quick_scan
from tests.assessments.wording.results import SAMPLES, result
from tests.scoring.samples import changed, firm, method

DAY = date(2026, 11, 22)


def html_of(assessment: Assessment) -> str:
    return reports.executive_html(case_of(assessment), date=DAY)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_report_says_what_an_executive_needs(name: str) -> None:
    page = html_of(firm(name))
    for heading in ("Three questions, three answers", "When to look again", "What this report is, and is not"):
        assert heading in page
    assert '<html lang="en">' in page
    assert "a stop on a journey, not a grade" in page
    assert ">None<" not in page


@pytest.mark.parametrize("name", SAMPLES)
def test_the_plan_leads_with_its_first_five_moves(name: str) -> None:
    found = case_of(firm(name))
    page = html_of(firm(name))
    first = roadmap.steps(found.questionnaire, found.plan)
    for step in first[:FIRST]:
        assert str(escape(step.kpi)) in page
    assert str(escape(first[-1].title)) in page
    assert "First move · " in page
    assert "Decisions we need from you" in page


def test_where_a_plan_leads_is_drawn_only_if_it_leads_somewhere() -> None:
    assert "is expected within" in html_of(firm("northvale"))
    assert "is expected within" not in html_of(firm("hartwell"))


def test_a_quick_scan_proposes_where_to_begin_and_no_schedule() -> None:
    page = html_of(quick_scan("northvale"))
    assert "What gives most for its effort" in page
    assert "What to begin with" in page
    assert "Decisions we need from you" not in page
    assert "The first move" not in page


def test_without_a_destination_one_begins_by_finding_out() -> None:
    page = html_of(
        changed(firm("hartwell"), {item.id: Unanswered.DONT_KNOW for item in method().questionnaire.customers})
    )
    assert "No plan until it is known what customers call for" in page
    assert "What to begin with" in page
    assert "What gives most" not in page


def test_a_firm_where_no_plan_reaches_all_conditions_is_told_which_stay_open() -> None:
    weak = {item.id: 1 for factor in method().questionnaire.factors for item in factor.items if item.type == "bars"}
    page = html_of(changed(firm("brightthread"), weak))
    assert "One plan does not lead all the way" in page
    assert "The plan brings the firm nearer" in page


def test_wishes_that_cannot_be_granted_are_named() -> None:
    edits = PlanEdits(actions={"A45": ActionEdits(wanted="pinned"), "A01": ActionEdits(wanted="banned")})
    asked = reports.work_out(method(), firm("northvale"), result("northvale"), edits=edits)
    page = reports.executive_html(asked, date=DAY)
    assert "“Hold and harvest” was asked for" in page


EDITS = PlanEdits(
    capacity=30.0,
    start=date(2027, 1, 4),
    actions={
        "A01": ActionEdits(person="Ann <b>Ek</b>", due=date(2027, 1, 8), status="doing"),
        "A02": ActionEdits(status="done", role="service", effort=3.0),
        "A19": ActionEdits(wanted="pinned", not_before=date(2027, 3, 1)),
    },
)


def test_both_editions_print_the_plan_as_people_edited_it() -> None:
    asked = reports.work_out(method(), firm("northvale"), result("northvale"), edits=EDITS)
    for page in (reports.executive_html(asked, date=DAY), reports.team_html(asked, date=DAY)):
        assert "Due 8 January 2027, but as planned it takes until" in page
        assert "30 person-weeks in a quarter" in page
        assert "Beside the plan without any wish:" in page
        assert "one done, one under way" in page
        assert "4 January 2027" in page


def test_only_the_team_reads_who_does_a_move() -> None:
    asked = reports.work_out(method(), firm("northvale"), result("northvale"), edits=EDITS)
    assert "Under way · Ann &lt;b&gt;Ek&lt;/b&gt; · due 8 January 2027" in reports.team_html(asked, date=DAY)
    leaders = reports.executive_html(asked, date=DAY)
    assert "Under way · due 8 January 2027" in leaders
    assert "Ek" not in leaders


def test_the_method_note_lists_every_edit_or_says_that_there_is_none() -> None:
    asked = reports.work_out(method(), firm("northvale"), result("northvale"), edits=EDITS)
    note = reports.team_html(asked, date=DAY).split('id="method"')[1]
    for wish in ("takes 3 person-weeks", "is led by Service", "has to be in", "does not begin before 1 March 2027"):
        assert wish in note
    plain = reports.team_html(case_of(firm("northvale")), date=DAY).split('id="method"')[1]
    assert "Nobody has changed anything about the plan" in plain


def test_many_wishes_are_counted_where_there_is_no_room_for_all() -> None:
    many = PlanEdits(actions={action.id: ActionEdits(effort=1.0) for action in method().questionnaire.actions})
    asked = reports.work_out(method(), firm("northvale"), result("northvale"), edits=many)
    others = len(many.actions) - 4
    assert f"{others} further wishes." in reports.executive_html(asked, date=DAY)


def test_a_firm_name_is_text_whatever_it_looks_like() -> None:
    page = html_of(replace(firm("hartwell"), firm="<b>{{ 7*7 }}</b> & Söhne"))
    assert "&lt;b&gt;{{ 7*7 }}&lt;/b&gt; &amp; Söhne" in page
    assert "<b>" not in page


def test_notes_of_respondents_and_single_answers_stay_out() -> None:
    bank = firm("riverside")
    loud = tuple(
        replace(person, respondent=f"somebody-{number}", notes={"own_01": "a secret remark"})
        for number, person in enumerate(bank.submissions)
    )
    page = html_of(replace(bank, submissions=loud))
    assert "secret" not in page
    assert "somebody-" not in page


def test_no_role_below_the_minimum_has_a_result_of_its_own() -> None:
    found = result("riverside")
    page = html_of(firm("riverside"))
    assert "too few leaders answered" in page
    assert f"expect {round(found.gaps.estimate or 0)} of 100" not in page


def test_the_report_date_is_given_not_read_from_a_clock() -> None:
    page = reports.executive_html(case_of(firm("hartwell")), date=date(2031, 2, 3))
    assert '<meta name="dcterms.created" content="2031-02-03">' in page
    assert "report of 3 February 2031" in page


def test_every_field_of_the_report_is_used_by_a_template() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES.rglob("*.j2"))
    for field in fields(ExecutiveReport):
        assert f"report.{field.name}" in text, field.name


def test_templates_may_not_use_what_is_not_defined() -> None:
    with pytest.raises(UndefinedError):
        _templates().from_string("{{ report.nonsense }}").render(report=object())


def test_templates_run_in_a_sandbox() -> None:
    with pytest.raises(SecurityError):
        _templates().from_string("{{ report.__class__.__mro__ }}").render(report="")
