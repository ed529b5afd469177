"""Stores what was tapped, whichever run of a page comes to it first, and says whether it was stored.

The next tap cuts the run that handles this one short, callbacks included. So a callback is only the first moment at
which a tap can be stored: moving on and the next run of any page store what is left. Something was tapped when the
browser holds something else than it was shown; a second tab that still shows an old answer has tapped nothing.

What the database cannot take at the moment waits here, and goes first in every run that follows. Each tap has a key
of its own, so that one which was stored after all, unheard, does not count again.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from secrets import token_urlsafe
from typing import Any
from zoneinfo import ZoneInfo

import streamlit as st
from markupsafe import Markup
from streamlit.delta_generator import DeltaGenerator

from assessments import answering
from assessments.answering import Saved
from assessments.languages import marked, say
from assessments.pages.parts.arrival import woken
from assessments.pages.parts.desk import desk
from assessments.pages.parts.pieces import show

_MEMORY = "saving"
KEY_BYTES = 16
WAITS = marked("It is kept here and saved as soon as that is possible. Please leave this page open.")
_ABSENT = object()


@dataclass(slots=True)
class Input:
    """A question on the page: what it was shown with, how to read what the browser holds now, where that goes."""

    shown: object
    held: Callable[[], object]
    store: Callable[[object], None]


@dataclass(slots=True)
class Memory:
    """What one browser session remembers between runs; changed in place, which nothing can cut short."""

    inputs: dict[str, Input] = field(default_factory=dict)
    on_page: set[str] = field(default_factory=set)
    waiting: list[Callable[[], Saved]] = field(default_factory=list)
    outcome: datetime | str = ""


def _memory() -> Memory:
    return st.session_state.setdefault(_MEMORY, Memory())


def fill(key: str, value: object) -> None:
    """Let a widget show ``value``; one that shows it already is left alone, so that a tap under way is not undone."""
    if st.session_state.get(key, _ABSENT) != value:
        st.session_state[key] = value


def listen(name: str, shown: object, held: Callable[[], object], store: Callable[[object], None]) -> None:
    """Store with ``store`` whatever ``held`` returns as soon as that is no longer what was ``shown``.

    Call it after ``fill``: until then the browser may hold what another tab has changed since.
    """
    memory = _memory()
    memory.inputs[name] = Input(shown, held, store)
    memory.on_page.add(name)


def draw(widget: partial[Any], key: str, shown: object, **about: Any) -> Any:
    """Put a widget that was filled with ``shown`` on the page, and return what it holds.

    What ``fill`` sets is told to the browser in one run. Where the next run overtakes that one, or the script of the
    widget comes late, the browser draws the widget as it is by default, and sends that back as if somebody had entered
    it. So what is shown is the default, too.
    """
    return widget(key=key, **_by_default(widget, shown), **about)


def _by_default(widget: partial[Any], shown: object) -> dict[str, object]:
    if widget.func in (st.radio, st.selectbox):
        options = widget.args[1]
        return {"index": options.index(shown) if shown in options else None}
    fractions = any(isinstance(one, float) for one in (*widget.args, *widget.keywords.values()))
    return {"value": float(shown) if fractions and isinstance(shown, int) else shown}


def listen_only_to_page() -> None:
    """Forget the questions that are no longer on the page."""
    memory = _memory()
    for name in set(memory.inputs) - memory.on_page:
        del memory.inputs[name]
    memory.on_page.clear()


def settle() -> None:
    """Store every tap that is not stored yet."""
    _store_waiting()
    for one in list(_memory().inputs.values()):
        try:
            held = one.held()
        except KeyError:  # it has left the page, and the browser has forgotten it
            continue
        if held != one.shown:
            one.store(held)
            one.shown = held


def try_to_store(store: Callable[[], Saved]) -> None:
    """Store something, now or when the database can be used again, and remember what became of it."""
    _memory().waiting.append(store)
    _store_waiting()


def _store_waiting() -> None:
    """Store what waits, in the order in which it was tapped, as far as the database takes it."""
    memory = _memory()
    while memory.waiting:
        try:
            memory.outcome = memory.waiting[0]().at
        except answering.NotAccepted as refused:
            memory.outcome = say("Not saved. {refused}", refused=refused)
        except answering.Unavailable as unavailable:
            memory.outcome = say("Not saved yet. {unavailable} {waits}", unavailable=unavailable, waits=say(WAITS))
            return
        del memory.waiting[0]


def store_answer(link: str, item: str, value: object) -> None:
    """Store an answer, or take it back when there is none any more."""
    key = token_urlsafe(KEY_BYTES)
    if value is None:
        try_to_store(lambda: answering.clear(desk(), link, item, key=key))
    else:
        try_to_store(lambda: answering.answer(desk(), link, item, value, key=key))


def store_fact(link: str, fact: str, value: object) -> None:
    """Store a fact about the firm, or take it back when there is none any more."""
    key = token_urlsafe(KEY_BYTES)
    if value in (None, ""):
        try_to_store(lambda: answering.clear_fact(desk(), link, fact, key=key))
    else:
        try_to_store(lambda: answering.answer_fact(desk(), link, fact, value, key=key))


def store_note(link: str, item: str, note: object) -> None:
    """Store a note beside an answer."""
    key = token_urlsafe(KEY_BYTES)
    try_to_store(lambda: answering.write_note(desk(), link, item, note or None, key=key))


def say_not_saved(sentence: str) -> None:
    """Let the page say why what stands there is not saved."""
    _memory().outcome = sentence


def show_outcome(place: DeltaGenerator) -> None:
    """Say in ``place`` what became of the last tap, until the next one; read aloud by screen readers."""
    memory = _memory()
    outcome, memory.outcome = memory.outcome, memory.outcome if woken() else ""
    if isinstance(outcome, datetime):
        at = f"{on_their_clock(outcome):%H:%M:%S}"
        sentence, kind = say("Saved at {time}", time=at), "saved"
    else:
        sentence, kind = outcome, "not-saved" if outcome else ""
    with place:
        show(Markup('<p class="outcome {}">{}</p>').format(kind, sentence))


def on_their_clock(at: datetime) -> datetime:
    """Return a time as the clock of the person who answers shows it, as far as their browser tells."""
    try:
        return at.astimezone(ZoneInfo(st.context.timezone or ""))
    except (ValueError, OSError, KeyError):  # no such zone, or none that this server knows
        return at.astimezone()
