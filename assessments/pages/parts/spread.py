"""The answers to one question of a workshop, first and second, with what most people chose and what to ask the room."""

from collections.abc import Sequence

from assessments.charts.spread import spread_chart
from assessments.pages.parts.charts import show_chart
from assessments.pages.parts.pieces import paragraph, show
from assessments.pages.parts.showing import most_chosen
from assessments.wording import showing as said
from assessments.workshop import ShownTopic
from scoring.model import Item, Role


def show_spread(item: Item, shown: ShownTopic, roles: Sequence[Role]) -> None:
    """Show how answers are spread, or why they are not shown, and the question that opens the talk."""
    chart = spread_chart(item, shown, roles)
    show_chart(chart)
    if not chart.rows:
        show(paragraph(said.withheld_line(shown)))
        return
    show(paragraph(said.prompt(shown), "prompt"), most_chosen(item, shown), paragraph(said.people_line(shown), "muted"))
