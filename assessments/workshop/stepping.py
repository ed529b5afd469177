"""Going through the programme, forwards and backwards; what is left behind open is closed."""

from dataclasses import replace
from datetime import datetime

from assessments.workshop.programme import Phase
from assessments.workshop.sentences import NotNow
from assessments.workshop.standing import ItemStanding, Standing

OF_TOPICS: tuple[Phase, ...] = ("talk", "again")
STAYS_OPEN: tuple[Phase, ...] = ("lobby", "alone")  # who was invited may answer while people arrive


def forward(standing: Standing, at: datetime) -> Standing:
    """Return the next stop: the next topic, or the next phase."""
    stops = standing.stops(standing.phase)
    here = _here(standing, stops)
    if here + 1 < len(stops):
        return stop_at(standing, stops[here + 1], at)
    return enter(standing, standing.phases[standing.phases.index(standing.phase) + 1], at)


def backward(standing: Standing, at: datetime) -> Standing:
    """Return the stop before; nothing is opened by going back. Raises NotNow at the beginning."""
    stops = standing.stops(standing.phase)
    here = _here(standing, stops)
    if here > 0:
        return stop_at(standing, stops[here - 1], at)
    place = standing.phases.index(standing.phase)
    if place == 0:
        raise NotNow("first")
    return _settle(standing, standing.phases[place - 1], at, last=True)


def go_to_phase(standing: Standing, phase: Phase, at: datetime) -> Standing:
    """Return the workshop at the beginning of a phase; raises NotNow for one that is not in its programme."""
    if phase not in standing.phases or phase == "ended":
        raise NotNow("nowhere")
    ahead = standing.phases.index(phase) > standing.phases.index(standing.phase)
    return enter(standing, phase, at) if ahead else _settle(standing, phase, at)


def go_to_topic(standing: Standing, item: str, at: datetime) -> Standing:
    """Return the workshop at a topic, which is skipped no more; raises NotNow outside the talk."""
    if item not in standing.topics:
        raise NotNow("nowhere")
    if standing.phase not in OF_TOPICS:
        raise NotNow("not_talk")
    return stop_at(replace(standing, skipped=standing.skipped - {item}), item, at)


def enter(standing: Standing, phase: Phase, at: datetime) -> Standing:
    """Return the workshop at the beginning of a later phase, with the questions open that it asks."""
    there = _settle(standing, phase, at)
    if phase == "alone":
        ready = [item for item, one in there.items.items() if one.can_open]
        return there.with_items(ready, ItemStanding.opened)
    if phase == "again":
        return ask_again(there) if _can_be_asked_again(there) else there
    return there


def ask_again(standing: Standing) -> Standing:
    """Return the second round open for everything that was talked about; raises NotNow when that is nothing."""
    items = _can_be_asked_again(standing)
    if not items:
        raise NotNow("nothing_again")
    return standing.with_items(items, ItemStanding.asked_again)


def stop_at(standing: Standing, item: str | None, at: datetime) -> Standing:
    """Return the workshop at one topic, with whatever was open closed."""
    return replace(_closed(standing, at), current=item, since=at, curtain=False)


def _settle(standing: Standing, phase: Phase, at: datetime, *, last: bool = False) -> Standing:
    left = standing if phase in STAYS_OPEN else _closed(standing, at)
    stops = left.stops(phase)
    there = replace(left, phase=phase, current=stops[-1 if last else 0])
    return replace(there, since=at, step_since=at, curtain=False)


def _closed(standing: Standing, at: datetime) -> Standing:
    return standing.with_items(standing.open_items, lambda one: one.closed(at))


def _can_be_asked_again(standing: Standing) -> list[str]:
    return [item for item in standing.to_talk_about if standing.items[item].can_be_asked_again]


def _here(standing: Standing, stops: tuple[str | None, ...]) -> int:
    """Return which stop the workshop is at; a topic that is none any more counts as before the first."""
    return stops.index(standing.current) if standing.current in stops else -1
