"""The charts of the studio: how firms spread before and after, and what placements hang on."""

import pytest

from assessments.charts import Hang, hanging_chart, shift_chart
from assessments.design import THEMES, Theme

STEPS = ("5 points lower", "5 points higher")


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_they_are_valid_in_every_theme(theme: Theme) -> None:
    shift = shift_chart(["Base", "Traditional"], [0.7, 0.3], [0.8, 0.2], (0.0, 0.1))
    hanging = hanging_chart("conditions", [Hang("M2", 1, 3), Hang("S3", 0, 0)], 6, STEPS)
    for chart in (shift, hanging):
        assert chart.draw(theme, 340).to_dict()["width"] == 340
        assert not chart.title.endswith(".")
        assert chart.alt


def test_the_shift_has_its_numbers_as_a_table() -> None:
    chart = shift_chart(["Base", "Traditional"], [0.7, 0.3], [0.8, 0.2], (0.0, 0.1))
    assert chart.title == "Of firms drawn at random, 10% would move down"
    assert chart.rows == (("Base", "70%", "80%"), ("Traditional", "30%", "20%"))


def test_what_most_placements_hang_on_comes_first_and_the_table_has_everything() -> None:
    chart = hanging_chart("conditions", [Hang("S3", 0, 0), Hang("M1", 2, 0), Hang("M2", 1, 3)], 6, STEPS)
    assert [row[0] for row in chart.rows] == ["M2", "M1", "S3"]
    assert "S3" not in chart.alt
    assert chart.title == "Most placements hang on M2: three firms of 6"


def test_where_nothing_hangs_on_anything_there_is_no_picture() -> None:
    assert hanging_chart("conditions", [Hang("M2", 0, 0)], 6, STEPS).rows == ()
    assert hanging_chart("conditions", [], 0, STEPS).rows == ()
