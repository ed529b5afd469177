"""What leaders believe, what people near customers see and what customers say."""

from dataclasses import dataclass

from assessments.languages import marked
from assessments.wording.because import counted_points, leaders_may_be_shown
from assessments.wording.names import factor_name, role_names
from assessments.wording.numbers import listed, whole, within
from scoring.model import Questionnaire
from scoring.result import Result


@dataclass(frozen=True, slots=True)
class View:
    """Two views of one thing, in points or in customers out of a hundred."""

    about: str
    inside: float
    inside_who: str
    outside: float
    outside_who: str


def views(questionnaire: Questionnaire, result: Result) -> tuple[View, ...]:
    """Return every pair of views that may be printed; none that would show a group below the minimum."""
    gaps = result.gaps
    found: list[View] = []
    if gaps.estimate is not None and gaps.measured is not None and leaders_may_be_shown(questionnaire, result):
        about = "Customers who find dealing with us excellent"
        found.append(View(about, gaps.estimate, "Leaders' estimate", gaps.measured, "Customers"))
    if gaps.executives_vs_near_firm:
        found += [
            View(factor_name(questionnaire, factor), top, "Leaders", near, "Near customers")
            for factor, (top, near) in gaps.by_factor.items()
        ]
    return tuple(found)


def gap_title(questionnaire: Questionnaire, result: Result) -> str:
    """Say the widest finding about perception, or that nobody has measured it."""
    gaps = result.gaps
    if gaps.estimate_vs_measured is not None and leaders_may_be_shown(questionnaire, result):
        return f"Leaders' estimate {_distance(gaps.estimate_vs_measured)} what customers say"
    if gaps.executives_vs_near is not None and gaps.executives_vs_near_firm:
        return f"Leaders' view {_distance(gaps.executives_vs_near)} the view of people near customers"
    if gaps.pulse is not None:
        return f"The firm's view {_distance(gaps.pulse)} what customers say"
    return "Nobody has measured what customers say" if gaps.measured is None else "What customers say stands alone"


def _distance(gap: float) -> str:
    if whole(gap) == "0":
        return "agrees with"
    return f"is {counted_points(abs(gap))} {'above' if gap > 0 else 'below'}"


def gap_lines(questionnaire: Questionnaire, result: Result) -> tuple[str, ...]:
    """Say in one sentence each what was compared, and what could not be."""
    lines = (_estimate(questionnaire, result), _sides(questionnaire, result), _pulse(result))
    return tuple(line for line in lines if line)


def _estimate(questionnaire: Questionnaire, result: Result) -> str:
    gaps = result.gaps
    if gaps.measured is None:
        return "Nobody has measured how many customers find dealing with the firm excellent."
    measured = f"{whole(gaps.measured)} of 100 customers find dealing with the firm excellent"
    if gaps.estimate is None:
        return f"{measured}; no leader was asked to guess that figure."
    if not leaders_may_be_shown(questionnaire, result):
        return f"{measured}; too few leaders answered to print their estimate."
    expected = f"Leaders expect {whole(gaps.estimate)} of 100 customers to find dealing with the firm excellent"
    return f"{expected}; {whole(gaps.measured)} do."


def _sides(questionnaire: Questionnaire, result: Result) -> str:
    rule, gaps = questionnaire.settings.gaps, result.gaps
    near = listed([within(name) for name in role_names(questionnaire, rule.near)], marked("or"))
    if gaps.executives_vs_near is None:
        return f"Leaders could not be compared with {near}: one side was not heard."
    if not gaps.executives_vs_near_firm:
        return f"Too few leaders, or too few from {near}, answered to compare them without showing individuals."
    return f"Over {len(gaps.by_factor)} factors leaders' view {_distance(gaps.executives_vs_near)} that of {near}."


def _pulse(result: Result) -> str | None:
    if result.gaps.pulse is None:
        return None
    return f"On the questions put to customers too, the firm's view {_distance(result.gaps.pulse)} theirs."
