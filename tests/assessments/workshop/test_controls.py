"""What every control makes of a workshop, and why it is refused."""

from datetime import UTC, datetime, timedelta

import pytest

from assessments.workshop import GRACE, Control, NotNow, Standing, begin, decide, obvious

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
ITEMS = ("a", "b", "c")


def started(minutes: int = 60, invited: bool = False) -> Standing:
    return begin(minutes, invited, ITEMS, NOON)


def press(standing: Standing, *controls: str, at: datetime = NOON) -> Standing:
    """Press controls one after the other, each written as name or name:item; with ! it is confirmed."""
    for pressed in controls:
        name, _, item = pressed.rstrip("!").partition(":")
        standing = decide(standing, Control(name, item, confirmed=pressed.endswith("!")), at)
    return standing


def refused(standing: Standing, pressed: str) -> str:
    with pytest.raises(NotNow) as caught:
        press(standing, pressed)
    assert str(caught.value) == caught.value.sentence
    return caught.value.code


def talking(*topics: str) -> Standing:
    """Return a workshop of 60 minutes in the talk, at the first of these topics, everything answered and closed."""
    shown = press(started(), "next", "next")
    return press(Standing(**{**fields(shown), "topics": topics or ITEMS}), "next")


def fields(standing: Standing) -> dict[str, object]:
    return {name: getattr(standing, name) for name in Standing.__slots__}


def test_a_programme_is_walked_from_the_lobby_to_the_end() -> None:
    standing, seen = talking(), []
    standing = press(standing, "reveal", "next", "skip", "reveal", "next")
    assert standing.phase == "again"
    while standing.phase != "ended":
        seen.append((standing.phase, standing.current))
        standing = press(standing, "next!")
    assert seen == [("again", None), ("again", "a"), ("again", "c"), ("placed", None)]
    assert standing.skipped == {"b"}


def test_answering_alone_opens_every_question_and_going_on_closes_them() -> None:
    alone = press(started(), "next")
    assert alone.phase == "alone"
    assert alone.open_items == ITEMS
    assert press(alone, "next").open_items == ()


def test_who_is_invited_answers_from_the_beginning_and_while_people_arrive() -> None:
    sent = started(90, invited=True)
    assert (sent.phase, sent.open_items) == ("alone", ITEMS)
    lobby = press(sent, "next")
    assert (lobby.phase, lobby.open_items) == ("lobby", ITEMS)
    assert press(lobby, "next").open_items == ()


def test_going_back_opens_nothing() -> None:
    shown = press(started(), "next", "next")
    back = press(shown, "back")
    assert (back.phase, back.open_items) == ("alone", ())
    assert press(back, "open").open_items == ITEMS


def test_going_back_from_a_phase_leads_to_the_last_topic_before_it() -> None:
    again = press(talking("a", "b"), "next", "next")
    assert again.phase == "again"
    assert press(again, "back").current == "b"
    assert press(again, "back", "back").current == "a"
    assert press(again, "back", "back", "back").phase == "shown"


def test_there_is_nothing_before_the_beginning() -> None:
    assert refused(started(), "back") == "first"


def test_the_last_step_into_the_end_wants_to_be_confirmed() -> None:
    placed = press(started(), "go:placed")
    for control in ("next", "skip", "end"):
        assert refused(placed, control) == "confirm_end"
        assert press(placed, f"{control}!").phase == "ended"


@pytest.mark.parametrize("control", ["next!", "back", "open", "reveal", "reset!", "go:talk", "end!"])
def test_nothing_works_after_the_end(control: str) -> None:
    assert refused(press(started(), "end!"), control) == "ended"


def test_one_can_go_to_any_phase_of_the_programme_and_to_no_other() -> None:
    assert press(started(), "go:placed").phase == "placed"
    assert press(started(180), "go:plan", "go:pause").phase == "pause"
    for nowhere in ("go:plan", "go:ended", "go:nowhere", "go"):
        assert refused(started(), nowhere) == "nowhere"


def test_going_ahead_to_the_second_answers_opens_them_and_going_back_does_not() -> None:
    seen = press(talking("a", "b"), "reveal")
    assert press(seen, "go:again").open_items == ("a",)
    assert press(seen, "go:again", "go:placed", "go:again").open_items == ()


def test_second_answers_without_a_talk_open_nothing() -> None:
    assert press(talking("a"), "go:again").open_items == ()


def test_one_can_go_to_any_topic_while_talking_and_what_was_skipped_is_skipped_no_more() -> None:
    skipped = press(talking("a", "b"), "skip")
    back = press(skipped, "go:a")
    assert (back.current, back.skipped) == ("a", frozenset())
    assert refused(talking("a"), "go:b") == "nowhere"
    assert refused(press(talking("a"), "go:shown"), "go:a") == "not_talk"


def test_a_talk_without_topics_has_one_stop() -> None:
    empty = press(started(), "go:talk")
    assert (empty.phase, empty.current) == ("talk", None)
    assert press(empty, "next").phase == "again"
    assert press(empty, "skip").phase == "again"


def test_opening_and_closing_a_question() -> None:
    opened = press(started(), "open:a")
    assert opened.open_items == ("a",)
    assert refused(opened, "open:a") == "open_already"
    closed = press(opened, "close:a")
    assert closed.open_items == ()
    assert refused(closed, "close:a") == "not_open"
    assert refused(closed, "close") == "nothing_open"
    assert press(closed, "reopen:a").open_items == ("a",)


def test_opening_all_leaves_out_what_everybody_has_seen() -> None:
    seen = press(talking("a"), "reveal", "open")
    assert seen.open_items == ("b", "c")
    assert refused(seen, "open") == "nothing_to_open"


def test_a_question_that_is_not_asked_is_refused() -> None:
    for control in ("open", "close", "hide", "second_round", "reset"):
        assert refused(started(), f"{control}:z") == "no_question"
    assert refused(talking(), "reveal:z") == "no_question"
    assert refused(started(), "juggle") == "control"


def test_revealing_works_while_people_answer_and_closes_at_once() -> None:
    opened = press(talking("a"), "open:a")
    shown = press(opened, "reveal")
    assert shown.items["a"].state == "revealed"
    with pytest.raises(NotNow, match="on the screen"):
        shown.round_taking("a", NOON)


def test_revealing_another_topic_moves_there() -> None:
    moved = press(talking("a", "b"), "reveal:b")
    assert (moved.current, moved.items["b"].state) == ("b", "revealed")
    assert press(moved, "reveal:a").current == "a"


def test_what_is_shown_already_is_not_shown_again() -> None:
    seen = press(talking("a"), "reveal")
    assert refused(seen, "reveal") == "visible_already"
    assert refused(started(), "reveal") == "visible_already"
    assert refused(started(), "reveal:a") == "not_talk"


def test_a_question_is_hidden_and_shown_again() -> None:
    seen = press(talking("a"), "reveal")
    hidden = press(seen, "hide:a")
    assert hidden.items["a"].state == "closed"
    assert refused(hidden, "hide:a") == "not_revealed"
    assert press(hidden, "reveal").items["a"].state == "revealed"


def test_a_curtain_hides_whatever_is_on_the_screen_and_is_lifted_first() -> None:
    curtain = press(talking("a"), "reveal", "hide")
    assert curtain.curtain
    assert refused(curtain, "hide") == "hidden_already"
    lifted = press(curtain, "reveal")
    assert (lifted.curtain, lifted.items["a"].state) == (False, "revealed")
    assert not press(curtain, "next").curtain
    assert not press(curtain, "second_round").curtain


def test_nobody_answers_what_they_have_seen_in_the_same_round() -> None:
    for seen in (press(talking("a"), "reveal"), press(talking("a"), "reveal", "hide:a")):
        assert refused(seen, "open:a") == "shown_already"
        assert refused(seen, "reopen:a") == "shown_already"


def test_the_second_round_follows_the_first_answers_and_there_is_no_third() -> None:
    assert refused(talking("a"), "second_round") == "first_round"
    again = press(talking("a"), "reveal", "second_round")
    assert (again.items["a"].round, again.open_items) == (2, ("a",))
    assert refused(again, "second_round") == "second_already"
    assert press(again, "close:a", "reopen:a").items["a"].round == 2
    assert refused(press(again, "reveal"), "open:a") == "shown_already"


def test_a_second_round_can_be_opened_for_everything_at_once() -> None:
    seen = press(talking("a", "b", "c"), "reveal", "next", "reveal", "go:shown")
    assert press(seen, "second_round").open_items == ("a", "b")
    assert refused(press(started(), "next"), "second_round") == "nothing_again"


def test_resetting_a_question_begins_it_anew() -> None:
    again = press(talking("a"), "reveal", "second_round")
    assert refused(again, "reset:a") == "confirm_reset_item"
    fresh = press(again, "reset:a!").items["a"]
    assert (fresh.state, fresh.round, fresh.shown) == ("closed", 1, False)


def test_resetting_everything_leads_back_to_the_beginning() -> None:
    again = press(talking("a"), "reveal", "second_round")
    assert refused(again, "reset") == "confirm_reset"
    fresh = press(again, "reset!", at=NOON + timedelta(hours=1))
    assert fresh == begin(60, False, ITEMS, NOON + timedelta(hours=1))


def test_taps_on_the_way_are_taken_for_a_moment_after_closing() -> None:
    closed = press(started(), "next", "close")
    assert closed.round_taking("a", NOON + GRACE) == 1
    with pytest.raises(NotNow, match="closed"):
        closed.round_taking("a", NOON + GRACE + timedelta(microseconds=1))


def test_taps_on_the_way_are_not_taken_after_the_answers_were_seen() -> None:
    hidden = press(started(), "next", "go:talk", "reveal:a", "hide:a")
    with pytest.raises(NotNow, match="closed"):
        hidden.round_taking("a", NOON)


def test_taps_on_the_way_of_the_second_round_count_for_it() -> None:
    again = press(talking("a"), "reveal", "second_round")
    assert again.round_taking("a", NOON) == 2
    assert press(again, "close").round_taking("a", NOON) == 2


def test_nobody_answers_what_was_never_open() -> None:
    with pytest.raises(NotNow, match="not open"):
        started().round_taking("a", NOON)
    with pytest.raises(NotNow, match="not part"):
        started().round_taking("z", NOON)
    with pytest.raises(NotNow, match="ended"):
        press(started(), "next", "end!").round_taking("a", NOON)


def test_clocks_run_per_topic_and_per_phase() -> None:
    later = NOON + timedelta(minutes=8)
    moved = press(talking("a", "b"), "next", at=later)
    assert (moved.step_since, moved.since) == (NOON, later)
    assert press(moved, "next", at=later).step_since == later


def test_a_topic_that_was_taken_off_the_agenda_counts_as_before_the_first() -> None:
    lost = Standing(**{**fields(talking("a", "b")), "topics": ("b",)})
    assert press(lost, "next").current == "b"


def test_the_obvious_thing_is_to_show_what_was_said_and_to_lift_a_curtain() -> None:
    assert told(talking("a")) == ("reveal", "a")
    assert told(press(talking("a"), "reveal")) == ("next", "")
    assert told(press(started(), "next", "next", "hide")) == ("reveal", "")
    assert told(press(started(), "go:placed")) == ("end", "")
    assert obvious(press(started(), "end!"), NOON) is None


def told(standing: Standing) -> tuple[str, str]:
    found = obvious(standing, NOON)
    assert found is not None
    return found.control.name, found.control.item
