"""Who is seen to drive customer relationship work, and how the voices split."""

from functools import partial

import altair as alt

from assessments.charts.chart import ROW, TEXT, Chart, X, labels, marks, stacked
from assessments.design import Theme
from assessments.languages import say
from assessments.wording import owner, percent, split
from scoring.model import Questionnaire
from scoring.result import Result

Split = tuple[tuple[str, float], ...]


def ownership_chart(questionnaire: Questionnaire, result: Result) -> Chart:
    """Return how the voices split over who drives; empty where showing it would tell who said what."""
    shares = split(questionnaire, result)
    return Chart(
        name="ownership",
        title=owner(questionnaire, result).title,
        alt=" ".join(f"{label}: {percent(share)}." for label, share in shares),
        columns=(say("Driven by"), say("Share of voices")),
        rows=shares,
        draw=partial(_draw, shares),
    )


def _draw(shares: Split, theme: Theme, width: int) -> alt.LayerChart:
    y = labels(theme)
    rows = [{"label": label, "x": share, "text": percent(share)} for label, share in shares]
    x = alt.X("x:Q", scale=alt.Scale(domain=[0, 1]), axis=None)
    layers = [
        marks(rows).mark_bar(size=10, color=theme.firm).encode(x, y),
        marks(rows).mark_text(align="left", dx=6, color=theme.ink).encode(X, y, TEXT),
    ]
    return stacked(layers, theme, width, ROW * max(len(rows), 1))
