"""Strategies: a questionnaire of any shape with answers to it, and the real one with any answers."""

from hypothesis import strategies as st

from scoring import Method, assess
from scoring.answers import Assessment
from scoring.model import Questionnaire
from scoring.result import Result
from tests.laws.assessments import roll_assessment
from tests.laws.dice import Dice
from tests.laws.questionnaires import roll_questionnaire
from tests.scoring import samples

ROLLS = 2000


class World:
    """A questionnaire and one firm's answers to it, made from rolls; the text Hypothesis prints makes it again.

    ``dice`` holds the rolls that are left, for whatever a law wants to change.
    """

    def __init__(self, rolls: bytes) -> None:
        self._rolls = rolls.rstrip(b"\0")  # a roll left out is 0
        self.dice = Dice(rolls)
        self.questionnaire = self._questionnaire()
        self.assessment = roll_assessment(self.dice, self.questionnaire)
        self.method = self._method()

    def _questionnaire(self) -> Questionnaire:
        return roll_questionnaire(self.dice)

    def _method(self) -> Method:
        return Method(self.questionnaire)

    def assess(self, assessment: Assessment | None = None) -> Result:
        """Return the result of ``assessment``, or of the firm's own."""
        return assess(self.method, assessment or self.assessment)

    def __repr__(self) -> str:
        return f"{type(self).__name__}(bytes.fromhex('{self._rolls.hex()}'))"


class Firm(World):
    """The Social CRM questionnaire and one firm's answers to it."""

    def _questionnaire(self) -> Questionnaire:
        return samples.social_crm()

    def _method(self) -> Method:
        return samples.method()


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Draw a questionnaire and what up to seven people answered to it."""
    return World(draw(st.binary(min_size=ROLLS, max_size=ROLLS)))


@st.composite
def firms(draw: st.DrawFn) -> Firm:
    """Draw what up to seven people might answer to the Social CRM questionnaire."""
    return Firm(draw(st.binary(min_size=ROLLS, max_size=ROLLS)))
