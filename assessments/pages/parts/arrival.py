"""What a page load does for everybody, done where a page changes without one: start at the top, say where one is."""

import streamlit as st
from markupsafe import Markup

# The same text on every page, so that a content security policy can name it by its hash.
_SCRIPT = Markup(
    """<script>
(() => {
  const place = [...document.querySelectorAll(".arrival")].pop().dataset.place;
  const before = window.pathwayPlace;
  window.pathwayPlace = place;
  document.querySelector(".st-key-outcome")?.setAttribute("role", "status");
  if (before === undefined || before === place) return;
  document.querySelector("[data-testid=stMain]").scrollTo(0, 0);
  const heading = document.querySelector("h1");
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
})();
</script>"""
)


def arrive(place: str) -> None:
    """Let a person who came from another place start at this page's heading; call it last on the page."""
    mark = Markup('<div class="arrival" data-place="{}"></div>').format(place)
    st.html(mark + _SCRIPT, unsafe_allow_javascript=True)
