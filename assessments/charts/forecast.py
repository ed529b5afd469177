"""Where the plan leads, quarter by quarter, if it works as estimated and in the cautious case."""

from functools import partial
from textwrap import fill

import altair as alt

from assessments.charts.chart import LINE, TEXT, Chart, Row, X, Y, marks, stacked
from assessments.design import Theme
from assessments.languages import say
from assessments.wording import stage_label, stage_name
from assessments.wording.roadmap import forecast_title
from scoring.model import Questionnaire
from scoring.result import Result
from scoring.roadmap import Plan

HEIGHT = 150  # pixels
_ABOVE, _BELOW = 0.15, 0.42  # stages of air over and under the lines
_NAMES, _WORDS = (
    0.3,
    0.2,
)  # room for words left and right of the lines, as shares of their width
_LETTERS = 24  # in a line of a stage's name
_APART = 0.12  # stages between two words that stand clear of each other
_Line = tuple[float, ...]


def forecast_chart(questionnaire: Questionnaire, result: Result, plan: Plan) -> Chart:
    """Return the place on the path at the end of each quarter, from today on."""
    expected = (result.path_coordinate, *(outlook.path_coordinate for outlook in plan.forecast))
    cautious = (result.path_coordinate, *(outlook.path_coordinate for outlook in plan.cautious))
    return Chart(
        name="forecast",
        title=forecast_title(questionnaire, plan),
        alt=" ".join(
            say(
                "After quarter {quarter}: {stage} as estimated, {cautious} in the cautious case.",
                quarter=there.quarter,
                stage=stage_name(questionnaire, there.position),
                cautious=stage_name(questionnaire, careful.position),
            )
            for there, careful in zip(plan.forecast, plan.cautious, strict=True)
        ),
        columns=(
            say("Quarter"),
            say("Moves done"),
            say("As estimated"),
            say("Place on the path"),
            say("Cautious case"),
            say("Place on the path"),
        ),
        rows=tuple(
            (
                there.quarter,
                there.done,
                stage_name(questionnaire, there.position),
                there.path_coordinate,
                stage_name(questionnaire, careful.position),
                careful.path_coordinate,
            )
            for there, careful in zip(plan.forecast, plan.cautious, strict=True)
        ),
        draw=partial(_draw, questionnaire, expected, cautious),
    )


def _draw(questionnaire: Questionnaire, expected: _Line, cautious: _Line, theme: Theme, width: int) -> alt.LayerChart:
    low, high = min(*expected, *cautious) - _BELOW, max(*expected, *cautious) + _ABOVE
    last = len(expected) - 1
    layers = [
        *_ground(questionnaire, low, high, last, theme),
        *_line(cautious, theme, expected=False),
        *_line(expected, theme, expected=True),
        *_words(expected, cautious, theme),
    ]
    return stacked(layers, theme, width, HEIGHT)


def _ground(questionnaire: Questionnaire, low: float, high: float, last: int, theme: Theme) -> list[alt.Chart]:
    """Draw a line where each stage begins, its name to the left, and the quarters below."""
    x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[-_NAMES * last, (1 + _WORDS) * last], nice=False))
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[low, high], nice=False))
    seen = [stage for stage in range(len(questionnaire.stages) + 1) if low < stage < high]
    begins = [{"x": 0, "x2": last, "y": stage} for stage in seen]
    labels = [
        {"x": -0.05 * last, "y": stage, "text": fill(stage_label(questionnaire, stage), _LETTERS)} for stage in seen
    ]
    quarters = [
        {"x": quarter, "y": low, "text": say("Q{number}", number=quarter) if quarter else say("Today")}
        for quarter in range(last + 1)
    ]
    names = marks(labels).mark_text(align="right", dy=-LINE / 2, color=theme.muted)
    return [
        marks(begins).mark_rule(color=theme.hairline).encode(x, alt.X2("x2:Q"), y),
        names.encode(X, Y, TEXT),
        marks(quarters).mark_text(baseline="bottom", color=theme.muted).encode(X, Y, TEXT),
    ]


def _line(places: _Line, theme: Theme, *, expected: bool) -> list[alt.Chart]:
    rows: list[Row] = [{"x": quarter, "y": place} for quarter, place in enumerate(places)]
    dash = [1, 0] if expected else [4, 3]
    fill = theme.firm if expected else theme.paper
    return [
        marks(rows).mark_line(color=theme.firm, strokeWidth=2 if expected else 1.3, strokeDash=dash).encode(X, Y),
        marks(rows).mark_point(size=52, opacity=1, fill=fill, stroke=theme.firm, strokeWidth=1.3).encode(X, Y),
    ]


def _words(expected: _Line, cautious: _Line, theme: Theme) -> list[alt.Chart]:
    """Name both lines at their ends; where they end together, one above the other."""
    last, nudge = len(expected) - 1, 7 if abs(expected[-1] - cautious[-1]) < _APART else 0
    ends = [(expected[-1], say("As estimated"), -nudge), (cautious[-1], say("Cautious case"), nudge)]
    return [
        marks([{"x": last, "y": place, "text": text}])
        .mark_text(align="left", dx=9, dy=shift, color=theme.firm)
        .encode(X, Y, TEXT)
        for place, text, shift in ends
    ]


def _quarter(number: int) -> str:
    return say("Q{number}", number=number) if number else say("Today")
