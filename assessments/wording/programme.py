"""What the steps of a workshop are called, what the facilitator does in each, and what a control is called."""

from collections.abc import Sequence
from dataclasses import dataclass

from assessments.wording.numbers import counted, spelt
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
        "Welcome",
        "People join on their phones and choose a role.",
        "Say why you are here and read the rules aloud: answer for how things are in most cases, alone, in silence.",
    ),
    "alone": StepWords(
        "Answer alone",
        "Everybody answers alone. Nobody sees the answers of others.",
        "Keep the room quiet. You need not wait for everybody: whoever is not done keeps what they have answered.",
    ),
    "pause": StepWords(
        "Break", "The questions are closed and the results are ready.", "Look at the agenda before you go on."
    ),
    "shown": StepWords(
        "Customers first",
        "The room sees what customers do, and where they call the firm today and in five years.",
        "Ask what this rests on. Who has counted? Put real numbers in place of guesses where there are any.",
    ),
    "talk": StepWords(
        "Talk about differences",
        "The room talks about the questions on which talking helps most.",
        "Talk about evidence for the lines, never about who is right.",
    ),
    "again": StepWords(
        "Answer again",
        "Everybody answers the questions that were talked about once more. Whoever does not keeps the first answer.",
        "Say that changing one's mind is as welcome as keeping it.",
    ),
    "placed": StepWords(
        "Where the firm stands",
        "The room sees where the firm stands, what holds it back and what to beware of.",
        "Ask what surprises people, and which condition they can see with their own eyes.",
    ),
    "plan": StepWords(
        "The plan",
        "The room chooses moves and who leads them; the plan is solved again at once.",
        "Ask how many person-weeks there really are, then go from move to move: who leads it, and do they accept?",
    ),
    "close": StepWords("Last words", "Everybody says one sentence.", "Ask each person: what surprised you?"),
    "ended": StepWords("Ended", "The workshop is over. Phones keep showing people their own answers.", ""),
}

_OPENING = {
    "lobby": "Go to the welcome",
    "alone": "Open the questions",
    "pause": "Take the break",
    "shown": "Show what customers do",
    "talk": "Start the discussion",
    "again": "Open the second answers",
    "placed": "Show where the firm stands",
    "plan": "Make the plan",
    "close": "Last words",
    "ended": "End the workshop",
}
_CLOSES_AND = {"alone": "Close the questions and {}", "again": "Close the second answers and {}"}
_WAITING = {
    "lobby": "the code to join with, and how many have joined",
    "alone": "how many have answered, and the code to join with",
    "pause": "that there is a break",
    "again": "how many have answered again",
    "ended": "that the workshop has ended",
}

EDITIONS = {
    60: "The quick scan in the room, three discussions of 8 minutes, an indicative placement. For 6 to 12.",
    90: "The full set is sent two days before and answered by then; five discussions of 8 minutes, two early wins.",
    180: "The full set in the room, eight discussions of 6 minutes, placement and a roadmap with owners. For 10 to 30.",
}


def step_words(phase: str) -> StepWords:
    """Return what a step is called and what happens in it."""
    return _STEPS[phase]


def step_name(phase: str) -> str:
    """Return what a step is called."""
    return _STEPS[phase].name


def obvious_label(phase: str, current: str | None, obvious: Obvious) -> str:
    """Say what the one obvious next thing does, for a workshop that stands at ``phase`` and the topic ``current``."""
    if obvious.control.name == "reveal":
        if not obvious.control.item:
            return "Show it on the screen again"
        return "Show the second answers" if phase == "again" else "Show the answers"
    if obvious.phase == phase:
        return "Next question" if current else _CLOSES_AND["again"].format("show what changed")
    opening = _OPENING[obvious.phase]
    closes = _CLOSES_AND.get(phase) if current is None else None
    return closes.format(opening[:1].lower() + opening[1:]) if closes and obvious.phase != "ended" else opening


def on_screen_line(phase: str, showing: str, *, curtain: bool) -> str:
    """Say what the room sees at the moment."""
    if curtain:
        return "The room sees nothing: the screen is hidden."
    shown = {
        "customers": "what customers do, and where they call the firm",
        "topic": "the answers to this question",
        "place": "where the firm stands",
        "plan": "the plan",
    }
    return f"The room sees {shown.get(showing) or _WAITING.get(phase, 'the question, and nobody’s answers')}."


def edition_name(minutes: int) -> str:
    """Return how an edition is offered."""
    return f"{minutes} minutes"


def plan_of_time(steps: Sequence[tuple[str, int]]) -> tuple[Stretch, ...]:
    """Return when what happens, from phases and their minutes; a phase without minutes comes before everybody meets."""
    stretches, start = [], 0
    for phase, lasts in steps:
        if lasts:
            stretches.append(Stretch(f"{start}–{start + lasts}", step_name(phase), lasts))
            start += lasts
        elif phase == "alone":
            stretches.append(Stretch("days before", step_name(phase), 1))
    return tuple(stretches)


def slots_line(slots: int, minutes: int) -> str:
    """Say how many questions there is time for."""
    return f"Time for {counted(slots, 'question')} of {spelt(minutes)} minutes each"


_PRESSED = {
    "next": "went on",
    "back": "went back",
    "go": "went to {}",
    "open": "opened {}",
    "close": "closed {}",
    "reveal": "showed {}",
    "hide": "hid {}",
    "second_round": "asked {} again",
    "reopen": "opened {} again",
    "skip": "skipped {}",
    "idle": "set {} idle",
    "wake": "brought {} back",
    "remove": "removed {}",
    "exclude": "left out {}",
    "include": "counted {} again",
    "hand_over": "handed over to {}",
    "take_over": "took over",
    "reset": "took back answers: {}",
    "end": "ended the workshop",
    "agenda": "wrote the agenda anew",
    "add_topic": "put {} on the agenda",
    "remove_topic": "took {} off the agenda",
    "move_topic": "moved {} on the agenda",
    "set_minutes": "set the time for {}",
}


def log_line(by: str, control: str, about: str, reason: str) -> str:
    """Say who pressed what; ``about`` is a question, a step or a seat in words, empty for everything."""
    pressed = _PRESSED[control].format(about or "everything")
    return f"{by or 'A facilitator'} {pressed}{f', because: {reason}' if reason else ''}."
