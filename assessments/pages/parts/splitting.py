"""A hundred contacts divided over channels: an input that adds itself up and is saved only when it is whole."""

from collections.abc import Callable
from functools import partial

import streamlit as st
from markupsafe import Markup

from assessments.answering import AskedItem
from assessments.pages.parts.desk import link
from assessments.pages.parts.pieces import as_label, bar, show
from assessments.pages.parts.saving import fill, listen, say_not_saved, settle
from scoring.model import Allocation

WHOLE = 100

Split = dict[str, int | None]  # by channel; None where nothing has been entered
Store = Callable[[object], None]


def ask_split(item: Allocation, asked: AskedItem, store: Store) -> None:
    """Put one number per channel on the page, with what is left to give; stores the split once it adds up."""
    saved = asked.value if isinstance(asked.value, dict) else None
    split = draft_of(item.id) or {option.id: saved and int(saved[option.id]) for option in item.options}
    keys = {option.id: f"answer-{item.id}-{option.id}" for option in item.options}
    keep = partial(_keep, (link(), item.id), store)
    for channel, key in keys.items():
        fill(key, split[channel])
    listen(item.id, split, lambda: {channel: st.session_state[key] for channel, key in keys.items()}, keep)
    with st.container(key=f"channels-{item.id}"):
        for option in item.options:
            _ask_share(option.label, keys[option.id])
    _show_total(item.id, split, bool(saved))
    _offer_rest(item, split, keep)


def _ask_share(label: str, key: str) -> None:
    st.number_input(as_label(label), min_value=0, max_value=WHOLE, step=1, key=key, placeholder="0", on_change=settle)


def replacing_draft(item: str, store: Store) -> Store:
    """Return ``store`` such that what it stores takes the place of a split that was begun."""
    place = (link(), item)

    def stored(value: object) -> None:
        _drafts().pop(place, None)
        store(value)

    return stored


def draft_of(item: str) -> Split | None:
    """Return the split that was begun in this browser and does not add up yet."""
    return _drafts().get((link(), item))


def unfinished(item: str) -> str:
    """Say what is missing in a split that was begun; empty when nothing is."""
    draft = draft_of(item)
    if draft is None or all(share is None for share in draft.values()):
        return ""
    total = _total(draft)
    return f"{total} of {WHOLE} given, {_difference(total)}"


def _drafts() -> dict[tuple[str, str], Split]:
    return st.session_state.setdefault("drafts", {})


def _keep(place: tuple[str, str], store: Store, split: Split) -> None:
    """Store a whole split; keep one that is not whole as a draft, and say so."""
    total = _total(split)
    if total == WHOLE:
        store({option: share or 0 for option, share in split.items()})
    else:
        _drafts()[place] = split
        say_not_saved(f"Not saved yet: {total} of {WHOLE} given, {_difference(total)}.")


def _total(split: Split) -> int:
    return sum(share or 0 for share in split.values())


def _difference(total: int) -> str:
    return f"{WHOLE - total} left" if total <= WHOLE else f"{total - WHOLE} too many"


def _show_total(item: str, split: Split, saved: bool) -> None:
    total = _total(split)
    if total == WHOLE:
        sentence = f"These add up to {WHOLE}."
    else:
        sentence = f"{total} of {WHOLE} given, {_difference(total)}. Saved as soon as they add up to {WHOLE}."
    if saved and total != WHOLE:
        sentence += " Until then, the answer saved before counts."
    kind = "partial" if draft_of(item) else "whole"
    show(Markup('<div class="total {}">{}<p>{}</p></div>').format(kind, bar(min(total, WHOLE)), sentence))


def _offer_rest(item: Allocation, split: Split, keep: Store) -> None:
    """Offer to give what is left to the channel that has most already."""
    left = WHOLE - _total(split)
    if 0 < left < WHOLE:
        largest = max(item.options, key=lambda option: split[option.id] or 0)
        st.button(
            f"Give the remaining {left} to: {as_label(largest.label)}",
            key=f"rest-{item.id}",
            on_click=keep,
            args=({**split, largest.id: (split[largest.id] or 0) + left},),
        )
