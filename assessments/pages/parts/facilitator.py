"""The facilitator's link, the addresses that belong to it, and pressing a control of the workshop."""

from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit

import streamlit as st

from assessments import answering, facilitating
from assessments.answering import Saved
from assessments.facilitating import Board
from assessments.languages import say
from assessments.pages.parts.desk import desk
from assessments.pages.parts.pieces import alert, as_label, paragraph, show
from assessments.pages.parts.saving import say_not_saved, settle, try_to_store

TOKEN = "desk"
PREPARE, WORKSHOP, AFTER = (f"assessments/pages/{name}.py" for name in ("prepare", "workshop", "after"))

_MEMORY = "facilitating"


@dataclass(frozen=True, slots=True)
class Pressed:
    """A control and what it is about."""

    control: str
    item: str = ""
    person: str = ""
    reason: str = ""


@dataclass(slots=True)
class Memory:
    """What the page remembers of its own presses; changed in place, which nothing can cut short."""

    moves: int = 0
    asked: tuple[Pressed, str] | None = None  # what has to be confirmed, and what it would cost


@dataclass(frozen=True, slots=True)
class Place:
    """The page a control was pressed on, taken down when it was shown."""

    token: str
    version: int
    memory: Memory = field(compare=False)


def _memory() -> Memory:
    return st.session_state.setdefault(_MEMORY, Memory())


def place_of(board: Board) -> Place:
    """Return what a press on the page as it stands now has to know."""
    return Place(token(), board.head.version, _memory())


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


def press(pressed: Pressed, place: Place, *, confirmed: bool = False) -> None:
    """Do what was pressed; what has to be confirmed first is asked by the next run of the page.

    The same control pressed twice on the page of one version counts once.
    """
    settle()  # a conclusion that is still being typed belongs to the topic before
    place.memory.asked = None
    about = {"item": pressed.item, "person": pressed.person, "reason": pressed.reason}
    key = f"{place.version}.{pressed.control}.{pressed.item}.{pressed.person}{'.sure' if confirmed else ''}"[:80]
    try:
        facilitating.press(desk(), place.token, pressed.control, **about, confirmed=confirmed, key=key)
    except answering.NotAccepted as refused:
        if refused.code.startswith("confirm"):
            place.memory.asked = (pressed, refused.sentence)
        else:
            say_not_saved(say("Not done. {refused}", refused=refused))
    except answering.Unavailable as unavailable:
        say_not_saved(say("Not done. {unavailable} Please try again in a moment.", unavailable=unavailable))


def offer(board: Board, label: str, pressed: Pressed, *, key: str = "", kind: str = "secondary") -> bool:
    """Put a control on the page while it can be used; return whether it stands there."""
    if board.refusal(pressed.control, pressed.item):
        return False
    st.button(
        as_label(label),
        key=key or "-".join(filter(None, ("press", pressed.control, pressed.item, pressed.person))),
        on_click=press,
        args=(pressed, place_of(board)),
        type=kind,
    )
    return True


def go_on(board: Board, label: str, pressed: Pressed) -> None:
    """Put the one obvious next thing on the page; a second tap on it never does the thing after that."""
    name = "-".join(filter(None, (board.head.phase, board.current, pressed.control, pressed.item)))
    st.button(
        as_label(label),
        key=f"go-on-{name}",
        on_click=_go_on,
        args=(pressed, place_of(board)),
        type="primary",
    )


def _go_on(pressed: Pressed, place: Place) -> None:
    place.memory.moves += 1
    press(pressed, place)


def moves() -> int:
    """Return how often this page has gone on itself; what others do never moves the reader's place."""
    return _memory().moves


def ask_to_confirm(board: Board) -> None:
    """Say what a control would cost that was just pressed, and ask whether to do it."""
    memory = _memory()
    if memory.asked is None:
        return
    pressed, sentence = memory.asked
    with st.container(key="sure"):
        show(alert(sentence))
        with st.container(key="sure-answers", horizontal=True):
            st.button(say("Yes, do it"), key="sure-yes", on_click=_confirm, args=(pressed, place_of(board)))
            st.button(say("No, leave it"), key="sure-no", on_click=_leave, args=(memory,))


def _confirm(pressed: Pressed, place: Place) -> None:
    press(pressed, place, confirmed=True)


def _leave(memory: Memory) -> None:
    memory.asked = None


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
    name = leading.name if leading and leading.name else say("The other facilitator")
    gone = leading is not None and not leading.connected
    sentences = [
        say("{name} is in charge.", name=name),
        *([say("Their page is not connected.")] if gone else []),
        say("You see everything and can write notes."),
    ]
    show(paragraph(" ".join(sentences), "charge"))
    if leading is None or not leading.connected:
        offer(board, say("Take over"), Pressed("take_over"))
