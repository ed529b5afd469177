"""Small changes to what a firm has said, for laws that compare before and after."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from scoring.answers import Assessment, Submission, Unanswered, Value
from scoring.model import Choice, Item, Lined, Questionnaire
from tests.laws.dice import Dice

Answers = Mapping[str, Value]


def answering(assessment: Assessment, change: Callable[[Answers], Answers]) -> Assessment:
    """Return ``assessment`` with everybody's answers changed, those about customer segments too."""
    return replace(assessment, submissions=tuple(_answering(one, change) for one in assessment.submissions))


def _answering(submission: Submission, change: Callable[[Answers], Answers]) -> Submission:
    segments = {segment: change(answers) for segment, answers in submission.segments.items()}
    return replace(submission, answers=change(submission.answers), segments=segments)


def with_answers(assessment: Assessment, number: int, answers: Answers) -> Assessment:
    """Return ``assessment`` with ``answers`` as all that person ``number`` has said."""
    people = list(assessment.submissions)
    people[number] = replace(people[number], answers=answers)
    return replace(assessment, submissions=tuple(people))


def without(answers: Answers, items: Iterable[str]) -> dict[str, Value]:
    left_out = set(items)
    return {item: value for item, value in answers.items() if item not in left_out}


def copied(people: Iterable[Submission], mark: str) -> tuple[Submission, ...]:
    """Return the same answers from other people."""
    return tuple(replace(person, respondent=f"{person.respondent}{mark}") for person in people)


def score_of(item: Item, value: Value) -> float:
    """Return the points a value stands for."""
    if isinstance(item, Lined):
        assert isinstance(value, int)
        return item.scores[value - 1]
    assert isinstance(item, Choice)
    return next(option.score or 0.0 for option in item.options if option.id == value)


def values_of(item: Item) -> tuple[int | str, ...]:
    """Return what can be answered to a scored item."""
    if isinstance(item, Choice):
        return tuple(option.id for option in item.options)
    return (1, 2, 3, 4, 5)


def better(dice: Dice, item: Item, value: Value) -> Value | None:
    """Return a value worth at least as much as ``value``, another one if there is any."""
    if isinstance(value, Unanswered):
        return None
    least = score_of(item, value)
    options = [other for other in values_of(item) if other != value and score_of(item, other) >= least]
    return dice.pick(options) if options else None


def best(item: Item) -> Value:
    return max(values_of(item), key=lambda value: score_of(item, value))


def worst(item: Item) -> Value:
    return min(values_of(item), key=lambda value: score_of(item, value))


def varied(questionnaire: Questionnaire, **parts: object) -> Questionnaire:
    """Return ``questionnaire`` with other ``parts``; a plain copy would keep what was worked out from the old ones."""
    fields = {name: getattr(questionnaire, name) for name in Questionnaire.model_fields}
    return Questionnaire.model_construct(**{**fields, **parts})
