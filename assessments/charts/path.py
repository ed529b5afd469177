"""The open-ended path: where the firm is, where customers call it, and what its leaders want."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from textwrap import fill

import altair as alt

from assessments.charts.chart import (
    COLOUR,
    DASH,
    FILL,
    LINE,
    SHAPE,
    STROKE,
    TEXT,
    X2,
    Y2,
    Cell,
    Chart,
    Row,
    X,
    Y,
    marks,
    stacked,
)
from assessments.design import Theme, Tone
from assessments.languages import say
from assessments.wording import path_alt, path_title, stage_label, stage_name
from scoring.model import Questionnaire
from scoring.result import Result

Band = tuple[float, float]

HEIGHT = 164
_ROAD = 104  # pixels from the top
_NAMES = HEIGHT - 2 * LINE
_TAIL = 1.03  # how far the path goes on beyond the last stage's beginning, in stages
_HALF_LABEL = 0.3  # stages
_PENNANT = "M0,-1 L1.4,-0.45 L0,0.1 Z"


@dataclass(frozen=True, slots=True)
class _Post:
    """A signpost: what stands where. Within a stage taller posts stand further left, so labels pass over the others."""

    says: str
    label: str
    stage: int
    along: float  # place inside the stage, 0..1
    top: int  # pixels
    tone: Tone
    expected: bool  # drawn hollow and dashed
    shape: str

    def mark(self, theme: Theme) -> Row:
        """Return the post as a row of data."""
        colour = theme.tone(self.tone)
        return {
            "x": self.stage + self.along,
            "y": self.top,
            "y2": _ROAD,
            "text": self.label,
            "colour": colour,
            "fill": theme.paper if self.expected else colour,
            "dash": [3, 2] if self.expected else [1, 0],
            "shape": self.shape,
        }


def path_chart(questionnaire: Questionnaire, result: Result, band: Band | None = None) -> Chart:
    """Return the path, open at its right end: there is no finish line and nothing on it says 100%.

    ``band`` is where 80 of 100 results lie that the answers give with their doubt.
    """
    posts = tuple(_posts(result))
    firm: tuple[Cell, ...] = (say("The firm today"), stage_name(questionnaire, result.position), result.path_coordinate)
    return Chart(
        name="path",
        title=path_title(result),
        alt=path_alt(questionnaire, result),
        columns=(say("What"), say("Stage"), say("Place on the path")),
        rows=(firm, *((post.says, stage_name(questionnaire, post.stage), None) for post in posts)),
        draw=partial(_draw, questionnaire, result, posts, band),
    )


def _posts(result: Result) -> Iterator[_Post]:
    now, later, wanted = result.demand.now.stage, result.demand.five_years.stage, result.ownership.ambition
    if now is not None:
        yield _Post(say("Customers today"), say("Customers\ntoday"), now, 0.13, 14, "customers", False, _PENNANT)
    if later is not None:
        label = say("Customers in\nfive years")
        yield _Post(say("Customers in five years"), label, later, 0.38, 42, "customers", True, _PENNANT)
    if wanted is not None:
        yield _Post(say("What leaders want"), say("Leaders\nwant"), wanted, 0.63, 70, "leaders", False, "diamond")


def _draw(
    questionnaire: Questionnaire,
    result: Result,
    posts: tuple[_Post, ...],
    band: Band | None,
    theme: Theme,
    width: int,
) -> alt.LayerChart:
    layers = [*_road(questionnaire, result, theme), *_names(questionnaire, result, theme)]
    layers += [*_band(band, theme), *_signposts(posts, theme), *_firm(result, theme)]
    return stacked(layers, theme, width, HEIGHT)


def _road(questionnaire: Questionnaire, result: Result, theme: Theme) -> Iterator[alt.Chart]:
    last = len(questionnaire.stages)
    end = last + _TAIL
    x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, end + 0.12], nice=False))
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[HEIGHT, 0], nice=False))
    ahead = {"x": 0, "x2": end, "y": _ROAD, "colour": theme.hairline}
    behind = {"x": 0, "x2": result.path_coordinate, "y": _ROAD, "colour": theme.firm_track}
    yield marks([ahead, behind]).mark_rule(size=7).encode(x, X2, y, COLOUR)
    arrow = marks([{"x": end, "y": _ROAD}])
    yield arrow.mark_point(shape="triangle-right", size=330, filled=True, opacity=1, color=theme.hairline).encode(X, Y)
    borders = [{"x": number, "y": _ROAD - 6, "y2": _ROAD + 6} for number in range(1, last + 1)]
    yield marks(borders).mark_rule(size=2, color=theme.paper).encode(X, Y, Y2)


def _names(questionnaire: Questionnaire, result: Result, theme: Theme) -> Iterator[alt.Chart]:
    rows = [
        {"x": number + 0.5, "y": _NAMES, "text": fill(stage_label(questionnaire, number), 22), "number": number}
        for number in range(len(questionnaire.stages) + 1)
    ]
    here = [row for row in rows if row["number"] == result.position]
    elsewhere = [row for row in rows if row not in here]
    yield marks(here).mark_text(baseline="top", color=theme.ink, fontWeight=600).encode(X, Y, TEXT)
    yield marks(elsewhere).mark_text(baseline="top", color=theme.muted).encode(X, Y, TEXT)


def _band(band: Band | None, theme: Theme) -> Iterator[alt.Chart]:
    """Draw the doubt about the place as a bracket over the road."""
    if band is None:
        return
    low, high = band
    yield (
        marks([{"x": low, "x2": high, "y": _ROAD}]).mark_rule(size=17, color=theme.firm, opacity=0.25).encode(X, X2, Y)
    )
    ends = [{"x": end, "y": _ROAD - 9, "y2": _ROAD + 9} for end in band]
    yield marks(ends).mark_rule(size=1.2, color=theme.firm).encode(X, Y, Y2)


def _signposts(posts: tuple[_Post, ...], theme: Theme) -> Iterator[alt.Chart]:
    rows = [post.mark(theme) for post in posts]
    yield marks(rows).mark_rule(size=1.5).encode(X, Y, Y2, COLOUR, DASH)
    yield marks(rows).mark_point(size=180, strokeWidth=1.4, opacity=1).encode(X, Y, SHAPE, STROKE, FILL)
    yield marks(rows).mark_text(align="left", dx=14, dy=1 - LINE / 2).encode(X, Y, TEXT, COLOUR)


def _firm(result: Result, theme: Theme) -> Iterator[alt.Chart]:
    place = [{"x": result.path_coordinate, "y": _ROAD, "text": say("The firm today")}]
    dot = marks(place).mark_point(size=210, fill=theme.firm, stroke=theme.paper, strokeWidth=2, opacity=1)
    yield dot.encode(X, Y)
    inward = max(_HALF_LABEL - result.path_coordinate, 0.0)
    words = marks([{**place[0], "x": result.path_coordinate + inward}])
    yield words.mark_text(dy=19, color=theme.firm, fontWeight=600).encode(X, Y, TEXT)
