"""The three answers every report gives, each with one line of reason."""

from dataclasses import dataclass

from assessments.languages import marked, say
from assessments.wording.names import spoken_stage
from assessments.wording.numbers import whole, within
from scoring.model import Questionnaire
from scoring.result import DestinationResult, Result

_OPEN = marked("Not known yet")


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
        "yes_today": marked("Yes, today"),
        "within_five_years": marked("Not yet; expected within five years"),
        "no": marked("No"),
    }[code]
    question = say("Is social media necessary to engage our customers?")
    return Answer(question, say(answer), _habit(questionnaire, result.demand.now, result.demand.five_years))


def _habit(questionnaire: Questionnaire, now: DestinationResult, later: DestinationResult) -> str:
    if now.social is None or later.social is None:
        return say("Too few answers about customers.")
    reason = say(
        "Customers' social habit is {now} of 100 today and {later} in five years; from {limit} on they call for it.",
        now=whole(now.social),
        later=whole(later.social),
        limit=whole(questionnaire.demand.social.threshold),
    )
    if not _floored(questionnaire, now, later):
        return reason
    return reason + say(" Too few of them take part for that to hold.")


def _floored(questionnaire: Questionnaire, *views: DestinationResult) -> bool:
    """Return whether the habit is strong enough somewhere, yet too few customers share it."""
    threshold, last = questionnaire.demand.social.threshold, len(questionnaire.stages)
    return any(
        view.social is not None and view.stage is not None and view.social >= threshold and view.stage < last
        for view in views
    )


def _component(questionnaire: Questionnaire, result: Result) -> Answer:
    codes = result.three_answers
    answer = say("Not strictly")
    if codes.social_media_for_social_crm == "component":
        answer = say("Yes, as a component, not as the driver")
    component, driver = say(_COMPONENT[codes.component_in_place]), say(_DRIVER[codes.driver_in_place])
    last = spoken_stage(questionnaire, len(questionnaire.stages))
    question = say("Is social media necessary to {stage}?", stage=last)
    return Answer(question, answer, say("Here {component}, and {driver}.", component=component, driver=driver))


_COMPONENT = {
    None: marked("whether the component (social channels) is in place is not known"),
    True: marked("the component (social channels) is in place"),
    False: marked("the component (social channels) is not in place"),
}
_DRIVER = {
    None: marked("whether the driver (mental model, synergy and collaboration) is in place is not known"),
    True: marked("the driver (mental model, synergy and collaboration) is in place"),
    False: marked("the driver (mental model, synergy and collaboration) is not in place"),
}


def _succeeding(questionnaire: Questionnaire, result: Result) -> Answer:
    first, shifted, last = (spoken_stage(questionnaire, number) for number in (1, 2, len(questionnaire.stages)))
    answer, reason = _SUCCEEDING[result.three_answers.social_crm_to_succeed]
    named = {"first": within(first), "shifted": within(shifted), "last": last}
    return Answer(
        say("Is {stage} necessary for us to succeed?", stage=last), say(answer, **named), say(reason, **named)
    )


_SUCCEEDING = {
    None: (_OPEN, marked("It depends on what customers call for, which is not known yet.")),
    "yes_today": (
        marked("Yes, today"),
        marked("It is what customers call for now, and success means being where they call."),
    ),
    "by_year_five": (
        marked("By year five"),
        marked("Customers do not call for {last} yet; they are expected to in five years."),
    ),
    "no_traditional": (marked("No: {first} done well"), marked("Customers call for nothing beyond it.")),
    "no_shift": (marked("No: {shifted}"), marked("Customers call for that, and for nothing beyond it.")),
}
