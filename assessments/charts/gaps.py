"""What leaders believe beside what people near customers see, or customers say."""

from functools import partial
from typing import Any

import altair as alt

from assessments.charts.chart import ROW, SCORE, TEXT, X2, Chart, X, labels, marks, stacked
from assessments.design import Theme
from assessments.languages import say
from assessments.wording import View, gap_title, views, whole
from scoring.model import Questionnaire
from scoring.result import Result


def gaps_chart(questionnaire: Questionnaire, result: Result) -> Chart:
    """Return each pair of views that may be shown, the inside one as a diamond, the other as a dot."""
    pairs = views(questionnaire, result)
    return Chart(
        name="gaps",
        title=gap_title(questionnaire, result),
        alt=" ".join(_said(view) for view in pairs),
        columns=(say("About"), say("Leaders"), say("Others"), say("Who the others are")),
        rows=tuple((view.about, view.inside, view.outside, view.outside_who) for view in pairs),
        draw=partial(_draw, pairs),
    )


def _said(view: View) -> str:
    return f"{view.about}: {view.inside_who} {whole(view.inside)}, {view.outside_who} {whole(view.outside)}."


def _draw(pairs: tuple[View, ...], theme: Theme, width: int) -> alt.LayerChart:
    y = labels(theme)
    lines = [{"label": view.about, "x": view.outside, "x2": view.inside} for view in pairs]
    inside = [_end(view.about, view.inside, view.inside_who, view.inside >= view.outside) for view in pairs]
    outside = [_end(view.about, view.outside, view.outside_who, view.outside > view.inside) for view in pairs]
    layers = [
        marks(lines).mark_rule(size=2, color=theme.hairline).encode(SCORE, X2, y),
        marks(inside).mark_point(shape="diamond", size=90, filled=True, opacity=1, color=theme.leaders).encode(X, y),
        marks(outside).mark_point(shape="circle", size=90, filled=True, opacity=1, color=theme.customers).encode(X, y),
        *_words(inside, theme.leaders, y),
        *_words(outside, theme.customers, y),
    ]
    return stacked(layers, theme, width, ROW * max(len(pairs), 1))


def _end(about: str, value: float, who: str, right: bool) -> dict[str, Any]:
    """Return one end of a pair; its words stand on the far side of the other end."""
    number = whole(value)
    return {"label": about, "x": value, "text": f"{number} {who}" if right else f"{who} {number}", "right": right}


def _words(ends: list[dict[str, Any]], colour: str, y: alt.Y) -> list[alt.Chart]:
    right, left = ([end for end in ends if end["right"] is side] for side in (True, False))
    return [
        marks(right).mark_text(align="left", dx=9, color=colour).encode(X, y, TEXT),
        marks(left).mark_text(align="right", dx=-9, color=colour).encode(X, y, TEXT),
    ]
