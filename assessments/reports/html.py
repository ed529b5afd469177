"""The report as HTML: templates from one folder, everything escaped, nothing undefined."""

from functools import lru_cache
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from assessments.reports.context import ExecutiveReport
from assessments.wording import percent, plain, whole

TEMPLATES = Path(__file__).resolve().parents[2] / "report_templates"


@lru_cache(maxsize=1)
def _templates() -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(percent=percent, plain=plain, whole=whole)
    return environment


def page_source(report: ExecutiveReport) -> str:
    """Fill the executive template."""
    return _templates().get_template("executive.html.j2").render(report=report)
