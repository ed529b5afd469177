"""The agenda: which questions are talked about and why, their order and time, before and after, and blind spots."""

from collections.abc import Callable
from functools import partial

import streamlit as st
from markupsafe import Markup

from assessments import facilitating
from assessments.answering import Desk
from assessments.facilitating import Board, Topic
from assessments.languages import marked, say
from assessments.pages.parts.desk import desk, kindly
from assessments.pages.parts.facilitator import Pressed, keep, offer, token
from assessments.pages.parts.pieces import heading, paragraph, show
from assessments.pages.parts.talking import ask_conclusion, ask_to_find_out
from assessments.wording.agenda import ORDER, agenda_line, before_and_after, why_line
from assessments.wording.programme import minutes_line
from assessments.wording.saying import question_among
from assessments.workshop import Proposal, slots

_OPEN = "open-topic"
BEFORE_IT_IS_WRITTEN = ("lobby", "alone")
LEAST_MINUTES, MOST_MINUTES = 1, 60
CONTROLS = {  # what can be done with a question by itself, each offered while it works
    marked("Talk about it now"): "go",
    marked("Show its answers"): "reveal",
    marked("Take its answers off the screen"): "hide",
    marked("Ask it again"): "second_round",
    marked("Close it"): "close",
    marked("Open it"): "open",
    marked("Take back all answers to it"): "reset",
}


def show_agenda(board: Board) -> None:
    """Show the topics in the order in which they are talked about, each with its reason, and let it be changed."""
    show(heading(say("Agenda")))
    if not board.topics and board.head.phase in BEFORE_IT_IS_WRITTEN:
        show(paragraph(agenda_line(slots(board.head.minutes)), "muted"))
        return
    with kindly():
        suggested = {one.item: one for one in facilitating.suggest_agenda(desk(), token())}
    if not board.topics:
        show(
            paragraph(say("Nobody differs on anything by so much that talking would help. Add a question if you like."))
        )
    else:
        show(paragraph(say(ORDER), "muted"))
    for place, topic in enumerate(board.topics):
        _show_topic(board, topic, place, why_line(suggested.get(topic.item), asked_for=topic.origin == "asked"))
    if board.me.in_charge and board.head.phase != "ended":
        _offer_to_add(board, suggested)
    _show_blind_spots(board)


def _show_topic(board: Board, topic: Topic, place: int, why: str) -> None:
    current, moved = topic.item == board.current, _moved(board, topic)
    with st.container(key=f"topic-{topic.item}"):
        marks = " now" if current else " skipped" if topic.skipped else ""
        show(
            Markup('<div class="topic{}"><h3>{}. {}</h3><p class="muted">{}</p>{}</div>').format(
                marks,
                place + 1,
                question_among(board.questions, board.questions[topic.item]),
                " · ".join([minutes_line(topic.minutes), moved or why, *([say("skipped")] if topic.skipped else [])]),
                paragraph(topic.conclusion if not current else "", "conclusion"),
            )
        )
        if not board.me.in_charge:
            return
        is_open = st.session_state.get(_OPEN) == topic.item
        st.button(
            say("Close") if is_open else say("Change"),
            key=f"open-topic-{topic.item}",
            on_click=_toggle,
            args=(topic.item,),
            type="tertiary",
        )
        if is_open:
            with st.container(key=f"topic-editor-{topic.item}"):
                _edit(board, topic, place)


def _moved(board: Board, topic: Topic) -> str | None:
    """Say how far people differed before and after talking, once the second answers were shown."""
    standing = board.standings[topic.item]
    if not (standing.shown or standing.round > 1):
        return None
    with kindly():
        shown = facilitating.topic_details(desk(), token(), topic.item)
    if shown is None:
        return None
    ads = [release.ad if release else None for release in (shown.before, shown.after)]
    return before_and_after(*ads, stays_open=shown.after is not None and shown.after.finding is not None)


def _toggle(item: str) -> None:
    st.session_state[_OPEN] = None if st.session_state.get(_OPEN) == item else item


def _edit(board: Board, topic: Topic, place: int) -> None:
    item, last = topic.item, len(board.topics) - 1
    with st.container(key=f"topic-buttons-{item}", horizontal=True):
        for label, control in CONTROLS.items():
            if control == "go" and item == board.current:
                continue
            offer(board, say(label), Pressed(control, item=item), key=f"topic-{control}-{item}")
        if place:
            _button(say("Move up"), f"up-{item}", partial(facilitating.move_topic, item=item, to=place - 1))
        if place < last:
            _button(say("Move down"), f"down-{item}", partial(facilitating.move_topic, item=item, to=place + 1))
        _button(say("Take off the agenda"), f"off-{item}", partial(facilitating.remove_topic, item=item))
    minutes = st.number_input(
        say("Minutes"), LEAST_MINUTES, MOST_MINUTES, topic.minutes, key=f"minutes-{item}-{topic.minutes}", width=160
    )
    if minutes != topic.minutes:
        keep(partial(_set_minutes, item, int(minutes)))
        st.rerun()
    if item != board.current:
        ask_conclusion(topic)


def _set_minutes(item: str, minutes: int, desk: Desk, token: str) -> None:
    facilitating.set_minutes(desk, token, item, minutes)


def _button(label: str, key: str, store: Callable[[Desk, str], None]) -> None:
    st.button(label, key=key, on_click=keep, args=(store,))


def _offer_to_add(board: Board, suggested: dict[str, Proposal]) -> None:
    """Offer every question that is not on the agenda, those on which people differ most first."""
    on_it = {topic.item for topic in board.topics}
    others = [item for item in suggested if item not in on_it]
    others += [item for item in board.questions if item not in on_it and item not in suggested]
    labels = {
        item: f"{question_among(board.questions, board.questions[item])} ({why_line(suggested.get(item))})"
        for item in others
    }
    with st.container(key="agenda-more", horizontal=True):
        st.selectbox(
            say("Add a question"),
            others,
            format_func=lambda item: labels[item],
            key="add-topic",
            index=None,
            placeholder=say("Choose a question"),
            on_change=_add,
        )
        _button(say("Write the agenda anew"), "rewrite", facilitating.write_agenda)


def _add() -> None:
    chosen = st.session_state["add-topic"]
    st.session_state["add-topic"] = None
    if chosen is not None:
        keep(lambda desk, token: facilitating.add_topic(desk, token, chosen))


def _show_blind_spots(board: Board) -> None:
    """Show what many do not know, each as something to find out, with who does so by when."""
    if not board.blind_spots:
        return
    show(
        heading(say("To be found out")),
        paragraph(say("Too many answered “don't know” to talk about these. Somebody has to find out."), "muted"),
    )
    for topic in board.blind_spots:
        item = board.questions[topic.item]
        with st.container(key=f"blind-{topic.item}"):
            show(heading(question_among(board.questions, item), level=3))
            ask_to_find_out(topic)
