"""The question that is being talked about: its answers, what to ask the room, what came of it, and private notes."""

from functools import partial
from typing import Any

import streamlit as st

from assessments import facilitating
from assessments.facilitating import Board, Topic
from assessments.languages import say
from assessments.pages.parts.desk import desk, kindly
from assessments.pages.parts.facilitator import keep, token
from assessments.pages.parts.pieces import heading, paragraph, show
from assessments.pages.parts.saving import draw, fill, listen, settle
from assessments.pages.parts.spread import show_spread


def show_topic(board: Board) -> None:
    """Show the answers to the question of now once they are revealed, and room for what came of it."""
    topic = next((one for one in board.topics if one.item == board.current), None)
    if topic is None:
        return
    item, standing = board.questions[topic.item], board.standings[topic.item]
    if standing.shown or standing.round > 1:
        with kindly():
            shown = facilitating.topic_details(desk(), token(), topic.item)
        if shown is not None:
            show_spread(item, shown, board.head.roles)
    show(heading(say("What came of it?")))
    ask_conclusion(topic)


def ask_conclusion(topic: Topic) -> None:
    """Ask what a discussion came to, whether the question stays open, and who follows it up by when."""
    item = topic.item
    with st.container(key=f"concluding-{item}"):
        conclusion = partial(st.text_area, say("Conclusion, printed in the report"), max_chars=2000, height=90)
        _field(item, "conclusion", topic.conclusion, conclusion)
        _field(item, "open_question", topic.open_question, partial(st.checkbox, say("It stays an open question")))
        _ask_who(topic, say("Who follows it up?"))


def ask_to_find_out(topic: Topic) -> None:
    """Ask who finds out what too many did not know, by when, and what it was."""
    with st.container(key=f"concluding-{topic.item}"):
        _ask_who(topic, say("Who finds out?"))
        found = partial(st.text_input, say("What was found out"), max_chars=2000)
        _field(topic.item, "conclusion", topic.conclusion, found)


def _ask_who(topic: Topic, label: str) -> None:
    item = topic.item
    with st.container(key=f"fields-{item}"):
        _field(item, "owner", topic.owner, partial(st.text_input, label, max_chars=200))
        _field(item, "due", topic.due, partial(st.date_input, say("By when?"), format=say("YYYY-MM-DD")))


def _field(item: str, name: str, value: object, widget: partial[Any]) -> None:
    """Put a widget on the page that shows what is stored; what is entered is stored at once."""
    key = f"said-{item}-{name}"
    fill(key, value)
    listen(key, value, lambda: st.session_state[key], partial(_conclude, item, name))
    draw(widget, key, value, on_change=settle)


def _conclude(item: str, name: str, held: object) -> None:
    keep(lambda desk, token: facilitating.conclude(desk, token, item, **{name: "" if held is None else held}))


def show_notes(board: Board) -> None:
    """Offer room for notes that nobody else in the room sees."""
    show(heading(say("Private notes")), paragraph(say("Only you see these; they are in no report."), "muted"))
    about = board.current or ""
    key, held = f"note-about-{about}", board.notes.get(about, "")
    fill(key, held)
    listen(key, held, lambda: st.session_state[key], partial(_note, about))
    label = say("About this question") if about else say("About the workshop")
    draw(partial(st.text_area, label, max_chars=2000, height=120), key, held, on_change=settle)


def _note(about: str, held: object) -> None:
    keep(lambda desk, token: facilitating.write_note(desk, token, about, str(held or "")))
