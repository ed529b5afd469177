"""All factors with what they weigh at each stage: the scores stay, what changes are the weights."""

from collections.abc import Iterator
from functools import partial
from textwrap import fill

import altair as alt

from assessments.charts.chart import LINE, TEXT, Cell, Chart, Row, X, labels, marks, stacked
from assessments.design import Theme
from assessments.languages import say
from assessments.wording import factor_score, profile_title, stage_weights, whole
from scoring.model import Questionnaire, Stage
from scoring.result import Result

_ROW = 24  # pixels
_BAND = 44  # points of the scale that the heaviest weight fills, to the right of the scores
_HEAD = 18  # letters in a line of a column's head
_WORD = 13  # letters of a word that stands above its column without touching the next one
_ROOMY = 560  # pixels from which heads of so many letters stand beside one another
_TIGHT = 10  # pixels from line to line of an upright head


def profile_chart(questionnaire: Questionnaire, result: Result) -> Chart:
    """Return every factor's score and its weight under each stage, in points of 100."""
    stages = [stage.id for stage in questionnaire.stages]
    weights = {stage: stage_weights(questionnaire, stage) for stage in stages}
    return Chart(
        name="profile",
        title=profile_title(questionnaire, result),
        alt=" ".join(_said(questionnaire, result, factor.id) for factor in questionnaire.factors),
        columns=(say("Factor"), say("Pillar"), say("Score"), *map(_weighs_for, questionnaire.stages)),
        rows=tuple(_row(questionnaire, result, weights, factor.id) for factor in questionnaire.factors),
        draw=partial(_draw, questionnaire, result, weights),
    )


def _said(questionnaire: Questionnaire, result: Result, factor: str) -> str:
    return f"{questionnaire.factor_by_id[factor].name}: {factor_score(result.factors[factor])}."


def _row(
    questionnaire: Questionnaire, result: Result, weights: dict[str, dict[str, float]], factor: str
) -> tuple[Cell, ...]:
    names = (questionnaire.factor_by_id[factor].name, questionnaire.pillar_of[factor].name)
    found = result.factors[factor]
    return (
        *names,
        factor_score(found) if found.score is None else found.score,
        *(weights[stage][factor] for stage in weights),
    )


def _draw(
    questionnaire: Questionnaire, result: Result, weights: dict[str, dict[str, float]], theme: Theme, width: int
) -> alt.LayerChart:
    y = labels(theme)
    rows: list[Row] = [
        {"label": factor.name, "x": found.score or 0.0, "text": factor_score(found)}
        for factor in questionnaire.factors
        for found in [result.factors[factor.id]]
    ]
    layers = [
        marks([{"label": factor.name, "x": 0} for factor in questionnaire.factors])
        .mark_point(opacity=0)
        .encode(alt.X("x:Q", scale=alt.Scale(domain=[0, 100 + 8 + _BAND * len(weights)], nice=False), axis=None), y),
        marks(rows).mark_bar(size=11, color=theme.firm).encode(X, y),
        marks(rows).mark_text(align="left", dx=5).encode(X, y, TEXT),
        *_heads(questionnaire, theme, width),
        *_weights(questionnaire, weights, theme, y),
    ]
    return stacked(layers, theme, width, _ROW * len(questionnaire.factors))


def _weights(
    questionnaire: Questionnaire, weights: dict[str, dict[str, float]], theme: Theme, y: alt.Y
) -> list[alt.Chart]:
    """Draw, per stage, a column of discs as large as what the factor weighs there."""
    size = alt.Size("weight:Q", scale=alt.Scale(domain=[0, 25], range=[0, 420]), legend=None)
    names = {factor.id: factor.name for factor in questionnaire.factors}
    discs = [
        {"label": names[factor], "x": 124 + _BAND * column, "weight": weight, "text": whole(weight)}
        for column, points in enumerate(weights.values())
        for factor, weight in points.items()
    ]
    layer = marks(discs)
    return [
        layer.mark_point(shape="circle", filled=True, opacity=1, color=theme.soft("customers")).encode(X, y, size),
        layer.mark_text(fontSize=10, color=theme.muted).encode(X, y, TEXT),
    ]


def _heads(questionnaire: Questionnaire, theme: Theme, width: int) -> Iterator[alt.Chart]:
    """Name the columns in a few lines each, which stand upright where there is no room for them side by side."""
    names = [_weighs_for(stage) for stage in questionnaire.stages]
    upright = width < _ROOMY or max(len(word) for name in names for word in name.split()) > _WORD
    for column, name in enumerate(names):
        lines, x = fill(name, _HEAD), 124 + _BAND * column
        yield (_upright_head if upright else _head)(lines, x, theme)


def _head(lines: str, x: float, theme: Theme) -> alt.Chart:
    """Write a column's head, its last line just above the chart's upper edge."""
    words = marks([{"x": x, "text": lines}])
    shaped = words.mark_text(align="center", baseline="top", fontSize=10, color=theme.muted)
    head: alt.Chart = shaped.encode(X, TEXT, y=alt.value((-1 - lines.count("\n")) * LINE - 4))
    return head


def _upright_head(lines: str, x: float, theme: Theme) -> alt.Chart:
    """Write a column's head from below to above, its lines to both sides of the column's middle."""
    words = marks([{"x": x, "text": lines}])
    aside = -lines.count("\n") * _TIGHT / 2
    shaped = words.mark_text(
        angle=270, align="left", baseline="middle", dy=aside, fontSize=9, lineHeight=_TIGHT, color=theme.muted
    )
    head: alt.Chart = shaped.encode(X, TEXT, y=alt.value(0))
    return head


def _weighs_for(stage: Stage) -> str:
    return say("Weight for {stage}", stage=stage.name)
