"""Results of the sample firms, bent into the shape a test needs."""

from dataclasses import replace
from functools import cache
from typing import Any

from assessments import wording
from scoring.answers import Assessment
from scoring.model import Questionnaire
from scoring.result import Clause, Fit, Result, Verdict
from tests.scoring.samples import firm, result_of

SAMPLES = ("hartwell", "northvale", "brightthread", "pebble", "castellan", "riverside")


@cache
def result(name: str) -> Result:
    """Return the result of a sample firm."""
    return result_of(firm(name))


def with_fit(found: Result, verdict: Verdict | None, delta: int | None, now: int | None, later: int | None) -> Result:
    """Return ``found`` with another verdict and other destinations."""
    demand = replace(
        found.demand, now=replace(found.demand.now, stage=now), five_years=replace(found.demand.five_years, stage=later)
    )
    return replace(found, fit=Fit(verdict, None, delta, None, None), demand=demand)


def with_gaps(found: Result, **gaps: Any) -> Result:
    """Return ``found`` with other perception gaps."""
    return replace(found, gaps=replace(found.gaps, **gaps))


def because(questionnaire: Questionnaire, found: Result, name: str, value: Any, test: str) -> str:
    """Put one comparison into words."""
    return wording.Reasons(questionnaire, found).because([Clause(name, value, test)])


def moves(questionnaire: Questionnaire, assessment: Assessment, found: Result) -> list[wording.Move]:
    """Return the proposed actions of all phases."""
    return [move for phase in wording.phases(questionnaire, assessment, found) for move in phase.moves]
