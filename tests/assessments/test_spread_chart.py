"""The picture of revealed answers: valid in every theme, its numbers as a table, nothing where nothing may be shown."""

import pytest

from assessments.charts import spread_chart
from assessments.design import THEMES, Theme
from assessments.workshop import ShownTopic
from tests.assessments.wording.test_showing import AFTER, BEFORE, LINED, ROLES, WITHHELD

FIRST, BOTH = ShownTopic("cul_03", BEFORE, None), ShownTopic("cul_03", BEFORE, AFTER)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize("shown", [FIRST, BOTH], ids=["one round", "both rounds"])
def test_it_can_be_drawn(shown: ShownTopic, theme: Theme) -> None:
    drawn = spread_chart(LINED, shown, ROLES).draw(theme, 350).to_dict()
    assert drawn["width"] == 350
    assert len(drawn["layer"]) > 5


def test_its_numbers_are_a_table() -> None:
    chart = spread_chart(LINED, FIRST, ROLES)
    assert chart.columns == ("Answer", "Everybody (11)", "Executives (3)", "Other roles (8)")
    assert chart.rows[1] == ("2. We try to stop or correct them.", 4, 0, 4)
    assert chart.rows[-1] == ("Middle answer", "3", "5", "2")
    assert all(len(row) == len(chart.columns) for row in chart.rows)


def test_two_rounds_stand_side_by_side() -> None:
    chart = spread_chart(LINED, BOTH, ROLES)
    assert chart.columns == ("Answer", "Everybody (11)", "Everybody before")
    assert chart.rows[2][1:] == (6, 2)


def test_it_is_told_to_those_who_do_not_see_it() -> None:
    alt = spread_chart(LINED, FIRST, ROLES).alt
    assert "Executives: one chose line 3, two chose line 5, the middle answer is line 5." in alt


def test_what_may_not_be_shown_is_not_there() -> None:
    chart = spread_chart(LINED, ShownTopic("cul_03", WITHHELD, None), ROLES)
    assert chart.rows == ()
    assert chart.alt == ""
