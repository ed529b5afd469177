"""What not to do now, and why."""

from dataclasses import dataclass

from assessments.languages import say
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
    why = say(
        "Customers call for {stage} at most, today or in five years; the reason to go social is to match the customer.",
        stage=spoken_stage(questionnaire, target),
    )
    return Refusal(say("No new social channels, communities or social tools"), why)


def _beyond(questionnaire: Questionnaire, result: Result) -> Refusal | None:
    target, wanted = result.fit.target, result.ownership.ambition
    if target is None or wanted is None or wanted <= target:
        return None
    return Refusal(
        say("No programme for {stage}", stage=spoken_stage(questionnaire, wanted)),
        say(
            "The leadership wants it and customers do not call for it; what a firm wants and should do are two "
            "questions."
        ),
    )


def _tools(questionnaire: Questionnaire, result: Result) -> Refusal | None:
    if not any(warning.id == "AP_TOOLS" for warning in result.warnings):
        return None
    return Refusal(
        say("No further tools"), say("Those in use wait for a change of habits; another one would wait as well.")
    )


def _technology(questionnaire: Questionnaire, result: Result) -> Refusal | None:
    if not any(warning.id == "AP_TECH_FIRST" for warning in result.warnings):
        return None
    return Refusal(say("No systems project ahead of the habits"), say("Systems already run ahead of how people work."))


def _joining(questionnaire: Questionnaire, result: Result) -> Refusal | None:
    if not result.facts.get("clean_slate"):
        return None
    return Refusal(say("No integration project"), say("With a clean slate there is nothing older to join up with."))


def _base_first(questionnaire: Questionnaire, result: Result) -> Refusal | None:
    if result.position > 0:
        return None
    return Refusal(say("Nothing that skips the base"), say("Every later stage stands on it."))
