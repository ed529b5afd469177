"""What is released: frozen, in groups that are large enough, and not when it would give somebody away."""

from assessments import facilitating
from assessments.answering import Desk
from assessments.workshop import Release, ShownTopic
from tests.assessments.facilitating.playing import MIXED, ROLES, Play


def shown(play: Play) -> ShownTopic:
    topic = play.room().showing.topic
    assert topic is not None
    return topic


def before(play: Play) -> Release:
    release = shown(play).before
    assert release is not None
    return release


def after(play: Play) -> Release:
    release = shown(play).after
    assert release is not None
    return release


def groups(release: Release) -> dict[tuple[str, ...], int]:
    return {group.roles: group.people for group in release.groups}


def test_large_roles_are_shown_alone_and_small_ones_together(desk: Desk) -> None:
    play = Play(desk)
    play.talk_about("dem_03")
    play.press("reveal")
    assert groups(before(play)) == {(): 9, ("exec",): 3, ("service",): 3, ("frontline",): 3}
    pooled = Play(desk, MIXED)
    pooled.talk_about("dem_03")
    pooled.press("reveal")
    roles = {frozenset(roles): people for roles, people in groups(before(pooled)).items()}
    assert roles == {
        frozenset(): 9,
        frozenset({"service"}): 3,
        frozenset({"frontline"}): 3,
        frozenset({"exec", "sales"}): 3,
    }


def test_a_distribution_says_how_far_people_lie_apart(desk: Desk) -> None:
    play = Play(desk)
    play.press("next")
    play.answer_line("dem_03", [5, 5, 5, 1, 1, 1, 1, 1, "dk"])
    facilitating.write_agenda(desk, play.token, ["dem_03"])
    play.press("go:talk", "reveal")
    release = before(play)
    assert (release.people, release.dont_know, release.most) == (9, 1, (1, 5))
    assert release.groups[0].counts == (5, 0, 0, 0, 3)
    assert release.groups[0].median == 1.0
    assert release.ad is not None
    assert round(release.ad, 2) == 46.88
    assert groups(release) == {(): 9}  # two of the front line would be too few
    assert release.finding == "mixed_picture"


def test_a_role_divide_is_told_where_the_roles_are_shown(desk: Desk) -> None:
    play = Play(desk)
    play.press("next")
    play.answer_line("dem_03", [5, 5, 5, 1, 1, 1, 1, 1, 1])
    facilitating.write_agenda(desk, play.token, ["dem_03"])
    play.press("go:talk", "reveal")
    assert before(play).finding == "role_divide"


def test_too_few_answers_are_not_shown(desk: Desk) -> None:
    play = Play(desk)
    play.press("next")
    play.answer_line("dem_03", [5, 5])
    facilitating.write_agenda(desk, play.token, ["dem_03"])
    play.press("go:talk", "reveal")
    release = before(play)
    assert (release.groups, release.people, release.most) == ((), 0, ())
    assert release.withheld == ("Fewer than 3 people answered this. So that nobody can be found out, it is not shown.")
    play.press("go:placed")
    assert play.room().showing.place is None
    assert play.room().showing.withheld


def test_what_was_revealed_stays_as_it_was(desk: Desk) -> None:
    play = Play(desk)
    play.talk_about("dem_03")
    assert play.board().showing.seen == "nothing", "the question alone is on the screen"
    play.press("reveal")
    assert play.board().showing.seen == "topic"
    then = before(play)
    play.on(0, "exclude", "Left early")
    play.on(1, "remove")
    play.press("hide:dem_03", "reveal")
    assert before(play) == then


def test_a_few_second_answers_are_not_shown(desk: Desk) -> None:
    play = Play(desk)
    play.talk_about("dem_03")
    play.press("reveal", "second_round")
    play.answer_line("dem_03", [1, 1])
    play.press("reveal")
    assert after(play).withheld is not None
    assert after(play).groups == ()
    assert before(play).people == 9


def test_the_second_answers_are_shown_by_role_only_where_enough_of_each_gave_them(desk: Desk) -> None:
    play = Play(desk)
    play.talk_about("dem_03", "dem_05")
    play.press("reveal", "second_round")
    play.answer_line("dem_03", [1, 2, 3, 1, 2, 3, 1, 2])
    play.press("reveal")
    assert groups(after(play)) == {(): 9}
    play.press("next", "reveal", "second_round")
    play.answer_line("dem_05", [1, 2, 3, 1, 2, 3, 1, 2, 3])
    play.press("reveal")
    assert len(groups(after(play))) == 4


def test_newcomers_wait_until_they_can_hide_among_others(desk: Desk) -> None:
    play = Play(desk)
    play.talk_about("dem_03")
    counted = []
    for _ in range(4):
        late = play.join("exec")
        play.press("open:cul_03")
        play.answer(late, "cul_03", 1)
        play.press("close", "go:placed")
        place = play.room().showing.place
        assert place is not None
        counted.append(place.result.respondents)
        play.press("go:talk")
    assert counted == [10, 10, 10, 13]


def test_points_stay_off_the_screen_where_they_would_tell_what_a_small_role_said(desk: Desk) -> None:
    small, large = Play(desk, MIXED), Play(desk, ROLES)
    for play in (small, large):
        play.talk_about("cul_03")
        play.press("reveal", "go:placed")
    place = small.room().showing.place
    assert place is not None
    assert {"cul_03", "cul_shift", "culture", "customers"} < set(place.without_points)
    assert place.result.factors["cul_shift"].score is None
    assert place.result.factors["own_buyin"].score is not None
    assert large.room().showing.place.without_points == frozenset()  # type: ignore[union-attr]


def test_counts_stay_off_the_screen_once_points_were_shown_that_would_tell_with_them(desk: Desk) -> None:
    small, large = Play(desk, MIXED), Play(desk, ROLES)
    for play in (small, large):
        play.talk_about("cul_03", "own_04")
        play.press("reveal:cul_03", "go:placed", "go:talk", "reveal:own_04")
    assert "with few people" in str(before(small).withheld)
    assert before(large).withheld is None
    small.press("go:cul_03", "second_round")
    small.answer_line("cul_03", [1, 1, 1, 2, 2, 2, 3, 3, 3])
    small.press("reveal")
    assert after(small).withheld is None
