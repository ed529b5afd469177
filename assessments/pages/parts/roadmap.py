"""The plan on the result page: what it reaches and costs, when each move happens, and what is left out on purpose."""

from markupsafe import Markup

from assessments.pages.parts.pieces import entries, folded, heading, joined, listed, paragraph, table
from assessments.reading import Reading
from assessments.wording import roadmap
from assessments.wording.names import stage_name
from assessments.wording.roadmap import Step
from scoring.roadmap import Plan
from scoring.roadmap.plan import Outlook

WEEKS_A_QUARTER = 13
LEFT_OUT = ("not_called_for", "no_room", "not_needed")


def show_plan(reading: Reading, plan: Plan) -> Markup:
    """Return the plan of one firm, or why there is none."""
    questionnaire = reading.questionnaire
    lines = (
        roadmap.proof_line(questionnaire, plan),
        roadmap.forecast_line(questionnaire, plan),
        roadmap.balance_line(questionnaire, plan),
        roadmap.latest_start_line(plan),
        roadmap.second_horizon_line(questionnaire, plan),
    )
    return joined(
        [
            heading(roadmap.plan_title(questionnaire, plan)),
            *(paragraph(line) for line in lines),
            _schedule(reading, plan),
            _forecast(reading, plan),
            _left_out(reading, plan),
        ]
    )


def _schedule(reading: Reading, plan: Plan) -> Markup:
    """Return one row per move, with a bar from its first to its last week; the words beside it say the same."""
    if not plan.actions:
        return Markup("")
    weeks = {action.id: (action.start_week, action.finish_week) for action in plan.actions}
    length = -(-plan.weeks // WEEKS_A_QUARTER) * WEEKS_A_QUARTER
    rows = (_row(step, *weeks[step.id], length) for step in roadmap.steps(reading.questionnaire, plan))
    return listed(rows, "schedule")


def _row(step: Step, start: int, finish: int, length: int) -> Markup:
    left, width = 100 * (start - 1) / length, 100 * (finish - start + 1) / length
    facts = entries(
        [
            ("What to do", step.do),
            ("Why", step.why),
            ("After", step.after),
            ("Shows in", step.kpi),
            ("If it is skipped", step.risk),
        ],
        "reasons",
    )
    return Markup(
        '<div class="when"><h3>{}</h3><p class="muted">{} · {} person-weeks · {}, from {}</p></div>'
        '<div class="span" aria-hidden="true"><span style="left:{:.1f}%;width:{:.1f}%"></span></div>{}'
    ).format(step.title, step.owner, step.effort, step.weeks, step.start, left, width, folded("More", facts))


def _forecast(reading: Reading, plan: Plan) -> Markup:
    """Return where the firm is expected to stand at the end of each quarter, and in the cautious case."""
    if not plan.forecast:
        return Markup("")
    rows = (
        (f"Quarter {expected.quarter}", _place(reading, expected), _place(reading, cautious))
        for expected, cautious in zip(plan.forecast, plan.cautious, strict=True)
    )
    caption = "Where the firm is expected to stand"
    return folded("Forecast by quarter", table(("", "As estimated", "Cautious case"), rows, caption))


def _place(reading: Reading, outlook: Outlook) -> str:
    return f"{stage_name(reading.questionnaire, outlook.position)} ({outlook.path_coordinate:.2f})"


def _left_out(reading: Reading, plan: Plan) -> Markup:
    lines = roadmap.left_out(reading.questionnaire, plan, LEFT_OUT)
    if not lines:
        return Markup("")
    return folded("What is not in the plan, and why", joined(paragraph(line) for line in lines))
