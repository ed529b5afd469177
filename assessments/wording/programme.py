"""What the steps of a workshop are called, what the facilitator does in each, and what a control is called."""

from collections.abc import Sequence
from dataclasses import dataclass

from assessments.languages import marked, say, say_counted
from assessments.wording.numbers import spelt, within
from assessments.workshop.obvious import Obvious


@dataclass(frozen=True, slots=True)
class StepWords:
    """A step of the programme: its name, what happens in it, and what the facilitator says or does."""

    name: str
    happens: str
    do: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A step on the clock: from which minute to which, its name and how long it lasts."""

    when: str
    name: str
    minutes: int


_STEPS = {
    "lobby": StepWords(
        marked("Welcome"),
        marked("People join on their phones and choose a role."),
        marked(
            "Say why you are here and read the rules aloud: answer for how things are in most cases, alone, in silence."
        ),
    ),
    "alone": StepWords(
        marked("Answer alone"),
        marked("Everybody answers alone. Nobody sees the answers of others."),
        marked(
            "Keep the room quiet. You need not wait for everybody: whoever is not done keeps what they have answered."
        ),
    ),
    "pause": StepWords(
        marked("Break"),
        marked("The questions are closed and the results are ready."),
        marked("Look at the agenda before you go on."),
    ),
    "shown": StepWords(
        marked("Customers first"),
        marked("The room sees what customers do, and where they call the firm today and in five years."),
        marked("Ask what this rests on. Who has counted? Put real numbers in place of guesses where there are any."),
    ),
    "talk": StepWords(
        marked("Talk about differences"),
        marked("The room talks about the questions on which talking helps most."),
        marked("Talk about evidence for the lines, never about who is right."),
    ),
    "again": StepWords(
        marked("Answer again"),
        marked(
            "Everybody answers the questions that were talked about once more. Whoever does not keeps the first answer."
        ),
        marked("Say that changing one's mind is as welcome as keeping it."),
    ),
    "placed": StepWords(
        marked("Where the firm stands"),
        marked("The room sees where the firm stands, what holds it back and what to beware of."),
        marked("Ask what surprises people, and which condition they can see with their own eyes."),
    ),
    "plan": StepWords(
        marked("The plan"),
        marked("The room chooses moves and who leads them; the plan is solved again at once."),
        marked(
            "Ask how many person-weeks there really are, then go from move to move: who leads it, and do they accept?"
        ),
    ),
    "close": StepWords(
        marked("Last words"), marked("Everybody says one sentence."), marked("Ask each person: what surprised you?")
    ),
    "ended": StepWords(
        marked("Ended"), marked("The workshop is over. Phones keep showing people their own answers."), ""
    ),
}

_OPENING = {
    "lobby": marked("Go to the welcome"),
    "alone": marked("Open the questions"),
    "pause": marked("Take the break"),
    "shown": marked("Show what customers do"),
    "talk": marked("Start the discussion"),
    "again": marked("Open the second answers"),
    "placed": marked("Show where the firm stands"),
    "plan": marked("Make the plan"),
    "close": marked("Last words"),
    "ended": marked("End the workshop"),
}
_CLOSES_AND = {
    "alone": marked("Close the questions and {then}"),
    "again": marked("Close the second answers and {then}"),
}
_WAITING = {
    "lobby": marked("the code to join with, and how many have joined"),
    "alone": marked("how many have answered, and the code to join with"),
    "pause": marked("that there is a break"),
    "again": marked("how many have answered again"),
    "ended": marked("that the workshop has ended"),
}

_SHOWN = {
    "customers": marked("what customers do, and where they call the firm"),
    "topic": marked("the answers to this question"),
    "place": marked("where the firm stands"),
    "plan": marked("the plan"),
}
_QUESTION = marked("the question, and nobody’s answers")

EDITIONS = {
    60: marked("The quick scan in the room, three discussions of 8 minutes, an indicative placement. For 6 to 12."),
    90: marked(
        "The full set is sent two days before and answered by then; five discussions of 8 minutes, two early wins."
    ),
    180: marked(
        "The full set in the room, eight discussions of 6 minutes, placement and a roadmap with owners. For 10 to 30."
    ),
}


def step_words(phase: str) -> StepWords:
    """Return what a step is called and what happens in it."""
    words = _STEPS[phase]
    return StepWords(say(words.name), say(words.happens), say(words.do))


def step_name(phase: str) -> str:
    """Return what a step is called."""
    return say(_STEPS[phase].name)


def obvious_label(phase: str, current: str | None, obvious: Obvious) -> str:
    """Say what the one obvious next thing does, for a workshop that stands at ``phase`` and the topic ``current``."""
    if obvious.control.name == "reveal":
        if not obvious.control.item:
            return say("Show it on the screen again")
        return say("Show the second answers") if phase == "again" else say("Show the answers")
    if obvious.phase == phase:
        return say("Next question") if current else say(_CLOSES_AND["again"], then=say("show what changed"))
    opening = say(_OPENING[obvious.phase])
    closes = _CLOSES_AND.get(phase) if current is None else None
    return say(closes, then=within(opening)) if closes and obvious.phase != "ended" else opening


def on_screen_line(phase: str, showing: str, *, curtain: bool) -> str:
    """Say what the room sees at the moment."""
    if curtain:
        return say("The room sees nothing: the screen is hidden.")
    return say("The room sees {what}.", what=say(_SHOWN.get(showing) or _WAITING.get(phase, _QUESTION)))


def edition_name(minutes: int) -> str:
    """Return how an edition is offered."""
    return say("{minutes} minutes", minutes=minutes)


def minutes_line(minutes: int) -> str:
    """Write how long something is meant to take."""
    return say("{minutes} min", minutes=minutes)


def plan_of_time(steps: Sequence[tuple[str, int]]) -> tuple[Stretch, ...]:
    """Return when what happens, from phases and their minutes; a phase without minutes comes before everybody meets."""
    stretches, start = [], 0
    for phase, lasts in steps:
        if lasts:
            stretches.append(Stretch(f"{start}–{start + lasts}", step_name(phase), lasts))
            start += lasts
        elif phase == "alone":
            stretches.append(Stretch(say("days before"), step_name(phase), 1))
    return tuple(stretches)


def slots_line(slots: int, minutes: int) -> str:
    """Say how many questions there is time for."""
    return say_counted(
        "Time for {number} question of {minutes} minutes",
        "Time for {number} questions of {minutes} minutes each",
        slots,
        number=spelt(slots),
        minutes=spelt(minutes),
    )


_PRESSED = {
    "next": marked("{by} went on"),
    "back": marked("{by} went back"),
    "go": marked("{by} went to {about}"),
    "open": marked("{by} opened {about}"),
    "close": marked("{by} closed {about}"),
    "reveal": marked("{by} showed {about}"),
    "hide": marked("{by} hid {about}"),
    "second_round": marked("{by} asked {about} again"),
    "reopen": marked("{by} opened {about} again"),
    "skip": marked("{by} skipped {about}"),
    "idle": marked("{by} set {about} idle"),
    "wake": marked("{by} brought {about} back"),
    "remove": marked("{by} removed {about}"),
    "exclude": marked("{by} left out {about}"),
    "include": marked("{by} counted {about} again"),
    "hand_over": marked("{by} handed over to {about}"),
    "take_over": marked("{by} took over"),
    "reset": marked("{by} took back answers: {about}"),
    "end": marked("{by} ended the workshop"),
    "agenda": marked("{by} wrote the agenda anew"),
    "add_topic": marked("{by} put {about} on the agenda"),
    "remove_topic": marked("{by} took {about} off the agenda"),
    "move_topic": marked("{by} moved {about} on the agenda"),
    "set_minutes": marked("{by} set the time for {about}"),
}


def log_line(by: str, control: str, about: str, reason: str) -> str:
    """Say who pressed what; ``about`` is a question, a step or a seat in words, empty for everything."""
    done = say(_PRESSED[control], by=by or say("A facilitator"), about=about or say("everything"))
    return say("{done}, because: {reason}.", done=done, reason=reason) if reason else f"{done}."
