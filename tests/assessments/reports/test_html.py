"""The report's HTML: people's words are text, nothing is undefined, nobody is given away."""

from dataclasses import fields, replace
from datetime import date

import pytest
from jinja2.exceptions import SecurityError, UndefinedError

from assessments import reports
from assessments.reports.context import ExecutiveReport
from assessments.reports.folder import TEMPLATES
from assessments.reports.html import _templates
from scoring.answers import Assessment
from tests.assessments.wording.results import SAMPLES, result
from tests.scoring.samples import firm, result_of, social_crm

DAY = date(2026, 11, 22)


def html_of(assessment: Assessment) -> str:
    return reports.executive_html(social_crm(), assessment, result_of(assessment), date=DAY)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_report_says_what_an_executive_needs(name: str) -> None:
    page = html_of(firm(name))
    for heading in ("Three questions, three answers", "Moves to consider", "What this report is, and is not"):
        assert heading in page
    assert '<html lang="en">' in page
    assert "a stop on a journey, not a grade" in page
    assert ">None<" not in page


def test_a_firm_name_is_text_whatever_it_looks_like() -> None:
    page = html_of(replace(firm("hartwell"), firm="<b>{{ 7*7 }}</b> & Söhne"))
    assert "&lt;b&gt;{{ 7*7 }}&lt;/b&gt; &amp; Söhne" in page
    assert "<b>" not in page


def test_notes_of_respondents_and_single_answers_stay_out() -> None:
    bank = firm("riverside")
    loud = tuple(
        replace(person, respondent=f"person-{number}", notes={"own_01": "a secret remark"})
        for number, person in enumerate(bank.submissions)
    )
    page = html_of(replace(bank, submissions=loud))
    assert "secret" not in page
    assert "person-" not in page


def test_no_role_below_the_minimum_has_a_result_of_its_own() -> None:
    found = result("riverside")
    page = html_of(firm("riverside"))
    assert "too few leaders answered" in page
    assert f"expect {round(found.gaps.estimate or 0)} of 100" not in page


def test_the_report_date_is_given_not_read_from_a_clock() -> None:
    page = reports.executive_html(social_crm(), firm("hartwell"), result("hartwell"), date=date(2031, 2, 3))
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
