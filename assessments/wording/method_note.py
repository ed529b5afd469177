"""How the numbers come about, in words, for readers who want to check them."""

from collections.abc import Sequence

from assessments.languages import say
from assessments.wording.numbers import percent, plain, spelt_weeks
from scoring.model import Questionnaire
from scoring.roadmap import Plan


def method_lines(questionnaire: Questionnaire) -> tuple[str, ...]:
    """Return the formulas in words, with the numbers of this questionnaire."""
    settings, demand = questionnaire.settings, questionnaire.demand
    return (
        say(
            "Each question has five lines that score 0, 25, 50, 75 and 100. The answers of one role are averaged "
            "first, then the roles, so that a large department does not outvote a small one."
        ),
        say(
            "A factor is the mean of its questions, if at least {share} of them are answered. Don't know is never "
            "counted as zero. A pillar and the overall level are means of factors under the weights of a stage.",
            share=percent(settings.coverage.factor),
        ),
        say("A stage is reached when every one of its conditions is met, and those of all stages before it."),
        say(
            "Customers call for the second stage from a mobile and digital habit of {mobile}, for the last from a "
            "social habit of {social}. What the firm can do plays no part in it.",
            mobile=plain(demand.mobile.threshold),
            social=plain(demand.social.threshold),
        ),
        say(
            "How sure: the same answers are drawn again a thousand times, with people weighted at random and every "
            "answer free to move a line either way; the shares say how often each placement comes out."
        ),
        say(
            "The plan is the cheapest set of actions that meets the conditions, found by a solver and proven. Actions "
            "are counted with {factor} of their textbook effect, and with {cautious} in the cautious case; nothing is "
            "lifted above {ceiling}.",
            factor=percent(settings.planning.factor),
            cautious=percent(settings.planning.cautious_factor),
            ceiling=plain(settings.planning.ceiling),
        ),
    )


def means_line(plan: Plan) -> str | None:
    """Say what the plan assumes the firm can carry."""
    if plan.capacity is None:
        return None
    means = say("It is scheduled within {weeks} a quarter.", weeks=spelt_weeks(round(plan.capacity)))
    if plan.size_stated:
        return means
    usual = say("The firm's size was not stated; the usual one was taken.")
    return f"{means} {usual}"


def edits_line(asked: Sequence[str]) -> str:
    """List every wish that a plan follows, or say that there was none."""
    if not asked:
        return say(
            "Nobody has changed anything about the plan: efforts, owners and dates are those of the questionnaire."
        )
    return say(
        "What people changed about the plan: {wishes} All other efforts and owners are the questionnaire's.",
        wishes=" ".join(asked),
    )
