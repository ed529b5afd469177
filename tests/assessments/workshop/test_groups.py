"""A room that is too large for one conversation talks in two groups of mixed roles."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from assessments.workshop import EDITIONS, has_groups, share_out

ROLES = st.lists(st.sampled_from(["exec", "sales", "service", "frontline"]), max_size=60)


@given(roles=ROLES)
def test_both_groups_get_as_many_of_every_role_as_can_be(roles: list[str]) -> None:
    groups = list(share_out(roles))
    shared = Counter(zip(roles, groups, strict=True))
    for role in roles:
        assert abs(shared[role, 1] - shared[role, 2]) <= 1
    assert abs(groups.count(1) - groups.count(2)) <= len(set(roles))


@given(roles=ROLES, later=ROLES)
def test_whoever_comes_later_moves_nobody(roles: list[str], later: list[str]) -> None:
    assert list(share_out([*roles, *later]))[: len(roles)] == list(share_out(roles))


def test_only_the_longest_workshop_of_more_than_sixteen_people_talks_in_groups() -> None:
    assert [minutes for minutes in EDITIONS if has_groups(minutes)] == [180]
