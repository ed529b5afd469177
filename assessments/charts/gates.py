"""What holds the next stage back: each value against the minimum it needs."""

from functools import partial

import altair as alt

from assessments.charts.chart import ROW, SCORE, TEXT, Chart, X, labels, marks, stacked
from assessments.design import Theme
from assessments.languages import say
from assessments.wording import Hold, holding_title, holds_back, plain
from scoring.model import Questionnaire
from scoring.result import Result


def gates_chart(questionnaire: Questionnaire, result: Result) -> Chart:
    """Return the gates that hold the next stage back, nearest first; in step, where most is to be gained."""
    holds = holds_back(questionnaire, result)
    return Chart(
        name="gates",
        title=holding_title(questionnaire, result),
        alt=" ".join(hold.sentence for hold in holds),
        columns=(say("What"), say("Value"), say("Needs")),
        rows=tuple((hold.name, hold.value, hold.needs) for hold in holds),
        draw=partial(_draw, holds),
    )


def _draw(holds: tuple[Hold, ...], theme: Theme, width: int) -> alt.LayerChart:
    y = labels(theme)
    known = [{"label": hold.name, "x": hold.value} for hold in holds if hold.value is not None]
    minima = [{"label": hold.name, "x": hold.needs} for hold in holds if hold.needs is not None]
    frame = marks([{"label": hold.name, "x": 100, "text": _text(hold)} for hold in holds])
    layers = [
        frame.mark_bar(size=10, color=theme.panel).encode(SCORE, y),
        marks(known).mark_bar(size=10, color=theme.firm).encode(X, y),
        marks(minima).mark_tick(size=18, thickness=2, color=theme.attention).encode(X, y),
        frame.mark_text(align="left", dx=8, color=theme.ink).encode(X, y, TEXT),
    ]
    return stacked(layers, theme, width, ROW * max(len(holds), 1))


def _text(hold: Hold) -> str:
    value = say("not known") if hold.shown is None else hold.shown
    return value if hold.needs is None else say("{value}, needs {minimum}", value=value, minimum=plain(hold.needs))
