"""Results side by side, in words: placement, destinations, posture and conditions."""

from collections.abc import Sequence

from assessments.languages import number, say
from assessments.wording.names import stage_name
from assessments.wording.verdict import posture_name
from scoring.model import Questionnaire
from scoring.result import Result


def compared_rows(questionnaire: Questionnaire, results: Sequence[Result]) -> tuple[tuple[str, ...], ...]:
    """Return a row per aspect: its name, then what it is in each result."""

    def called(stage: int | None) -> str:
        return say("not known") if stage is None else stage_name(questionnaire, stage)

    return (
        (say("Position"), *(stage_name(questionnaire, result.position) for result in results)),
        (say("On the path"), *(number(result.path_coordinate, places=2) for result in results)),
        (say("Customers call for, today"), *(called(result.demand.now.stage) for result in results)),
        (say("In five years"), *(called(result.demand.five_years.stage) for result in results)),
        (say("What it asks for"), *(posture_name(result) or say("open") for result in results)),
        (say("Conditions met"), *(_met(result) for result in results)),
    )


def _met(result: Result) -> str:
    met = sum(gate.result == "pass" for gate in result.gates)
    return say("{number} of {of}", number=met, of=len(result.gates))
