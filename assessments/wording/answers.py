"""The three answers every report gives, each with one line of reason."""

from dataclasses import dataclass

from assessments.wording.names import spoken_stage
from assessments.wording.numbers import begun, whole, within
from scoring.model import Questionnaire
from scoring.result import DestinationResult, Result

_OPEN = "Not known yet"


@dataclass(frozen=True, slots=True)
class Answer:
    """A question, its answer in a few words, and why."""

    question: str
    answer: str
    reason: str


def three_answers(questionnaire: Questionnaire, result: Result) -> tuple[Answer, Answer, Answer]:
    """Return the three answers in their fixed order."""
    return _engaging(questionnaire, result), _component(questionnaire, result), _succeeding(questionnaire, result)


def _engaging(questionnaire: Questionnaire, result: Result) -> Answer:
    code = result.three_answers.social_media_for_customers
    answer = {
        None: _OPEN,
        "yes_today": "Yes, today",
        "within_five_years": "Not yet; expected within five years",
        "no": "No",
    }[code]
    question = "Is social media necessary to engage our customers?"
    return Answer(question, answer, _habit(questionnaire, result.demand.now, result.demand.five_years))


def _habit(questionnaire: Questionnaire, now: DestinationResult, later: DestinationResult) -> str:
    if now.social is None or later.social is None:
        return "Too few answers about customers."
    limit = whole(questionnaire.demand.social.threshold)
    reason = f"Customers' social habit is {whole(now.social)} of 100 today and {whole(later.social)} in five years; "
    reason += f"from {limit} on they call for it."
    return f"{reason} Too few of them take part for that to hold." if _floored(questionnaire, now, later) else reason


def _floored(questionnaire: Questionnaire, *views: DestinationResult) -> bool:
    """Return whether the habit is strong enough somewhere, yet too few customers share it."""
    threshold, last = questionnaire.demand.social.threshold, len(questionnaire.stages)
    return any(
        view.social is not None and view.stage is not None and view.social >= threshold and view.stage < last
        for view in views
    )


def _component(questionnaire: Questionnaire, result: Result) -> Answer:
    codes = result.three_answers
    answer = "Not strictly"
    if codes.social_media_for_social_crm == "component":
        answer = "Yes, as a component, not as the driver"
    component = _state("the component (social channels)", codes.component_in_place)
    driver = _state("the driver (mental model, synergy and collaboration)", codes.driver_in_place)
    question = f"Is social media necessary to {spoken_stage(questionnaire, len(questionnaire.stages))}?"
    return Answer(question, answer, begun(f"here {component}, and {driver}."))


def _state(part: str, in_place: bool | None) -> str:
    if in_place is None:
        return f"whether {part} is in place is not known"
    return f"{part} is {'' if in_place else 'not '}in place"


def _succeeding(questionnaire: Questionnaire, result: Result) -> Answer:
    first, shifted, last = (spoken_stage(questionnaire, number) for number in (1, 2, len(questionnaire.stages)))
    answer, reason = {
        None: (_OPEN, "It depends on what customers call for, which is not known yet."),
        "yes_today": ("Yes, today", "It is what customers call for now, and success means being where they call."),
        "by_year_five": ("By year five", f"Customers do not call for {last} yet; they are expected to in five years."),
        "no_traditional": (f"No: {within(first)} done well", "Customers call for nothing beyond it."),
        "no_shift": (f"No: {within(shifted)}", "Customers call for that, and for nothing beyond it."),
    }[result.three_answers.social_crm_to_succeed]
    return Answer(f"Is {last} necessary for us to succeed?", answer, reason)
