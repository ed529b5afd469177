"""The agenda writes itself: what people differ on, weighed, within the limits of the method."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from assessments.workshop import Proposal, propose
from scoring import assess
from scoring.agreement import demand_items
from scoring.result import AgendaItem, Result
from tests.scoring.samples import firm, method

ASKED = [item for item in method().items if item in method().questionnaire.factor_of]
CUSTOMERS = demand_items(method())


def result(*agenda: str, agreed: tuple[str, ...] = (), evidence: float = 100.0, borderline: bool = False) -> Result:
    """Return a sample's result with this agenda, best first; on ``agreed`` people nearly agree."""
    base = assess(method(), firm("pebble"))
    entries = [
        AgendaItem(item, 10.0 - place, None if item in agreed else "mixed_picture") for place, item in enumerate(agenda)
    ]
    now, later = (replace(one, borderline=borderline) for one in (base.demand.now, base.demand.five_years))
    demand = replace(base.demand, evidence=evidence, now=now, five_years=later)
    return replace(base, agenda=tuple(entries), demand=demand)


def chosen(proposals: tuple[Proposal, ...]) -> list[str]:
    return [proposal.item for proposal in proposals if proposal.reason == "chosen"]


def reasons(proposals: tuple[Proposal, ...]) -> dict[str, str]:
    return {proposal.item: proposal.reason for proposal in proposals}


def pillar(item: str) -> str | None:
    factor = method().questionnaire.factor_of.get(item)
    return None if factor is None else method().questionnaire.pillar_of[factor.id].id


def factor(item: str) -> str | None:
    found = method().questionnaire.factor_of.get(item)
    return None if found is None else found.id


def of_pillar(name: str) -> list[str]:
    """Return one question of each factor of a pillar."""
    firsts = {factor(item): item for item in reversed(ASKED) if pillar(item) == name}
    return list(firsts.values())[::-1]


def test_the_best_come_first_and_the_others_are_told_why_not() -> None:
    culture, ownership = of_pillar("culture"), of_pillar("ownership")
    items = (culture[0], ownership[0], culture[1], ownership[1])
    proposals = propose(method(), result(*items, agreed=(ownership[1],)), 2)
    assert chosen(proposals) == [culture[0], ownership[0]]
    assert reasons(proposals)[culture[1]] == "full"
    assert reasons(proposals)[ownership[1]] == "agreed"


def test_at_most_two_of_a_pillar_are_among_the_first_five() -> None:
    culture, ownership = of_pillar("culture"), of_pillar("ownership")
    proposals = propose(method(), result(*culture[:4], *ownership[:3]), 5)
    assert chosen(proposals) == [*culture[:2], *ownership[:2]]
    assert reasons(proposals)[culture[2]] == "pillar"
    longer = propose(method(), result(*culture[:4], *ownership[:2], *of_pillar("channel_mix")[:1]), 8)
    assert chosen(longer)[5:] == culture[2:4]


def test_two_of_a_factor_are_talked_about_only_where_slots_remain() -> None:
    first, second = [item for item in ASKED if factor(item) == factor(ASKED[0])][:2]
    other = of_pillar("ownership")[0]
    assert chosen(propose(method(), result(first, second, other), 2)) == [first, other]
    assert reasons(propose(method(), result(first, second, other), 2))[second] == "factor"
    assert chosen(propose(method(), result(first, second, other), 3)) == [first, other, second]


def test_customers_are_talked_about_where_the_destination_is_doubtful() -> None:
    items = (of_pillar("culture")[0], of_pillar("ownership")[0], CUSTOMERS[0])
    assert CUSTOMERS[0] not in chosen(propose(method(), result(*items), 2))
    assert chosen(propose(method(), result(*items, borderline=True), 2))[-1] == CUSTOMERS[0]
    assert chosen(propose(method(), result(*items, evidence=49.9), 2))[-1] == CUSTOMERS[0]
    assert CUSTOMERS[0] not in chosen(propose(method(), result(*items, evidence=50.0), 2))


def test_customers_are_not_talked_about_where_everybody_agrees_on_them() -> None:
    items = (of_pillar("culture")[0], CUSTOMERS[0])
    assert chosen(propose(method(), result(*items, agreed=(CUSTOMERS[0],), borderline=True), 2)) == [items[0]]


def test_unknown_evidence_is_thin_evidence() -> None:
    base = result(of_pillar("culture")[0], CUSTOMERS[0])
    unknown = replace(base, demand=replace(base.demand, evidence=None))
    assert CUSTOMERS[0] in chosen(propose(method(), unknown, 1))


@given(st.permutations(ASKED + list(CUSTOMERS)), st.sampled_from([3, 5, 8]), st.booleans())
def test_the_limits_hold_whatever_people_differ_on(order: list[str], slots: int, borderline: bool) -> None:
    items = chosen(propose(method(), result(*order[:20], borderline=borderline), slots))
    assert len(items) == len(set(items)) <= slots
    for name in ("culture", "ownership", "channel_mix", "data_management"):
        assert [pillar(item) for item in items[:5]].count(name) <= 2
    if borderline and set(order[:20]) & set(CUSTOMERS):
        assert set(items) & set(CUSTOMERS)
