"""Clocks that run in the browser: how much is left of a step or of a discussion."""

from datetime import datetime

import streamlit as st
from markupsafe import Markup

from assessments.languages import say
from assessments.pages.parts.pieces import joined

# The same text wherever it stands, so that a content security policy can name it by its hash.
SCRIPT = Markup(
    """<script>
(() => {
  const said = (seconds, over) => {
    const whole = Math.abs(Math.round(seconds));
    const clock = `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
    return seconds < -0.5 ? over.replace("{clock}", clock) : clock;
  };
  const tick = () => {
    for (const timer of document.querySelectorAll(".timer")) {
      timer.seen ??= performance.now();
      const left = Number(timer.dataset.left) - (performance.now() - timer.seen) / 1000;
      timer.querySelector(".clock").textContent = said(left, timer.dataset.over);
      timer.classList.toggle("over", left < -0.5);
      timer.classList.toggle("nearly", left >= -0.5 && left < 60);
    }
  };
  window.pathwayClock ??= setInterval(tick, 500);
  tick();
})();
</script>"""
)


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
    """Let every clock of the page go; a script has to be let in by name."""
    st.html(SCRIPT, unsafe_allow_javascript=True)
