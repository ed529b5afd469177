"""Results side by side, in words: placement, destinations, posture and conditions."""

from collections.abc import Sequence

from assessments.wording.names import stage_name
from assessments.wording.verdict import posture_name
from scoring.model import Questionnaire
from scoring.result import Result


def compared_rows(questionnaire: Questionnaire, results: Sequence[Result]) -> tuple[tuple[str, ...], ...]:
    """Return a row per aspect: its name, then what it is in each result."""

    def called(stage: int | None) -> str:
        return "not known" if stage is None else stage_name(questionnaire, stage)

    return (
        ("Position", *(stage_name(questionnaire, result.position) for result in results)),
        ("On the path", *(f"{result.path_coordinate:.2f}" for result in results)),
        ("Customers call for, today", *(called(result.demand.now.stage) for result in results)),
        ("In five years", *(called(result.demand.five_years.stage) for result in results)),
        ("What it asks for", *(posture_name(result) or "open" for result in results)),
        ("Conditions met", *(_met(result) for result in results)),
    )


def _met(result: Result) -> str:
    return f"{sum(gate.result == 'pass' for gate in result.gates)} of {len(result.gates)}"
