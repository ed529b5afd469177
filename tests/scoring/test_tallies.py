"""Counts of one question over people who are shown together."""

import pytest

from scoring.agreement import measure_spread
from scoring.answers import Unanswered
from scoring.engine import read
from scoring.model import Item
from scoring.tallies import answers_shown, chosen, count, difference, median, most_chosen
from tests.scoring.samples import firm, method


def item(id_: str) -> Item:
    return method().questionnaire.item_by_id[id_]


LINES, OPTION, SEVERAL, SPLIT, NUMBER = map(item, ("dem_03", "own_01", "own_11", "dem_01", "cul_12"))


def test_lines_and_options_are_counted_and_nothing_else() -> None:
    assert [answers_shown(one) for one in (LINES, OPTION, SEVERAL, SPLIT, NUMBER)] == [
        5, len(OPTION.options), len(SEVERAL.options), None, None,
    ]  # fmt: skip


def test_an_answer_chooses_lines_or_options() -> None:
    first, second = (option.id for option in SEVERAL.options[:2])
    assert chosen(LINES, 4) == (3,)
    assert chosen(OPTION, OPTION.options[1].id) == (1,)
    assert chosen(SEVERAL, (second, first)) == (0, 1)
    assert chosen(SEVERAL, 3) == ()
    assert chosen(LINES, Unanswered.DONT_KNOW) == ()
    assert chosen(SPLIT, {"person": 100}) == ()


def test_answers_are_counted_per_line() -> None:
    assert count(LINES, [1, 5, 5, Unanswered.DONT_KNOW]) == (1, 0, 0, 0, 2)
    assert count(SPLIT, [{"person": 100}]) == ()


@pytest.mark.parametrize(
    ("counts", "middle"),
    [((0, 0, 0, 0, 0), None), ((1, 0, 0, 0, 0), 1.0), ((1, 0, 0, 0, 1), 3.0), ((1, 1, 0, 0, 0), 1.5), ((0, 3, 1), 2.0)],
)
def test_the_median_is_the_line_in_the_middle(counts: tuple[int, ...], middle: float | None) -> None:
    assert median(LINES, counts) == middle


def test_options_have_no_middle() -> None:
    assert median(OPTION, (1, 2, 3)) is None


def test_the_two_lines_chosen_most_come_weakest_first_when_equal() -> None:
    assert most_chosen((2, 0, 3, 2, 0)) == (3, 1)
    assert most_chosen((0, 4, 0)) == (2,)
    assert most_chosen((0, 0)) == ()


def test_groups_that_say_the_same_do_not_differ() -> None:
    alike = difference(LINES, [(0, 3, 0, 0, 0), (0, 9, 0, 0, 0)])
    assert alike is not None
    assert (alike.ad, alike.eta2) == (0.0, 0.0)


def test_groups_weigh_the_same_whatever_their_size() -> None:
    apart = difference(LINES, [(3, 0, 0, 0, 0), (0, 0, 0, 0, 9)])
    assert apart is not None
    assert (apart.ad, apart.eta2) == (50.0, 1.0)


def test_an_item_without_points_and_people_who_said_nothing_do_not_differ() -> None:
    assert difference(SEVERAL, [(1, 2)]) is None
    assert difference(LINES, [(0, 0, 0, 0, 0)]) is None


def test_over_all_roles_it_is_the_spread_of_the_method() -> None:
    reading = read(method(), firm("northvale"))
    spread = measure_spread(method(), reading.items)
    compared = 0
    for id_, column in method().item_index.items():
        groups = [tuple(map(int, role)) for role in reading.counted.lines[0, :, column] if role.sum()]
        mine = difference(item(id_), [group[: answers_shown(item(id_))] for group in groups])
        if mine is not None:
            compared += 1
            assert mine.ad == pytest.approx(float(spread.ad[0, column]))
            assert mine.eta2 == pytest.approx(float(spread.eta2[0, column]))
    assert compared > 40
