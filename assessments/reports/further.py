"""What the team edition adds to the plan: doubts, blind spots, what comes after and what else it could cost."""

from dataclasses import dataclass

from assessments.languages import say
from assessments.reports.case import Case
from assessments.wording import percent, roadmap, spoken_stage, sureness, whole
from assessments.wording.asked import blind_spot_lines
from scoring.roadmap import draw_frontier
from scoring.roadmap.frontier import AtBudget, AtCapacity

_MOST_BLIND = 12


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the frontier."""

    given: str
    effort: str
    reaches: str


@dataclass(frozen=True, slots=True)
class Further:
    tips: tuple[str, ...]
    settles: str | None
    destination: str | None
    blind_spots: tuple[str, ...]
    second_horizon: str | None
    capacities: tuple[Row, ...]
    budgets: tuple[Row, ...]


def further(case: Case) -> Further:
    """Return what would tip the result, what cannot be seen, what remains and what other means would bring."""
    questionnaire, result, confidence = case.questionnaire, case.result, case.confidence
    frontier = draw_frontier(case.method, case.assessment, case.exact, wishes=case.wishes)
    return Further(
        tips=sureness.tip_lines(questionnaire, confidence),
        settles=sureness.settle_line(questionnaire, confidence),
        destination=sureness.destination_sureness(questionnaire, result, confidence),
        blind_spots=blind_spot_lines(questionnaire, result)[:_MOST_BLIND],
        second_horizon=roadmap.second_horizon_line(questionnaire, case.plan),
        capacities=tuple(map(_capacity, frontier.capacities)) if case.plan.actions else (),
        budgets=tuple(_budget(case, entry) for entry in frontier.distinct_budgets),
    )


def _capacity(entry: AtCapacity) -> Row:
    weeks = say("{weeks} weeks", weeks=entry.weeks)
    if entry.next_stage_weeks is not None and entry.next_stage_weeks != entry.weeks:
        first = entry.next_stage_weeks
        weeks = say("{first} weeks to the next stage, {weeks} in all", first=first, weeks=entry.weeks)
    given = say("{capacity} a quarter", capacity=whole(entry.capacity))
    return Row(given, whole(entry.effort_person_weeks), weeks)


def _budget(case: Case, entry: AtBudget) -> Row:
    """Say how far a budget leads: the stage, and how much of the way to the next one if there is one."""
    stage = spoken_stage(case.questionnaire, entry.position)
    if entry.position < len(case.questionnaire.stages):
        onward = percent(entry.path_coordinate - entry.position)
        following = spoken_stage(case.questionnaire, entry.position + 1)
        stage = say("{stage}, {share} of the way to {following}", stage=stage, share=onward, following=following)
    return Row(whole(entry.budget), whole(entry.effort_person_weeks), stage)
