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
        ground.show(kind, 1, {}, [], {"withheld": True, "uneven": [], "without_points": []})
        return
    last = ground.before[-1] if ground.before else None
    if kind == REPORT and last is not None and (last.item, last.voices) == (kind, answers):
        return  # looked at again
    uneven = [item for item, said in sorted(answers.items()) if ground.is_uneven(item, said)]
    hidden = sorted(hidden_by(ground.method, ground.workshop.standing.items, _counted_out(ground, uneven)))
    ground.show(kind, 1, answers, [people], {"withheld": False, "uneven": uneven, "without_points": hidden})


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
