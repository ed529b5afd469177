"""Releasing a result to the room or to paper: which answers count in it, and what of it may have numbers."""

from collections.abc import Mapping

from assessments.answering.showing import CUSTOMERS, PLACE, REPORT
from assessments.facilitating.ground import Changes, Ground
from scoring.privacy import may_be_shown
from scoring.withholding import hidden_by

Answers = dict[str, Changes]  # by question


def release_result(ground: Ground, kind: str) -> None:
    """Show the result that follows from what was answered about customers or, of any other ``kind``, to everything."""
    answers = _people_that_may(ground, kind, _answers_that_may(ground, kind))
    people = sorted({name for said in answers.values() for name in said})
    if len(people) < ground.workshop.minimum:
        ground.show(kind, 1, {}, [], {"withheld": True, "uneven": [], "without_points": [], "customers": 0})
        return
    customers = _customers_that_may(ground)
    if kind == REPORT and _is_shown(ground, answers, customers):
        return  # looked at again
    uneven = [item for item, said in sorted(answers.items()) if ground.is_uneven(item, said)]
    hidden = sorted(hidden_by(ground.method, ground.workshop.standing.items, _counted_out(ground, uneven)))
    shown = {"withheld": False, "uneven": uneven, "without_points": hidden, "customers": customers}
    ground.show(kind, 1, answers, [people], shown)


def _is_shown(ground: Ground, answers: Answers, customers: int) -> bool:
    """Return whether the last thing that was shown is a report of just this."""
    last = ground.before[-1] if ground.before else None
    return last is not None and (last.item, last.voices) == (REPORT, answers) and last.shown["customers"] == customers


def _customers_that_may(ground: Ground) -> int:
    """Return how many customers count, first come first: no few of them can be told from those shown before."""
    counted = max((one.shown.get("customers", 0) for one in ground.before), default=0)
    return ground.customers if ground.customers - counted >= ground.workshop.minimum else counted


def _answers_that_may(ground: Ground, kind: str) -> Answers:
    """Return the answers to every question of which enough people gave one, as new as they may be shown."""
    questionnaire = ground.method.questionnaire
    items = questionnaire.customers if kind == CUSTOMERS else questionnaire.items
    answers = {item.id: _newest(ground, item.id) for item in items if ground.voices.get(item.id)}
    return {item: said for item, said in answers.items() if said}


def _newest(ground: Ground, item: str) -> Changes:
    """Return the answers to a question that may count: now, without newcomers, or as they were shown the last time."""
    now = {name: voice.change for name, voice in ground.voices[item].items()}
    before = ground.sets_of(item)
    known = {name for shown in before for name in shown}
    old = {name: change for name, change in now.items() if name in known}
    for possible in (now, old):
        if _enough(ground, item, possible) and may_be_shown(before, [possible], ground.workshop.minimum):
            return possible
    return next((one.voices[item] for one in reversed(ground.before) if item in one.voices), {})


def _enough(ground: Ground, item: str, said: Changes) -> bool:
    """Return whether a question was answered by enough people, or all who were asked do not know."""
    values = ground.given(item, said).total()
    return len(said) >= ground.workshop.minimum and (values == 0 or values >= ground.workshop.minimum)


def _people_that_may(ground: Ground, kind: str, answers: Answers) -> Answers:
    """Return the answers, without newcomers where these are too few, or as they were shown the last time."""
    alike = (kind,) if kind == CUSTOMERS else (PLACE, REPORT)
    earlier = [one for one in ground.before if one.item in alike and one.voices]
    if not earlier:
        return answers
    if any(name not in ground.seats for said in answers.values() for name in said):
        return earlier[-1].voices  # one question had to stay as it was, with somebody who is left out now
    known = set(earlier[-1].groups[0])
    old = {item: {name: change for name, change in said.items() if name in known} for item, said in answers.items()}
    told = [_as_told(one.voices) for one in earlier]
    for possible in (answers, old):
        if may_be_shown(told, [_as_told(possible)], ground.workshop.minimum):
            return possible
    return earlier[-1].voices


def _as_told(answers: Mapping[str, Changes]) -> dict[str, str]:
    """Return, per person, everything of theirs that counts in a result, as one answer."""
    people = sorted({name for said in answers.values() for name in said})
    return {name: str([(item, said.get(name)) for item, said in sorted(answers.items())]) for name in people}


def _counted_out(ground: Ground, uneven: list[str]) -> set[str]:
    """Return the uneven questions whose answers were counted out or, as the customers' of a quick scan, may be yet."""
    told = {one.item for one in ground.before if one.groups}
    if ground.workshop.assessment.variant == "quick":
        told |= {item.id for item in ground.method.questionnaire.customers}
    return told & set(uneven)
