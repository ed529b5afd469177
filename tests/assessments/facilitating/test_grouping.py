"""With too many people for one conversation, phones and the facilitator's page say who talks in which group."""

from assessments import facilitating
from assessments.answering import Desk
from assessments.wording.people import group_lines
from assessments.workshop.programme import LARGEST_TALK
from tests.assessments.facilitating.playing import Play

PEOPLE = [*6 * ["exec"], *6 * ["service"], *5 * ["frontline"], None]


def talking(desk: Desk, minutes: int) -> Play:
    play = Play(desk, PEOPLE, minutes=minutes)
    play.press("next")
    facilitating.write_agenda(desk, play.token, ["dem_03"])
    play.press("go:talk")
    return play


def test_two_groups_of_mixed_roles_talk_at_the_same_time(desk: Desk) -> None:
    play = talking(desk, 180)
    phones = [play.phone(number).group for number in range(len(PEOPLE))]
    assert phones[:17] == [1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
    assert phones[17] is None, "a spectator talks in no group"
    people = play.board().people
    assert {one.name: one.group for one in people} == {play.name(n): phones[n] for n in range(17)}
    assert [line.split(":")[0] for line in group_lines(people)] == ["Group 1", "Group 2"]


def test_who_leaves_moves_nobody_and_few_enough_talk_together(desk: Desk) -> None:
    play = talking(desk, 180)
    late = play.join("exec")
    before = [play.phone(number).group for number in range(1, 17)]
    play.on(0, "remove")
    assert [play.phone(number).group for number in range(1, 17)] == before
    play.on(late, "remove")
    assert len([one for one in play.board().people if one.state == "here"]) == LARGEST_TALK
    assert {play.phone(number).group for number in range(1, 17)} == {None}
    assert list(group_lines(play.board().people)) == []


def test_a_shorter_workshop_talks_together(desk: Desk) -> None:
    assert talking(desk, 60).phone(0).group is None
