"""One firm as the reports see it: its answers and everything worked out from them."""

from dataclasses import dataclass

from assessments.edited_plan import EditedPlan, plan_as_edited
from assessments.edits import NO_EDITS, PlanEdits
from assessments.wording.session import Session
from scoring import Method, assess
from scoring.answers import Assessment
from scoring.confidence import measure_confidence
from scoring.model import Questionnaire
from scoring.result import Confidence, Result
from scoring.roadmap import Plan, Wishes


@dataclass(frozen=True, slots=True)
class Case:
    """Answers, result, how sure it is and the plan; they belong together.

    Of a workshop, ``result`` leaves out what would give people away; ``exact`` is for working on, never for paper.
    """

    method: Method
    assessment: Assessment
    result: Result
    exact: Result
    confidence: Confidence
    planned: EditedPlan
    session: Session | None = None  # of a workshop

    @property
    def plan(self) -> Plan:
        """The plan as people edited it."""
        return self.planned.plan

    @property
    def wishes(self) -> Wishes:
        return self.planned.wishes

    @property
    def edits(self) -> PlanEdits:
        return self.planned.edits

    @property
    def questionnaire(self) -> Questionnaire:
        return self.method.questionnaire


def work_out(
    method: Method,
    assessment: Assessment,
    result: Result,
    *,
    edits: PlanEdits = NO_EDITS,
    session: Session | None = None,
) -> Case:
    """Return the case of one firm, with how sure its result is and the plan as people edited it."""
    confidence = measure_confidence(method, assessment)
    exact = result if session is None else assess(method, assessment)
    planned = plan_as_edited(method, assessment, exact, edits)
    return Case(method, assessment, result, exact, confidence, planned, session)
