"""The pages' navigation and look; what they show is in ``assessments/pages``."""

import streamlit as st

from assessments.pages.parts import language, look, refused, saving
from assessments.pages.parts.desk import PageEnds
from assessments.problems import Refused

PAGES = "assessments/pages"

home = st.Page(f"{PAGES}/home.py", title="Pathway", default=True)
others = [
    st.Page(f"{PAGES}/firms.py", title="Sample firms"),
    st.Page(f"{PAGES}/sign_in.py", title="Sign in"),
    st.Page(f"{PAGES}/ours.py", title="Our assessments and workshops"),
    st.Page(f"{PAGES}/questions.py", title="Questions"),
    st.Page(f"{PAGES}/overview.py", title="All questions"),
    st.Page(f"{PAGES}/result.py", title="Result"),
    st.Page(f"{PAGES}/shared.py", title="Shared result"),
    st.Page(f"{PAGES}/plan.py", title="Plan"),
    st.Page(f"{PAGES}/what_if.py", title="What if"),
    st.Page(f"{PAGES}/join.py", title="Join a workshop"),
    st.Page(f"{PAGES}/seat.py", title="Workshop"),
    st.Page(f"{PAGES}/screen.py", title="The room's screen"),
    st.Page(f"{PAGES}/pulse.py", title="Questions for customers"),
    st.Page(f"{PAGES}/studio.py", title="For facilitators"),
    st.Page(f"{PAGES}/version.py", title="Version"),
    st.Page(f"{PAGES}/draft.py", title="Draft"),
    st.Page(f"{PAGES}/draft_together.py", title="Draft: together with its base"),
    st.Page(f"{PAGES}/draft_forms.py", title="Draft: forms"),
    st.Page(f"{PAGES}/draft_effects.py", title="Draft: what it would change"),
    st.Page(f"{PAGES}/draft_publish.py", title="Draft: changes and publishing"),
    st.Page(f"{PAGES}/draft_people.py", title="Draft: links and history"),
    st.Page(f"{PAGES}/prepare.py", title="Run a workshop"),
    st.Page(f"{PAGES}/workshop.py", title="Workshop"),
    st.Page(f"{PAGES}/after.py", title="After the workshop"),
]
page = st.navigation([home, *others], position="hidden")

language.speak_to_reader()
look.apply()
saving.settle()
look.masthead(home, page)
try:
    page.run()
except PageEnds:
    pass
except Refused as reasons:
    refused.show_problems(reasons)
except Exception as failure:
    refused.show_failure(failure)
