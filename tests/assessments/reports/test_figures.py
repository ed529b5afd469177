"""Charts become lean SVG that is the same every time."""

import re

import vl_convert

from assessments.charts import channel_fit_chart, path_chart, profile_chart
from assessments.design import PRINT
from assessments.reports.figures import clean, figure
from tests.assessments.wording.results import result
from tests.scoring.samples import social_crm


def test_a_figure_carries_its_text_alternative_as_title() -> None:
    chart = path_chart(social_crm(), result("hartwell"))
    drawn = figure(chart)
    assert drawn.startswith("<svg ")
    assert f"<title>{chart.alt}</title>" in drawn
    assert 'viewBox="0 0 642 ' in drawn


def test_a_figure_is_much_leaner_than_what_vega_writes() -> None:
    chart = profile_chart(social_crm(), result("hartwell"))
    raw = vl_convert.vegalite_to_svg(chart.draw(PRINT, 642).to_dict())
    drawn = figure(chart)
    assert len(drawn) < 0.6 * len(raw)
    for noise in ("aria-", "class=", "role=", "xmlns", "<tspan", 'opacity="1"', 'display="none"'):
        assert noise not in drawn


def test_the_words_of_a_chart_survive_cleaning() -> None:
    drawn = figure(channel_fit_chart(social_crm(), result("hartwell")))
    for word in ("In person, phone and writing", "Social networks", "Share of contacts, %"):
        assert f">{word}</text>" in drawn


def test_ids_and_their_references_are_numbered_from_zero() -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="2" viewBox="0 0 2 2"><defs>'
        '<linearGradient id="gradient_17"/><clipPath id="clip4"/></defs><g><g aria-hidden="true">'
        '<path d="M0,0h1" fill="url(#gradient_17)" clip-path="url(#clip4)"/><path d="" fill="red"/></g></g>'
        '<g class="empty"/><g transform="translate(1,1)"/><use href="#clip4"/>'
        '<path fill="url(#unknown)" d="M1,1"/></svg>'
    )
    drawn = clean(svg, "Two & two")
    assert re.findall(r'id="(\w+)"', drawn) == ["i0", "i1"]
    assert 'fill="url(#i0)"' in drawn
    assert 'clip-path="url(#i1)"' in drawn
    assert 'href="#i1"' in drawn
    assert 'fill="url(#unknown)"' in drawn
    assert "red" not in drawn
    assert "<g" not in drawn
    assert drawn.startswith('<svg viewBox="0 0 2 2"><title>Two &amp; two</title>')


def test_each_line_of_a_label_is_placed_on_its_own() -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg"><text text-anchor="middle" transform="translate(5,7)">'
        '<tspan>One</tspan><tspan x="0" dy="12">Two</tspan></text><text>Plain</text></svg>'
    )
    drawn = clean(svg, "Lines")
    assert '<text text-anchor="middle" transform="translate(5,7) translate(0,0)">One</text>' in drawn
    assert '<text text-anchor="middle" transform="translate(5,7) translate(0,12)">Two</text>' in drawn
    assert "<text>Plain</text>" in drawn
