"""What a chart is: its point as a sentence, its numbers as a table, and how to draw it in a theme."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import altair as alt
from altair import LayerChart
from altair.utils.schemapi import debug_mode

from assessments.design import SANS, Theme

Cell = str | float | None
Row = Mapping[str, Any]

LABEL = 11  # pixels, the size of text in charts
ROW = 28  # pixels from one row of a chart to the next
LINE = 12  # pixels from one line of a label to the next

# Channels are shared objects: Altair spends most of its time on working out shorthands such as "x:Q".
X, X2 = alt.X("x:Q", axis=None), alt.X2("x2:Q")
Y, Y2 = alt.Y("y:Q", axis=None), alt.Y2("y2:Q")
SCORE = alt.X("x:Q", scale=alt.Scale(domain=[0, 125], nice=False), axis=None)  # room for words
TEXT = alt.Text("text:N")
COLOUR = alt.Color("colour:N", scale=None)
FILL = alt.Fill("fill:N", scale=None)
STROKE = alt.Stroke("colour:N", scale=None)
SHAPE = alt.Shape("shape:N", scale=None)
_FIT = alt.AutoSizeParams(type="fit", contains="padding")  # words at the edges count towards the width
DASH = alt.StrokeDash("dash:N", scale=None)


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart, not yet drawn; ``draw(theme, width)`` returns it as Altair, ``width`` in pixels."""

    name: str
    title: str  # the point, as a sentence
    alt: str  # what is seen, for those who do not see it
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    draw: Callable[[Theme, int], LayerChart]
    to_see: bool = True  # False where nothing is known that a picture could show

    def specification(self, theme: Theme, width: int) -> dict[str, Any]:
        """Return the drawn chart as Vega-Lite; Altair's own checks, most of the work, are left to the tests."""
        with debug_mode(False):
            specification: dict[str, Any] = self.draw(theme, width).to_dict(validate=False)
        return specification


def marks(rows: Iterable[Row]) -> alt.Chart:
    """Start a layer over rows given inline, without a detour over data frames."""
    return alt.Chart(alt.InlineData(values=list(rows)))


def blank_chart() -> Chart:
    """Return a chart without anything in it."""
    return Chart(
        "blank", "", "Nothing yet.", (), (), lambda theme, width: stacked([marks([]).mark_point()], theme, width, 1)
    )


def stacked(layers: Iterable[alt.Chart], theme: Theme, width: int, height: int) -> LayerChart:
    """Put layers on one another, with the theme's typeface and colours, on ``width`` by ``height`` pixels."""
    return LayerChart(
        layer=list(layers), width=width, height=height, autosize=_FIT, background="transparent", config=_config(theme)
    )


def _config(theme: Theme) -> alt.Config:
    axis = alt.AxisConfig(
        domain=False,
        ticks=False,
        gridColor=theme.hairline,
        labelColor=theme.muted,
        labelFontSize=LABEL,
        labelPadding=6,
        titleColor=theme.muted,
        titleFontSize=LABEL,
        titleFontWeight="normal",
        titlePadding=10,
    )
    return alt.Config(
        font=SANS,
        padding=0,
        view=alt.ViewConfig(stroke=None),
        axis=axis,
        text=alt.MarkConfig(fontSize=LABEL, color=theme.ink, lineHeight=LINE, lineBreak="\n"),
    )


def labels(theme: Theme, most: int = 230) -> alt.Y:
    """Return a vertical channel that gives every row its label of ``most`` pixels, in the order of the data."""
    axis = alt.Axis(title=None, labelLimit=most, labelColor=theme.ink, grid=False)
    return alt.Y("label:N", sort=None, axis=axis)
