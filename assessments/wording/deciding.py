"""What the leadership is asked to decide, each by a date, and when to look again."""

from dataclasses import dataclass
from datetime import date as Date
from datetime import timedelta

from assessments.languages import marked, say
from assessments.wording.names import spoken_stage
from assessments.wording.notes import spoken_date
from assessments.wording.numbers import begun, spelt_weeks, whole
from assessments.wording.roadmap import first_day_of
from scoring.model import Questionnaire
from scoring.result import Result
from scoring.roadmap import Plan

_PAGE, _COUNCIL, _CHECK = "A03", "A04", "A46"
_LONGEST = 52  # weeks until the next look, at most
_TRIPWIRES = marked("Tripwires:")  # the word at which the questionnaire's text for the yearly check names them


@dataclass(frozen=True, slots=True)
class Decision:
    """Something only the leadership can decide, and by when."""

    what: str
    by: str
    why: str


def decisions(questionnaire: Questionnaire, plan: Plan) -> tuple[Decision, ...]:
    """Return the decisions the plan waits for, the earliest first; none where nothing is scheduled."""
    if not plan.actions:
        return ()
    asked = [(plan.start, _capacity(plan)), *_council(questionnaire, plan), *_page(questionnaire, plan)]
    return tuple(decision for _, decision in sorted(asked, key=lambda pair: pair[0]))


def _capacity(plan: Plan) -> Decision:
    weeks = spelt_weeks(round(plan.effort_person_weeks))
    what = say("Set people free: {weeks} in all.", weeks=weeks)
    if plan.capacity is not None:
        most = whole(plan.capacity)
        what = say("Set people free: {weeks} in all, at most {most} in any quarter.", weeks=weeks, most=most)
    return Decision(what, spoken_date(plan.start), say("Work nobody has time for is work nobody does."))


def _council(questionnaire: Questionnaire, plan: Plan) -> list[tuple[Date, Decision]]:
    day = _begins(plan, _COUNCIL)
    if day is None:
        return []
    why = say("Without the right to decide it would be one more meeting.")
    return [(day, Decision(say("Give the customer council its mandate."), spoken_date(day), why))]


def _page(questionnaire: Questionnaire, plan: Plan) -> list[tuple[Date, Decision]]:
    found = next((action for action in plan.actions if action.id == _PAGE), None)
    if found is None:
        return []
    day = first_day_of(plan, found.finish_week + 1)
    about = questionnaire.action_by_id[_PAGE].title.partition(": ")[2] or say("the direction")
    what = say("Approve the page: {about}.", about=about)
    return [(day, Decision(what, spoken_date(day), say("What follows is chosen by it.")))]


def _begins(plan: Plan, id_: str) -> Date | None:
    return next((first_day_of(plan, action.start_week) for action in plan.actions if action.id == id_), None)


def look_again(questionnaire: Questionnaire, result: Result, plan: Plan) -> tuple[str, ...]:
    """Say when to assess again, and what should make the firm look sooner."""
    return (_when(questionnaire, plan), *_sooner(questionnaire, result))


def _when(questionnaire: Questionnaire, plan: Plan) -> str:
    stage, first = next(iter(plan.to_stage.items()), (None, ()))
    finish = max((action.finish_week for action in plan.actions if action.id in first), default=_LONGEST)
    day = spoken_date(plan.start + timedelta(weeks=min(finish, _LONGEST)))
    if stage is None or finish > _LONGEST:
        return say("Assess again by {day}, twelve months on at the latest.", day=day)
    aim = spoken_stage(questionnaire, int(stage))
    return say("Assess again by {day}, when the moves towards {stage} are done.", day=day, stage=aim)


def _sooner(questionnaire: Questionnaire, result: Result) -> tuple[str, ...]:
    """Return the tripwires, which are about customers becoming social: of no use where they are."""
    check = questionnaire.action_by_id.get(_CHECK)
    if check is None or result.demand.now.stage == len(questionnaire.stages):
        return ()
    _, _, wires = check.do.partition(say(_TRIPWIRES))
    return (say("Look sooner at any of these: {wires}", wires=begun(wires.strip())),) if wires else ()
