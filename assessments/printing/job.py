"""What a printing process is asked for."""

from dataclasses import dataclass
from datetime import date as Date
from typing import Literal

from assessments import reading
from assessments.edits import PlanEdits
from assessments.wording.session import Session
from scoring import Method, assess
from scoring.answers import Assessment
from scoring.model import Questionnaire

Edition = Literal["executive", "team"]
_REPORTS = {"executive": reading.executive_report, "team": reading.team_report}


@dataclass(frozen=True, slots=True)
class Job:
    """One report of one firm: everything it is made from, small enough to be sent."""

    questionnaire: Questionnaire
    assessment: Assessment
    edits: PlanEdits
    session: Session | None
    edition: Edition
    date: Date

    def do(self) -> bytes:
        """Return the report; raises ``CannotPrintError``."""
        method = Method(self.questionnaire)
        result = assess(method, self.assessment)
        opened = reading.Reading(method, self.assessment, result, edits=self.edits, session=self.session)
        return _REPORTS[self.edition](opened, date=self.date)


def job_of(opened: reading.Reading, edition: Edition, date: Date) -> Job:
    """Return what prints an edition of ``opened``, dated ``date``."""
    return Job(opened.questionnaire, opened.assessment, opened.edits, opened.session, edition, date)
