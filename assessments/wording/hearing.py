"""Who was heard, what the picture of customers rests on, and how firmly a result may be read."""

from collections.abc import Mapping

from assessments.wording.names import role_names
from assessments.wording.numbers import begun, counted, listed, within
from scoring.model import Questionnaire
from scoring.result import Result

_MOST_QUESTIONS = 3
_IMPRESSIONS, _COUNTS = 50.0, 75.0  # evidence from which the firm's own counts, or customers themselves, speak


def heard_line(questionnaire: Questionnaire, result: Result) -> str:
    """Say how many people of how many roles answered, and which roles did not."""
    if result.respondents == 0:
        return "Nobody has answered yet."
    people = begun(counted(result.respondents, "person", "people"))
    present = [role for role, count in result.by_role.items() if count > 0]
    if len(present) == 1:
        (name,) = role_names(questionnaire, present)
        return f"{people} answered for the whole firm (role: {within(name)})."
    answered = f"{people} answered, from {counted(len(present), 'role')}."
    silent = role_names(questionnaire, {role.id for role in questionnaire.roles} - set(present))
    return f"{answered} Not heard: {listed([within(name) for name in silent])}." if silent else answered


def evidence_line(questionnaire: Questionnaire, result: Result) -> str:
    """Say what the destination rests on, that five years is a belief, and whether a threshold is near."""
    return " ".join(part for part in (_basis(result), _belief(questionnaire, result), _near(result)) if part)


def _basis(result: Result) -> str:
    evidence = result.demand.evidence
    if evidence is None:
        return "What the picture of customers rests on is not known."
    if evidence < _IMPRESSIONS:
        return "The picture of customers is provisional, based on impressions."
    if evidence < _COUNTS:
        return "The picture of customers is based on the firm's own counts."
    return "The picture of customers is based on asking them."


def _belief(questionnaire: Questionnaire, result: Result) -> str:
    newest = result.items.get(questionnaire.demand.newest.item)
    if newest is None or newest.score is None:
        return "The view of five years from now is a belief."
    use = "about as much as" if newest.score == 50 else "more than" if newest.score > 50 else "less than"
    return f"The view of five years from now is a belief; the newest customers use social channels {use} the others."


def _near(result: Result) -> str:
    when = [
        moment
        for moment, destination in (("today", result.demand.now), ("in five years", result.demand.five_years))
        if destination.borderline
    ]
    return f"What customers call for {listed(when)} is close to the line." if when else ""


def provisional_line(questionnaire: Questionnaire, result: Result) -> str | None:
    """Say why the placement is provisional and which questions would settle it; None when it is not."""
    if not result.provisional:
        return None
    texts = [questionnaire.item_by_id[item].text for item in result.settle]
    if not texts:
        return "This placement is provisional: too little has been answered."
    named = " ".join(f"“{text}”" for text in texts[:_MOST_QUESTIONS])
    more = len(texts) - _MOST_QUESTIONS
    rest = f" And {counted(more, 'more question')}." if more > 0 else ""
    return f"This placement is provisional. These answers would settle it: {named}{rest}"


def indicative_line(result: Result) -> str | None:
    """Say that a quick scan only indicates; None for a full assessment."""
    if result.variant != "quick":
        return None
    return "Indicative: this is a quick scan. It asks one question per factor and leaves some conditions untested."


def one_voice(by_role: Mapping[str, int]) -> bool:
    """Return whether a single role answered, so that its view is the firm's and there is no group to protect."""
    return sum(1 for count in by_role.values() if count > 0) == 1
