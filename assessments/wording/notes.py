"""What a report says about itself: its limits, where its numbers come from, and its closing line."""

from datetime import date as Date

from assessments import languages
from assessments.languages import marked, say
from scoring import __version__ as engine_version
from scoring.model import Questionnaire

LIMITS = (
    marked(
        "Weights, minima, thresholds, effects and efforts are expert judgement; they have not been validated on firms."
    ),
    marked("The lines people choose from are ordered; treating them as equal steps of 25 points is a convention."),
    marked(
        "Results describe what people reported. They are not an audit, and the view of five years from now is a belief."
    ),
    marked(
        "A stage says what customers call for, not how good a firm is: a traditional firm in step with them is a "
        "success."
    ),
)
CLOSING = marked("This is a stop on a journey, not a grade. Needs move on; look again within twelve months.")


def spoken_date(day: Date) -> str:
    """Write a date in words: 22 November 2026."""
    return languages.date(day)


def provenance_line(questionnaire: Questionnaire, assessed: Date, printed: Date) -> str:
    """Say from which questionnaire, engine and dates the numbers come."""
    version = f"{questionnaire.id} {questionnaire.version}"
    if questionnaire.sha256:
        fingerprint = questionnaire.sha256[:12]
        version = say("{version}, fingerprint {fingerprint}", version=version, fingerprint=fingerprint)
    return say(
        "Questionnaire {version}; engine {engine}; answers of {assessed}; report of {printed}.",
        version=version,
        engine=engine_version,
        assessed=spoken_date(assessed),
        printed=spoken_date(printed),
    )
