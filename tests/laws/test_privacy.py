"""Laws of privacy: no group below the smallest is shown, and none can be found by subtraction."""

from hypothesis import given
from hypothesis import strategies as st

from scoring.privacy import showable_groups

HEADS = st.dictionaries(st.sampled_from("abcdefg"), st.integers(0, 9))


@given(HEADS, st.integers(2, 6))
def test_nobody_can_be_found_in_what_is_shown(by_role: dict[str, int], minimum: int) -> None:
    groups = showable_groups(by_role, minimum)
    shown = [sum(by_role[role] for role in group) for group in groups]
    assert all(people >= minimum for people in shown)
    hidden = sum(by_role.values()) - sum(shown)
    assert hidden == 0 or not groups


@given(HEADS, st.integers(2, 6))
def test_every_role_is_shown_once_at_most_and_large_ones_alone_where_nobody_hides_behind_them(
    by_role: dict[str, int], minimum: int
) -> None:
    groups = showable_groups(by_role, minimum)
    named = [role for group in groups for role in group]
    assert len(named) == len(set(named))
    assert all(by_role[role] for role in named)
    if all(people >= minimum or people == 0 for people in by_role.values()):
        assert groups == tuple((role,) for role, people in by_role.items() if people)
