"""One run of a page: its language, the masthead, the page itself; what pages show is in ``assessments/pages``."""

import streamlit as st

from assessments.pages.parts import language, look, navigation, refused, saving
from assessments.pages.parts.desk import kindly

pages = navigation.pages()
page = st.navigation(pages, position="hidden")

language.speak_to_reader()
look.apply()
saving.settle()
look.masthead(pages[0], page)
with refused.in_words(), kindly():
    page.run()
