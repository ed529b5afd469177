"""What a printing process is asked for."""

from dataclasses import dataclass
from datetime import date as Date
from typing import Literal

from assessments import reading
from assessments.edits import PlanEdits
from assessments.languages import language, speaking
from assessments.wording.session import Session
from scoring import Method
from scoring.answers import Assessment
from scoring.model import Questionnaire
from scoring.result import Result

Edition = Literal["executive", "team"]
_REPORTS = {"executive": reading.executive_report, "team": reading.team_report}


@dataclass(frozen=True, slots=True)
class Job:
    """One report of one firm: everything it is made from, small enough to be sent.

    The ``result`` goes along, because that of a workshop leaves out what its answers would tell of few people.
    """

    questionnaire: Questionnaire
    assessment: Assessment
    result: Result
    edits: PlanEdits
    session: Session | None
    passed_on: bool
    edition: Edition
    date: Date
    language: str

    def do(self) -> bytes:
        """Return the report; raises ``CannotPrintError``."""
        opened = reading.Reading(
            Method(self.questionnaire),
            self.assessment,
            self.result,
            edits=self.edits,
            session=self.session,
            passed_on=self.passed_on,
        )
        with speaking(self.language):
            return _REPORTS[self.edition](opened, date=self.date)


def job_of(opened: reading.Reading, edition: Edition, date: Date) -> Job:
    """Return what prints an edition of ``opened``, dated ``date``, in the language that is spoken."""
    return Job(
        opened.questionnaire,
        opened.assessment,
        opened.result,
        opened.edits,
        opened.session,
        opened.passed_on,
        edition,
        date,
        language(),
    )
