"""Results as printed reports: the only place that knows the templates and the PDF renderer."""

from datetime import date as Date

from assessments.reports.context import executive_report
from assessments.reports.html import page_source
from assessments.reports.pdf import RenderingError, print_pdf
from scoring.answers import Assessment
from scoring.model import Questionnaire
from scoring.result import Result

__all__ = ["RenderingError", "executive_html", "executive_pdf"]


def executive_html(questionnaire: Questionnaire, assessment: Assessment, result: Result, *, date: Date) -> str:
    """Return the executive report, dated ``date``, as HTML; its style sheet is added when it is printed."""
    return page_source(executive_report(questionnaire, assessment, result, date))


def executive_pdf(questionnaire: Questionnaire, assessment: Assessment, result: Result, *, date: Date) -> bytes:
    """Return the executive report, dated ``date``, as a tagged PDF; the same input gives the same bytes."""
    return print_pdf(executive_html(questionnaire, assessment, result, date=date))
