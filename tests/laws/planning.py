"""Strategies for plans: a small questionnaire with a few actions, and the real one with any answers."""

from collections.abc import Callable

from hypothesis import strategies as st

from scoring import Method
from scoring.answers import Variant
from scoring.model import Action, Planning, Questionnaire, WarningRule
from scoring.result import Result
from scoring.roadmap import Plan, Wishes, make_plan
from tests.laws.dice import Dice
from tests.laws.questionnaires import SAID
from tests.laws.worlds import ROLLS, Firm, World

from dataclasses import replace

MOST_ACTIONS = 8
NOTHING = Wishes()


class _Planned(World):
    """A firm whose full assessment has been planned for."""

    def __init__(self, rolls: bytes) -> None:
        super().__init__(rolls)
        self.assessment = replace(self.assessment, variant="full")
        self.result = self.assess()

    def plan(self, wishes: Wishes = NOTHING) -> Plan:
        return make_plan(self.method, self.assessment, self.result, wishes=wishes)


class SmallWorld(_Planned):
    """A questionnaire of any shape with up to eight actions and two warnings."""

    def _questionnaire(self) -> Questionnaire:
        return _with_actions(self.dice, super()._questionnaire())


class PlannedFirm(_Planned, Firm):
    """The Social CRM questionnaire and one firm's answers to it."""


