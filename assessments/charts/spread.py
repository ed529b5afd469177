"""How the answers to one question of a workshop are spread: everybody's, each role's, before and after."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from textwrap import fill
from typing import Literal

import altair as alt

from assessments.charts.chart import LABEL, TEXT, Y2, Cell, Chart, Row, X, Y, marks, stacked
from assessments.design import Theme
from assessments.languages import say, say_counted
from assessments.wording.numbers import plain, spelt
from assessments.wording.showing import answer_name, answer_text, group_name, spread_title
from assessments.workshop import Group, Release, ShownTopic
from scoring.model import Item, Role

TALLEST = 84  # pixels of the longest bar
BASE = 108  # pixels from the top to where the bars stand
NAMES = 122  # and to the middle of the answers' numbers
FIRST_ROW, ROW = 160, 32  # the first role, and from one to the next
HEADER = 0.27  # of the width, for whose answers these are
LETTERS = 16  # in a line of a header
DOT = 330  # square pixels


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where answers stand from left to right, in pixels."""

    width: int
    answers: int

    def at(self, number: float) -> float:
        """Return the middle of the answer with this number, from 1."""
        left = HEADER * self.width
        return left + (self.width - left) * (number - 0.5) / self.answers

    @property
    def bar(self) -> float:
        return min(44.0, (1 - HEADER) * self.width / self.answers * 0.62)


def spread_chart(item: Item, shown: ShownTopic, roles: Sequence[Role]) -> Chart:
    """Return how many chose each answer, in the latest round that may be shown, beside the round before.

    Where nothing may be shown the chart has no rows and is not to be drawn.
    """
    latest = shown.after or shown.before
    groups = () if latest is None else latest.groups
    before = shown.before if shown.after and shown.before and shown.before.groups else None
    return Chart(
        name="spread",
        title=spread_title(item, shown, roles),
        alt=" ".join(_said(item, group, roles) for group in groups),
        columns=(
            say("Answer"),
            *(_column(group, roles) for group in groups),
            *([say("Everybody before")] if before else []),
        ),
        rows=tuple(_rows(item, groups, before)),
        draw=partial(_draw, groups, before, roles),
    )


def _column(group: Group, roles: Sequence[Role]) -> str:
    return f"{group_name(group, roles)} ({group.people})"


def _said(item: Item, group: Group, roles: Sequence[Role]) -> str:
    middle = say(", the middle answer is {answer}", answer=answer_name(item, group.median)) if group.median else ""
    counts = [
        say_counted("{number} chose {answer}", "{number} chose {answer}", count, number=spelt(count), answer=answer)
        for answer, count in ((answer_name(item, line), count) for line, count in enumerate(group.counts, start=1))
        if count
    ]
    said = ", ".join(counts) or say("no answer")
    return f"{group_name(group, roles)}: {said}{middle}."


def _rows(item: Item, groups: Sequence[Group], before: Release | None) -> Iterator[tuple[Cell, ...]]:
    if not groups:
        return
    shown = [*groups, *(before.groups[:1] if before else ())]
    for number in range(1, len(groups[0].counts) + 1):
        yield (f"{number}. {answer_text(item, number)}", *(group.counts[number - 1] for group in shown))
    yield (say("Middle answer"), *(say("none") if group.median is None else plain(group.median) for group in shown))


def _draw(
    groups: Sequence[Group], before: Release | None, roles: Sequence[Role], theme: Theme, width: int
) -> alt.LayerChart:
    grid = _Grid(width, len(groups[0].counts))
    height = FIRST_ROW + ROW * (len(groups) - 1) - (ROW // 2 if len(groups) > 1 else ROW)
    layers = [
        *_bars(grid, groups[0], before, theme, height),
        *_numbers(grid, groups[0], theme),
        *_headers(groups, roles, theme),
        *_dots(grid, groups[1:], theme),
    ]
    return stacked(layers, theme, width, height)


def _bars(grid: _Grid, everybody: Group, before: Release | None, theme: Theme, height: int) -> Iterator[alt.Chart]:
    x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, grid.width], nice=False))
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[height, 0], nice=False))
    earlier = before.groups[0].counts if before else ()
    most = max(*everybody.counts, *earlier, 1)
    ground = marks([{"x": grid.at(0.5), "x2": grid.at(grid.answers + 0.5), "y": BASE}])
    yield ground.mark_rule(size=1, color=theme.muted).encode(x, alt.X2("x2:Q"), y)
    shift, size = (grid.bar * 0.27, grid.bar * 0.5) if earlier else (0.0, grid.bar)
    if earlier:
        first = list(_columns(grid, earlier, most, -shift))
        yield marks(first).mark_bar(size=size, color=theme.soft("firm"), stroke=theme.firm).encode(X, Y, Y2)
        yield _on_top(first, theme.muted, 400)
    now = list(_columns(grid, everybody.counts, most, shift))
    yield marks(now).mark_bar(size=size, color=theme.firm).encode(X, Y, Y2)
    yield _on_top(now, theme.ink, 600)


def _columns(grid: _Grid, counts: Sequence[int], most: int, shift: float) -> Iterator[Row]:
    for number, count in enumerate(counts, start=1):
        if count:
            top = BASE - TALLEST * count / most
            yield {"x": grid.at(number) + shift, "y": top, "y2": BASE, "text": str(count)}


def _on_top(rows: Sequence[Row], colour: str, weight: Literal[400, 600]) -> alt.Chart:
    on_top: alt.Chart = marks(rows).mark_text(dy=-8, fontSize=13, color=colour, fontWeight=weight).encode(X, Y, TEXT)
    return on_top


def _numbers(grid: _Grid, everybody: Group, theme: Theme) -> Iterator[alt.Chart]:
    rows = [{"x": grid.at(number), "y": NAMES, "text": str(number)} for number in range(1, grid.answers + 1)]
    yield marks(rows).mark_text(fontSize=13, color=theme.muted).encode(X, Y, TEXT)
    if everybody.median is not None:
        yield _middle([{"x": grid.at(everybody.median), "y": BASE + 4}], theme)


def _middle(rows: Sequence[Row], theme: Theme) -> alt.Chart:
    """Mark middle answers by a small triangle from below."""
    triangles = marks(rows).mark_point(shape="triangle-up", size=55, filled=True, opacity=1, color=theme.ink)
    middle: alt.Chart = triangles.encode(X, Y)
    return middle


def _headers(groups: Sequence[Group], roles: Sequence[Role], theme: Theme) -> Iterator[alt.Chart]:
    rows = [
        {"x": 0, "y": _middle_of(number), "text": f"{fill(group_name(group, roles), LETTERS)}\n{_size(group)}"}
        for number, group in enumerate(groups)
    ]
    yield marks(rows).mark_text(align="left", baseline="middle", fontSize=LABEL).encode(X, Y, TEXT)


def _size(group: Group) -> str:
    return say_counted("{number} person", "{number} people", group.people, number=group.people)


def _middle_of(number: int) -> float:
    return BASE - TALLEST / 2 if number == 0 else FIRST_ROW + ROW * (number - 1)


def _dots(grid: _Grid, groups: Sequence[Group], theme: Theme) -> Iterator[alt.Chart]:
    dots, middles = [], []
    for row, group in enumerate(groups, start=1):
        y = _middle_of(row)
        for number, count in enumerate(group.counts, start=1):
            if count:
                dots.append({"x": grid.at(number), "y": y, "text": str(count)})
        if group.median is not None:
            middles.append({"x": grid.at(group.median), "y": y + 15})
    yield marks(dots).mark_point(size=DOT, filled=True, opacity=1, color=theme.firm_track).encode(X, Y)
    yield marks(dots).mark_text(fontSize=12, fontWeight=600, color=theme.ink).encode(X, Y, TEXT)
    yield _middle(middles, theme)
