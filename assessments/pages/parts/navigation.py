"""Which pages there are, by file and title."""

from copy import copy
from functools import cache

import streamlit as st
from streamlit.navigation.page import StreamlitPage

PAGES = "assessments/pages"
HOME = "home"
TITLES = {
    HOME: "Pathway",
    "firms": "Sample firms",
    "sign_in": "Sign in",
    "ours": "Our assessments and workshops",
    "jobs": "Jobs",
    "questions": "Questions",
    "overview": "All questions",
    "result": "Result",
    "shared": "Shared result",
    "plan": "Plan",
    "what_if": "What if",
    "join": "Join a workshop",
    "seat": "Workshop",
    "screen": "The room's screen",
    "pulse": "Questions for customers",
    "studio": "For facilitators",
    "version": "Version",
    "draft": "Draft",
    "draft_together": "Draft: together with its base",
    "draft_forms": "Draft: forms",
    "draft_effects": "Draft: what it would change",
    "draft_publish": "Draft: changes and publishing",
    "draft_people": "Draft: links and history",
    "prepare": "Run a workshop",
    "workshop": "Workshop",
    "after": "After the workshop",
}


def pages() -> list[StreamlitPage]:
    """Return the pages for this run, the first page first; navigation marks in them which one it shows."""
    return list(map(copy, _made()))


@cache
def _made() -> tuple[StreamlitPage, ...]:
    """Make the pages once: Streamlit looks for the file of each on the disk, and every press asks for all of them."""
    return tuple(st.Page(f"{PAGES}/{name}.py", title=title, default=name == HOME) for name, title in TITLES.items())
