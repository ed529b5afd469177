"""Laws of privacy: no group below the smallest is shown, and none can be found by subtraction."""

from fractions import Fraction
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from scoring.privacy import may_be_shown, showable_groups, speaks_of_few

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


# ------------------------------------------------- what can be worked out from everything that was shown

PEOPLE = "abcdefg"
SHOWN = st.lists(
    st.dictionaries(st.sampled_from(PEOPLE), st.integers(1, 2), min_size=1), max_size=5
)  # person -> which of two answers was added up


@given(SHOWN, st.integers(2, 4))
def test_the_verdict_is_that_of_trying_every_small_group(shown: list[dict[str, int]], minimum: int) -> None:
    assert speaks_of_few(shown, minimum) == any(
        can_be_worked_out(shown, set(few)) for size in range(1, minimum) for few in combinations(PEOPLE, size)
    )


@given(SHOWN, st.integers(2, 4))
def test_adding_and_subtracting_what_was_shown_never_leaves_a_few(shown: list[dict[str, int]], minimum: int) -> None:
    if not speaks_of_few(shown, minimum):
        for told in everything_told({frozenset(voices.items()) for voices in shown}):
            assert not 0 < len({person for person, _ in told}) < minimum


@given(SHOWN, st.integers(2, 4))
def test_what_may_be_shown_next_keeps_everybody_hidden(shown: list[dict[str, int]], minimum: int) -> None:
    before: list[dict[str, int]] = []
    for voices in shown:
        if may_be_shown(before, [voices], minimum):
            before.append(voices)
    assert not speaks_of_few(before, minimum)


@given(SHOWN, st.integers(2, 4))
def test_showing_the_same_again_tells_nothing_new(shown: list[dict[str, int]], minimum: int) -> None:
    assert may_be_shown(shown, shown, minimum) == (not speaks_of_few(shown, minimum))


def test_one_newcomer_one_change_of_mind_and_one_who_left_are_found_out() -> None:
    eight = dict.fromkeys("abcdefgh", 1)
    assert speaks_of_few([eight, {**eight, "i": 1}], 3)
    assert speaks_of_few([eight, {**eight, "a": 2}], 3)
    assert speaks_of_few([eight, dict.fromkeys("abcdefg", 1)], 3)


def test_one_who_skips_a_second_round_is_not_found_out() -> None:
    eight = dict.fromkeys("abcdefgh", 1)
    assert not speaks_of_few([eight, dict.fromkeys("abcdefg", 2) | {"h": 1}], 3)
    groups = [dict.fromkeys("abc", 1), dict.fromkeys("defgh", 1)]
    assert not speaks_of_few([eight, *groups, dict.fromkeys("abcdefg", 2) | {"h": 1}], 3)
    assert speaks_of_few([*groups, dict.fromkeys("ab", 2) | {"c": 1}], 3)


def everything_told(told: set[frozenset[tuple[str, int]]]) -> set[frozenset[tuple[str, int]]]:
    """Return every set of answers whose total follows by adding apart and subtracting nested ones, a while on."""
    for _ in range(2):
        more = {one | other for one in told for other in told if not one & other}
        told = told | more | {one - other for one in told for other in told if other < one}
    return told


def can_be_worked_out(shown: list[dict[str, int]], few: set[str]) -> bool:
    """Return whether weighing and adding ``shown`` can leave answers of ``few`` and of nobody else."""
    answers = sorted({(person, voice) for voices in shown for person, voice in voices.items()})
    rows = [[Fraction(voices.get(person) == voice) for person, voice in answers] for voices in shown]
    others = [column for column, (person, _) in enumerate(answers) if person not in few]
    return rank([[row[column] for column in others] for row in rows]) < rank(rows)


def rank(rows: list[list[Fraction]]) -> int:
    """Return the rank of a matrix by elimination in exact numbers."""
    done, rows = 0, [row[:] for row in rows]
    for column in range(len(rows[0]) if rows else 0):
        pivot = next((row for row in range(done, len(rows)) if rows[row][column]), None)
        if pivot is None:
            continue
        rows[done], rows[pivot] = rows[pivot], rows[done]
        for row in range(done + 1, len(rows)):
            factor = rows[row][column] / rows[done][column]
            rows[row] = [here - factor * there for here, there in zip(rows[row], rows[done], strict=True)]
        done += 1
    return done
