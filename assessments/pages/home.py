"""What this is, for whom, how long it takes, what happens to the answers, and every way in."""

import streamlit as st

from assessments import answering
from assessments.pages.parts import look
from assessments.pages.parts.arrival import arrive
from assessments.pages.parts.bringing import offer_to_bring_back
from assessments.pages.parts.desk import LINK, desk, kindly, link_in
from assessments.pages.parts.owning import say_farewell
from assessments.pages.parts.pieces import alert, entries, heading, paragraph, show

OVERVIEW, QUESTIONS, FIRMS = (f"assessments/pages/{name}.py" for name in ("overview", "questions", "firms"))
EDITIONS = {
    "quick": ("Quick scan", "About 7 minutes: {count} questions. A first, indicative placement."),
    "full": ("Full assessment", "About 20 minutes: {count} questions. A placement you can plan with."),
}


def offer_to_start() -> None:
    """Ask for a name and an edition, and start."""
    with kindly():
        counts = answering.question_counts(desk())
    with st.form("start", border=False, enter_to_submit=True):
        show(heading("Start an assessment"))
        firm = st.text_input(
            "Name of your firm or business line", max_chars=200, key="name", autocomplete="organization"
        )
        edition = st.radio(
            "Which assessment?",
            list(EDITIONS),
            format_func=lambda edition: EDITIONS[edition][0],
            captions=[caption.format(count=counts[edition]) for edition, (_, caption) in EDITIONS.items()],
            index=1,
            key="edition",
            width="stretch",
        )
        begin = st.form_submit_button("Start", type="primary")
    if begin and not firm.strip():
        show(alert("Please enter a name first. Any name will do; it is printed on your report."))
    elif begin:
        with kindly():
            started = answering.start(desk(), firm, edition)
        st.switch_page(OVERVIEW, query_params={LINK: started.token})


def offer_to_continue() -> None:
    """Ask for a personal link, for those who cannot simply open it."""
    with st.form("continue", border=False):
        show(
            heading("Continue"),
            paragraph("Open your personal link again, on any device, or enter it here."),
        )
        entered = st.text_input("Your personal link", key="link", max_chars=400, autocomplete="off")
        go_on = st.form_submit_button("Continue")
    if not go_on:
        return
    with kindly():
        try:
            answering.resume(desk(), link_in(entered))
        except answering.NotAccepted as refused:
            show(alert(refused.sentence))
            return
    st.switch_page(QUESTIONS, query_params={LINK: link_in(entered)})


if st.query_params.get(LINK):
    st.switch_page(QUESTIONS, query_params={LINK: st.query_params[LINK]})

look.name_the_page("Is your firm where its customers call it?")
say_farewell()
with st.container(key="home"):
    with st.container(key="welcome"):
        show(
            heading("Is your firm where its customers call it?", level=1),
            paragraph(
                "Some customers ring, some carry a phone, some live on social networks. Pathway finds out what yours "
                "call for, today and in five years, where your firm stands, and what to do next. It never tells you "
                "to go further than your customers ask.",
                "lead",
            ),
        )
    with st.container(key="ways-in"):
        offer_to_start()
    with st.container(key="about"):
        show(
            entries(
                [
                    ("For whom", "People who lead a firm or a business line, or speak for it."),
                    ("Your answers", "Each one is stored on this server as you give it. Only your link opens them."),
                    (
                        "Afterwards",
                        "Take the report and your answers with you, look again later, or delete everything.",
                    ),
                ],
                "about",
            )
        )
        show(heading("Look around"))
        st.page_link(FIRMS, label="See the results of sample firms")
        offer_to_continue()
        offer_to_bring_back()
arrive("home")
