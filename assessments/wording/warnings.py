"""Warnings as readers meet them: the gravest first, each with its reason."""

from dataclasses import dataclass

from assessments.languages import say, say_counted
from assessments.wording.because import Reasons
from assessments.wording.numbers import begun, listed, spelt, within
from scoring.model import Questionnaire
from scoring.result import ActiveWarning, Result

MOST_WARNINGS = 5

_FIRST, _ITS_CONSEQUENCE = "AP_FORCING", "AP_TOOLS"


@dataclass(frozen=True, slots=True)
class Warned:
    """A warning with its reason."""

    id: str
    name: str
    severity: str
    says: str
    because: str
    follows: bool  # shown as a consequence of the warning before it


def leading_warnings(questionnaire: Questionnaire, result: Result) -> tuple[Warned, ...]:
    """Return the warnings to print: high before medium; forcing comes first, followed by its consequence."""
    return all_warnings(questionnaire, result)[:MOST_WARNINGS]


def all_warnings(questionnaire: Questionnaire, result: Result) -> tuple[Warned, ...]:
    """Return every warning that applies, in the same order."""
    reasons = Reasons(questionnaire, result)
    forced = any(warning.id == _FIRST for warning in result.warnings)
    return tuple(_warned(questionnaire, reasons, warning, forced) for warning in _in_order(result))


def warnings_title(result: Result) -> str:
    """Say how many warnings apply, and that only the leading ones are printed where there are more."""
    count = len(result.warnings)
    if count == 0:
        return say("No warning applies")
    applying = begun(say_counted("{number} warning applies", "{number} warnings apply", count, number=spelt(count)))
    if count <= MOST_WARNINGS:
        return applying
    return say("{applying}; the gravest {most}", applying=applying, most=spelt(MOST_WARNINGS))


def further_warnings(questionnaire: Questionnaire, result: Result) -> str | None:
    """Name the warnings that are not among the leading ones; None when all are."""
    names = [questionnaire.warning_by_id[warning.id].name for warning in _in_order(result)[MOST_WARNINGS:]]
    return say("Also active: {names}.", names=listed([within(name) for name in names])) if names else None


def _in_order(result: Result) -> list[ActiveWarning]:
    forced = any(warning.id == _FIRST for warning in result.warnings)
    place = {_FIRST: -2, _ITS_CONSEQUENCE: -1} if forced else {}
    return sorted(result.warnings, key=lambda warning: (place.get(warning.id, 0), warning.severity != "high"))


def _warned(questionnaire: Questionnaire, reasons: Reasons, warning: ActiveWarning, forced: bool) -> Warned:
    rule = questionnaire.warning_by_id[warning.id]
    because = begun(reasons.because(warning.because))
    follows = forced and warning.id == _ITS_CONSEQUENCE
    return Warned(rule.id, rule.name, warning.severity, rule.says, f"{because}." if because else "", follows)
