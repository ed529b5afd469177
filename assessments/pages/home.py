"""What this is, for whom, how long it takes, what happens to the answers, and every way in."""

import streamlit as st

from assessments import answering
from assessments.languages import marked, say
from assessments.pages.parts import look
from assessments.pages.parts.arrival import arrive
from assessments.pages.parts.bringing import offer_to_bring_back
from assessments.pages.parts.choosing import choose_questionnaire, minutes
from assessments.pages.parts.desk import JOIN, LINK, PULSE, SCREEN, SEAT, SHARED, desk, kindly, link_in
from assessments.pages.parts.facilitator import PREPARE, TOKEN, WORKSHOP
from assessments.pages.parts.joining import ask_code
from assessments.pages.parts.owning import say_farewell
from assessments.pages.parts.pieces import alert, entries, heading, paragraph, show
from assessments.pages.parts.signing_in import visitor

OVERVIEW, QUESTIONS, FIRMS, STUDIO, OURS = (
    f"assessments/pages/{name}.py" for name in ("overview", "questions", "firms", "studio", "ours")
)
LINKS = {  # what an address may lead to
    LINK: QUESTIONS,
    TOKEN: WORKSHOP,
    **{name: f"assessments/pages/{name}.py" for name in (JOIN, SEAT, SCREEN, PULSE, SHARED)},
}
EDITIONS = {
    "quick": marked("Quick scan: {count} questions, {minutes} minutes"),
    "full": marked("Full assessment: {count} questions, {minutes} minutes"),
}


def offer_to_start() -> None:
    """Ask for a name and start one of the editions."""
    show(heading(say("Start an assessment")))
    with kindly():
        questionnaire = choose_questionnaire(answering.offered(desk()))
        counts = answering.question_counts(desk(), questionnaire)
    with st.form("start", border=False, enter_to_submit=False):
        firm = st.text_input(
            say("Name of your firm or business line"), max_chars=200, key="name", autocomplete="organization"
        )
        chosen = [
            edition
            for edition, label in EDITIONS.items()
            if st.form_submit_button(
                say(label, count=counts[edition], minutes=minutes(counts[edition])),
                type="primary",
                key=edition,
                width="stretch",
            )
        ]
        show(
            paragraph(
                say("The quick scan gives a first, indicative placement; the full assessment one to plan with."),
                "muted",
            ),
            paragraph(who_sees_it(), "muted"),
        )
    if chosen and not firm.strip():
        show(alert(say("Please enter a name first. Any name will do; it is printed on your report.")))
    elif chosen:
        with kindly():
            started = answering.start(desk(), firm, chosen[0], questionnaire)
        st.switch_page(OVERVIEW, query_params={LINK: started.token})


def who_sees_it() -> str:
    """Tell members that what they start is their organisation's."""
    organisation = visitor().organisation
    if organisation is None:
        return ""
    return say(
        "It belongs to {organisation}: once it is finished, its owners, facilitators and viewers see the result, not "
        "the answers.",
        organisation=organisation,
    )


def _label(label: str, questions: int) -> str:
    return say(label, count=questions, minutes=minutes(questions))


def offer_to_continue() -> None:
    """Ask for a personal link, for those who cannot simply open it."""
    with st.form("continue", border=False):
        show(heading(say("Continue")))
        with st.container(key="continue-fields", horizontal=True, vertical_alignment="bottom"):
            entered = st.text_input(say("Your personal link"), key="link", max_chars=400, autocomplete="off")
            go_on = st.form_submit_button(say("Continue"))
    if not go_on:
        return
    with kindly():
        try:
            answering.resume(desk(), link_in(entered))
        except answering.NotAccepted as refused:
            show(alert(refused.sentence))
            return
    st.switch_page(QUESTIONS, query_params={LINK: link_in(entered)})


for name, page in LINKS.items():
    if given := st.query_params.get(name):
        st.switch_page(page, query_params={name: given})

look.name_the_page(say("Is your firm where its customers call it?"))
say_farewell()
with st.container(key="home"):
    with st.container(key="welcome"):
        show(
            heading(say("Is your firm where its customers call it?"), level=1),
            paragraph(
                say(
                    "Some customers ring, some carry a phone, some live on social networks. Find out what yours "
                    "call for, today and in five years, where your firm stands, and what to do next. Pathway never "
                    "tells you to go further than your customers ask."
                ),
                "lead",
            ),
            entries(
                [
                    (say("For whom"), say("People who lead a firm or a business line, or speak for it.")),
                    (
                        say("Your answers"),
                        say("Stored on this server as you give them. Only your personal link opens them."),
                    ),
                    (
                        say("Afterwards"),
                        say("Take the report and your answers away, look again later, or delete everything."),
                    ),
                ],
                "about",
            ),
        )
    with st.container(key="ways-in"):
        offer_to_start()
    with st.container(key="other-ways"):
        with st.container(key="join-workshop"):
            ask_code()
        with st.container(key="by-link"):
            offer_to_continue()
        with st.container(key="look-around"):
            show(heading(say("Look first")))
            st.page_link(FIRMS, label=say("See the results of sample firms"))
        with st.container(key="run-workshop"):
            show(
                heading(say("Run a workshop")),
                paragraph(say("A whole room answers on phones and talks about what differs.")),
            )
            if visitor().organisation is not None:
                st.page_link(OURS, label=say("Our assessments and workshops"))
            st.page_link(PREPARE, label=say("Prepare a workshop"))
            st.page_link(STUDIO, label=say("Make the questions yours"))
        with st.container(key="from-file"):
            offer_to_bring_back()
arrive("home")
