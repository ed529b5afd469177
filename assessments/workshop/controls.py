"""What each control of the facilitator makes of a workshop."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import get_args

from assessments.workshop import stepping
from assessments.workshop.programme import Phase
from assessments.workshop.sentences import NotNow
from assessments.workshop.standing import ItemStanding, Standing, begin


@dataclass(frozen=True, slots=True)
class Control:
    """A press of a button; ``item`` is a question or, to go somewhere, a phase. Empty means all, or the one of now."""

    name: str
    item: str = ""
    confirmed: bool = False


def decide(standing: Standing, control: Control, at: datetime) -> Standing:
    """Return how the workshop stands after a control that was pressed ``at``; raises NotNow."""
    if control.name not in CONTROLS:
        raise NotNow("control")
    if standing.phase == "ended":
        raise NotNow("ended")
    return CONTROLS[control.name](standing, control, at)


def _next(standing: Standing, control: Control, at: datetime) -> Standing:
    ahead = stepping.forward(standing, at)
    if ahead.phase == "ended" and not control.confirmed:
        raise NotNow("confirm_end")
    return ahead


def _back(standing: Standing, _control: Control, at: datetime) -> Standing:
    return stepping.backward(standing, at)


def _go(standing: Standing, control: Control, at: datetime) -> Standing:
    known: tuple[Phase, ...] = get_args(Phase)
    for phase in known:
        if phase == control.item:
            return stepping.go_to_phase(standing, phase, at)
    return stepping.go_to_topic(standing, control.item, at)


def _skip(standing: Standing, control: Control, at: datetime) -> Standing:
    ahead = _next(standing, control, at)
    passed_over = set() if standing.current is None else {standing.current}
    return replace(ahead, skipped=standing.skipped | passed_over)


def _end(standing: Standing, control: Control, at: datetime) -> Standing:
    if not control.confirmed:
        raise NotNow("confirm_end")
    return stepping.enter(standing, "ended", at)


def _open(standing: Standing, control: Control, _at: datetime) -> Standing:
    """Let people answer a question, or every one whose answers nobody has seen, in its present round."""
    if not control.item:
        ready = [item for item, one in standing.items.items() if one.can_open and one.round == 1]
        if not ready:
            raise NotNow("nothing_to_open")
        return standing.with_items(ready, ItemStanding.opened)
    one = standing.item(control.item)
    if one.state == "open":
        raise NotNow("open_already")
    if one.shown:
        raise NotNow("shown_already")
    return standing.with_items([control.item], ItemStanding.opened)


def _close(standing: Standing, control: Control, at: datetime) -> Standing:
    closing = [control.item] if control.item else list(standing.open_items)
    if not closing:
        raise NotNow("nothing_open")
    if standing.item(closing[0]).state != "open":
        raise NotNow("not_open")
    return standing.with_items(closing, lambda one: one.closed(at))


def _reveal(standing: Standing, control: Control, at: datetime) -> Standing:
    """Show a question's answers, whoever has not answered yet; without a question, lift the curtain."""
    item = control.item or (standing.current if standing.phase in stepping.OF_TOPICS and not standing.curtain else "")
    if not item:
        if not standing.curtain:
            raise NotNow("visible_already")
        return replace(standing, curtain=False)
    one = standing.item(item)
    if standing.phase not in stepping.OF_TOPICS:
        raise NotNow("not_talk")
    if one.state == "revealed" and standing.current == item:
        raise NotNow("visible_already")
    moved = standing if standing.current == item else stepping.stop_at(standing, item, at)
    return replace(moved.with_items([item], ItemStanding.revealed), curtain=False)


def _hide(standing: Standing, control: Control, _at: datetime) -> Standing:
    if control.item:
        if standing.item(control.item).state != "revealed":
            raise NotNow("not_revealed")
        return standing.with_items([control.item], ItemStanding.hidden)
    if standing.curtain:
        raise NotNow("hidden_already")
    return replace(standing, curtain=True)


def _second_round(standing: Standing, control: Control, _at: datetime) -> Standing:
    item = control.item or standing.current
    if not item:
        return stepping.ask_again(standing)
    one = standing.item(item)
    if one.round > 1:
        raise NotNow("second_already")
    if not one.shown:
        raise NotNow("first_round")
    return replace(standing.with_items([item], ItemStanding.asked_again), curtain=False)


def _reset(standing: Standing, control: Control, at: datetime) -> Standing:
    """Take back the answers to a question, or to all of them; what was answered leaves by the caller's hand."""
    if control.item:
        standing.item(control.item)
    if not control.confirmed:
        raise NotNow("confirm_reset_item" if control.item else "confirm_reset")
    if control.item:
        return standing.with_items([control.item], lambda _: ItemStanding())
    return begin(standing.minutes, standing.invited, standing.items, at)


CONTROLS: dict[str, Callable[[Standing, Control, datetime], Standing]] = {
    "next": _next,
    "back": _back,
    "go": _go,
    "skip": _skip,
    "open": _open,
    "close": _close,
    "reveal": _reveal,
    "hide": _hide,
    "second_round": _second_round,
    "reopen": _open,
    "reset": _reset,
    "end": _end,
}
