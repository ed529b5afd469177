"""Who was heard, what the picture of customers rests on, and how firmly a result may be read."""

from collections.abc import Mapping

from assessments.languages import marked, say, say_counted
from assessments.wording.names import quoted, role_names
from assessments.wording.numbers import begun, listed, spelt, within
from scoring.model import Questionnaire
from scoring.result import Result

_MOST_QUESTIONS = 3
_IMPRESSIONS, _COUNTS = 50.0, 75.0  # evidence from which the firm's own counts, or customers themselves, speak


def heard_line(questionnaire: Questionnaire, result: Result) -> str:
    """Say how many people of how many roles answered, and which roles did not."""
    if result.respondents == 0:
        return say("Nobody has answered yet.")
    people = say_counted("{number} person", "{number} people", result.respondents, number=spelt(result.respondents))
    people = begun(people)
    present = [role for role, count in result.by_role.items() if count > 0]
    if len(present) == 1:
        (name,) = role_names(questionnaire, present)
        return say("{people} answered for the whole firm (role: {role}).", people=people, role=within(name))
    answered = say("{people} answered, from {roles} roles.", people=people, roles=spelt(len(present)))
    silent = role_names(questionnaire, {role.id for role in questionnaire.roles} - set(present))
    if not silent:
        return answered
    missed = say("Not heard: {roles}.", roles=listed([within(name) for name in silent]))
    return f"{answered} {missed}"


def evidence_line(questionnaire: Questionnaire, result: Result) -> str:
    """Say what the destination rests on, that five years is a belief, and whether a threshold is near."""
    return " ".join(part for part in (_basis(result), _belief(questionnaire, result), _near(result)) if part)


def _basis(result: Result) -> str:
    evidence = result.demand.evidence
    if evidence is None:
        return say("What the picture of customers rests on is not known.")
    if evidence < _IMPRESSIONS:
        return say("The picture of customers is provisional, based on impressions.")
    if evidence < _COUNTS:
        return say("The picture of customers is based on the firm's own counts.")
    return say("The picture of customers is based on asking them.")


def _belief(questionnaire: Questionnaire, result: Result) -> str:
    newest = result.items.get(questionnaire.demand.newest.item)
    if newest is None or newest.score is None:
        return say("The view of five years from now is a belief.")
    return say(_ALIKE if newest.score == 50 else _MORE if newest.score > 50 else _LESS)


_ALIKE = marked(
    "The view of five years from now is a belief; the newest customers use social channels about as much as the others."
)
_MORE = marked(
    "The view of five years from now is a belief; the newest customers use social channels more than the others."
)
_LESS = marked(
    "The view of five years from now is a belief; the newest customers use social channels less than the others."
)


def _near(result: Result) -> str:
    views = ((marked("today"), result.demand.now), (marked("in five years"), result.demand.five_years))
    when = [say(moment) for moment, destination in views if destination.borderline]
    return say("What customers call for {when} is close to the line.", when=listed(when)) if when else ""


def provisional_line(questionnaire: Questionnaire, result: Result) -> str | None:
    """Say why the placement is provisional and which questions would settle it; None when it is not."""
    if not result.provisional:
        return None
    texts = [questionnaire.item_by_id[item].text for item in result.settle]
    if not texts:
        return say("This placement is provisional: too little has been answered.")
    named = " ".join(quoted(text) for text in texts[:_MOST_QUESTIONS])
    settled = say("This placement is provisional. These answers would settle it: {questions}", questions=named)
    more = len(texts) - _MOST_QUESTIONS
    if more <= 0:
        return settled
    rest = say_counted("And {number} more question.", "And {number} more questions.", more, number=spelt(more))
    return f"{settled} {rest}"


def indicative_line(result: Result) -> str | None:
    """Say that a quick scan only indicates; None for a full assessment."""
    if result.variant != "quick":
        return None
    return say("Indicative: this is a quick scan. It asks one question per factor and leaves some conditions untested.")


def one_voice(by_role: Mapping[str, int]) -> bool:
    """Return whether a single role answered, so that its view is the firm's and there is no group to protect."""
    return sum(1 for count in by_role.values() if count > 0) == 1
