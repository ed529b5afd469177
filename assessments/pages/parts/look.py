"""What all pages share: page settings, style sheet and the masthead."""

from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from assessments import design
from assessments.pages.parts.language import offer_languages
from assessments.pages.parts.signing_in import offer_to_sign_in

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


def apply() -> None:
    """Set the page up; its style sheet comes with the frame it begins with."""
    st.set_page_config(page_title=PRODUCT, page_icon=str(HERE / "icon.svg"), layout="centered")


def style_sheet() -> str:
    """Return the style sheet of all pages, with the design's colours for light and dark."""
    colours = (
        f":root {{ {design.css_properties(design.LIGHT)} }}\n"
        f"@media (prefers-color-scheme: dark) {{ :root {{ {design.css_properties(design.DARK)} }} }}"
    )
    rules = "\n".join((HERE / sheet).read_text(encoding="utf-8") for sheet in STYLE_SHEETS)
    return f"{colours}\n{rules}"


def masthead(first_page: StreamlitPage, page: StreamlitPage) -> None:
    """Show the way back to the first page, who has signed in, and the languages this page can be read in."""
    with st.container(key="masthead", horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.page_link(first_page, label=PRODUCT)
        with st.container(key="masthead-offers", horizontal=True):
            offer_to_sign_in(page)
            offer_languages()


def name_the_page(title: str) -> None:
    """Put the page's own title before the product's in the browser's tab."""
    st.set_page_config(page_title=f"{title} · {PRODUCT}")


def theme() -> design.Theme:
    """Return the colours for the scheme this visitor's browser shows."""
    return design.DARK if st.context.theme.type == "dark" else design.LIGHT
