"""One firm as the reports see it: its answers and everything worked out from them."""

from dataclasses import dataclass

from scoring import Method
from scoring.answers import Assessment
from scoring.confidence import measure_confidence
from scoring.model import Questionnaire
from scoring.result import Confidence, Result
from scoring.roadmap import Plan, Wishes, make_plan


@dataclass(frozen=True, slots=True)
class Case:
    """Answers, result, how sure it is and the plan; they belong together."""

    method: Method
    assessment: Assessment
    result: Result
    confidence: Confidence
    plan: Plan
    wishes: Wishes

    @property
    def questionnaire(self) -> Questionnaire:
        return self.method.questionnaire


def work_out(method: Method, assessment: Assessment, result: Result, *, wishes: Wishes | None = None) -> Case:
    """Return the case of one firm, with how sure its result is and the plan as people wished it."""
    edited = wishes or Wishes()
    confidence = measure_confidence(method, assessment)
    plan = make_plan(method, assessment, result, wishes=edited)
    return Case(method, assessment, result, confidence, plan, edited)
