"""Made-up answers of many people in many firms, and the questionnaire they answer."""

from datetime import date
from pathlib import Path
from random import Random

import numpy as np

from assessments.catalog import load
from scoring.answers import Assessment, Submission, Unanswered, Value
from scoring.method import DONT_KNOW, NOT_APPLICABLE, SILENT, Method
from scoring.model import Allocation, Choice, Item, Lined, Multi, NumberItem, Questionnaire
from scoring.sheet import Sheet

QUESTIONNAIRE = Path(__file__).parent.parent / "questionnaires" / "social_crm"
ITEMS = 60
FEWEST_PER_FIRM, MOST_FIRMS = 30, 1000
PERCENT = {DONT_KNOW: 6, NOT_APPLICABLE: 1, SILENT: 3}


def sixty_items() -> Method:
    """Return the Social CRM method, with copies of items added to its factors until it has sixty items."""
    questionnaire = load(QUESTIONNAIRE)
    missing = ITEMS - len(questionnaire.items)
    pillars = list(questionnaire.pillars)
    for number in range(missing):
        pillar = pillars[number % len(pillars)]
        factor = pillar.factors[number // len(pillars)]
        extra = factor.items[0].model_copy(update={"id": f"extra_{number}", "na_when": None})
        longer = factor.model_copy(update={"items": (*factor.items, extra)})
        factors = tuple(longer if old is factor else old for old in pillar.factors)
        pillars[number % len(pillars)] = pillar.model_copy(update={"factors": factors})
    return Method(Questionnaire.model_validate(questionnaire.model_dump() | {"pillars": pillars}))


def firms_for(people: int) -> int:
    """Return how many firms ``people`` are spread over: up to a thousand, of thirty people or more."""
    return max(1, min(MOST_FIRMS, people // FEWEST_PER_FIRM))


def roll_sheet(method: Method, people: int, seed: int = 2026) -> Sheet:
    """Return the same random answers for the same ``seed``: weak and strong firms, one answer in ten missing."""
    random = np.random.default_rng(seed)
    firms = firms_for(people)
    firm = np.sort(random.integers(0, firms, people))
    lift = (2 - firm % 5).astype(np.int8)
    states = np.zeros(100, dtype=np.int8)
    states[: sum(PERCENT.values())] = np.repeat(list(PERCENT), list(PERCENT.values()))
    codes = np.empty((people, len(method.items)), dtype=np.int8)
    for column, item in enumerate(method.items):
        state = states[random.integers(0, len(states), people, dtype=np.int8)]
        last = len(method.codes[item]) - 1
        line = np.clip(random.integers(0, last + 1, people, dtype=np.int8) + lift, 0, last)
        codes[:, column] = np.where(state < 0, state, line)
    return Sheet(
        codes=codes,
        said=codes,
        role=random.integers(0, len(method.roles), people),
        firm=firm,
        role_weights=np.ones((firms, len(method.roles))),
        asked=method.asked("full"),
        picks={},
        splits={},
        numbers={},
    )


def roll_assessment(method: Method, people: int, seed: int = 2026) -> Assessment:
    """Return one firm whose ``people``, of every role in turn, have answered everything they know."""
    dice = Random(seed)
    submissions = tuple(
        Submission(
            respondent=f"person_{number}",
            role=method.roles[number % len(method.roles)],
            answers={item.id: _roll(dice, item) for item in method.questionnaire.items},
            seconds=900,
        )
        for number in range(people)
    )
    return Assessment("benchmark", "A firm", date(2026, 1, 1), submissions)


def _roll(dice: Random, item: Item) -> Value:
    if dice.random() * 100 < PERCENT[DONT_KNOW]:
        return Unanswered.DONT_KNOW
    if isinstance(item, Lined):
        return dice.randint(1, 5)
    if isinstance(item, NumberItem):
        return dice.randint(item.lowest, item.highest)
    assert isinstance(item, Choice | Multi | Allocation)
    options = [option.id for option in item.options]
    if isinstance(item, Choice):
        return dice.choice(options)
    if isinstance(item, Multi):
        return tuple(dice.sample(options, min(item.most, len(options))))
    first = dice.randint(0, 100)
    return {options[0]: first, options[1]: 100 - first}
