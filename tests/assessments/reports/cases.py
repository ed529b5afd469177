"""Cases to print: sample firms, and others bent into the shape a test needs."""

from dataclasses import replace

from assessments.reports import Case, work_out
from scoring.answers import Assessment
from tests.scoring.samples import firm, method, result_of


def case_of(assessment: Assessment) -> Case:
    """Return everything worked out from one firm's answers."""
    return work_out(method(), assessment, result_of(assessment))


def quick_scan(name: str) -> Assessment:
    """Return a sample firm as if it had been asked the quick scan only."""
    full = firm(name)
    return replace(full, variant="quick", context={**full.context, "ctx_calls": "hardly_ever"})
