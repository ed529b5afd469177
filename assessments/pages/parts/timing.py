"""Clocks that run in the browser: how much is left of a step or of a discussion."""

from datetime import datetime

import streamlit as st
from markupsafe import Markup

from assessments.languages import say
from assessments.pages.parts import scripts
from assessments.pages.parts.pieces import joined


def timer(what: str, since: datetime, minutes: int, now: datetime) -> Markup:
    """Return a clock that counts down ``minutes`` from ``since`` and says when they are over; nothing for none."""
    if not minutes:
        return Markup("")
    left = 60 * minutes - (now - since).total_seconds()
    return Markup(
        '<p class="timer" role="timer" data-left="{:.0f}" data-over="{}"><span class="what">{}</span> '
        '<span class="clock">{}</span> <span class="of">{}</span></p>'
    ).format(left, say("{clock} over"), what, _clock(left), say("of {minutes} min", minutes=minutes))


def _clock(left: float) -> str:
    whole = abs(round(left))
    clock = f"{whole // 60}:{whole % 60:02d}"
    return say("{clock} over", clock=clock) if left < 0 else clock


def timers(*clocks: Markup) -> Markup:
    """Return clocks side by side."""
    return Markup('<div class="timers">{}</div>').format(joined(clocks))


def start_clocks() -> None:
    """Let every clock of the page go."""
    st.html(scripts.call("startClocks"), unsafe_allow_javascript=True)
