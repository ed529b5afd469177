"""What a phone says in a workshop while there is nothing to answer, and at its end."""

from collections.abc import Mapping

from assessments.languages import marked, say, say_counted
from assessments.wording.names import firm_name
from assessments.wording.numbers import begun, spelt

BY_ITSELF = marked("You need not do anything; this page goes on by itself.")
TALK = marked("Please look up: this is about the conversation in the room.")
AWAY = marked("You are marked as away")
AWAY_LINE = marked("Nobody waits for you now. What you answered stays.")
WATCHING = marked("You only watch: you see here what the room sees.")

GROUP = marked("You talk in group {number}.")
GROUP_LINE = marked("The room talks in two groups of mixed roles at the same time.")

LINES: Mapping[str, str] = {
    "lobby": marked("You are in. The questions appear here when the facilitator begins."),
    "alone": marked("The questions are closed at the moment."),
    "pause": marked("A short break. What you answered is stored."),
    "shown": marked("Please look up: the room looks at customers first."),
    "talk": marked("Please look up: the room talks about what people see differently."),
    "again": marked("In a moment you can answer once more what was talked about."),
    "placed": marked("Please look up: the room looks at where the firm stands."),
    "plan": marked("Please look up: the room makes the plan."),
    "close": marked("One sentence each: what surprised you?"),
    "ended": marked(
        "Your answers are stored. The facilitator has the result and the plan, and gives them to everybody."
    ),
}


def title(phase: str, firm: str) -> str:
    """Return the heading of a phone that waits."""
    return say("Thank you for taking part") if phase == "ended" else say("Workshop of {firm}", firm=firm_name(firm))


def done_title(left: int) -> str:
    """Say whether something is left to answer."""
    if not left:
        return say("That was all. Thank you")
    return begun(say_counted("{number} question left", "{number} questions left", left, number=spelt(left)))


def done_line(left: int) -> str:
    """Say what happens now."""
    if left:
        return say("You can leave questions open, or answer them until the facilitator goes on.")
    return say("Every answer is stored. We wait until the others are done.")
