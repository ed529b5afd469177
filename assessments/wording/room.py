"""What the room's screen and the phones say in each step of a workshop."""

from collections.abc import Mapping

from assessments.languages import marked, number, say, say_counted
from assessments.wording.names import firm_name, spoken_stage
from assessments.wording.numbers import begun, spelt
from scoring.model import Questionnaire
from scoring.result import Result

HEADINGS: Mapping[str, str] = {
    "lobby": marked("Join the workshop"),
    "alone": marked("Everybody answers alone"),
    "pause": marked("A short break"),
    "shown": marked("Customers first"),
    "talk": marked("Now we talk"),
    "again": marked("Answer once more"),
    "placed": marked("Where the firm stands"),
    "plan": marked("What to do, and who does it"),
    "close": marked("One sentence each: what surprised you?"),
    "ended": marked("Thank you"),
}
LINES: Mapping[str, str] = {
    "alone": marked("Nobody sees anybody's answers. “Don't know” is a good answer."),
    "pause": marked("What you answered is stored. We go on together in a moment."),
    "shown": marked("In a moment we look at what customers call for."),
    "talk": marked("In a moment we look at what to talk about."),
    "again": marked("The talk may have changed your mind, or not. Both are fine. The answer before stays stored."),
    "placed": marked("In a moment we look at where the firm stands."),
    "plan": marked("In a moment we look at the plan."),
    "ended": marked("The result and the plan are with your facilitator."),
}
CLOSED = marked("The answers appear here when the facilitator shows them.")
WARNINGS = marked("Known ways of going wrong that show here")
WINS = marked("Two early wins to begin with")
TIME_LEFT = marked("Time left")
HIDDEN = marked("One moment")
HIDDEN_LINE = marked("The picture comes back when the talk goes on.")


def heading(phase: str) -> str:
    """Return what the room's screen is headed with in a step."""
    return say(HEADINGS[phase])


def length_line(questions: int) -> str:
    """Say what somebody who joins is in for."""
    return say_counted(
        "{number} question, which you answer alone on this phone. Then we talk.",
        "{number} questions, which you answer alone on this phone. Then we talk.",
        questions,
        number=begun(spelt(questions)),
    )


def joined_line(joined: int, spectators: int) -> str:
    """Say how many people have joined."""
    people = begun(
        say_counted("{number} person has joined", "{number} people have joined", joined, number=spelt(joined))
        if joined
        else say("nobody has joined yet")
    )
    if not spectators:
        return people
    return say_counted(
        "{people}, {number} more watches",
        "{people}, {number} more watch",
        spectators,
        people=people,
        number=spelt(spectators),
    )


def done_line(joined: int) -> str:
    """Complete the number of those who are done."""
    return say_counted("of {joined} is done", "of {joined} are done", joined, joined=joined)


def once_more_line(answered: int, joined: int) -> str:
    """Say that the second round is open, and how many are done."""
    return say_counted(
        "Please answer once more on your phone: {answered} of {joined} is done.",
        "Please answer once more on your phone: {answered} of {joined} are done.",
        joined,
        answered=answered,
        joined=joined,
    )


def given_line(given: int, wanted: int) -> str:
    """Say how many of the answers are in; nothing while nobody is asked."""
    if not wanted:
        return ""
    if given >= wanted:
        return say("All answers are in.")
    return say("{given} of {wanted} answers are in.", given=number(given), wanted=number(wanted))


def destination_title(questionnaire: Questionnaire, firm: str, result: Result) -> str:
    """Say where customers call the firm, today and in five years."""
    now, later = result.demand.now.stage, result.demand.five_years.stage
    name = firm_name(firm)
    if now is None or later is None:
        return say("What the customers of {name} call for cannot be told yet", name=name)
    today, then = spoken_stage(questionnaire, now), spoken_stage(questionnaire, later)
    if now == later:
        return say("Customers of {name} call for {today}, today and in five years", name=name, today=today)
    return say(
        "Customers of {name} call for {today} today, and for {then} in five years", name=name, today=today, then=then
    )


def cannot_reach_line(host: str) -> str:
    """Say that phones cannot open this machine's own name, where that is what the screen was opened with."""
    if host not in ("localhost", "127.0.0.1", "::1"):
        return ""
    return say("Phones cannot open {host}: open this screen by the address this machine has in the network.", host=host)


def topic_count(position: int | None, topics: int) -> str:
    """Say which of the topics this is."""
    if not (position and topics):
        return say("A question")
    return say("Question {number} of {of}", number=position, of=topics)
