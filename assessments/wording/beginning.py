"""Where to begin while there is no plan: the conditions that give most for their effort, and early moves."""

from collections.abc import Iterable
from dataclasses import dataclass

from assessments.languages import say, say_counted
from assessments.wording.moves import effort
from assessments.wording.names import quoted, role_names
from assessments.wording.numbers import begun, listed, percent, spelt, whole
from assessments.wording.roadmap import condition_name
from scoring.answers import Assessment
from scoring.model import Questionnaire
from scoring.result import Result
from scoring.roadmap import Plan

_MOST = 5


@dataclass(frozen=True, slots=True)
class Lever:
    """A condition not met: how much of the way is missing, and the least it takes."""

    name: str
    missing: str
    takes: str


@dataclass(frozen=True, slots=True)
class Beginning:
    """A move to begin with."""

    id: str
    title: str
    do: str
    owner: str
    effort: str
    weeks: str
    kpi: str


def levers(questionnaire: Questionnaire, plan: Plan) -> tuple[Lever, ...]:
    """Return the conditions of a quick scan that bring most of the way for their effort."""
    return tuple(
        Lever(
            begun(condition_name(questionnaire, lever.gate)),
            say("{missing} of the way", missing=percent(lever.missing)),
            say("no action on offer") if lever.effort is None else _person_weeks(max(1, round(lever.effort))),
        )
        for lever in plan.leverage
    )


def _person_weeks(count: int) -> str:
    return say_counted("{number} person-week", "{number} person-weeks", count, number=spelt(count))


def beginnings(questionnaire: Questionnaire, assessment: Assessment, plan: Plan) -> tuple[Beginning, ...]:
    """Return what to begin with where nothing is scheduled: early wins, or finding out what customers call for."""
    ids = plan.early_wins if plan.kind == "quick" else _finding_out(questionnaire)
    return tuple(_beginning(questionnaire, assessment, id_) for id_ in list(ids)[:_MOST])


def why_no_plan_line(plan: Plan, result: Result) -> str | None:
    """Say why nothing is scheduled; None where a plan is."""
    if plan.kind == "none":
        return say("Where a plan leads depends on what customers call for, and too little was answered about that.")
    if plan.kind != "quick":
        return None
    untested = sum(gate.result == "not_tested" for gate in result.gates)
    return say_counted(
        "It asks one question per factor and leaves {number} condition untested: enough to say where to begin, too "
        "little to promise dates, efforts and where they lead.",
        "It asks one question per factor and leaves {number} conditions untested: enough to say where to begin, too "
        "little to promise dates, efforts and where they lead.",
        untested,
        number=spelt(untested),
    )


def untested_line(questionnaire: Questionnaire, result: Result) -> str | None:
    """Name the conditions that only the full assessment tests: those of the next stage, else of all; None for none."""
    left = [gate for gate in result.gates if gate.result == "not_tested"]
    if not left:
        return None
    following = questionnaire.stages[min(result.position, len(questionnaire.stages) - 1)].id
    nearest = [gate for gate in left if gate.stage == following] or left
    names = dict.fromkeys(quoted(begun(condition_name(questionnaire, gate.id))) for gate in nearest)
    return say("It tests what is open now: {conditions}.", conditions=listed(list(names)))


def _finding_out(questionnaire: Questionnaire) -> Iterable[str]:
    return (action.id for action in questionnaire.actions if action.kind == "know" and action.early_win)


def _beginning(questionnaire: Questionnaire, assessment: Assessment, id_: str) -> Beginning:
    action = questionnaire.action_by_id[id_]
    return Beginning(
        id=id_,
        title=action.title,
        do=action.do,
        owner="".join(role_names(questionnaire, {action.owner})),
        effort=whole(max(1, effort(questionnaire, assessment, action))),
        weeks=str(action.lead),
        kpi=action.kpi,
    )
