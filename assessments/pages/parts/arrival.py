"""What a page load does for everybody, done where a page changes without one: start at the top, say where one is."""

import streamlit as st
from markupsafe import Markup

WAKE = "wake"

# The same text on every page, so that a content security policy can name it by its hash.
_SCRIPT = Markup(
    """<script>
(() => {
  const arrived = () => {
    const place = [...document.querySelectorAll(".arrival")].pop().dataset.place;
    const before = window.pathwayPlace;
    window.pathwayPlace = place;
    document.querySelector(".st-key-outcome")?.setAttribute("role", "status");
    if (before === undefined || before === place) return;
    document.querySelector("[data-testid=stMain]").scrollTo(0, 0);
    const heading = document.querySelector("h1");
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  };
  // A server that was started again knows this page only once it has run it; a tap before that would be lost.
  const wake = () => {
    const button = document.querySelector(".st-key-wake button");
    if (button?.disabled) setTimeout(wake, 50); else button?.click();
  };
  const watch = () => {
    const app = document.querySelector("[data-test-connection-state]");
    const connected = () => app.dataset.testConnectionState === "CONNECTED";
    let was = connected();
    new MutationObserver(() => {
      if (connected() && !was) wake();
      was = connected();
    }).observe(app, { attributeFilter: ["data-test-connection-state"] });
  };
  if (window.pathwayPlace === undefined) watch();
  arrived();
})();
</script>"""
)


def arrive(place: str) -> None:
    """Let a person who came from another place start at this page's heading; call it last on the page.

    The page is also run again after a connection that was lost has come back.
    """
    st.button("Show this page again", key=WAKE)
    mark = Markup('<div class="arrival" data-place="{}"></div>').format(place)
    st.html(mark + _SCRIPT, unsafe_allow_javascript=True)
