"""One question on the page, answered with one tap: lines, options, several, a number, a split over channels, a fact."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from assessments.answering import AskedFact, AskedItem
from assessments.languages import number, say
from assessments.pages.parts.desk import link
from assessments.pages.parts.pieces import as_label, paragraph, show
from assessments.pages.parts.saving import draw, fill, listen, settle, store_answer, store_note
from assessments.pages.parts.splitting import ask_split, replacing_draft
from scoring.answers import Unanswered
from scoring.model import Agree, Allocation, Bars, Choice, Item, Multi, NumberItem

DONT_KNOW, NOT_APPLICABLE = Unanswered.DONT_KNOW.value, Unanswered.NOT_APPLICABLE.value

Store = Callable[[object], None]


def ask_item(asked: AskedItem) -> None:
    """Put a question on the page, showing what is stored; a tap stores its answer."""
    ask_answer(asked, partial(store_answer, link(), asked.question.id))
    _ask_note(asked)


def ask_answer(asked: AskedItem, store: Store, *, trial: bool = False) -> None:
    """Put the ways to answer a question on the page; what is tapped goes to ``store``, None for nothing any more."""
    item = asked.question
    store = replacing_draft(item.id, store, trial=trial)
    value = None if asked.open else _as_held(asked.value)
    if item.help:
        show(paragraph(item.help, "muted"))
    if isinstance(item, Allocation):
        ask_split(item, asked.value, store, trial=trial)
    elif isinstance(item, Multi):
        labels: dict[object, str] = {option.id: option.label for option in item.options}
        _checkboxes(item.id, labels, value if isinstance(value, tuple) else (), store)
    elif isinstance(item, NumberItem):
        _number(item.id, item.text, item.lowest, item.highest, value if isinstance(value, int) else None, store)
    else:
        _radio(item.id, item.text, _lines(item) | _ways_out(asked), value, store)
    if isinstance(item, Allocation | Multi | NumberItem):
        _dont_know(item.id, value == DONT_KNOW, store)


def ask_fact(asked: AskedFact, store: Store) -> None:
    """Put a question about the firm on the page, showing what is stored; None is stored for nothing any more."""
    fact, value = asked.question, asked.value
    labels: dict[object, str] = {option.id: option.label for option in fact.options}
    if not asked.needed:
        show(paragraph(say("Leave it blank if you do not know."), "muted"))
    if fact.type == "choice":
        _radio(fact.id, fact.text, labels, value, store)
    elif fact.type == "multi":
        _checkboxes(fact.id, labels, value if isinstance(value, tuple) else (), store)
    elif fact.type == "number":
        _number(fact.id, fact.text, fact.lowest, fact.highest, value, store)
    else:
        _text(fact.id, fact.text, value, store)


def _ways_out(asked: AskedItem) -> dict[object, str]:
    """Return the answers that are always, or just now, good answers beside the question's own."""
    belief = isinstance(asked.question, Agree)
    ways: dict[object, str] = {DONT_KNOW: say("Prefer not to say") if belief else say("Don't know")}
    if asked.may_be_na:
        ways[NOT_APPLICABLE] = say("Does not apply to us")
    return ways


def _as_held(value: object) -> object:
    """Return an answer as widgets hold it: "don't know" and "not applicable" by their names in files."""
    return value.value if isinstance(value, Unanswered) else value


def _lines(item: Item) -> dict[object, str]:
    if isinstance(item, Bars | Agree):
        return dict(enumerate(item.levels, start=1))
    return {option.id: option.label for option in item.options} if isinstance(item, Choice) else {}


def _radio(id_: str, label: str, options: dict[object, str], value: object, store: Store) -> None:
    key = f"answer-{id_}"
    shown = value if value in options else None
    fill(key, shown)
    listen(id_, shown, lambda: st.session_state[key], store)
    radio = partial(st.radio, label, list(options), format_func=lambda option: as_label(options[option]))
    draw(radio, key, shown, label_visibility="collapsed", on_change=settle, width="stretch")


def _checkboxes(id_: str, labels: dict[object, str], chosen: tuple[object, ...], store: Store) -> None:
    keys = {option: f"answer-{id_}-{option}" for option in labels}
    shown = tuple(option for option in keys if option in chosen)

    def ticked() -> tuple[object, ...]:
        return tuple(option for option, key in keys.items() if st.session_state[key])

    for option, key in keys.items():
        fill(key, option in shown)
    listen(id_, shown, ticked, lambda ticks: store(ticks or None))
    for option, label in labels.items():
        draw(partial(st.checkbox, as_label(label)), keys[option], option in shown, on_change=settle, width="stretch")


def _dont_know(id_: str, shown: bool, store: Store) -> None:
    """Show a box that stands for not knowing; ticking it takes the place of everything else."""
    key = f"answer-{id_}-{DONT_KNOW}"
    fill(key, shown)
    listen(f"{id_}-{DONT_KNOW}", shown, lambda: st.session_state[key], lambda on: store(DONT_KNOW if on else None))
    draw(partial(st.checkbox, say("Don't know")), key, shown, on_change=settle, width="stretch")


def _number(id_: str, label: str, lowest: float | None, highest: float | None, value: object, store: Store) -> None:
    key = f"answer-{id_}"
    shown = int(value) if isinstance(value, int | float) else None
    fill(key, shown)
    listen(id_, shown, lambda: st.session_state[key], store)
    entry = partial(
        st.number_input,
        label,
        min_value=None if lowest is None else int(lowest),
        max_value=None if highest is None else int(highest),
        step=1,
        placeholder=""
        if lowest is None or highest is None
        else say("{lowest} to {highest}", lowest=number(lowest), highest=number(highest)),
    )
    draw(entry, key, shown, label_visibility="collapsed", on_change=settle, width=240)


def _text(id_: str, label: str, value: object, store: Store) -> None:
    key = f"answer-{id_}"
    shown = value or ""
    fill(key, shown)
    listen(id_, shown, lambda: st.session_state[key], store)
    entry = partial(st.text_input, label, max_chars=200, live=True)
    draw(entry, key, shown, label_visibility="collapsed", on_change=settle)


def _ask_note(asked: AskedItem) -> None:
    """Offer room for evidence or a comment, folded away until there is one."""
    item = asked.question
    key = f"note-{item.id}"
    shown = asked.note or ""
    fill(key, shown)
    listen(key, shown, lambda: st.session_state[key], partial(store_note, link(), item.id))
    label = as_label(item.evidence or say("Anything the reader of the result should know"))
    with st.expander(say("Evidence or comment"), expanded=bool(asked.note)):
        draw(partial(st.text_area, label, max_chars=2000), key, shown, on_change=settle)
