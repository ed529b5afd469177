"""Who drives customer relationship work, and which CRM generation that stands for."""

from dataclasses import dataclass

from assessments.languages import say
from assessments.wording.names import option_label
from assessments.wording.numbers import percent, within
from scoring.model import Choice, Flavour, Questionnaire
from scoring.result import Result


@dataclass(frozen=True, slots=True)
class Owner:
    """The ownership card: who drives, what that is good at and what it bends."""

    title: str
    generation: str
    flavour: Flavour | None  # None while nobody, or no single group, is seen to drive


def owner(questionnaire: Questionnaire, result: Result) -> Owner:
    """Return the ownership card of a result."""
    found = result.ownership
    if found.driver is None or found.driver_share is None:
        return Owner(say("Nobody could say who drives customer relationship work"), say("Not known"), None)
    label = within(option_label(questionnaire.telling("driver"), found.driver))
    if found.contested:
        share = percent(found.driver_share)
        title = say("Ownership is contested: {driver}, named most, has {share} of voices", driver=label, share=share)
        return Owner(title, say("Contested, so none"), None)
    flavour = _flavour(questionnaire, found.driver)
    generation = _generation(flavour) if flavour else say("None named")
    return Owner(_driven_by(label, found.driver_share, result.respondents), generation, flavour)


def _driven_by(driver: str, share: float, respondents: int) -> str:
    if respondents == 1:
        return say("Customer relationship work is driven by {driver}", driver=driver)
    return say(
        "Customer relationship work is driven by {driver}, say {share} of voices", driver=driver, share=percent(share)
    )


def _flavour(questionnaire: Questionnaire, driver: str) -> Flavour | None:
    item = questionnaire.telling("driver")
    options = item.options if isinstance(item, Choice) else ()
    return next((option.flavour for option in options if option.id == driver), None)


def _generation(flavour: Flavour) -> str:
    words = flavour.generation
    return f"CRM {words}" if words[:1].isdigit() else words[:1].upper() + words[1:]


def split_may_be_shown(questionnaire: Questionnaire, result: Result) -> bool:
    """Return whether the split of answers gives no single person's answer away."""
    return result.respondents >= questionnaire.settings.privacy.min_group


def split(questionnaire: Questionnaire, result: Result) -> tuple[tuple[str, float], ...]:
    """Return the drivers named, largest share (0..1) first; empty where showing them would tell who said what."""
    if not split_may_be_shown(questionnaire, result):
        return ()
    item = questionnaire.telling("driver")
    named = [(option_label(item, option), share) for option, share in result.ownership.shares.items() if share > 0]
    return tuple(sorted(named, key=lambda entry: -entry[1]))


def split_note(questionnaire: Questionnaire, result: Result) -> str | None:
    """Say why no split of answers is shown, or None when it is."""
    if split_may_be_shown(questionnaire, result):
        return None
    if result.respondents == 1:
        return say("One person answered, so there is no split of views to show.")
    return say("Too few people answered to show how their views split without showing who said what.")
