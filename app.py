"""The pages' navigation and look; what they show is in ``assessments/pages``."""

import streamlit as st

from assessments.pages.parts import look

PAGES = "assessments/pages"

look.apply()
page = st.navigation(
    [
        st.Page(f"{PAGES}/firms.py", title="Sample firms", default=True),
        st.Page(f"{PAGES}/result.py", title="Result", visibility="hidden"),
    ],
    position="hidden",
)
look.masthead()
page.run()
