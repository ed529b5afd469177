"""The facilitator's link, the addresses that belong to it, and pressing a control of the workshop."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

import streamlit as st

from assessments import answering, facilitating
from assessments.answering import Saved
from assessments.facilitating import Board
from assessments.pages.parts.desk import desk
from assessments.pages.parts.pieces import alert, as_label, paragraph, show
from assessments.pages.parts.saving import say_not_saved, settle, try_to_store

TOKEN = "desk"
PREPARE, WORKSHOP, AFTER = (f"assessments/pages/{name}.py" for name in ("prepare", "workshop", "after"))

_ASKED = "asked-to-confirm"
_MOVES = "moves-of-mine"


@dataclass(frozen=True, slots=True)
class Pressed:
    """A control and what it is about."""

    control: str
    item: str = ""
    person: str = ""
    reason: str = ""


def token() -> str:
    """Return the facilitator's token the page was opened with; empty when there is none."""
    return st.query_params.get(TOKEN, "")


def mine() -> dict[str, str]:
    """Return what leads from here to another page of the same workshop."""
    return {TOKEN: token()}


def address(page: str = "", **query: str) -> str:
    """Return a full address on this server."""
    place = urlsplit(st.context.url or "")
    asked = f"?{urlencode(query)}" if query else ""
    return f"{place.scheme}://{place.netloc}/{page}{asked}"


def press(pressed: Pressed, version: int, *, confirmed: bool = False) -> None:
    """Do what was pressed; what has to be confirmed first is asked by the next run of the page.

    The same control pressed twice on the page of one ``version`` counts once.
    """
    settle()  # a conclusion that is still being typed belongs to the topic before
    st.session_state.pop(_ASKED, None)
    about = {"item": pressed.item, "person": pressed.person, "reason": pressed.reason}
    key = f"{version}.{pressed.control}.{pressed.item}.{pressed.person}{'.sure' if confirmed else ''}"[:80]
    try:
        facilitating.press(desk(), token(), pressed.control, **about, confirmed=confirmed, key=key)
    except answering.NotAccepted as refused:
        if refused.code.startswith("confirm"):
            st.session_state[_ASKED] = (pressed, refused.sentence)
        else:
            say_not_saved(f"Not done. {refused}")
    except answering.Unavailable as unavailable:
        say_not_saved(f"Not done. {unavailable} Please try again in a moment.")


def offer(board: Board, label: str, pressed: Pressed, *, key: str = "", kind: str = "secondary") -> bool:
    """Put a control on the page while it can be used; return whether it stands there."""
    if board.refusal(pressed.control, pressed.item):
        return False
    st.button(
        as_label(label),
        key=key or "-".join(filter(None, ("press", pressed.control, pressed.item, pressed.person))),
        on_click=press,
        args=(pressed, board.head.version),
        type=kind,
    )
    return True


def go_on(board: Board, label: str, pressed: Pressed) -> None:
    """Put the one obvious next thing on the page; a second tap on it never does the thing after that."""
    place = "-".join(filter(None, (board.head.phase, board.current, pressed.control, pressed.item)))
    st.button(
        as_label(label),
        key=f"go-on-{place}",
        on_click=_go_on,
        args=(pressed, board.head.version),
        type="primary",
    )


def _go_on(pressed: Pressed, version: int) -> None:
    st.session_state[_MOVES] = moves() + 1
    press(pressed, version)


def moves() -> int:
    """Return how often this page has gone on itself; what others do never moves the reader's place."""
    count: int = st.session_state.get(_MOVES, 0)
    return count


def ask_to_confirm(board: Board) -> None:
    """Say what a control would cost that was just pressed, and ask whether to do it."""
    asked: tuple[Pressed, str] | None = st.session_state.get(_ASKED)
    if asked is None:
        return
    pressed, sentence = asked
    with st.container(key="sure"):
        show(alert(sentence))
        with st.container(key="sure-answers", horizontal=True):
            st.button("Yes, do it", key="sure-yes", on_click=_confirm, args=(pressed, board.head.version))
            st.button("No, leave it", key="sure-no", on_click=st.session_state.pop, args=(_ASKED, None))


def _confirm(pressed: Pressed, version: int) -> None:
    press(pressed, version, confirmed=True)


def keep(store: Callable[[answering.Desk, str], Saved | None]) -> None:
    """Store something for this workshop, and let the page say what became of it."""

    def stored() -> Saved:
        return store(desk(), token()) or Saved(desk().clock())

    try_to_store(stored)


def who_is_in_charge(board: Board) -> None:
    """Say who leads, where it is not the one who looks at the page, and offer to take over."""
    if board.me.in_charge:
        return
    leading = next((one for one in board.facilitators if one.in_charge), None)
    name = leading.name if leading and leading.name else "The other facilitator"
    gone = "" if leading is None or leading.connected else " Their page is not connected."
    show(paragraph(f"{name} is in charge.{gone} You see everything and can write notes.", "charge"))
    if leading is None or not leading.connected:
        offer(board, "Take over", Pressed("take_over"))
