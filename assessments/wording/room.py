"""What the room's screen and the phones say in each step of a workshop."""

from collections.abc import Mapping

from assessments.wording.names import firm_name, spoken_stage
from assessments.wording.numbers import counted, spelt
from scoring.model import Questionnaire
from scoring.result import Result

HEADINGS: Mapping[str, str] = {
    "lobby": "Join the workshop",
    "alone": "Everybody answers alone",
    "pause": "A short break",
    "shown": "Customers first",
    "talk": "Now we talk",
    "again": "Answer once more",
    "placed": "Where the firm stands",
    "plan": "What to do, and who does it",
    "close": "One sentence each: what surprised you?",
    "ended": "Thank you",
}
LINES: Mapping[str, str] = {
    "alone": "Nobody sees anybody's answers. “Don't know” is a good answer.",
    "pause": "What you answered is stored. We go on together in a moment.",
    "shown": "In a moment we look at what customers call for.",
    "talk": "In a moment we look at what to talk about.",
    "again": "The talk may have changed your mind, or not. Both are fine. The answer before stays stored.",
    "placed": "In a moment we look at where the firm stands.",
    "plan": "In a moment we look at the plan.",
    "ended": "The result and the plan are with your facilitator.",
}
CLOSED = "The answers appear here when the facilitator shows them."
WARNINGS = "Known ways of going wrong that show here"
HIDDEN = "One moment"
HIDDEN_LINE = "The picture comes back when the talk goes on."


def length_line(questions: int) -> str:
    """Say what somebody who joins is in for."""
    return f"{counted(questions, 'question').capitalize()}, which you answer alone on this phone. Then we talk."


def joined_line(joined: int, spectators: int) -> str:
    """Say how many people have joined."""
    people = counted(joined, "person has joined", "people have joined") if joined else "nobody has joined yet"
    watching = f", {spelt(spectators)} more {'watches' if spectators == 1 else 'watch'}" if spectators else ""
    return f"{people[:1].upper()}{people[1:]}{watching}"


def done_of(joined: int) -> str:
    """Complete the number of those who are done: '7' 'of 11 are done'."""
    return f"{joined} {'is' if joined == 1 else 'are'} done"


def once_more_line(answered: int, joined: int) -> str:
    """Say that the second round is open, and how many are done."""
    return f"Please answer once more on your phone: {answered} of {done_of(joined)}."


def given_line(given: int, wanted: int) -> str:
    """Say how many of the answers are in."""
    if given >= wanted:
        return "All answers are in."
    return f"{given:,} of {wanted:,} answers are in."


def destination_title(questionnaire: Questionnaire, firm: str, result: Result) -> str:
    """Say where customers call the firm, today and in five years."""
    now, later = result.demand.now.stage, result.demand.five_years.stage
    name = firm_name(firm)
    if now is None or later is None:
        return f"What the customers of {name} call for cannot be told yet"
    today, then = spoken_stage(questionnaire, now), spoken_stage(questionnaire, later)
    if now == later:
        return f"Customers of {name} call for {today}, today and in five years"
    return f"Customers of {name} call for {today} today, and for {then} in five years"


def cannot_reach_line(host: str) -> str:
    """Say that phones cannot open this machine's own name, where that is what the screen was opened with."""
    if host not in ("localhost", "127.0.0.1", "::1"):
        return ""
    return f"Phones cannot open {host}: open this screen by the address this machine has in the network."


def topic_count(position: int | None, topics: int) -> str:
    """Say which of the topics this is."""
    return f"Question {position} of {topics}" if position and topics else "A question"
