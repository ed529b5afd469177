"""How the numbers come about, in words, for readers who want to check them."""

from collections.abc import Sequence

from assessments.wording.numbers import counted, percent, plain
from scoring.model import Questionnaire
from scoring.roadmap import Plan


def method_lines(questionnaire: Questionnaire) -> tuple[str, ...]:
    """Return the formulas in words, with the numbers of this questionnaire."""
    settings, demand = questionnaire.settings, questionnaire.demand
    return (
        (
            "Each question has five lines that score 0, 25, 50, 75 and 100. The answers of one role are averaged "
            "first, then the roles, so that a large department does not outvote a small one."
        ),
        (
            f"A factor is the mean of its questions, if at least {percent(settings.coverage.factor)} of them are "
            "answered. Don't know is never counted as zero. A pillar and the overall level are means of factors under "
            "the weights of a stage."
        ),
        "A stage is reached when every one of its conditions is met, and those of all stages before it.",
        (
            "Customers call for the second stage from a mobile and digital habit of "
            f"{plain(demand.mobile.threshold)}, for the last from a social habit of {plain(demand.social.threshold)}. "
            "What the firm can do plays no part in it."
        ),
        (
            "How sure: the same answers are drawn again a thousand times, with people weighted at random and every "
            "answer free to move a line either way; the shares say how often each placement comes out."
        ),
        (
            "The plan is the cheapest set of actions that meets the conditions, found by a solver and proven. Actions "
            f"are counted with {percent(settings.planning.factor)} of their textbook effect, and with "
            f"{percent(settings.planning.cautious_factor)} in the cautious case; nothing is lifted above "
            f"{plain(settings.planning.ceiling)}."
        ),
    )


def means_line(plan: Plan) -> str | None:
    """Say what the plan assumes the firm can carry."""
    if plan.capacity is None:
        return None
    size = "" if plan.size_stated else " The firm's size was not stated; the usual one was taken."
    return f"It is scheduled within {counted(round(plan.capacity), 'person-week')} a quarter.{size}"


def edits_line(asked: Sequence[str]) -> str:
    """List every wish that a plan follows, or say that there was none."""
    if not asked:
        return "Nobody has changed anything about the plan: efforts, owners and dates are those of the questionnaire."
    return (
        f"What people changed about the plan: {' '.join(asked)} All other efforts and owners are the questionnaire's."
    )
