"""Small pieces of HTML that escape whatever they are given."""

import re
from collections.abc import Iterable, Sequence

import streamlit as st
from markupsafe import Markup

from assessments.design import Tone
from assessments.languages import number, say

_NUMBER = re.compile(r"[+\-−]?\d[\d.,\s]*%?")


def show(*pieces: Markup) -> None:
    """Put pieces on the page, one below the other, as one element; nothing where there is nothing to show."""
    if html := joined(pieces):
        st.html(html)


def joined(pieces: Iterable[Markup]) -> Markup:
    """Return pieces as one."""
    return Markup("").join(pieces)


def paragraph(text: str | None, kind: str = "") -> Markup:
    """Return a paragraph, or nothing for no text."""
    return Markup('<p class="{}">{}</p>').format(kind, text) if text else Markup("")


def alert(text: str) -> Markup:
    """Return a sentence that needs attention now; screen readers say it at once."""
    return Markup('<p class="alert" role="alert">{}</p>').format(text)


def heading(text: str, level: int = 2, kind: str = "") -> Markup:
    """Return a heading of level 1 to 4."""
    return Markup('<h{level} class="{}">{}</h{level}>').format(kind, text, level=level)


def entries(pairs: Iterable[tuple[str, object]], kind: str = "") -> Markup:
    """Return a list of terms and what they stand for; pairs that stand for nothing are left out."""
    rows = (Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(term, text) for term, text in pairs if text)
    return Markup('<dl class="{}">{}</dl>').format(kind, joined(rows))


def listed(each: Iterable[Markup], kind: str) -> Markup:
    """Return a list, or nothing for no entries."""
    inside = joined(Markup("<li>{}</li>").format(entry) for entry in each)
    return Markup('<ul class="{}">{}</ul>').format(kind, inside) if inside else inside


def bar(value: float | None, needs: float | None = None, tone: Tone = "firm") -> Markup:
    """Return a bar of 0..100 with a mark at what it needs; the words beside it say the same."""
    has = Markup('<span class="has {}" style="width:{:.1f}%"></span>')
    parts = Markup("") if value is None else has.format(tone, value)
    if needs is not None:
        parts += Markup('<span class="needs" style="left:{:.1f}%"></span>').format(needs)
    return Markup('<div class="bar">{}</div>').format(parts)


def table(columns: Sequence[str], rows: Iterable[Sequence[object]], caption: str) -> Markup:
    """Return a table whose first column names its rows; numbers have at most two decimals and stand to the right."""
    cells = [[_cell(cell) for cell in row] for row in rows]
    kinds = ["", *("number" if all(map(_is_number, column)) else "" for column in list(zip(*cells, strict=True))[1:])]
    kinds += [""] * (len(columns) - len(kinds))
    heads = zip(kinds, columns, strict=True)
    head = joined(
        Markup('<th scope="col" class="{}">{}</th>' if column else "<td></td>").format(kind, column)
        for kind, column in heads
    )
    body = joined(_row(row, kinds) for row in cells)
    return Markup(
        '<div class="table"><table><caption>{}</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>'
    ).format(caption, head, body)


def _row(row: Sequence[object], kinds: Sequence[str]) -> Markup:
    first, *others = row
    cells = joined(
        Markup('<td class="{}">{}</td>').format(kind, cell) for kind, cell in zip(kinds[1:], others, strict=True)
    )
    return Markup('<tr><th scope="row">{}</th>{}</tr>').format(first, cells)


def _cell(value: object) -> object:
    if value is None:
        return say("not known")
    return number(round(value, 2), grouped=False) if isinstance(value, float) else value


def _is_number(cell: object) -> bool:
    return cell in ("", "–", say("not known")) or _NUMBER.fullmatch(str(cell)) is not None


def as_label(text: str) -> str:
    """Return text as a label of Streamlit's own widgets, which read Markdown, shows it: unchanged.

    What a list to choose from offers is no Markdown, and takes the text as it is.
    """
    return re.sub(r"([\\`*_{}\[\]<>#|~$:]|^\s*[-+]|(?<=^\d)[.)])", r"\\\1", text)


def folded(summary: str, body: Markup) -> Markup:
    """Return something that opens when its summary is chosen."""
    return Markup("<details><summary>{}</summary>{}</details>").format(summary, body)
