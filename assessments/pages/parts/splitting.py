"""A hundred contacts divided over channels: an input that adds itself up and is saved only when it is whole."""

import streamlit as st
from markupsafe import Markup

from assessments.answering import AskedItem
from assessments.pages.parts import saving
from assessments.pages.parts.pieces import as_label, bar, show
from scoring.answers import Unanswered
from scoring.model import Allocation

WHOLE = 100


def ask_split(item: Allocation, asked: AskedItem) -> None:
    """Put one number per channel on the page, with what is left to give; stores the split once it adds up."""
    draft = _draft(item, asked)
    with st.container(key=f"channels-{item.id}"):
        for option in item.options:
            key = _key(item, option.id)
            st.session_state[key] = draft[option.id]
            st.number_input(
                as_label(option.label), min_value=0, max_value=WHOLE, step=1, key=key, on_change=_changed, args=(item,)
            )
    _show_total(sum(draft.values()), asked)
    _offer_rest(item, draft)
    _offer_unknown(item, asked)


def _key(item: Allocation, option: str) -> str:
    return f"answer-{item.id}-{option}"


def _draft(item: Allocation, asked: AskedItem) -> dict[str, int]:
    """Return what stands in the boxes: what is being typed, else what is stored, else nothing yet."""
    typed = st.session_state.get(f"draft-{item.id}")
    if typed is not None:
        return typed
    saved = asked.value if isinstance(asked.value, dict) else {}
    return {option.id: int(saved.get(option.id, 0)) for option in item.options}


def _changed(item: Allocation) -> None:
    _store(item, {option.id: int(st.session_state[_key(item, option.id)] or 0) for option in item.options})


def _store(item: Allocation, split: dict[str, int]) -> None:
    """Store a whole split; keep one that is not whole as a draft, and say so."""
    total = sum(split.values())
    if total == WHOLE:
        st.session_state.pop(f"draft-{item.id}", None)
        saving.store_answer(item.id, split)
    else:
        st.session_state[f"draft-{item.id}"] = split
        saving.say_not_saved(f"Not saved yet: {total} of {WHOLE} are given.")


def _show_total(total: int, asked: AskedItem) -> None:
    if total == WHOLE:
        sentence = "These add up to 100."
    elif total > WHOLE:
        sentence = f"These add up to {total}: {total - WHOLE} too many. Saved as soon as they add up to 100."
    elif total == 0 and asked.value is Unanswered.DONT_KNOW:
        sentence = "Answered: don't know."
    else:
        sentence = f"{total} of 100 given, {WHOLE - total} left. Saved as soon as they add up to 100."
    kind = "partial" if total not in (0, WHOLE) else "whole"
    show(Markup('<div class="total {}">{}<p role="status">{}</p></div>').format(kind, bar(min(total, WHOLE)), sentence))


def _offer_rest(item: Allocation, draft: dict[str, int]) -> None:
    """Offer to give what is left to the channel that has most already."""
    left = WHOLE - sum(draft.values())
    if 0 < left < WHOLE:
        largest = max(item.options, key=lambda option: draft[option.id])
        st.button(
            f"Give the remaining {left} to: {as_label(largest.label)}",
            key=f"rest-{item.id}",
            on_click=_store,
            args=(item, {**draft, largest.id: draft[largest.id] + left}),
        )


def _offer_unknown(item: Allocation, asked: AskedItem) -> None:
    key = f"answer-{item.id}-unknown"
    st.session_state[key] = asked.value is Unanswered.DONT_KNOW

    def changed() -> None:
        st.session_state.pop(f"draft-{item.id}", None)
        saving.store_answer(item.id, Unanswered.DONT_KNOW.value if st.session_state[key] else None)

    st.checkbox("Don't know", key=key, on_change=changed, width="stretch")
