"""Every chart says its point, has its numbers as a table, and is valid Vega-Lite in every theme."""

import json
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest

from assessments.charts import (
    Chart,
    channel_fit_chart,
    gaps_chart,
    gates_chart,
    ownership_chart,
    path_chart,
    profile_chart,
)
from assessments.design import DARK, LIGHT, PRINT, THEMES, Theme
from scoring.answers import Submission, Unanswered
from scoring.model import Questionnaire
from scoring.result import Result
from tests.assessments.wording.results import SAMPLES, result, with_fit, with_gaps
from tests.scoring.samples import changed, firm, result_of, said_by, social_crm

CHARTS = (path_chart, gates_chart, ownership_chart, gaps_chart, profile_chart, channel_fit_chart)
Draw = Callable[[Questionnaire, Result], Chart]


def specification(chart: Chart, theme: Theme = PRINT, width: int = 642) -> dict[str, Any]:
    return chart.draw(theme, width).to_dict()


def data_of(chart: Chart) -> list[dict[str, Any]]:
    drawn = specification(chart)
    inline = [layer.get("data", {}).get("values", []) for layer in drawn["layer"]]
    named = list(drawn.get("datasets", {}).values())
    return [row for rows in inline + named for row in rows]


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize("draw", CHARTS, ids=lambda draw: draw.__name__)
def test_a_chart_is_valid_in_every_theme(draw: Draw, theme: Theme) -> None:
    for name in ("brightthread", "riverside"):
        chart = draw(social_crm(), result(name))
        drawn = specification(chart, theme, 360)
        assert drawn["width"] == 360
        assert drawn["config"]["font"] == "IBM Plex Sans"


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("draw", CHARTS, ids=lambda draw: draw.__name__)
def test_a_chart_says_its_point_and_has_its_numbers_as_a_table(draw: Draw, name: str) -> None:
    chart = draw(social_crm(), result(name))
    assert chart.title[0].isupper()
    assert not chart.title.endswith(".")
    assert all(len(row) == len(chart.columns) for row in chart.rows)
    assert bool(chart.alt) == bool(chart.rows)


def test_themes_colour_the_same_chart_differently() -> None:
    chart = path_chart(social_crm(), result("hartwell"))
    drawn = {theme.name: json.dumps(specification(chart, theme)) for theme in (LIGHT, DARK)}
    assert LIGHT.firm in drawn["light"]
    assert LIGHT.firm not in drawn["dark"]
    assert DARK.firm in drawn["dark"]


# ------------------------------------------------------------------ path


def test_the_path_is_open_beyond_the_last_stage_and_promises_no_hundred_percent() -> None:
    drawn = specification(path_chart(social_crm(), result("pebble")))
    scale = drawn["layer"][0]["encoding"]["x"]["scale"]["domain"]
    assert scale[0] == 0
    assert scale[1] > 4
    assert any(layer["mark"].get("shape") == "triangle-right" for layer in drawn["layer"])
    assert "%" not in json.dumps(drawn)


def test_the_path_shows_want_should_and_are() -> None:
    chart = path_chart(social_crm(), result("hartwell"))
    assert [row[:2] for row in chart.rows] == [
        ("The firm today", "Traditional CRM"),
        ("Customers today", "Traditional CRM"),
        ("Customers in five years", "Traditional CRM"),
        ("What leaders want", "Social CRM"),
    ]
    assert chart.rows[0][2] == pytest.approx(1.868, abs=0.001)
    shapes = [row["shape"] for row in data_of(chart) if "shape" in row]
    assert len(set(shapes)) == 2
    assert "leaders want Social CRM." in chart.alt


def test_the_path_leaves_out_what_is_not_known() -> None:
    found = with_fit(result("hartwell"), None, None, None, None)
    found = replace(found, ownership=replace(found.ownership, ambition=None))
    chart = path_chart(social_crm(), found)
    assert len(chart.rows) == 1
    assert specification(chart)
    assert chart.alt.endswith("On it, the firm stands in Traditional CRM.")


def test_the_words_at_the_firm_stay_inside_at_the_very_start() -> None:
    found = replace(result("hartwell"), position=0, path_coordinate=0.0)
    (words,) = {row["x"] for row in data_of(path_chart(social_crm(), found)) if row.get("text") == "The firm today"} - {
        0
    }
    assert words > 0


# ------------------------------------------------------------------ gates, owners, gaps


def test_gates_show_value_and_minimum() -> None:
    chart = gates_chart(social_crm(), result("brightthread"))
    assert ("Mental-model shift", pytest.approx(41.67, abs=0.01), 55) in chart.rows
    assert "42, needs 55" in [row.get("text") for row in data_of(chart)]


def test_gates_without_value_or_minimum_are_shown_as_such() -> None:
    unknown = {"own_03": Unanswered.DONT_KNOW, "own_05": Unanswered.DONT_KNOW}
    chart = gates_chart(social_crm(), result_of(changed(firm("pebble"), unknown)))
    assert "not known, needs 50" in [row.get("text") for row in data_of(chart)]
    assert "75" in [row.get("text") for row in data_of(gates_chart(social_crm(), result("hartwell")))]


def test_the_split_of_one_voice_is_empty() -> None:
    assert ownership_chart(social_crm(), result("hartwell")).rows == ()
    assert ownership_chart(social_crm(), result("riverside")).rows[0] == ("Sales", pytest.approx(0.6))


def test_gaps_put_words_outside_the_pair() -> None:
    pairs = {"cul_shift": (60.0, 40.0), "ch_core": (50.0, 70.0)}
    found = with_gaps(result("riverside"), executives_vs_near=0.0, executives_vs_near_firm=True, by_factor=pairs)
    chart = gaps_chart(social_crm(), found)
    texts = {row["text"]: row["right"] for row in data_of(chart) if "right" in row}
    assert texts == {"60 Leaders": True, "Near customers 40": False, "Leaders 50": False, "70 Near customers": True}


# ------------------------------------------------------------------ profile and channels


def test_the_profile_has_every_factor_with_its_three_weights() -> None:
    chart = profile_chart(social_crm(), result("pebble"))
    rows = {row[0]: row for row in chart.rows}
    assert len(rows) == 19
    assert rows["Traditional channels done well"][3:] == (22, 9, 4)
    assert rows["Joined-up systems and processes"][2] == "does not apply"
    assert "Joined-up systems and processes: does not apply." in chart.alt


def test_channel_arrows_point_where_the_share_goes() -> None:
    turns = {
        row["text"]: row["turn"]
        for row in data_of(channel_fit_chart(social_crm(), result("brightthread")))
        if "turn" in row
    }
    assert turns == {"In person, phone and writing": 180, "Web and mobile": 0, "Social networks": 0}


@pytest.mark.parametrize("name", ["hartwell", "brightthread", "pebble", "castellan"])
def test_words_of_channels_keep_apart(name: str) -> None:
    """Two labels may be close in height only where their channels are far apart sideways."""
    drawn = specification(channel_fit_chart(social_crm(), result(name)), width=720)
    places = [
        (row["x"], row["y"] + layer["mark"]["dy"] * -100 / 220)
        for layer in drawn["layer"]
        if layer["mark"]["type"] == "text"
        for row in drawn["datasets"][layer["data"]["name"]]
    ]
    assert len(places) == 3
    for (x, y), (other_x, other_y) in combinations(places, 2):
        assert abs(y - other_y) > 5 or abs(x - other_x) > 15


def test_channels_nobody_counted_are_left_out_of_the_drawing() -> None:
    empty = result_of(said_by(Submission("a", "exec", {})))
    chart = channel_fit_chart(social_crm(), empty)
    assert not [row for row in data_of(chart) if row.get("x") is not None]
    assert not chart.to_see
    assert channel_fit_chart(social_crm(), result("hartwell")).to_see
    assert all("not known" in part for part in chart.alt.split(". "))
