"""When each move of the plan happens: one bar per move over the quarters."""

from functools import partial

import altair as alt

from assessments.charts.chart import TEXT, X2, Chart, X, labels, marks, stacked
from assessments.design import Theme
from assessments.languages import say
from assessments.wording.roadmap import Step, plan_title, steps
from scoring.model import Questionnaire
from scoring.roadmap import Plan

_ROW = 17  # pixels
_HEAD = 2  # rows above the first move, for the quarters
_TITLE = 340  # pixels of a move's title
_QUARTER = 13  # weeks
_ROOM = 0.22  # of the width, for the owner's name behind the last bar


def gantt_chart(questionnaire: Questionnaire, plan: Plan) -> Chart:
    """Return the moves in order of their start, each with who leads it."""
    moves = steps(questionnaire, plan)
    return Chart(
        name="gantt",
        title=plan_title(questionnaire, plan),
        alt=" ".join(map(_said, moves)),
        columns=(say("Move"), say("Led by"), say("Begins"), say("Ends"), say("Person-weeks")),
        rows=tuple((step.title, step.owner, step.start, step.finish, step.effort) for step in moves),
        draw=partial(_draw, moves, plan),
    )


def _said(step: Step) -> str:
    return say("{move}: {weeks}, led by {role}.", move=step.title, weeks=step.weeks, role=step.owner)


def _draw(moves: tuple[Step, ...], plan: Plan, theme: Theme, width: int) -> alt.LayerChart:
    y = labels(theme, most=_TITLE)
    weeks = {action.id: (action.start_week - 1, action.finish_week) for action in plan.actions}
    last = max((finish for _, finish in weeks.values()), default=_QUARTER)
    quarters = -(-last // _QUARTER)
    x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, quarters * _QUARTER * (1 + _ROOM)], nice=False))
    bars = [
        {"label": step.title, "x": weeks[step.id][0], "x2": weeks[step.id][1], "text": step.owner} for step in moves
    ]
    ends = [{**bar, "x": bar["x2"]} for bar in bars]
    height = _ROW * len(moves)
    lines = [{"x": quarter * _QUARTER} for quarter in range(quarters + 1)]
    heads = [
        {"x": (quarter + 0.5) * _QUARTER, "text": say("Q{number}", number=quarter + 1)} for quarter in range(quarters)
    ]
    layers = [
        marks(lines).mark_rule(color=theme.hairline).encode(x),
        marks(heads).mark_text(baseline="bottom", color=theme.muted).encode(X, TEXT, y=alt.value(-5)),
        marks(bars).mark_bar(size=8, color=theme.firm).encode(X, X2, y),
        marks(ends).mark_text(align="left", dx=5, fontSize=10, color=theme.muted).encode(X, y, TEXT),
    ]
    return stacked(layers, theme, width, height + _HEAD * _ROW)
