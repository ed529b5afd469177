"""Whole firms that do not exist: facts, answers of every kind and several people, to see which rules ever hold.

They are made to differ, not to be likely: some firms are poor at everything, some good, some know little.
"""

from collections.abc import Iterator
from datetime import date as Date

import numpy as np

from scoring.answers import Assessment, FactValue, Submission, Unanswered, Value
from scoring.model import Allocation, Choice, Fact, Item, Lined, Multi, NumberItem, Questionnaire

MOST_PEOPLE = 3
UNKNOWN = (0.05, 0.3)  # share of what is not answered, in firms that know much and in firms that know little
NUMBERS = (1, 100)  # facts that are numbers lie between these
ANY_DAY = Date(2026, 1, 1)


def whole_firms(questionnaire: Questionnaire, count: int, seed: int) -> Iterator[Assessment]:
    """Yield ``count`` firms, the same for the same seed."""
    for number in range(count):
        yield _Firm(questionnaire, np.random.default_rng((seed, number))).assessment(str(number))


class _Firm:
    """One firm being drawn: how well it does with customers' habits and by itself, and how much it does not know."""

    def __init__(self, questionnaire: Questionnaire, dice: np.random.Generator) -> None:
        self._questionnaire, self._dice = questionnaire, dice
        self._customers, self._firm = (float(one) for one in dice.random(2))
        self._unknown = UNKNOWN[int(dice.integers(2))]

    def assessment(self, name: str) -> Assessment:
        people = int(self._dice.integers(1, MOST_PEOPLE + 1))
        return Assessment(
            id=name,
            firm=name,
            date=ANY_DAY,
            submissions=tuple(self._person(number) for number in range(people)),
            variant="quick" if self._happens(self._unknown) else "full",
            context={fact.id: self._fact(fact) for fact in self._questionnaire.facts},
            pulse=tuple(
                {item.id: int(self._dice.integers(1, len(item.levels) + 1)) for item in self._questionnaire.pulse}
                for _ in range(people)
            ),
        )

    def _person(self, number: int) -> Submission:
        about_customers = {item.id for item in self._questionnaire.customers}
        answers = {
            item.id: self._answer(item, self._customers if item.id in about_customers else self._firm)
            for item in self._questionnaire.items
        }
        roles = self._questionnaire.roles
        return Submission(str(number), roles[int(self._dice.integers(len(roles)))].id, answers)

    def _answer(self, item: Item, leaning: float) -> Value:
        if self._happens(self._unknown):
            return Unanswered.DONT_KNOW
        if isinstance(item, Lined):
            place = leaning + 0.25 * float(self._dice.standard_normal())
            return 1 + round(min(max(place, 0.0), 1.0) * (len(item.scores) - 1))
        if isinstance(item, NumberItem):
            return int(self._dice.integers(item.lowest, item.highest + 1))
        options = [option.id for option in item.options] if isinstance(item, Choice | Multi | Allocation) else []
        if isinstance(item, Choice):
            return options[int(self._dice.integers(len(options)))]
        if isinstance(item, Multi):
            return tuple(option for option in options if self._happens(0.5))
        return self._split(options)

    def _split(self, options: list[str]) -> dict[str, float]:
        """Return shares that add up to 100, more of them with the later options where customers lean that way."""
        weights = self._dice.random(len(options)) * np.linspace(1.0, 2.0 * self._customers + 0.01, len(options))
        shares = np.floor(100 * weights / weights.sum())
        shares[0] += 100 - shares.sum()
        return dict(zip(options, map(float, shares), strict=True))

    def _fact(self, fact: Fact) -> FactValue:
        options = [option.id for option in fact.options]
        if fact.type == "number":
            return float(self._dice.integers(*NUMBERS, endpoint=True))
        if fact.type == "multi":
            return tuple(option for option in options if self._happens(0.5))
        return options[int(self._dice.integers(len(options)))] if fact.type == "choice" else fact.id

    def _happens(self, share: float) -> bool:
        return bool(self._dice.random() < share)
