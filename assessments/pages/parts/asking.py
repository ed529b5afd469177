"""One question on the page, answered with one tap: lines, options, several, a number, a split over channels, a fact."""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from assessments.answering import AskedFact, AskedItem
from assessments.pages.parts import saving
from assessments.pages.parts.pieces import as_label, paragraph, show
from assessments.pages.parts.splitting import ask_split
from scoring.answers import Unanswered
from scoring.model import Agree, Allocation, Bars, Choice, Item, Multi, NumberItem

DONT_KNOW, NOT_APPLICABLE = Unanswered.DONT_KNOW.value, Unanswered.NOT_APPLICABLE.value


def ask_item(asked: AskedItem) -> None:
    """Put a question on the page, showing what is stored; a tap stores its answer."""
    item = asked.question
    if item.help:
        show(paragraph(item.help, "muted"))
    if isinstance(item, Allocation):
        ask_split(item, asked)
    elif isinstance(item, Multi):
        _ask_several(item, asked)
    elif isinstance(item, NumberItem):
        _ask_number(item, asked)
    else:
        _ask_one(item, asked)
    _ask_note(asked)


def ask_fact(asked: AskedFact) -> None:
    """Put a question about the firm on the page, showing what is stored."""
    fact = asked.question
    labels = {option.id: option.label for option in fact.options}
    label = fact.text
    if fact.type == "choice":
        _radio(fact.id, label, labels, asked.value, saving.store_fact)
    elif fact.type == "multi":
        _checkboxes(fact.id, labels, asked.value or (), saving.store_fact)
    elif fact.type == "number":
        _number_input(fact.id, label, fact.lowest, fact.highest, asked.value, saving.store_fact)
    else:
        _text_input(fact.id, label, asked.value)


def stored(value: object) -> object:
    """Return an answer as widgets hold it: "don't know" and "not applicable" by their names in files."""
    return value.value if isinstance(value, Unanswered) else value


def ways_out(asked: AskedItem) -> dict[object, str]:
    """Return the answers that are always, or just now, good answers beside the question's own."""
    belief = isinstance(asked.question, Agree)
    ways: dict[object, str] = {DONT_KNOW: "Prefer not to say" if belief else "Don't know"}
    if asked.may_be_na:
        ways[NOT_APPLICABLE] = "Does not apply to us"
    return ways


def _ask_one(item: Item, asked: AskedItem) -> None:
    options: dict[object, str] = {}
    if isinstance(item, Bars | Agree):
        options.update(enumerate(item.levels, start=1))
    elif isinstance(item, Choice):
        options.update({option.id: option.label for option in item.options})
    value = None if asked.open else stored(asked.value)
    _radio(item.id, item.text, options | ways_out(asked), value, saving.store_answer)


def _radio(
    id_: str, label: str, options: dict[object, str], value: object, store: Callable[[str, object], None]
) -> None:
    key = f"answer-{id_}"
    st.session_state[key] = value if value in options else None
    st.radio(
        label,
        list(options),
        key=key,
        index=None,
        format_func=lambda option: as_label(options[option]),
        label_visibility="collapsed",
        on_change=lambda: store(id_, st.session_state[key]),
        width="stretch",
    )


def _ask_several(item: Multi, asked: AskedItem) -> None:
    labels = {option.id: option.label for option in item.options}
    value = stored(asked.value)
    chosen = value if isinstance(value, tuple) else ()
    _checkboxes(item.id, labels, chosen, saving.store_answer)
    _checkbox_alone(item.id, "Don't know", value == DONT_KNOW)


def _checkboxes(id_: str, labels: dict[str, str], chosen: Sequence[str], store: Callable[[str, object], None]) -> None:
    keys = {option: f"answer-{id_}-{option}" for option in labels}

    def collect() -> None:
        ticked = [option for option, key in keys.items() if st.session_state[key]]
        store(id_, ticked or None)

    for option, label in labels.items():
        st.session_state[keys[option]] = option in chosen
        st.checkbox(as_label(label), key=keys[option], on_change=collect, width="stretch")


def _checkbox_alone(id_: str, label: str, ticked: bool) -> None:
    """Show a box that stands for not knowing; ticking it takes the place of everything else."""
    key = f"answer-{id_}-{DONT_KNOW}"
    st.session_state[key] = ticked
    st.checkbox(
        label,
        key=key,
        width="stretch",
        on_change=lambda: saving.store_answer(id_, DONT_KNOW if st.session_state[key] else None),
    )


def _ask_number(item: NumberItem, asked: AskedItem) -> None:
    value = stored(asked.value)
    number = value if isinstance(value, int) else None
    _number_input(item.id, item.text, item.lowest, item.highest, number, saving.store_answer)
    _checkbox_alone(item.id, "Don't know", value == DONT_KNOW)


def _number_input(
    id_: str,
    label: str,
    lowest: float | None,
    highest: float | None,
    value: object,
    store: Callable[[str, object], None],
) -> None:
    key = f"answer-{id_}"
    st.session_state[key] = None if value is None else int(value)  # type: ignore[call-overload]
    st.number_input(
        label,
        min_value=None if lowest is None else int(lowest),
        max_value=None if highest is None else int(highest),
        step=1,
        key=key,
        placeholder=f"{lowest:.0f} to {highest:.0f}" if lowest is not None and highest is not None else "",
        label_visibility="collapsed",
        on_change=lambda: store(id_, st.session_state[key]),
        width=240,
    )


def _text_input(id_: str, label: str, value: object) -> None:
    key = f"answer-{id_}"
    st.session_state[key] = value or ""
    st.text_input(
        label,
        key=key,
        max_chars=200,
        label_visibility="collapsed",
        on_change=lambda: saving.store_fact(id_, st.session_state[key]),
    )


def _ask_note(asked: AskedItem) -> None:
    """Offer room for evidence or a comment, folded away until there is one."""
    item = asked.question
    key = f"note-{item.id}"
    st.session_state[key] = asked.note or ""
    with st.expander("Evidence or comment", expanded=bool(asked.note)):
        st.text_area(
            as_label(item.evidence or "Anything the reader of the result should know"),
            key=key,
            max_chars=2000,
            on_change=partial(_store_note, item.id, key),
        )


def _store_note(item: str, key: str) -> None:
    saving.store_note(item, st.session_state[key])
