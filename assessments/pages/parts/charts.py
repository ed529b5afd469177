"""A chart on a page: its point as heading, the picture, and its numbers as a table."""

import streamlit as st
from markupsafe import Markup

from assessments.charts import Chart
from assessments.languages import say
from assessments.pages.parts import look
from assessments.pages.parts.pieces import folded, heading, paragraph, show, table

WIDE, NARROW = 720, 340  # pixels a chart is drawn for; the style sheet shows one and scales it to the column


def show_chart(chart: Chart, narrow: Markup | None = None) -> None:
    """Show a chart and its numbers; ``narrow`` stands in for the picture on narrow screens.

    Where there is nothing to see, words say what little is known.
    """
    show(heading(chart.title))
    if not chart.rows:
        return
    if not chart.to_see:
        show(paragraph(chart.alt))
        return
    with st.container(key=f"wide-{chart.name}"):
        draw(chart, WIDE)
    with st.container(key=f"narrow-{chart.name}"):
        if narrow is None:
            draw(chart, NARROW)
        else:
            show(narrow)
    show(folded(say("The numbers"), numbers(chart)))


def numbers(chart: Chart) -> Markup:
    """Return a chart's numbers as a table."""
    return table(chart.columns, chart.rows, chart.title)


def draw(chart: Chart, width: int) -> None:
    """Show the picture alone, drawn for ``width`` pixels and scaled to the column by the style sheet."""
    drawn = chart.specification(look.theme(), width)
    st.vega_lite_chart(None, drawn, theme=None, width="content", alt=chart.alt)
