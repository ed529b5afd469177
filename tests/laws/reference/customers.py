"""The method word by word, from customers' habits to destinations."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from scoring.answers import Assessment, Value
from scoring.model import Allocation, ContactTerm, Habit, Questionnaire, ShareTerm
from tests.laws.reference.hearing import NEARLY, Answers, balanced, is_asked, weighted

Mix = Mapping[str, float]  # option to percent


@dataclass
class Customers:
    """What is known about a group of customers."""

    scores: Mapping[str, float | None]
    mixes: Mapping[str, Mix | None]
    answered: Collection[str]


@dataclass
class Called:
    mobile: float | None
    social: float | None
    share: float | None
    stage: int | None
    borderline: bool


def mix_of(assessment: Assessment, item: Allocation, valid: Answers) -> Mix | None:
    """The role-balanced mean share of contacts per option."""
    mix = {}
    for option in item.options:
        by_role = {role: sum(_share(split, option.id) for split in given) / len(given) for role, given in valid.items()}
        share = balanced(assessment, by_role)
        if share is None:
            return None
        mix[option.id] = share
    return mix


def _share(split: Value, option: str) -> float:
    assert isinstance(split, Mapping)
    return split[option]


def group_share(item: Allocation, mix: Mix | None, groups: Sequence[str]) -> float | None:
    if mix is None:
        return None
    return sum(mix[option.id] for option in item.options if option.group in groups)


def call(questionnaire: Questionnaire, assessment: Assessment, customers: Customers, *, later: bool) -> Called:
    """Where these customers call the firm, today or in five years."""
    demand = questionnaire.demand
    mobile = _habit(questionnaire, assessment, customers, demand.mobile, later)
    social = _habit(questionnaire, assessment, customers, demand.social, later)
    newest = customers.scores[demand.newest.item]
    if later and social is not None and newest is not None and social > 0:
        social = min(100.0, max(0.0, social + demand.newest.adjust * (newest - 50) / 50))
    share = customers.scores[demand.floor.five_years if later else demand.floor.today]
    stage = _stage(questionnaire, mobile, social, share)
    return Called(mobile, social, share, stage, _borderline(questionnaire, mobile, social, share))


def _habit(
    questionnaire: Questionnaire, assessment: Assessment, customers: Customers, habit: Habit, later: bool
) -> float | None:
    values = []
    for term in habit.five_years if later else habit.today:
        value = _term(questionnaire, assessment, customers, term)
        if value is None and isinstance(term, ShareTerm) and term.required:
            return None
        values.append((term.weight, value))
    return weighted(values)


def _term(
    questionnaire: Questionnaire, assessment: Assessment, customers: Customers, term: ShareTerm | ContactTerm
) -> float | None:
    if isinstance(term, ShareTerm):
        asked = is_asked(assessment, questionnaire.item_by_id[term.item])
        return customers.scores[term.otherwise if term.otherwise and not asked else term.item]
    item = questionnaire.item_by_id[term.contacts]
    assert isinstance(item, Allocation)
    share = group_share(item, customers.mixes[term.contacts], term.groups)
    return None if share is None else min(100.0, 100 * share / term.full_at)


def _stage(questionnaire: Questionnaire, mobile: float | None, social: float | None, share: float | None) -> int | None:
    demand = questionnaire.demand
    if mobile is None or social is None or share is None:
        return None
    if social >= demand.social.threshold - NEARLY and share >= demand.floor.minimum - NEARLY:
        return 3
    if mobile >= demand.mobile.threshold - NEARLY or social >= demand.social.threshold - NEARLY:
        return 2
    return 1


def _borderline(questionnaire: Questionnaire, mobile: float | None, social: float | None, share: float | None) -> bool:
    demand = questionnaire.demand

    def near(value: float | None, threshold: float) -> bool:
        return value is not None and abs(value - threshold) <= demand.borderline + NEARLY

    is_social = social is not None and social >= demand.social.threshold - NEARLY
    is_not_social = social is not None and not is_social
    return (
        (near(mobile, demand.mobile.threshold) and is_not_social)
        or near(social, demand.social.threshold)
        or (near(share, demand.floor.minimum) and is_social)
    )


def merge(questionnaire: Questionnaire, each: Sequence[tuple[float, Called]]) -> Called:
    """The whole firm's destination from (value share, destination) per segment of customers."""
    carried = [
        stage
        for stage in (1, 2, 3)
        if sum(value for value, called in each if called.stage is not None and called.stage >= stage)
        >= questionnaire.demand.segment_share - NEARLY
    ]
    return Called(
        mobile=weighted([(value, called.mobile) for value, called in each]),
        social=weighted([(value, called.social) for value, called in each]),
        share=weighted([(value, called.share) for value, called in each]),
        stage=max(carried, default=None),
        borderline=any(called.borderline for value, called in each if value > 0),
    )
