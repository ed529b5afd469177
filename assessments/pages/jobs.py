"""Jobs: what takes long, for those who may begin it; how far each is, who asked, and what came out."""

import streamlit as st

from assessments import working
from assessments.languages import say
from assessments.pages.drafting.workspace import ask_key
from assessments.pages.parts import look
from assessments.pages.parts.arrival import arrive
from assessments.pages.parts.desk import desk, kindly
from assessments.pages.parts.jobs import JOB, offer_to_begin, show_jobs, show_placements
from assessments.pages.parts.pieces import heading, paragraph, show
from assessments.pages.parts.signing_in import offer_to_change_organisation, visitor

ME = "assessments/pages/jobs.py"


def show_all(secret: str | None) -> None:
    """Show what may be begun, and every job there is."""
    with kindly():
        ours = working.our_jobs(desk(), secret)
    show(
        heading(say("Jobs"), level=1),
        paragraph(say("What takes long goes on here by itself: close this page, and find it again later."), "lead"),
    )
    offer_to_change_organisation()
    with st.container(key="jobs"):
        with st.container(key="jobs-list"):
            show_jobs(ours, secret)
        with st.container(key="jobs-begin"):
            offer_to_begin(ours, secret)


def show_one(job: str, secret: str | None) -> None:
    """Show what one job found."""
    with st.container(key="back"):
        st.page_link(ME, label=say("All jobs"))
    with kindly():
        found = working.placements(desk(), job, secret)
    show_placements(found)


look.name_the_page(say("Jobs"))
secret = None if visitor().organisation or visitor().could_sign_in else ask_key(None, "jobs")
chosen = st.query_params.get(JOB, "")
if chosen:
    show_one(chosen, secret)
else:
    show_all(secret)
arrive(f"jobs {chosen}")
