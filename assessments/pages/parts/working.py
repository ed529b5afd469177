"""A job that is under way, on any page: how far it is, and a way to stop it."""

from collections.abc import Callable

import streamlit as st

from assessments.answering import NotAccepted, Unavailable
from assessments.languages import say
from assessments.pages.parts.pieces import bar, paragraph, show
from assessments.wording import jobs as words
from assessments.working import Job

LOOK_SECONDS = 1.0


@st.fragment(run_every=LOOK_SECONDS)
def watch(name: str, look: Callable[[], Job | None], stop: Callable[[], object]) -> None:
    """Show how far a job is again and again, and the whole page anew once it is over.

    ``look`` returns it as long as it is under way.
    """
    try:
        job = look()
    except Unavailable:
        show(paragraph(say("How far it is cannot be read at the moment; it is tried again."), "muted"))
        return
    except NotAccepted:
        job = None  # the page says why
    if job is None:
        st.rerun()
    done = job.done + len(job.failed)
    with st.container(key=f"under-way-{name}"):
        show(paragraph(words.progress_line(done, job.total), "standing"), bar(100 * done / max(job.total, 1)))
        show(paragraph(say(words.STAYS), "muted"))
        st.button(say("Stop"), key=f"stop-{name}", on_click=stop)
