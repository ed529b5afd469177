"""What leaders believe, what people near customers see and what customers say."""

from dataclasses import dataclass

from assessments.languages import marked, say
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
        about = say("Customers who find dealing with us excellent")
        found.append(View(about, gaps.estimate, say("Leaders' estimate"), gaps.measured, say("Customers")))
    if gaps.executives_vs_near_firm:
        found += [
            View(factor_name(questionnaire, factor), top, say("Leaders"), near, say("Near customers"))
            for factor, (top, near) in gaps.by_factor.items()
        ]
    return tuple(found)


def gap_title(questionnaire: Questionnaire, result: Result) -> str:
    """Say the widest finding about perception, or that nobody has measured it."""
    gaps = result.gaps
    if gaps.estimate_vs_measured is not None and leaders_may_be_shown(questionnaire, result):
        return _compared(_ESTIMATE, gaps.estimate_vs_measured)
    if gaps.executives_vs_near is not None and gaps.executives_vs_near_firm:
        return _compared(_NEAR, gaps.executives_vs_near)
    if gaps.pulse is not None:
        return _compared(_FIRM, gaps.pulse)
    if gaps.measured is None:
        return say("Nobody has measured what customers say")
    return say("What customers say stands alone")


# Two views compared: alike, the first above, the first below.
_ESTIMATE = (
    marked("Leaders' estimate agrees with what customers say"),
    marked("Leaders' estimate is {distance} above what customers say"),
    marked("Leaders' estimate is {distance} below what customers say"),
)
_NEAR = (
    marked("Leaders' view agrees with the view of people near customers"),
    marked("Leaders' view is {distance} above the view of people near customers"),
    marked("Leaders' view is {distance} below the view of people near customers"),
)
_FIRM = (
    marked("The firm's view agrees with what customers say"),
    marked("The firm's view is {distance} above what customers say"),
    marked("The firm's view is {distance} below what customers say"),
)
_SIDES = (
    marked("Over {count} factors leaders' view agrees with that of {near}."),
    marked("Over {count} factors leaders' view is {distance} above that of {near}."),
    marked("Over {count} factors leaders' view is {distance} below that of {near}."),
)
_PULSE = (
    marked("On the questions put to customers too, the firm's view agrees with theirs."),
    marked("On the questions put to customers too, the firm's view is {distance} above theirs."),
    marked("On the questions put to customers too, the firm's view is {distance} below theirs."),
)


def _compared(sayings: tuple[str, str, str], gap: float, **words: object) -> str:
    alike, above, below = sayings
    said = alike if whole(gap) == "0" else above if gap > 0 else below
    return say(said, distance=counted_points(abs(gap)), **words)


def gap_lines(questionnaire: Questionnaire, result: Result) -> tuple[str, ...]:
    """Say in one sentence each what was compared, and what could not be."""
    lines = (_estimate(questionnaire, result), _sides(questionnaire, result), _pulse(result))
    return tuple(line for line in lines if line)


def _estimate(questionnaire: Questionnaire, result: Result) -> str:
    gaps = result.gaps
    if gaps.measured is None:
        return say("Nobody has measured how many customers find dealing with the firm excellent.")
    if gaps.estimate is None:
        said = _NO_ESTIMATE
    else:
        said = _BOTH if leaders_may_be_shown(questionnaire, result) else _FEW_LEADERS
    return say(said, measured=whole(gaps.measured), expected=whole(gaps.estimate or 0))


_NO_ESTIMATE = marked(
    "{measured} of 100 customers find dealing with the firm excellent; no leader was asked to guess that figure."
)
_FEW_LEADERS = marked(
    "{measured} of 100 customers find dealing with the firm excellent; too few leaders answered to print their "
    "estimate."
)
_BOTH = marked("Leaders expect {expected} of 100 customers to find dealing with the firm excellent; {measured} do.")


def _sides(questionnaire: Questionnaire, result: Result) -> str:
    rule, gaps = questionnaire.settings.gaps, result.gaps
    near = listed([within(name) for name in role_names(questionnaire, rule.near)], marked("or"))
    if gaps.executives_vs_near is None:
        return say("Leaders could not be compared with {near}: one side was not heard.", near=near)
    if not gaps.executives_vs_near_firm:
        return say(
            "Too few leaders, or too few from {near}, answered to compare them without showing individuals.", near=near
        )
    return _compared(_SIDES, gaps.executives_vs_near, count=len(gaps.by_factor), near=near)


def _pulse(result: Result) -> str | None:
    if result.gaps.pulse is None:
        return None
    return _compared(_PULSE, result.gaps.pulse)
