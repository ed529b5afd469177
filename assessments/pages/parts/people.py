"""The people of a workshop by seat and role: who is there, who has not finished, and what can be done about one."""

import streamlit as st
from markupsafe import Markup

from assessments.facilitating import Board, Participant
from assessments.languages import say, say_counted
from assessments.pages.parts.facilitator import Place, Pressed, offer, place_of, press
from assessments.pages.parts.pieces import heading, joined, listed, paragraph, show
from assessments.wording import spelt
from assessments.wording.people import (
    GROUPS_TALK,
    flag_lines,
    group_lines,
    present_line,
    seat_name,
    seat_state,
    waiting_line,
)

_CHOSEN = "chosen-seat"


def show_people(board: Board) -> None:
    """Show who has not finished and what is noteworthy, then everybody, without a single answer."""
    show(heading(say("People")))
    if not board.people:
        show(paragraph(say("Nobody has joined yet. Put the code on the room's screen."), "muted"))
        return
    names = _names(board)
    roles = {role.id: role.name for role in board.head.roles}
    who = waiting_line(roles, board.people, still_open=bool(board.standing.open_items))
    show(
        paragraph(who if board.was_asked else present_line(roles, board.people), "waiting"),
        _groups(board),
        _flags(board),
    )
    seats = len(board.people)
    with st.expander(say_counted("All {count} seat", "All {count} seats", seats, count=spelt(seats)), key="all-seats"):
        show(listed((_seat(person, names[person.name]) for person in board.people), "seats"))
    if board.me.in_charge:
        _offer_changes(board, names)


def _names(board: Board) -> dict[str, str]:
    roles = {role.id: role.name for role in board.head.roles}
    return {person.name: seat_name(person.name, roles.get(person.role, "")) for person in board.people}


def _groups(board: Board) -> Markup:
    """Say who talks with whom, where the room is too large for one conversation; every phone says its own."""
    lines = list(group_lines(board.people))
    return joined(paragraph(line) for line in [say(GROUPS_TALK), *lines]) if lines else Markup("")


def _flags(board: Board) -> Markup:
    lines = flag_lines((flagged.respondent, flagged.flag) for flagged in board.flags)
    return joined(paragraph(line, "late") for line in lines)


def _seat(person: Participant, name: str) -> Markup:
    return Markup('<span class="seat {}">{}</span> <span class="muted">{}</span>').format(
        person.state, name, seat_state(person)
    )


def _offer_changes(board: Board, names: dict[str, str]) -> None:
    """Let one seat be chosen and changed."""
    chosen = st.selectbox(
        say("Change a seat"),
        list(names),
        format_func=names.get,
        index=None,
        key=_CHOSEN,
        placeholder=say("Choose a seat"),
    )
    person = next((one for one in board.people if one.name == chosen), None)
    if person is None:
        return
    with st.container(key="seat-controls"):
        show(paragraph(f"{names[person.name]}: {seat_state(person)}", "muted"))
        if person.state == "here":
            offer(board, say("Set idle: nobody waits for this seat"), Pressed("idle", person=person.name))
        elif person.state == "idle":
            offer(board, say("Bring back"), Pressed("wake", person=person.name))
        _offer_to_leave_out(board, person)
        if person.state != "removed":
            offer(board, say("Remove from the workshop"), Pressed("remove", person=person.name))


def _offer_to_leave_out(board: Board, person: Participant) -> None:
    name = person.name
    if person.excluded is not None:
        show(paragraph(say("Not counted: {excluded}", excluded=person.excluded), "muted"))
        offer(board, say("Count these answers again"), Pressed("include", person=name))
    else:
        st.text_input(say("Why should these answers not count?"), max_chars=200, key=f"reason-{name}")
        show(paragraph(say("The reason is kept, and the report shows both results."), "muted"))
        st.button(
            say("Leave these answers out"), key=f"exclude-{name}", on_click=_exclude, args=(name, place_of(board))
        )


def _exclude(name: str, place: Place) -> None:
    press(Pressed("exclude", person=name, reason=st.session_state[f"reason-{name}"].strip()), place)
