"""The plan on the result page: what it reaches and costs, when each move happens, and what is left out on purpose."""

from collections.abc import Iterator

from markupsafe import Markup

from assessments.edits import PlanEdits
from assessments.languages import number, say
from assessments.pages.parts.pieces import entries, folded, heading, joined, listed, paragraph, table
from assessments.reading import Reading
from assessments.wording import roadmap, wishes
from assessments.wording.names import stage_name
from assessments.wording.numbers import person_weeks
from assessments.wording.roadmap import Step
from scoring.model import Questionnaire
from scoring.roadmap import Plan
from scoring.roadmap.plan import Outlook

WEEKS_A_QUARTER = 13
LEFT_OUT = ("not_called_for", "no_room", "not_needed")


def show_plan(reading: Reading, plan: Plan, edits: PlanEdits) -> Markup:
    """Return the plan of one firm with who does what and how far they are, or why there is none."""
    questionnaire = reading.questionnaire
    lines = (
        wishes.progress_line(plan, edits),
        roadmap.proof_line(questionnaire, plan),
        roadmap.forecast_line(questionnaire, plan),
        roadmap.balance_line(questionnaire, plan),
        roadmap.latest_start_line(plan, reading.assessment.date),
        roadmap.second_horizon_line(questionnaire, plan),
    )
    return joined(
        [
            heading(roadmap.plan_title(questionnaire, plan)),
            *(paragraph(line) for line in lines),
            _schedule(reading, plan, edits),
            forecast(reading.questionnaire, plan),
            _left_out(reading, plan),
        ]
    )


def _schedule(reading: Reading, plan: Plan, edits: PlanEdits) -> Markup:
    """Return one row per move, with a bar from its first to its last week; the words beside it say the same."""
    return listed((row for _, row in rows(reading.questionnaire, plan, edits)), "schedule")


def rows(questionnaire: Questionnaire, plan: Plan, edits: PlanEdits) -> Iterator[tuple[str, Markup]]:
    """Yield the id of every move and its row, in the order they start."""
    weeks = {action.id: (action.start_week, action.finish_week) for action in plan.actions}
    length = -(-plan.weeks // WEEKS_A_QUARTER) * WEEKS_A_QUARTER
    for step in roadmap.steps(questionnaire, plan):
        followed = paragraph(wishes.followed_line(edits.of(step.id)), "followed")
        late = paragraph(wishes.late_line(plan, edits, step.id), "late")
        yield step.id, _row(step, *weeks[step.id], length, followed + late)


def _row(step: Step, start: int, finish: int, length: int, followed: Markup) -> Markup:
    left, width = 100 * (start - 1) / length, 100 * (finish - start + 1) / length
    facts = entries(
        [
            (say("What to do"), step.do),
            (say("Why"), step.why),
            (say("After"), step.after),
            (say("Shows in"), step.kpi),
            (say("If it is skipped"), step.risk),
        ],
        "reasons",
    )
    return Markup(
        '<div><h3>{}</h3><p class="muted">{} · {} · {}</p>{}</div>'
        '<div class="span" aria-hidden="true"><span style="left:{:.1f}%;width:{:.1f}%"></span></div>{}'
    ).format(
        step.title,
        step.owner,
        person_weeks(step.effort),
        say("{weeks}, from {start}", weeks=step.weeks, start=step.start),
        followed,
        left,
        width,
        folded(say("More"), facts),
    )


def forecast(questionnaire: Questionnaire, plan: Plan) -> Markup:
    """Return where the firm is expected to stand at the end of each quarter, and in the cautious case."""
    if not plan.forecast:
        return Markup("")
    quarters = (
        (
            say("Quarter {number}", number=expected.quarter),
            _place(questionnaire, expected),
            _place(questionnaire, cautious),
        )
        for expected, cautious in zip(plan.forecast, plan.cautious, strict=True)
    )
    caption = say("Where the firm is expected to stand")
    return folded(say("Forecast by quarter"), table(("", say("As estimated"), say("Cautious case")), quarters, caption))


def _place(questionnaire: Questionnaire, outlook: Outlook) -> str:
    return f"{stage_name(questionnaire, outlook.position)} ({number(outlook.path_coordinate, places=2)})"


def _left_out(reading: Reading, plan: Plan) -> Markup:
    lines = roadmap.left_out(reading.questionnaire, plan, LEFT_OUT)
    if not lines:
        return Markup("")
    return folded(say("What is not in the plan, and why"), joined(paragraph(line) for line in lines))
