"""The report as HTML: templates from one folder, everything escaped, nothing undefined."""

from decimal import Decimal
from functools import lru_cache

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from assessments.languages import language, say
from assessments.reports.executive import ExecutiveReport
from assessments.reports.folder import TEMPLATES
from assessments.reports.team import TeamReport
from assessments.wording import begun, percent, person_weeks, plain, whole


@lru_cache(maxsize=1)
def _templates() -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        begun=begun, measure=_measure, percent=percent, person_weeks=person_weeks, plain=plain, whole=whole
    )
    environment.globals.update(language=language, say=say)
    return environment


def _measure(value: float) -> str:
    """Write a length for the style sheet, which knows one form of numbers alone."""
    return f"{Decimal(str(round(value, 9))).normalize():f}"


def page_source(report: ExecutiveReport | TeamReport) -> str:
    """Fill the template of a report's edition."""
    edition = "team" if isinstance(report, TeamReport) else "executive"
    return _templates().get_template(f"{edition}.html.j2").render(report=report)
