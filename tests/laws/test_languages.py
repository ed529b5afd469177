"""Whatever the language its texts are in, a questionnaire gives the same result."""

from functools import cache

from hypothesis import given

from scoring import Method, assess
from scoring.confidence import measure_confidence
from scoring.model import Questionnaire, Words
from scoring.roadmap import make_plan
from tests.laws.worlds import Firm, World, firms, worlds
from tests.scoring import samples


def other_words(words: Words) -> Words:
    """Return texts nobody could mistake for the original."""
    return f"„{words[::-1]}“" if isinstance(words, str) else tuple(f"„{line[::-1]}“" for line in words)


def in_other_words(questionnaire: Questionnaire) -> Questionnaire:
    said = {address: other_words(words) for address, words in questionnaire.texts.items()}
    return questionnaire.model_copy(update={"translations": {"de": said}}).in_language("de")


@cache
def german() -> Method:
    return Method(samples.social_crm().in_language("de"))


@given(worlds())
def test_a_result_is_the_same_in_other_words(world: World) -> None:
    other = in_other_words(world.questionnaire)
    assert other.texts == {address: other_words(words) for address, words in world.questionnaire.texts.items()}
    assert assess(Method(other), world.assessment) == world.assess()


@given(firms())
def test_a_result_is_the_same_in_german(firm: Firm) -> None:
    assert assess(german(), firm.assessment) == firm.assess()


def test_how_sure_a_result_is_and_the_plan_are_the_same_in_german() -> None:
    assert german().questionnaire.title == "Social CRM: Reifegrad und Weg"
    firm = samples.firm("riverside")
    result = assess(german(), firm)
    assert measure_confidence(german(), firm) == measure_confidence(samples.method(), firm)
    assert make_plan(german(), firm, result) == make_plan(samples.method(), firm, result)
