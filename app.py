"""The pages' navigation and look; what they show is in ``assessments/pages``."""

import streamlit as st

from assessments.pages.parts import look, refused
from assessments.problems import Refused

PAGES = "assessments/pages"

look.apply()
firms = st.Page(f"{PAGES}/firms.py", title="Sample firms", default=True)
result = st.Page(f"{PAGES}/result.py", title="Result", visibility="hidden")
page = st.navigation([firms, result], position="hidden")

look.masthead(firms)
try:
    page.run()
except Refused as reasons:
    refused.show_problems(reasons)
