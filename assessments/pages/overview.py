"""The map of an assessment: what is answered and what is open, the personal link, and the way to the result."""

import streamlit as st

from assessments import answering
from assessments.answering import Section
from assessments.pages.parts import look
from assessments.pages.parts.desk import LINK, PLACE, desk, kindly, link, personal_address
from assessments.pages.parts.pieces import as_label, bar, heading, paragraph, show

QUESTIONS = "assessments/pages/questions.py"
RESULT = "assessments/pages/result.py"


def show_section(section: Section) -> None:
    """Show how far a section is, and the way to each of its questions."""
    left = f"{section.open} open" if section.open else "nothing open"
    show(
        heading(section.name, level=3),
        bar(100 * section.answered / section.needed if section.needed else 100),
        paragraph(f"{section.answered} of {section.needed} answered, {left}.", "muted"),
    )
    with st.expander(f"Questions: {section.name}"):
        for asked in section.asked:
            state = "open: " if asked.open else ""
            st.page_link(
                QUESTIONS,
                label=f"{state}{as_label(asked.question.text)}",
                query_params={LINK: link(), PLACE: asked.question.id},
            )


def show_finish() -> None:
    """Offer the result; it may be looked at with questions open, and then says what is missing."""
    if st.button("See the result", type="primary", key="finish"):
        with kindly():
            answering.finish(desk(), link())
        st.switch_page(RESULT, query_params={LINK: link()})


def show_finished() -> None:
    """Offer the result of a finished assessment, or to open it again."""
    show(paragraph("This assessment is finished. Open it again to change an answer."))
    st.page_link(RESULT, label="See the result", query_params={LINK: link()})
    if st.button("Open it again", key="reopen"):
        with kindly():
            answering.reopen(desk(), link())
        st.rerun()


with kindly():
    journey = answering.sections(desk(), link())
look.name_the_page(f"All questions: {journey.firm}")

left = journey.needed - journey.answered
show(
    heading(journey.firm, level=1),
    paragraph(
        "Everything is answered."
        if left == 0
        else f"{journey.answered} of {journey.needed} questions are answered, {left} are open. "
        "You can see the result at any time; it says what the open questions would settle.",
        "lead",
    ),
)
with st.container(key="moving", horizontal=True):
    if journey.finished:
        show_finished()
    else:
        going_on = journey.next_open or journey.place
        if left and going_on:
            st.page_link(QUESTIONS, label="Go on answering", query_params={LINK: link(), PLACE: going_on})
        show_finish()

show(
    heading("Your personal link"),
    paragraph("Keep it: it brings you back to this assessment on any device. Whoever has it can read and change it."),
)
st.code(personal_address(), language=None, wrap_lines=True)

show(heading("All questions"))
for section in journey.sections:
    with st.container(key=f"section-{section.id}"):
        show_section(section)
