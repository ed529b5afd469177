"""Where a workshop is and what moves it on: step and clocks, counts, controls, programme, helpers, what happened."""

from collections.abc import Iterator

import streamlit as st
from markupsafe import Markup

from assessments.facilitating import Board, Facilitator, Logged, spaced_code
from assessments.languages import say
from assessments.pages.parts.desk import desk
from assessments.pages.parts.facilitator import AFTER, PREPARE, Pressed, go_on, mine, offer
from assessments.pages.parts.links import offer_screen, offer_to_invite
from assessments.pages.parts.pieces import bar, entries, heading, joined, listed, paragraph, show
from assessments.pages.parts.saving import on_their_clock
from assessments.pages.parts.timing import start_clocks, timer, timers
from assessments.wording.numbers import within
from assessments.wording.people import seat_name
from assessments.wording.programme import log_line, minutes_line, obvious_label, on_screen_line, step_name, step_words
from assessments.wording.saying import question_among

_DESTINATIONS = "destinations"
MOST_LOGGED = 50
ANSWERING = ("alone", "pause", "shown")  # steps in which first answers may still be given


def where(board: Board) -> str:
    """Return the name of the step the workshop is at."""
    return step_name(board.head.phase)


def show_step(board: Board) -> None:
    """Show the step with its clocks, and what the facilitator does now."""
    head, now = board.head, desk().clock()
    words = step_words(head.phase)
    numbered = [step.phase for step in head.steps if step.phase != "ended"]
    step = (
        say("Step {number} of {of}", number=numbered.index(head.phase) + 1, of=len(numbered))
        if head.phase in numbered
        else ""
    )
    clocks = [timer(say("This step"), head.step_since, head.step_minutes, now)]
    if board.current and head.phase == "talk":
        clocks.append(timer(say("This question"), head.since, head.planned_minutes, now))
    question = question_among(board.questions, board.questions[board.current]) if board.current else ""
    place = [head.firm, step, *([words.name, _which(board)] if question else [])]
    show(
        Markup('<div class="step"><p class="muted">{}</p>{}</div>').format(
            " · ".join(filter(None, place)), timers(*clocks)
        ),
        heading(question or words.name, level=1),
        paragraph("" if question else words.happens, "lead"),
        paragraph(words.do, "do"),
    )
    start_clocks()


def _which(board: Board) -> str:
    talked = [topic.item for topic in board.topics if not topic.skipped]
    return (
        say("question {number} of {of}", number=talked.index(board.current) + 1, of=len(talked))
        if board.current in talked
        else ""
    )


def show_counts(board: Board) -> None:
    """Show how many have joined, are connected and have answered: three counts, never one."""
    counts, head = board.counts, board.head
    shown = [
        (counts.joined, say("joined")),
        (counts.connected, say("connected")),
        (counts.answered, say("done answering")),
    ]
    figures = joined(
        Markup('<li><strong class="figure">{}</strong> {}</li>').format(number, word) for number, word in shown
    )
    others = [(counts.late, say("late")), (counts.idle, say("set idle")), (counts.spectators, say("looking on"))]
    further = ", ".join(f"{number} {word}" for number, word in others if number)
    asked = counts.wanted if board.was_asked else 0
    given = say("{given} of {wanted} answers given", given=counts.given, wanted=asked) if asked else ""
    show(
        Markup('<div class="counts"><ul>{}</ul>{}<p class="muted">{}</p></div>').format(
            figures,
            bar(100 * counts.given / asked) if asked else "",
            " · ".join(filter(None, (given, further))),
        )
    )
    if head.phase == "lobby":
        with st.container(key="screen-first", horizontal=True, vertical_alignment="center"):
            show(
                Markup('<p class="code"><span>{}</span> {}</p>').format(say("People join with"), spaced_code(head.code))
            )
            offer_screen()


def offer_controls(board: Board) -> None:
    """Put the one obvious next thing first, then what else can be done with this step."""
    head = board.head
    show(paragraph(on_screen_line(head.phase, board.showing.seen, curtain=head.curtain), "on-screen"))
    with st.container(key="controls", horizontal=True):
        obvious = board.obvious
        if obvious is None:
            # A link: the browser changes the page itself, so that a page woken meanwhile cannot bring this one back.
            st.page_link(AFTER, label=say("See what came out"), query_params=mine())
            return
        control = obvious.control
        if board.refusal(control.name, control.item) is None:
            label = obvious_label(head.phase, board.current, obvious)
            go_on(board, label, Pressed(control.name, item=control.item))
        for label, pressed in _others(board):
            offer(board, label, pressed)


def _others(board: Board) -> Iterator[tuple[str, Pressed]]:
    """Yield the controls beside the obvious one, in the order in which they stand."""
    obvious, current = board.obvious, board.current or ""
    if board.head.curtain:
        if obvious and obvious.control.name != "reveal":
            yield say("Show the screen"), Pressed("reveal")
    else:
        yield say("Hide the screen"), Pressed("hide")
    if current:
        yield say("Ask this again now"), Pressed("second_round", item=current)
        yield say("Close it"), Pressed("close", item=current)
        yield say("Open it again"), Pressed("reopen", item=current)
        yield say("Skip this question"), Pressed("skip")
    else:
        yield say("Close the questions"), Pressed("close")
        if board.head.phase in ANSWERING:
            yield say("Open the questions"), Pressed("open")
    yield say("Back"), Pressed("back")


def show_programme(board: Board) -> None:
    """Show the steps with the one of now marked, and a way to any of them."""
    head = board.head
    steps = [step for step in head.steps if step.phase != "ended"]
    reached = [step.phase for step in steps].index(head.phase) if head.phase != "ended" else len(steps)
    show(heading(say("Programme")))
    rows = (
        Markup('<li class="{}"{}><span>{}</span> <span class="muted">{}</span></li>').format(
            "past" if place < reached else "now" if place == reached else "",
            Markup(' aria-current="step"') if place == reached else "",
            step_name(step.phase),
            minutes_line(step.minutes) if step.minutes else "",
        )
        for place, step in enumerate(steps)
    )
    show(Markup('<ol class="programme">{}</ol>').format(joined(rows)))
    if head.phase == "ended" or not board.me.in_charge:
        return
    with st.expander(say("Go to another step")), st.container(key=_DESTINATIONS):
        for step in steps:
            if step.phase != head.phase:
                offer(board, step_name(step.phase), Pressed("go", item=step.phase), kind="tertiary")


def show_links_and_helpers(board: Board) -> None:
    """Show what opens the room's screen, who else may run the workshop, and how it is handed over."""
    show(heading(say("Screen, code and co-facilitators")))
    with st.container(key="helpers"):
        show(
            entries(
                [
                    (say("People join with"), spaced_code(board.head.code)),
                    (say("In charge"), _names(board, in_charge=True)),
                    (say("Helping"), _names(board, in_charge=False)),
                ],
                "facts",
            )
        )
        with st.container(key="may-come-and-go"):  # so that what follows keeps its place, and stays unfolded
            if board.head.phase != "lobby":
                offer_screen()
            for one in board.facilitators:
                if not one.me and not one.in_charge:
                    offer(board, say("Hand over to {name}", name=one.name), Pressed("hand_over", item=str(one.number)))
        with st.expander(say("Invite a co-facilitator")):
            offer_to_invite()
        st.page_link(PREPARE, label=say("Links, facts about the firm, settings"), query_params=mine())


def _names(board: Board, *, in_charge: bool) -> str:
    named = [_called(one) for one in board.facilitators if one.in_charge is in_charge]
    return "; ".join(named)


def _called(one: Facilitator) -> str:
    name = one.name or say("Facilitator")
    if one.me:
        return say("{name} (you)", name=name)
    return name if one.connected else say("{name}, not connected", name=name)


def show_log(board: Board) -> None:
    """List what was pressed, the newest first."""
    lines = listed((_logged(board, entry) for entry in board.log[:MOST_LOGGED]), "log")
    with st.expander(say("What has happened so far"), key="log"):
        show(lines or paragraph(say("Nothing yet.")))


def _logged(board: Board, entry: Logged) -> Markup:
    at = f"{on_their_clock(entry.at):%H:%M:%S}"
    said = log_line(entry.by, entry.control, _about(board, entry.about), entry.reason)
    return Markup('<span class="muted">{}</span> {}').format(at, said)


def _about(board: Board, about: str) -> str:
    """Return what a control was about in words: a question, a seat, a step or a facilitator."""
    if about in board.questions:
        return f"“{question_among(board.questions, board.questions[about])}”"
    roles = {role.id: role.name for role in board.head.roles}
    named = {person.name: within(seat_name(person.name, roles.get(person.role, ""))) for person in board.people}
    named |= {str(one.number): one.name or say("another facilitator") for one in board.facilitators}
    named |= {step.phase: f"“{step_name(step.phase)}”" for step in board.head.steps}
    return named.get(about, about)


def offer_to_start_over(board: Board) -> None:
    """Offer what can hardly be undone, out of the way and asked for twice."""
    if board.head.phase == "ended":
        return
    with st.expander(say("Start over, or end now")), st.container(key="drastic", horizontal=True):
        if board.current:
            offer(board, say("Take back all answers to this question"), Pressed("reset", item=board.current))
        offer(board, say("Take back all answers and begin anew"), Pressed("reset"))
        offer(board, say("End the workshop now"), Pressed("end"))
