"""Strategies: a questionnaire of any shape with answers to it."""

from hypothesis import strategies as st

from tests.laws.assessments import roll_assessment
from tests.laws.dice import Dice
from tests.laws.questionnaires import roll_questionnaire

ROLLS = 1500


class World:
    """A questionnaire and one firm's answers to it, made from rolls; the text Hypothesis prints makes it again."""

    def __init__(self, rolls: bytes) -> None:
        dice = Dice(rolls)
        self.rolls = rolls.rstrip(b"\0")  # a roll left out is 0
        self.questionnaire = roll_questionnaire(dice)
        self.assessment = roll_assessment(dice, self.questionnaire)

    def __repr__(self) -> str:
        return f"World(bytes.fromhex('{self.rolls.hex()}'))"


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Draw a questionnaire and what up to seven people answered to it."""
    return World(draw(st.binary(min_size=ROLLS, max_size=ROLLS)))
