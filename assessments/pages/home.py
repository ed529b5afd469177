"""What this is, for whom, how long it takes, what happens to the answers, and every way in."""

import streamlit as st

from assessments import answering
from assessments.pages.parts import look
from assessments.pages.parts.desk import LINK, desk, kindly
from assessments.pages.parts.pieces import entries, heading, paragraph, show

QUESTIONS = "assessments/pages/questions.py"
EDITIONS = {
    "quick": ("Quick scan", "16 questions, about 7 minutes. A first, indicative placement."),
    "full": ("Full assessment", "56 questions, about 20 minutes. A placement you can plan with."),
}

if st.query_params.get(LINK):
    st.switch_page(QUESTIONS, query_params={LINK: st.query_params[LINK]})

look.name_the_page("Is your firm where its customers call it?")
show(
    heading("Is your firm where its customers call it?", level=1),
    paragraph(
        "Some customers ring, some carry a phone, some live on social networks. Pathway finds out what yours call for, "
        "today and in five years, where your firm stands, and what to do next. It never tells you to go further than "
        "your customers ask.",
        "lead",
    ),
    entries(
        [
            ("For whom", "People who lead a firm or a business line, or speak for it."),
            ("How long", "7 minutes for the quick scan, 20 for the full assessment. Stop whenever you like."),
            ("Your answers", "Each one is stored on this server as you give it. Only your personal link opens them."),
            ("Afterwards", "Take the result away as a PDF, take the answers as a file, or delete everything."),
        ],
        "facts opening",
    ),
    heading("Start an assessment"),
)

with st.form("start", border=False, enter_to_submit=False):
    firm = st.text_input("Name of the firm or business line", max_chars=200, key="firm-name")
    edition = st.radio(
        "Which assessment?",
        list(EDITIONS),
        format_func=lambda edition: EDITIONS[edition][0],
        captions=[caption for _, caption in EDITIONS.values()],
        index=1,
        key="edition",
    )
    begin = st.form_submit_button("Start", type="primary")

if begin:
    if not firm.strip():
        st.error("Please enter a name first. Any name will do; it is printed on your report.")
    else:
        with kindly():
            started = answering.start(desk(), firm, edition)
        st.switch_page(QUESTIONS, query_params={LINK: started.token})

show(
    heading("Continue, or look around"),
    paragraph(
        "To continue, open your personal link again, on any device. It is shown on every page of your assessment."
    ),
)
st.page_link("assessments/pages/firms.py", label="See the results of six sample firms")
