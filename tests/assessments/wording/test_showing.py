"""The sentences about revealed answers: their point, the change, who is behind them, the prompt for the talk."""

from dataclasses import replace

import pytest

from assessments.wording.showing import (
    PROMPTS,
    change_line,
    legend,
    people_line,
    prompt,
    spread_title,
    withheld_line,
)
from assessments.workshop import Group, Release, ShownTopic
from scoring.model import Item
from tests.scoring.samples import social_crm

ROLES = social_crm().roles
LINED, BELIEF, CHOICE = (social_crm().item_by_id[id_] for id_ in ("cul_03", "cul_08", "own_01"))
EVERYBODY = Group((), 11, (1, 4, 2, 1, 3), 3.0)
LEADERS = Group(("exec",), 3, (0, 0, 1, 0, 2), 5.0)
OTHERS = Group(("service", "sales", "marketing"), 8, (1, 4, 1, 1, 1), 2.0)
BEFORE = Release("cul_03", 1, (EVERYBODY, LEADERS, OTHERS), 0, (2, 5), 31.0, "role_divide", 0, 0, None)
AFTER = Release("cul_03", 2, (Group((), 11, (0, 3, 6, 2, 0), 3.0),), 0, (3, 2), 12.0, None, 2, 1, None)
WITHHELD = Release("cul_03", 1, (), 0, (), None, None, 0, 0, "Fewer than 3 people answered this.")


def first(release: Release) -> ShownTopic:
    return ShownTopic(release.item, release, None)


def everybody(*counts: int, finding: str | None = None, most: tuple[int, ...] = ()) -> ShownTopic:
    group = Group((), sum(counts), counts, None)
    return first(replace(BEFORE, groups=(group,), most=most, finding=finding))


@pytest.mark.parametrize(
    ("item", "shown", "title"),
    [
        (LINED, first(BEFORE), "Roles differ, with line 5 for executives and line 2 for other roles"),
        (LINED, everybody(0, 0, 4, 0, 0), "All four chose line 3"),
        (LINED, everybody(0, 2, 6, 1, 0, most=(3, 2)), "Eight of nine chose line 2 or line 3"),
        (LINED, everybody(0, 2, 6, 0, 0, most=(3, 2)), "All eight chose line 2 or line 3"),
        (LINED, everybody(2, 1, 1, 1, 2, finding="mixed_picture"), "A mixed picture, from line 1 to line 5"),
        (LINED, everybody(2, 0, 0, 0, 2, finding="role_divide"), "The roles see this differently"),
        (BELIEF, everybody(0, 0, 0, 5, 0), "All five chose “agree”"),
        (LINED, everybody(0, 0, 0, 0, 0), "Nobody could tell"),
        (LINED, ShownTopic("cul_03", BEFORE, AFTER), "Closer together: nine of eleven chose line 2 or line 3"),
        (LINED, first(WITHHELD), "These answers are not shown"),
        (LINED, ShownTopic("cul_03", None, None), "These answers are not shown"),
    ],
)
def test_the_point_of_the_answers_is_their_title(item: Item, shown: ShownTopic, title: str) -> None:
    assert spread_title(item, shown, ROLES) == title


def test_roles_that_agree_are_not_set_against_each_other() -> None:
    alike = replace(BEFORE, groups=(EVERYBODY, LEADERS, replace(OTHERS, median=5.0)))
    assert spread_title(LINED, first(alike), ROLES) == "The roles see this differently"


def test_an_answer_between_two_lines_is_called_so() -> None:
    between = replace(BEFORE, groups=(EVERYBODY, LEADERS, replace(OTHERS, median=2.5)))
    assert spread_title(LINED, first(between), ROLES).endswith("between line 2 and line 3 for other roles")


def test_two_roles_that_are_pooled_are_named() -> None:
    two = replace(BEFORE, groups=(EVERYBODY, LEADERS, replace(OTHERS, roles=("service", "sales"))))
    assert (
        spread_title(LINED, first(two), ROLES)
        == "Roles differ, with line 5 for executives and line 2 for sales and service"
    )


def test_an_option_is_called_by_its_words() -> None:
    counts = tuple(3 if number == 0 else 0 for number in range(len(CHOICE.options)))
    group = Group((), 3, counts, None)
    title = spread_title(CHOICE, first(replace(BEFORE, groups=(group,), most=(1,))), ROLES)
    assert title == f"All three chose “{CHOICE.options[0].label}”"


@pytest.mark.parametrize(
    ("was", "now", "begins"),
    [(31.0, 12.0, "Closer together"), (12.0, 31.0, "Further apart"), (20.0, 22.0, "About as far apart as before")],
)
def test_the_second_round_is_held_against_the_first(was: float, now: float, begins: str) -> None:
    shown = ShownTopic("cul_03", replace(BEFORE, ad=was), replace(AFTER, ad=now))
    assert spread_title(LINED, shown, ROLES).startswith(begins)


def test_disagreement_is_told_on_its_scale() -> None:
    assert change_line(ShownTopic("cul_03", BEFORE, AFTER)) == "Disagreement was 62 of 100 and is now 24."
    assert change_line(first(BEFORE)) is None
    assert change_line(ShownTopic("cul_03", BEFORE, WITHHELD)) is None


def test_whose_answers_these_are_is_said() -> None:
    assert people_line(first(replace(BEFORE, dont_know=1))) == "Eleven people answered and one of them “don't know”."
    both = people_line(ShownTopic("cul_03", BEFORE, AFTER))
    assert both == "Eleven people answered, two kept the first answer and one came late."
    assert people_line(ShownTopic("cul_03", None, None)) == ""


def test_the_talk_opens_with_the_prompt_of_its_finding() -> None:
    assert prompt(first(BEFORE)) == PROMPTS["role_divide"]
    assert prompt(everybody(2, 1, 1, 1, 2, finding="mixed_picture")) == PROMPTS["mixed_picture"]
    assert prompt(ShownTopic("cul_03", BEFORE, AFTER)) == ""
    assert prompt(first(WITHHELD)) == ""


def test_what_is_withheld_says_why() -> None:
    assert withheld_line(first(WITHHELD)) == WITHHELD.withheld
    assert withheld_line(ShownTopic("cul_03", None, None)).startswith("Too few")


def test_marks_are_explained() -> None:
    assert "Outlined bars" in legend(ShownTopic("cul_03", BEFORE, AFTER))
    assert "Outlined bars" not in legend(first(BEFORE))
