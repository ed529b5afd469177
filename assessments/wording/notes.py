"""What a report says about itself: its limits, where its numbers come from, and its closing line."""

from datetime import date as Date

from assessments import languages
from scoring import __version__ as engine_version
from scoring.model import Questionnaire

LIMITS = (
    "Weights, minima, thresholds, effects and efforts are expert judgement; they have not been validated on firms.",
    "The lines people choose from are ordered; treating them as equal steps of 25 points is a convention.",
    "Results describe what people reported. They are not an audit, and the view of five years from now is a belief.",
    "A stage says what customers call for, not how good a firm is: a traditional firm in step with them is a success.",
)
CLOSING = "This is a stop on a journey, not a grade. Needs move on; look again within twelve months."


def spoken_date(day: Date) -> str:
    """Write a date in words: 22 November 2026."""
    return languages.date(day)


def provenance_line(questionnaire: Questionnaire, assessed: Date, printed: Date) -> str:
    """Say from which questionnaire, engine and dates the numbers come."""
    fingerprint = f", fingerprint {questionnaire.sha256[:12]}" if questionnaire.sha256 else ""
    return (
        f"Questionnaire {questionnaire.id} {questionnaire.version}{fingerprint}; engine {engine_version}; "
        f"answers of {spoken_date(assessed)}; report of {spoken_date(printed)}."
    )
