"""The agenda as it writes itself and is changed, and what is noted about its topics."""

import datetime

from assessments import facilitating
from assessments.answering import Desk
from tests.assessments.facilitating.playing import Play, code_of


def answered(desk: Desk, lines: dict[str, list[int | str]]) -> Play:
    """Return a workshop in which people say this about some questions, and agree on all others."""
    play = Play(desk)
    play.press("next")
    for phone in range(9):
        for asked in play.phone(phone).open:
            if asked.question.id not in lines and asked.question.id not in ("own_01",):
                play.answer(phone, asked.question.id, 3)
    for item, said in lines.items():
        play.answer_line(item, said)
    return play


DIVIDED: list[int | str] = [5, 5, 5, 1, 1, 1, 1, 1, 1]
SPLIT: list[int | str] = [1, 3, 5, 1, 3, 5, 1, 3, 5]
UNKNOWN: list[int | str] = ["dk", "dk", "dk", "dk", "dk", 3, 3, 3, 3]


def items(play: Play) -> list[str]:
    return [topic.item for topic in play.board().topics]


def test_it_writes_itself_when_everybody_has_answered(desk: Desk) -> None:
    play = answered(desk, {"dem_03": DIVIDED, "cul_03": SPLIT, "dem_06": UNKNOWN})
    assert items(play) == []
    play.press("next")
    assert set(items(play)) == {"dem_03", "cul_03"}
    assert [topic.item for topic in play.board().blind_spots] == ["dem_06"]
    assert {topic.origin for topic in play.board().topics} == {"agenda"}
    assert {topic.minutes for topic in play.board().topics} == {8}


def test_going_straight_to_the_talk_writes_it_as_well(desk: Desk) -> None:
    play = answered(desk, {"dem_03": DIVIDED})
    play.press("go:talk")
    assert play.board().current == "dem_03"


def test_people_who_agree_have_nothing_to_talk_about(desk: Desk) -> None:
    play = answered(desk, {})
    play.press("go:talk")
    assert (items(play), play.board().current) == ([], None)
    facilitating.add_topic(desk, play.token, "dem_03")
    assert [(topic.item, topic.origin) for topic in play.board().topics] == [("dem_03", "asked")]


def test_what_the_facilitator_put_together_stays(desk: Desk) -> None:
    play = answered(desk, {"dem_03": DIVIDED, "cul_03": SPLIT})
    facilitating.write_agenda(desk, play.token, ["cul_01", "dem_03"])
    play.press("next")
    assert items(play) == ["cul_01", "dem_03"]
    assert [topic.origin for topic in play.board().topics] == ["asked", "agenda"]
    facilitating.write_agenda(desk, play.token)
    assert set(items(play)) == {"dem_03", "cul_03"}


def test_proposals_say_what_fits(desk: Desk) -> None:
    play = answered(desk, {"dem_03": DIVIDED, "cul_03": SPLIT})
    proposals = facilitating.suggest_agenda(desk, play.token)
    assert [one.item for one in proposals if one.reason == "chosen"] == [one.item for one in proposals]
    assert all(one.ad >= 20 for one in proposals)


def test_topics_are_added_moved_timed_and_removed(desk: Desk) -> None:
    play = answered(desk, {"dem_03": DIVIDED, "dem_06": UNKNOWN})
    play.press("next")
    facilitating.add_topic(desk, play.token, "cul_01")
    facilitating.add_topic(desk, play.token, "dem_06", at=0)
    assert items(play) == ["dem_06", "dem_03", "cul_01"]
    assert play.board().blind_spots == ()
    facilitating.move_topic(desk, play.token, "cul_01", 0)
    facilitating.set_minutes(desk, play.token, "cul_01", 12)
    assert next((one.item, one.minutes) for one in play.board().topics) == ("cul_01", 12)
    play.press("go:talk")
    assert play.room().head.planned_minutes == 12
    facilitating.remove_topic(desk, play.token, "cul_01")
    assert (items(play), play.board().current) == (["dem_06", "dem_03"], None)
    assert [logged.control for logged in play.board().log][:3] == ["remove_topic", "go", "set_minutes"]


def test_what_cannot_be_a_topic_is_refused(desk: Desk) -> None:
    play = Play(desk, ("exec",), minutes=180)
    assert code_of(facilitating.add_topic, desk, play.token, "dem_01") == "topic_shape"
    assert code_of(facilitating.add_topic, desk, play.token, "nothing") == "question"
    assert code_of(facilitating.write_agenda, desk, play.token, ["dem_01"]) == "topic_shape"
    facilitating.add_topic(desk, play.token, "dem_03")
    assert code_of(facilitating.add_topic, desk, play.token, "dem_03") == "topic_there"
    for use in (facilitating.remove_topic, facilitating.conclude):
        assert code_of(use, desk, play.token, "cul_01", **({"owner": "x"} if use is facilitating.conclude else {})) == (
            "topic"
        )
    assert code_of(facilitating.move_topic, desk, play.token, "cul_01", 0) == "topic"
    assert code_of(facilitating.set_minutes, desk, play.token, "cul_01", 5) == "topic"
    assert code_of(facilitating.set_minutes, desk, play.token, "dem_03", 0) == "topic_minutes"


def test_conclusions_and_owners_stay_with_their_topic(desk: Desk) -> None:
    play = answered(desk, {"dem_03": DIVIDED, "dem_06": UNKNOWN})
    play.press("next")
    due = datetime.date(2027, 1, 15)
    facilitating.conclude(desk, play.token, "dem_03", conclusion="We count calls.", open_question=True, owner="Eva")
    facilitating.conclude(desk, play.token, "dem_06", owner="Jon", due=due)
    facilitating.write_agenda(desk, play.token, ["cul_01", "dem_03"])
    topic = play.board().topics[1]
    assert (topic.conclusion, topic.open_question, topic.owner) == ("We count calls.", True, "Eva")
    assert [(fact.owner, fact.due) for fact in play.board().blind_spots] == [("Jon", due)]
    facilitating.conclude(desk, play.token, "dem_06", owner="", due="")
    assert [(fact.owner, fact.due) for fact in play.board().blind_spots] == [("", None)]
    assert code_of(facilitating.conclude, desk, play.token, "dem_06", due="tomorrow") == "date"


def test_notes_are_private(desk: Desk) -> None:
    play = Play(desk, ("exec",))
    other = facilitating.invite_facilitator(desk, play.token, "Bob")
    facilitating.write_note(desk, play.token, "", "Slow start")
    facilitating.write_note(desk, play.token, "dem_03", "Ask Eva first")
    assert play.board().notes == {"": "Slow start", "dem_03": "Ask Eva first"}
    assert play.board(other).notes == {}
    facilitating.write_note(desk, play.token, "", "")
    assert play.board().notes == {"dem_03": "Ask Eva first"}
    assert code_of(facilitating.write_note, desk, play.token, "nothing", "?") == "question"


def test_submissions_worth_a_second_look_are_named(desk: Desk) -> None:
    play = Play(desk, ("exec", "service"))
    play.press("next")
    for asked in play.phone(0).open:
        play.answer(0, asked.question.id, "dk")
    assert [(one.respondent, one.flag) for one in play.board().flags] == [(play.name(0), "mostly_unknown")]
