"""Strategies for plans: questionnaires of any shape with a few actions, and the real one with any answers."""

from dataclasses import replace
from random import Random

from hypothesis import strategies as st

from scoring.model import Action, Planning, Questionnaire, WarningRule
from scoring.roadmap import Plan, Wishes, make_plan
from scoring.roadmap.wishes import NO_WISHES
from tests.laws.dice import Dice
from tests.laws.reference.plans import Plans
from tests.laws.worlds import ROLLS, Firm, World

MOST_ACTIONS = 8


class SmallWorld(World):
    """A questionnaire of any shape with up to eight actions and two warnings, and a full assessment."""

    def __init__(self, rolls: bytes) -> None:
        super().__init__(rolls)
        self.assessment = replace(self.assessment, variant="full")
        self.result = self.assess()

    def _questionnaire(self) -> Questionnaire:
        return _with_actions(self.dice, super()._questionnaire())

    def plan(self, wishes: Wishes = NO_WISHES) -> Plan:
        return make_plan(self.method, self.assessment, self.result, wishes=wishes)

    def reference(self, banned: tuple[str, ...] = ()) -> Plans:
        return Plans(self.questionnaire, self.result, frozenset(banned))


class PlannedFirm(SmallWorld, Firm):
    """The Social CRM questionnaire and a full assessment of one firm."""

    def _questionnaire(self) -> Questionnaire:
        return Firm._questionnaire(self)

    def bans(self, *, leave: int = 0) -> tuple[str, ...]:
        """Return some candidates to ban; all but ``leave`` of them, where that is given."""
        candidates = [candidate.id for candidate in self.result.candidates]
        if not leave:
            return self.dice.some(candidates) if self.dice.happens(70) else ()
        kept = {self.dice.pick(candidates) for _ in range(leave)} if candidates else set()
        return tuple(id_ for id_ in candidates if id_ not in kept)


# Rolled from a seed: Hypothesis likes zeros, and a firm whose people all say the same seldom has far to go.
ROLLED = st.integers(0, 2**32 - 1).map(lambda seed: Random(seed).randbytes(ROLLS))


def small_worlds() -> st.SearchStrategy[SmallWorld]:
    """Draw a small questionnaire with actions, and one firm's answers to it."""
    return ROLLED.map(SmallWorld)


def planned_firms() -> st.SearchStrategy[PlannedFirm]:
    """Draw one firm's answers to the Social CRM questionnaire."""
    return ROLLED.map(PlannedFirm)


def _with_actions(dice: Dice, questionnaire: Questionnaire) -> Questionnaire:
    actions: list[Action] = []
    for _ in range(dice.between(2, MOST_ACTIONS)):
        actions.append(_action(dice, questionnaire, tuple(action.id for action in actions)))
    ids = [action.id for action in actions]
    planning = Planning(
        always=dice.some(ids[:1]),
        renewal_start=dice.some(ids[:2]),
        max_renewal_actions=dice.pick((6, 3)),
        fallback_quarters=dice.pick((4, 1)),
        size_factor={"any": 1.0},
        capacity={"any": 10.0},
        capacity_fact="ctx_measured",  # any number will do
        rules_lead={},
    )
    return questionnaire.model_copy(
        update={
            "settings": questionnaire.settings.model_copy(update={"planning": planning}),
            "actions": tuple(actions),
            "warnings": tuple(_warning(dice, f"W{number}", ids) for number in range(dice.roll(3))),
        }
    )


def _action(dice: Dice, questionnaire: Questionnaire, before: tuple[str, ...]) -> Action:
    factors = [factor.id for factor in questionnaire.factors]
    return Action(
        id=f"A{len(before)}",
        title="Do",
        phase=dice.between(1, 4),
        owner=dice.pick(questionnaire.roles).id,
        kind="know",
        early_win=dice.happens(30),
        effort=dice.between(1, 40) / 2,
        lead=dice.between(1, 20),
        when=f"F.{dice.pick(factors)} < 101" if dice.happens(30) else "p >= 0",
        lift={dice.pick(factors): 5.0 * dice.between(1, 16) for _ in range(dice.between(1, 3))},
        needs=(dice.pick(before),) if before and dice.happens(40) else (),
        do="Do it.",
        kpi="Done",
        risk="Not done",
        serves=dice.pick(("needs", "delight", "innovation")),
        source="S1",
    )


def _warning(dice: Dice, id_: str, actions: list[str]) -> WarningRule:
    return WarningRule(
        id=id_,
        name="Warning",
        severity=dice.pick(("high", "high", "medium")),
        when="p >= 0",
        says="Beware.",
        remedies=dice.some(actions, fewest=1),
        source="S1",
    )
