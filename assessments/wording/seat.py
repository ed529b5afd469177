"""What a phone says in a workshop while there is nothing to answer, and at its end."""

from collections.abc import Mapping

from assessments.wording.names import firm_name
from assessments.wording.numbers import counted

BY_ITSELF = "You need not do anything; this page goes on by itself."
TALK = "Please look up: this is about the conversation in the room."
AWAY = "You are marked as away"
AWAY_LINE = "Nobody waits for you now. What you answered stays."
WATCHING = "You only watch: you see here what the room sees."

LINES: Mapping[str, str] = {
    "lobby": "You are in. The questions appear here when the facilitator begins.",
    "alone": "The questions are closed at the moment.",
    "pause": "A short break. What you answered is stored.",
    "shown": "Please look up: the room looks at customers first.",
    "talk": "Please look up: the room talks about what people see differently.",
    "again": "In a moment you can answer once more what was talked about.",
    "placed": "Please look up: the room looks at where the firm stands.",
    "plan": "Please look up: the room makes the plan.",
    "close": "One sentence each: what surprised you?",
    "ended": "Your answers are stored. The facilitator has the result and the plan, and gives them to everybody.",
}


def title(phase: str, firm: str) -> str:
    """Return the heading of a phone that waits."""
    return "Thank you for taking part" if phase == "ended" else f"Workshop of {firm_name(firm)}"


def done_title(left: int) -> str:
    """Say whether something is left to answer."""
    return f"{counted(left, 'question')} left".capitalize() if left else "That was all. Thank you"


def done_line(left: int) -> str:
    """Say what happens now."""
    if left:
        return "You can leave questions open, or answer them until the facilitator goes on."
    return "Every answer is stored. We wait until the others are done."
