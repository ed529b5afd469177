"""The map's parts: how far an assessment is, the personal link, every section with its questions."""

from urllib.parse import quote

import streamlit as st
from markupsafe import Markup

from assessments import wording
from assessments.answering import AskedFact, AskedItem, Journey, Section
from assessments.languages import say, say_counted
from assessments.pages.parts.desk import LINK, PLACE, link, personal_address
from assessments.pages.parts.pieces import as_label, bar, heading, paragraph, show
from assessments.pages.parts.splitting import unfinished

QUESTIONS = "assessments/pages/questions.py"


def state_of(journey: Journey) -> str:
    """Say how far an assessment is."""
    left = journey.needed - journey.answered
    if journey.finished:
        return say("This assessment is finished. Open it again to change an answer.")
    if left == 0:
        return say("Everything is answered.")
    if journey.answered == 0:
        return say_counted(
            "{number} question, beginning with your firm. Each answer is stored as you give it, so stop whenever you "
            "like.",
            "{number} questions, beginning with your firm. Each answer is stored as you give it, so stop whenever you "
            "like.",
            left,
            number=wording.begun(wording.spelt(left)),
        )
    how_far = say_counted(
        "{answered} of {needed} questions are answered, {left} is open.",
        "{answered} of {needed} questions are answered, {left} are open.",
        left,
        answered=journey.answered,
        needed=journey.needed,
        left=wording.spelt(left),
    )
    at_any_time = say("You can see the result at any time; it says what the open questions would settle.")
    return f"{how_far} {at_any_time}"


def show_link() -> None:
    """Show the personal link, ready to be copied or sent to oneself."""
    address = personal_address()
    subject = quote(say("My Pathway assessment"))
    mail = f"mailto:?subject={subject}&body={quote(address)}"
    show(
        heading(say("Your personal link")),
        paragraph(
            say("Keep it: it brings you back to this assessment on any device. Whoever has it can read and change it.")
        ),
    )
    with st.container(key="address"):
        st.code(address, language=None, wrap_lines=True)
    show(Markup('<p class="send"><a href="{}">{}</a></p>').format(mail, say("Mail it to yourself")))


def show_map(journey: Journey) -> None:
    """Show every section with its questions."""
    show(heading(say("All questions")))
    for section in journey.sections:
        with st.container(key=f"section-{section.id}"):
            _show_section(section, finished=journey.finished)


def _show_section(section: Section, *, finished: bool) -> None:
    left = say("{number} open", number=wording.spelt(section.open)) if section.open else say("nothing open")
    show(
        heading(section.name, level=3),
        bar(100 * section.answered / section.needed if section.needed else 100),
        paragraph(
            say(
                "{answered} of {needed} answered, {left}.", answered=section.answered, needed=section.needed, left=left
            ),
            "muted",
        ),
    )
    if finished:
        return
    with st.expander(say("Questions: {section}", section=section.name)):
        for asked in section.asked:
            st.page_link(QUESTIONS, label=_label(asked), query_params={LINK: link(), PLACE: asked.question.id})


def _label(asked: AskedFact | AskedItem) -> str:
    begun = unfinished(asked.question.id)
    state = say("Not saved, {begun}:", begun=begun) if begun else say("Open:") if asked.open else ""
    return f"{state} {as_label(asked.question.text)}".strip()
