"""The log of deeds on a page: who did what and when, the newest first, and the whole of it as a file."""

from collections.abc import Callable, Sequence

import streamlit as st
from markupsafe import Markup

from assessments.answering import Export
from assessments.facilitating import Done
from assessments.languages import say
from assessments.pages.parts.pieces import heading, listed, paragraph, show
from assessments.pages.parts.saving import on_their_clock
from assessments.wording.done import done_at, done_line

MOST_SHOWN = 50


def show_deeds(deeds: Sequence[Done], name: str, whole: Callable[[], Export]) -> None:
    """List what was done and offer all of it, presses and saves included, as a file."""
    show(
        heading(say("Who did what")),
        paragraph(say("Written down with every change; never what anybody answered or wrote."), "muted"),
        listed(map(_entry, deeds[:MOST_SHOWN]), "log"),
    )
    with st.container(key="log-offer"):
        st.download_button(
            say("Download the whole log (csv)"),
            data=lambda: whole().content,
            file_name=f"{name}-log.csv",
            mime="text/csv",
            on_click="ignore",
        )


def _entry(one: Done) -> Markup:
    return Markup('<span class="muted">{}</span> {}').format(done_at(on_their_clock(one.at)), done_line(one))
