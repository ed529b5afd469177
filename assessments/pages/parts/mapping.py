"""The map's parts: how far an assessment is, the personal link, every section with its questions."""

from urllib.parse import quote

import streamlit as st
from markupsafe import Markup

from assessments import wording
from assessments.answering import AskedFact, AskedItem, Journey, Section
from assessments.pages.parts.desk import LINK, PLACE, link, personal_address
from assessments.pages.parts.pieces import as_label, bar, heading, paragraph, show
from assessments.pages.parts.splitting import unfinished

QUESTIONS = "assessments/pages/questions.py"


def state_of(journey: Journey) -> str:
    """Say how far an assessment is."""
    left = journey.needed - journey.answered
    if journey.finished:
        return "This assessment is finished. Open it again to change an answer."
    if left == 0:
        return "Everything is answered."
    if journey.answered == 0:
        return (
            f"{wording.begun(wording.counted(left, 'question'))}, beginning with your firm. "
            "Each answer is stored as you give it, so stop whenever you like."
        )
    return (
        f"{journey.answered} of {journey.needed} questions are answered, {wording.spelt(left)} "
        f"{'is' if left == 1 else 'are'} open. You can see the result at any time; it says what the open questions "
        "would settle."
    )


def show_link() -> None:
    """Show the personal link, ready to be copied or sent to oneself."""
    address = personal_address()
    mail = f"mailto:?subject={quote('My Pathway assessment')}&body={quote(address)}"
    show(
        heading("Your personal link"),
        paragraph(
            "Keep it: it brings you back to this assessment on any device. Whoever has it can read and change it."
        ),
    )
    with st.container(key="address"):
        st.code(address, language=None, wrap_lines=True)
    show(Markup('<p class="send"><a href="{}">Mail it to yourself</a></p>').format(mail))


def show_map(journey: Journey) -> None:
    """Show every section with its questions."""
    show(heading("All questions"))
    for section in journey.sections:
        with st.container(key=f"section-{section.id}"):
            _show_section(section, finished=journey.finished)


def _show_section(section: Section, *, finished: bool) -> None:
    left = f"{wording.spelt(section.open)} open" if section.open else "nothing open"
    show(
        heading(section.name, level=3),
        bar(100 * section.answered / section.needed if section.needed else 100),
        paragraph(f"{section.answered} of {section.needed} answered, {left}.", "muted"),
    )
    if finished:
        return
    with st.expander(f"Questions: {section.name}"):
        for asked in section.asked:
            st.page_link(QUESTIONS, label=_label(asked), query_params={LINK: link(), PLACE: asked.question.id})


def _label(asked: AskedFact | AskedItem) -> str:
    begun = unfinished(asked.question.id)
    state = f"Not saved, {begun}: " if begun else "Open: " if asked.open else ""
    return f"{state}{as_label(asked.question.text)}"
