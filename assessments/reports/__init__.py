"""Results as printed reports: the only place that knows the templates and the PDF renderer."""

from collections.abc import Sequence
from datetime import date as Date

from assessments.reports.archive import Attached
from assessments.reports.case import Case, work_out
from assessments.reports.executive import executive_report
from assessments.reports.html import page_source
from assessments.reports.pdf import RenderingError, print_pdf
from assessments.reports.team import team_report

__all__ = ["Attached", "Case", "RenderingError", "executive_html", "executive_pdf", "team_html", "team_pdf", "work_out"]


EXECUTIVE_PAGES, TEAM_PAGES = 4, 14  # at most


def executive_html(case: Case, *, date: Date) -> str:
    """Return the executive report, dated ``date``, as HTML; its style sheet is added when it is printed."""
    return page_source(executive_report(case, date))


def executive_pdf(case: Case, *, date: Date, attached: Sequence[Attached] = ()) -> bytes:
    """Return the executive report, dated ``date``, as a PDF with files inside; the same input gives the same bytes."""
    return print_pdf(executive_html(case, date=date), attached, most_pages=EXECUTIVE_PAGES)


def team_html(case: Case, *, date: Date) -> str:
    """Return the team edition, dated ``date``, as HTML."""
    return page_source(team_report(case, date))


def team_pdf(case: Case, *, date: Date, attached: Sequence[Attached] = ()) -> bytes:
    """Return the team edition, dated ``date``, as a PDF with files inside; the same input gives the same bytes."""
    return print_pdf(team_html(case, date=date), attached, most_pages=TEAM_PAGES)
