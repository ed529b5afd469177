"""What all pages share: page settings, style sheet and the masthead."""

from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from assessments import design
from assessments.pages.parts.language import offer_languages, say_where_there_is_english_only

HERE = Path(__file__).parent
PRODUCT = "Pathway"
STYLE_SHEETS = (
    "look.css",
    "home.css",
    "asking.css",
    "result.css",
    "planning.css",
    "room.css",
    "seat.css",
    "studio.css",
    "facilitating.css",
)

# A room full of phones shares one network, and the style sheets are most of what a run sends.
FOR_PHONES = ("look.css", "home.css", "asking.css", "room.css", "seat.css")
PHONES = ("join", "seat", "pulse")


def apply(page: StreamlitPage) -> None:
    """Set the page up and give it its style sheets, with the design's colours for light and dark."""
    st.set_page_config(page_title=PRODUCT, page_icon=str(HERE / "icon.svg"), layout="centered")
    st.html(_style(FOR_PHONES if page.url_path in PHONES else STYLE_SHEETS))


@cache
def _style(sheets: tuple[str, ...]) -> str:
    """Return style sheets, read once per process: they are part of every run of every page."""
    colours = (
        f":root {{ {design.css_properties(design.LIGHT)} }}\n"
        f"@media (prefers-color-scheme: dark) {{ :root {{ {design.css_properties(design.DARK)} }} }}"
    )
    rules = "\n".join((HERE / sheet).read_text(encoding="utf-8") for sheet in sheets)
    return f"<style>{colours}\n{rules}</style>"


def masthead(first_page: StreamlitPage) -> None:
    """Show the product's name as the way back to the first page, and the languages it can be read in."""
    with st.container(key="masthead", horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.page_link(first_page, label=PRODUCT)
        offer_languages()
    say_where_there_is_english_only()


def name_the_page(title: str) -> None:
    """Put the page's own title before the product's in the browser's tab."""
    st.set_page_config(page_title=f"{title} · {PRODUCT}")


def theme() -> design.Theme:
    """Return the colours for the scheme this visitor's browser shows."""
    return design.DARK if st.context.theme.type == "dark" else design.LIGHT
