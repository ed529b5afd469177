"""A question as it is understood on its own, and one answer to it, in words."""

from collections.abc import Mapping

from assessments.languages import marked, say
from assessments.wording.numbers import listed, plain, within
from scoring.answers import Unanswered
from scoring.model import Agree, Allocation, Bars, Choice, Item, Multi, Questionnaire

_NO_VALUE = {"dk": marked("don't know"), "na": marked("does not apply")}


def question_alone(questionnaire: Questionnaire, item: Item) -> str:
    """Return a question's text, with that of the question it goes on from."""
    return question_among(questionnaire.item_by_id, item)


def question_among(items: Mapping[str, Item], item: Item) -> str:
    """Return a question's text, with that of the question it goes on from where that is among ``items``."""
    pair = items.get(item.pair_of or "")
    return f"{item.text} ({pair.text})" if pair else item.text


def answer_in_words(item: Item, value: object) -> str:
    """Return an answer as people read it; ``value`` is one that the item allows, "dk" or "na", or None for silence."""
    if value is None:
        return say("no answer")
    named = value.value if isinstance(value, Unanswered) else value
    if isinstance(named, str) and named in _NO_VALUE:
        return say(_NO_VALUE[named])
    if isinstance(item, Bars | Agree) and isinstance(value, int):
        return item.levels[value - 1]
    if isinstance(item, Choice | Multi | Allocation):
        return _options(item, value)
    return str(value)


def _options(item: Choice | Multi | Allocation, value: object) -> str:
    labels = {option.id: option.label for option in item.options}
    if isinstance(value, Mapping):
        return listed([f"{plain(share)} {within(labels[option])}" for option, share in value.items() if share])
    chosen = value if isinstance(value, tuple | list) else (value,)
    return listed([labels[str(option)] for option in chosen])
