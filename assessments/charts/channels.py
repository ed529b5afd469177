"""Channel fit: how many contacts come through each kind of channel, and how well it is served."""

from functools import partial
from math import inf
from typing import Any

import altair as alt

from assessments.charts.chart import TEXT, X2, Chart, marks, stacked
from assessments.design import Theme
from assessments.languages import marked, say
from assessments.wording import channel_title, whole
from scoring.model import Questionnaire
from scoring.result import ChannelFit, Result

HEIGHT = 260  # pixels
_TICKS = alt.Axis(values=[0, 20, 40, 60, 80, 100])
_SHARES = [-4, 104]  # wider than the scale, so that a dot at either end keeps clear of the axis
_FLOOR = -12.0  # capability so far below the axis that words of weak channels keep clear of it
_AXIS = 46  # pixels that the vertical axis takes
_HALF_LETTER = 2.9  # pixels, half the width of a letter

_Named = tuple[str, ChannelFit]


def channel_fit_chart(questionnaire: Questionnaire, result: Result) -> Chart:
    """Return share of contacts against capability per channel, with an arrow from now to five years."""
    names = {channel.id: channel.name for channel in questionnaire.contacts.channels}
    channels = tuple((names[channel.id], channel) for channel in result.channel_fit.channels)
    return Chart(
        name="channels",
        title=channel_title(result),
        alt=" ".join(_said(*channel) for channel in channels),
        columns=(say("Channel"), say("Contacts now, %"), say("In five years, %"), say("Capability")),
        rows=tuple((name, item.share_now, item.share_five_years, item.capability) for name, item in channels),
        draw=partial(_draw, channels),
        to_see=any(channel.share_now is not None for _, channel in channels),
    )


def _said(name: str, channel: ChannelFit) -> str:
    parts = (
        (marked("{value}% of contacts now"), channel.share_now),
        (marked("{value}% in five years"), channel.share_five_years),
        (marked("capability {value}"), channel.capability),
    )
    known = ", ".join(say(text, value=whole(value)) for text, value in parts if value is not None)
    return f"{name}: {known}." if known else say("{name}: not known.", name=name)


def _draw(channels: tuple[_Named, ...], theme: Theme, width: int) -> alt.LayerChart:
    x = alt.X("x:Q", scale=alt.Scale(domain=_SHARES, nice=False), title=say("Share of contacts, %"), axis=_TICKS)
    y = alt.Y("y:Q", scale=alt.Scale(domain=[0, 100]), title=say("How well it is served"), axis=_TICKS)
    now = [_place(name, channel, channel.share_now) for name, channel in channels]
    later = [
        {**_place(name, channel, channel.share_five_years), "x2": channel.share_now, "turn": _turn(channel)}
        for name, channel in channels
        if channel.share_now is not None
    ]
    known, moved = ([row for row in rows if None not in (row["x"], row["y"])] for rows in (now, later))
    here, there = marks(known), marks(moved)
    words = [{**row, "x": _inside(row, width)} for row in known]
    above, below = (marks(rows) for rows in _above_and_below(words))
    layers = [
        here.mark_point(shape="circle", size=420, filled=True, opacity=1, color=theme.firm).encode(x, y),
        there.mark_rule(size=2, color=theme.customers).encode(X_AXIS, X2, Y_AXIS),
        there.mark_point(shape="triangle-right", size=90, filled=True, opacity=1, color=theme.customers).encode(
            X_AXIS, Y_AXIS, alt.Angle("turn:Q", scale=None)
        ),
        above.mark_text(dy=-20).encode(X_AXIS, Y_AXIS, TEXT),
        below.mark_text(dy=20).encode(X_AXIS, Y_AXIS, TEXT),
    ]
    return stacked(layers, theme, width, HEIGHT)


X_AXIS, Y_AXIS = alt.X("x:Q"), alt.Y("y:Q")


def _place(name: str, channel: ChannelFit, share: float | None) -> dict[str, Any]:
    return {"x": share, "y": channel.capability, "text": name}


def _above_and_below(rows: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Divide channels by where their words stand: each away from the neighbour it is closest to in height."""
    ordered = sorted(rows, key=lambda row: -row["y"])
    heights = [inf, *(row["y"] for row in ordered), _FLOOR]
    above: list[dict[str, Any]] = []
    below: list[dict[str, Any]] = []
    for row, higher, lower in zip(ordered, heights, heights[2:], strict=False):
        (above if higher - row["y"] > row["y"] - lower else below).append(row)
    return above, below


def _inside(row: dict[str, Any], width: int) -> float:
    """Return where words must stand, in percent, to end neither on the axis nor outside."""
    first, last = _SHARES
    half = (last - first) * len(row["text"]) * _HALF_LETTER / (width - _AXIS)
    return float(min(max(row["x"], first + half + 1), last - half - 1))


def _turn(channel: ChannelFit) -> int:
    """Point the arrow's head to the left where the share falls."""
    return 180 if (channel.share_five_years or 0) < (channel.share_now or 0) else 0
