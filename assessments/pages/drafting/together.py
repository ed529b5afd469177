"""An edition's file together with what it builds on: a table of lines with the number each has in either file."""

from collections.abc import Iterable
from urllib.parse import urlencode

from markupsafe import Markup

from assessments.editing import Together, Where
from assessments.languages import marked, say
from assessments.pages.drafting.comparing import aside
from assessments.pages.drafting.workspace import DRAFT, FILE, LINE, token
from assessments.pages.parts.pieces import joined
from assessments.wording import studio as words

SIGNS = {"changed": "±", "added": "+", "removed": "−"}
LOOKS = {"changed": "in", "added": "in", "removed": "out"}
SPOKEN = {"changed": marked("changed here:"), "added": marked("added here:"), "removed": marked("left out here:")}


def lines_table(lines: Iterable[Together], caption: str) -> Markup:
    """Return the lines as a table; a line that the edition says itself leads to its text."""
    rows = joined(map(_row, lines))
    return Markup(
        '<div class="table"><table class="lines together"><caption>{}</caption><thead><tr><th scope="col">{}</th>'
        '<th scope="col">{}</th><td></td><th scope="col">{}</th></tr></thead><tbody>{}</tbody></table></div>'
    ).format(caption, say("Base"), say("Here"), say("Text"), rows)


def _row(line: Together) -> Markup:
    cells = (
        Markup('<span title="{}">{}</span>').format(line.base.file, line.base.line) if line.base else "",
        _link(line.own) if line.own else "",
        SIGNS.get(line.comes, ""),
        _said(line),
    )
    kind = LOOKS.get(line.comes, line.comes)
    return Markup('<tr class="{}">{}</tr>').format(kind, joined(map(Markup("<td>{}</td>").format, cells)))


def _link(own: Where) -> Markup:
    address = urlencode({DRAFT: token(), FILE: own.file, LINE: own.line})
    return Markup('<a href="draft?{}" target="_self" aria-label="{}">{}</a>').format(
        address, words.line_name(own.file, own.line), own.line
    )


def _said(line: Together) -> Markup:
    """Return the words of a line, with those of the base where they differ."""
    said = aside(SPOKEN.get(line.comes)) + line.text.lstrip()
    if line.before:
        before = line.before if line.comes == "removed" else say("instead of {text}", text=line.before)
        said += Markup('<div class="instead">{}</div>').format(before)
    return Markup('<div class="said" style="--depth:{}">{}</div>').format(line.depth, said)
