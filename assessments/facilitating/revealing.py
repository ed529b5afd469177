"""Revealing the answers to one question: frozen, in groups large enough, and never so that a few can be found out.

What is revealed is weighed against everything that was shown before. Where the present answers would give somebody
away, newcomers wait; where that is not enough, nothing new is shown.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assessments.answering.showing import PLACE, REPORT
from assessments.facilitating.ground import Changes, Ground
from assessments.storage.releases import Voice
from assessments.workshop.withholding import WITHHELD, WITHHELD_BESIDE, WITHHELD_SINCE
from scoring.agreement import name_finding
from scoring.model import Item
from scoring.privacy import may_be_shown, showable_groups
from scoring.tallies import count, difference, median, most_chosen

Said = Mapping[str, Voice]  # by name


@dataclass(frozen=True, slots=True)
class Group:
    """People whose answers would be shown together; no roles means everybody."""

    roles: tuple[str, ...]
    people: tuple[str, ...]


def reveal(ground: Ground, item: str, round_: int) -> None:
    """Show the answers to a question in the round it is in."""
    said = ground.voices.get(item, {})
    before = ground.sets_of(item)
    groups = _groups_that_may(ground, item, said, before)
    beside = groups is not None and _tells_beside_the_result(ground, item, groups[0])
    if groups is None or beside:
        ground.show(item, round_, {}, [], _withheld(ground, WITHHELD_BESIDE if beside else _why(before)))
        return
    voices = {item: {name: said[name].change for name in groups[0].people}}
    question = ground.method.questionnaire.item_by_id[item]
    people = [list(group.people) for group in groups]
    ground.show(item, round_, voices, people, _shown(ground, question, said, groups))


def _groups_that_may(ground: Ground, item: str, said: Said, before: Sequence[Changes]) -> tuple[Group, ...] | None:
    for groups in _pictures(ground, item, said, before):
        sets = [{name: said[name].change for name in group.people} for group in groups]
        if may_be_shown(before, sets, ground.workshop.minimum):
            return groups
    return None


def _pictures(ground: Ground, item: str, said: Said, before: Sequence[Changes]) -> Iterator[tuple[Group, ...]]:
    """Yield what could be shown, the most telling first: by role, then together, then without newcomers."""
    known = {name for shown in before for name in shown}
    for names in (sorted(said), [name for name in sorted(said) if name in known]):
        everybody = Group((), tuple(names))
        apart = _by_role(ground, names)
        if len(apart) > 1 and all(_enough(ground, item, group) for group in apart):
            yield (everybody, *apart)
        if _enough(ground, item, everybody):
            yield (everybody,)


def _by_role(ground: Ground, names: Sequence[str]) -> list[Group]:
    roles = {name: ground.seats[name].role or "" for name in names}
    heads = {role: list(roles.values()).count(role) for role in sorted(set(roles.values()))}
    return [
        Group(some, tuple(name for name in names if roles[name] in some))
        for some in showable_groups(heads, ground.workshop.minimum)
    ]


def _enough(ground: Ground, item: str, group: Group) -> bool:
    return ground.given(item, group.people).total() >= ground.workshop.minimum


def _tells_beside_the_result(ground: Ground, item: str, everybody: Group) -> bool:
    """Return whether a result with the points of this question was shown, and a role answered it with few people."""
    results = [one for one in ground.before if one.item in (PLACE, REPORT) and not one.shown["withheld"]]
    pointed = any(item in one.voices and item not in one.shown["without_points"] for one in results)
    return pointed and ground.is_uneven(item, everybody.people)


def _shown(ground: Ground, question: Item, said: Said, groups: Sequence[Group]) -> dict[str, Any]:
    counts = [count(question, (said[name].value for name in group.people)) for group in groups]
    apart, overall = difference(question, counts[1:] or counts), difference(question, counts[:1])
    everybody = groups[0].people
    return {
        "groups": [_told(question, group, told) for group, told in zip(groups, counts, strict=True)],
        "dont_know": len(everybody) - ground.given(question.id, everybody).total(),
        "most": list(most_chosen(counts[0])),
        "ad": overall and overall.ad,
        "finding": apart and overall and name_finding(ground.method, max(apart.ad, overall.ad), apart.eta2),
        "kept": sum(said[name].round == 1 for name in everybody),
        "late": sum(ground.seats[name].late for name in everybody),
        "withheld": None,
    }


def _told(question: Item, group: Group, counts: tuple[int, ...]) -> dict[str, Any]:
    middle = median(question, counts)
    return {"roles": list(group.roles), "people": len(group.people), "counts": list(counts), "median": middle}


def _why(before: Sequence[Changes]) -> str:
    return WITHHELD_SINCE if before else WITHHELD


def _withheld(ground: Ground, sentence: str) -> dict[str, Any]:
    nothing = {"groups": [], "dont_know": 0, "most": [], "ad": None, "finding": None, "kept": 0, "late": 0}
    return {**nothing, "withheld": sentence.format(minimum=ground.workshop.minimum)}
