"""Charts as lean SVG that can stand inside the report: same numbers, same bytes, with a text alternative."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from xml.etree import ElementTree

import vl_convert
from markupsafe import Markup

from assessments.charts import Chart
from assessments.design import PRINT
from assessments.reports.folder import FONTS

FULL_WIDTH = 642  # pixels between the margins of a page

_NAMESPACE = ' xmlns="http://www.w3.org/2000/svg"'  # understood inside HTML, and in the way of plain names
_SPOKEN = ("aria-", "role", "class", "pointer-events")  # for screens; the title speaks for the whole figure
_REFERENCE = re.compile(r"(?<=url\(#)[^)]+|(?<=^#).+")

vl_convert.register_font_directory(str(FONTS))


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart with its point as title."""

    title: str
    svg: Markup


def draw(chart: Chart, width: int = FULL_WIDTH) -> Figure:
    """Draw a chart and keep its title with it."""
    return Figure(chart.title, figure(chart, width))


def figure(chart: Chart, width: int = FULL_WIDTH) -> Markup:
    """Draw a chart ``width`` pixels wide as an inline SVG element whose title is its text alternative."""
    specification = json.dumps(chart.specification(PRINT, width), sort_keys=True)
    return Markup(_converted(specification, chart.alt))


@lru_cache(maxsize=256)
def _converted(specification: str, title: str) -> str:
    return clean(vl_convert.vegalite_to_svg(json.loads(specification)), title)


def clean(svg: str, title: str) -> str:
    """Strip from Vega's SVG what print does not need, number its ids from 0, and give it a title."""
    root = ElementTree.fromstring(svg.replace(_NAMESPACE, "", 1))
    _strip(root)
    _number_ids(root)
    for attribute in ("version", "width", "height"):
        root.attrib.pop(attribute, None)
    spoken = ElementTree.Element("title")
    spoken.text = title
    root.insert(0, spoken)
    return ElementTree.tostring(root, encoding="unicode")


def _strip(element: ElementTree.Element) -> None:
    for name in [name for name in element.attrib if name.startswith(_SPOKEN)]:
        del element.attrib[name]
    if element.attrib.get("opacity") == "1":
        del element.attrib["opacity"]
    for child in list(element):
        _strip(child)
    element[:] = [kept for child in element for kept in _kept(child)]


def _kept(child: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """Yield what stays of a child: nothing of an empty one, the content of a group that says nothing."""
    if (child.tag == "path" and not child.get("d")) or child.get("display") == "none" or child.get("opacity") == "0":
        return
    if child.tag == "g" and not child.attrib:
        yield from child
    elif child.tag == "g" and not len(child):
        return
    elif child.tag == "text" and len(child):
        yield from _lines(child)
    else:
        yield child


def _lines(text: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """Yield each line of a text as a text of its own, since lines are centred one by one."""
    place, down = text.attrib.get("transform", ""), 0.0
    for line in text.iter("tspan"):
        down += float(line.get("dy", 0))
        own = ElementTree.Element("text", {**text.attrib, "transform": f"{place} translate(0,{down:g})".strip()})
        own.text = line.text
        yield own


def _number_ids(root: ElementTree.Element) -> None:
    """Rename ids in order of appearance; Vega counts them up for as long as the process lives."""
    named = [element for element in root.iter() if "id" in element.attrib]
    numbers = {element.attrib["id"]: f"i{number}" for number, element in enumerate(named)}
    for element in root.iter():
        for name, value in element.attrib.items():
            if name == "id":
                element.attrib[name] = numbers[value]
            else:
                element.attrib[name] = _REFERENCE.sub(lambda found: numbers.get(found.group(), found.group()), value)
