"""What not to do now, and why."""

from dataclasses import dataclass

from assessments.wording.names import spoken_stage
from scoring.model import Questionnaire
from scoring.result import Result


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something not to do now, and why."""

    what: str
    why: str


def not_now(questionnaire: Questionnaire, result: Result) -> tuple[Refusal, ...]:
    """Return what to leave alone for now, each with its reason."""
    checks = (_social, _beyond, _tools, _technology, _joining, _base_first)
    return tuple(refusal for check in checks if (refusal := check(questionnaire, result)) is not None)


def _social(questionnaire: Questionnaire, result: Result) -> Refusal | None:
    target, last = result.fit.target, len(questionnaire.stages)
    if target is None or target >= last:
        return None
    called = f"Customers call for {spoken_stage(questionnaire, target)} at most, today or in five years"
    why = f"{called}; the reason to go social is to match the customer."
    return Refusal("No new social channels, communities or social tools", why)


def _beyond(questionnaire: Questionnaire, result: Result) -> Refusal | None:
    target, wanted = result.fit.target, result.ownership.ambition
    if target is None or wanted is None or wanted <= target:
        return None
    return Refusal(
        f"No programme for {spoken_stage(questionnaire, wanted)}",
        "The leadership wants it and customers do not call for it; what a firm wants and should do are two questions.",
    )


def _tools(questionnaire: Questionnaire, result: Result) -> Refusal | None:
    if not any(warning.id == "AP_TOOLS" for warning in result.warnings):
        return None
    return Refusal("No further tools", "Those in use wait for a change of habits; another one would wait as well.")


def _technology(questionnaire: Questionnaire, result: Result) -> Refusal | None:
    if not any(warning.id == "AP_TECH_FIRST" for warning in result.warnings):
        return None
    return Refusal("No systems project ahead of the habits", "Systems already run ahead of how people work.")


def _joining(questionnaire: Questionnaire, result: Result) -> Refusal | None:
    if not result.facts.get("clean_slate"):
        return None
    return Refusal("No integration project", "With a clean slate there is nothing older to join up with.")


def _base_first(questionnaire: Questionnaire, result: Result) -> Refusal | None:
    if result.position > 0:
        return None
    return Refusal("Nothing that skips the base", "Every later stage stands on it.")
