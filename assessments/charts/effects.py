"""What a change of the questionnaire would do: how firms spread before and after, and what placements hang on."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import altair as alt

from assessments.charts.chart import COLOUR, LABEL, ROW, TEXT, Chart, X, labels, marks, stacked
from assessments.design import Theme
from assessments.languages import say
from assessments.wording.effects import hanging_alt, hanging_title, shift_alt, shift_title
from assessments.wording.numbers import percent

THIN = 9  # pixels, the height of one bar
MOST = 12  # rows of a picture; the table has them all


@dataclass(frozen=True, slots=True)
class Hang:
    """Something placements hang on: how many firms move when it goes down, and when it goes up."""

    name: str
    lower: int
    higher: int

    @property
    def firms(self) -> int:
        return max(self.lower, self.higher)


def shift_chart(
    places: Sequence[str], before: Sequence[float], after: Sequence[float], moved: Sequence[float]
) -> Chart:
    """Return how firms drawn at random spread over the ``places``; ``moved`` are the shares that go up and down."""
    rows = tuple(zip(places, before, after, strict=True))
    return Chart(
        name="shift",
        title=shift_title(*moved),
        alt=" ".join(shift_alt(place, was, now) for place, was, now in rows),
        columns=(say("Where they stand"), say("Before"), say("Afterwards")),
        rows=tuple((place, percent(was), percent(now)) for place, was, now in rows),
        draw=partial(_draw_shift, rows),
    )


def _draw_shift(rows: tuple[tuple[str, float, float], ...], theme: Theme, width: int) -> alt.LayerChart:
    x = alt.X("x:Q", scale=alt.Scale(domain=[0, 1.15], nice=False), axis=None)
    y = labels(theme)
    was = [
        {"label": place, "x": share, "text": say("{share} before", share=percent(share))} for place, share, _ in rows
    ]
    now = [{"label": place, "x": share, "text": say("{share} after", share=percent(share))} for place, _, share in rows]
    layers = [
        marks(was).mark_bar(size=THIN, color=theme.hairline, yOffset=-THIN).encode(x, y),
        marks(now).mark_bar(size=THIN, color=theme.firm, yOffset=THIN).encode(x, y),
        marks(was).mark_text(align="left", dx=6, dy=-THIN, color=theme.muted).encode(X, y, TEXT),
        marks(now).mark_text(align="left", dx=6, dy=THIN, color=theme.ink).encode(X, y, TEXT),
    ]
    return stacked(layers, theme, width, 2 * ROW * max(len(rows), 1))


def hanging_chart(kind: str, hangs: Sequence[Hang], firms: int, steps: tuple[str, str]) -> Chart:
    """Return what placements hang on, most first; ``kind`` names it, ``steps`` say what lower and higher mean."""
    ranked = sorted(hangs, key=lambda hang: (-hang.firms, -(hang.lower + hang.higher)))
    most = ranked[0].firms if ranked else 0
    shown = tuple(hang for hang in ranked if hang.firms)[:MOST]
    return Chart(
        name=f"{kind}-map",
        title=hanging_title([hang.name for hang in ranked if hang.firms == most], most, firms, kind),
        alt=" ".join(hanging_alt(hang.name, hang.lower, hang.higher) for hang in shown),
        columns=("", *(say("Firms that move: {step}", step=step) for step in steps)),
        rows=tuple((hang.name, float(hang.lower), float(hang.higher)) for hang in ranked) if most else (),
        draw=partial(_draw_hanging, shown, steps),
    )


def _draw_hanging(hangs: tuple[Hang, ...], steps: tuple[str, str], theme: Theme, width: int) -> alt.LayerChart:
    reach = 1.3 * max((hang.firms for hang in hangs), default=1)
    x = alt.X("x:Q", scale=alt.Scale(domain=[-reach, reach], nice=False), axis=None)
    y = labels(theme)
    lower = [{"label": one.name, "x": -one.lower, "text": str(one.lower), "colour": theme.customers} for one in hangs]
    higher = [{"label": one.name, "x": one.higher, "text": str(one.higher), "colour": theme.firm} for one in hangs]
    heads = [{"x": -reach, "text": f"◂ {steps[0]}"}, {"x": reach, "text": f"{steps[1]} ▸"}]
    layers = [
        marks(lower + higher).mark_bar(size=2 * THIN).encode(x, y, COLOUR),
        marks(lower).mark_text(align="right", dx=-6, color=theme.ink).encode(X, y, TEXT),
        marks(higher).mark_text(align="left", dx=6, color=theme.ink).encode(X, y, TEXT),
        marks(heads[:1]).mark_text(align="left", y=-LABEL, color=theme.muted).encode(X, TEXT),
        marks(heads[1:]).mark_text(align="right", y=-LABEL, color=theme.muted).encode(X, TEXT),
    ]
    return stacked(layers, theme, width, ROW * max(len(hangs), 1))
