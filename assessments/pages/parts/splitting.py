"""A hundred contacts divided over channels: an input that adds itself up and is saved only when it is whole."""

from collections.abc import Callable
from functools import partial

import streamlit as st
from markupsafe import Markup

from assessments.languages import say
from assessments.pages.parts.desk import link
from assessments.pages.parts.pieces import as_label, bar, show
from assessments.pages.parts.saving import draw, fill, listen, say_not_saved, settle
from scoring.model import Allocation

WHOLE = 100

Split = dict[str, int | None]  # by channel; None where nothing has been entered
Place = tuple[str, str, bool]  # link, item, and whether it is only a trial
Store = Callable[[object], None]


def ask_split(item: Allocation, value: object, store: Store, *, trial: bool = False) -> None:
    """Put one number per channel on the page, with what is left to give; ``store`` gets the split once it adds up."""
    saved = value if isinstance(value, dict) else None
    place = (link(), item.id, trial)
    split = _drafts().get(place) or {option.id: saved and int(saved[option.id]) for option in item.options}
    keys = {option.id: f"answer-{item.id}-{option.id}" for option in item.options}
    keep = partial(_keep, place, store)
    for channel, key in keys.items():
        fill(key, split[channel])
    listen(item.id, split, lambda: {channel: st.session_state[key] for channel, key in keys.items()}, keep)
    with st.container(key=f"channels-{item.id}"):
        for option in item.options:
            _ask_share(option.label, keys[option.id], split[option.id])
    _show_total(split, bool(saved), begun=place in _drafts())
    _offer_rest(item, split, keep)


def _ask_share(label: str, key: str, shown: int | None) -> None:
    share = partial(st.number_input, as_label(label), min_value=0, max_value=WHOLE, step=1, placeholder="0")
    draw(share, key, shown, on_change=settle)


def replacing_draft(item: str, store: Store, *, trial: bool = False) -> Store:
    """Return ``store`` such that what it stores takes the place of a split that was begun."""
    place = (link(), item, trial)

    def stored(value: object) -> None:
        _drafts().pop(place, None)
        store(value)

    return stored


def unfinished(item: str) -> str:
    """Say what is missing in a split that was begun in this browser and does not add up; empty for any other."""
    draft = _drafts().get((link(), item, False), {})
    if all(share is None for share in draft.values()):
        return ""
    return say(
        "{total} of {whole} given, {difference}",
        total=_total(draft),
        whole=WHOLE,
        difference=_difference(_total(draft)),
    )


def _drafts() -> dict[Place, Split]:
    return st.session_state.setdefault("drafts", {})


def _keep(place: Place, store: Store, split: Split) -> None:
    """Store a whole split; keep one that is not whole as a draft, and say so."""
    total = _total(split)
    if total == WHOLE:
        store({option: share or 0 for option, share in split.items()})
    else:
        _drafts()[place] = split
        say_not_saved(
            say(
                "Not saved yet: {total} of {whole} given, {difference}.",
                total=total,
                whole=WHOLE,
                difference=_difference(total),
            )
        )


def _total(split: Split) -> int:
    return sum(share or 0 for share in split.values())


def _difference(total: int) -> str:
    return (
        say("{number} left", number=WHOLE - total) if total <= WHOLE else say("{number} too many", number=total - WHOLE)
    )


def _show_total(split: Split, saved: bool, *, begun: bool) -> None:
    total = _total(split)
    if total == WHOLE:
        sentence = say("These add up to {whole}.", whole=WHOLE)
    else:
        sentence = say(
            "{total} of {whole} given, {difference}. It counts as soon as they add up to {whole}.",
            total=total,
            whole=WHOLE,
            difference=_difference(total),
        )
    if saved and total != WHOLE:
        sentence += " " + say("Until then, the answer before counts.")
    kind = "partial" if begun else ""
    show(Markup('<div class="total {}">{}<p>{}</p></div>').format(kind, bar(min(total, WHOLE)), sentence))


def _offer_rest(item: Allocation, split: Split, keep: Store) -> None:
    """Offer to give what is left to the channel that has most already."""
    left = WHOLE - _total(split)
    if 0 < left < WHOLE:
        largest = max(item.options, key=lambda option: split[option.id] or 0)
        st.button(
            say("Give the remaining {left} to: {channel}", left=left, channel=as_label(largest.label)),
            key=f"rest-{item.id}",
            on_click=keep,
            args=({**split, largest.id: (split[largest.id] or 0) + left},),
        )
