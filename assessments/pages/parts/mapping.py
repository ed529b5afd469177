"""The map's parts: how far an assessment is, the personal link, every section with its questions."""

from urllib.parse import quote

import streamlit as st
from markupsafe import Markup

from assessments.answering import AskedFact, AskedItem, Journey, Section
from assessments.languages import say, say_counted
from assessments.pages.parts.desk import LINK, PLACE, link, personal_address
from assessments.pages.parts.pieces import as_label, bar, heading, paragraph, show
from assessments.pages.parts.splitting import unfinished
from assessments.wording import begun, spelt

QUESTIONS = "assessments/pages/questions.py"


def state_of(journey: Journey) -> str:
    """Say how far an assessment is."""
    left = journey.needed - journey.answered
    if journey.finished:
        return say("This assessment is finished. Open it again to change an answer.")
    if left == 0:
        return say("Everything is answered.")
    if journey.answered == 0:
        stop = say("Each answer is stored as you give it, so stop whenever you like.")
        return f"{_to_come(journey)} {stop}"
    how_far = say_counted(
        "{answered} of {needed} questions are answered, {left} is open.",
        "{answered} of {needed} questions are answered, {left} are open.",
        left,
        answered=journey.answered,
        needed=journey.needed,
        left=spelt(left),
    )
    at_any_time = say("You can see the result at any time; it says what the open questions would settle.")
    return f"{how_far} {at_any_time}"


def _to_come(journey: Journey) -> str:
    """Say what an assessment asks, counted as the first page counts: the facts apart from the questions."""
    asked = [one for section in journey.sections for one in section.asked]
    facts = sum(one.needed for one in asked if isinstance(one, AskedFact))
    questions = sum(isinstance(one, AskedItem) for one in asked)
    first = say_counted("{number} fact about your firm", "{number} facts about your firm", facts, number=spelt(facts))
    return say_counted(
        "{facts}, then {number} question.",
        "{facts}, then {number} questions.",
        questions,
        facts=begun(first),
        number=spelt(questions),
    )


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
    left = say("{number} open", number=spelt(section.open)) if section.open else say("nothing open")
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
