"""What a phone shows in each step of a workshop; nothing of anybody else until the room sees it."""

from collections.abc import Callable, Sequence

import streamlit as st
from markupsafe import Markup

from assessments import charts, wording
from assessments.answering import AskedItem, Phone, ShownPlace
from assessments.answering.sections import in_steps
from assessments.languages import say
from assessments.pages.parts import showing
from assessments.pages.parts.asking import ask_item
from assessments.pages.parts.charts import numbers
from assessments.pages.parts.desk import PLACE
from assessments.pages.parts.journey import answered_line, may_leave, rules
from assessments.pages.parts.pieces import entries, folded, heading, joined, paragraph, show
from assessments.wording import room as said
from assessments.wording import seat as words
from assessments.wording import showing as shown_words
from assessments.workshop import ShownTopic
from assessments.workshop.codes import spaced_code
from scoring.model import Item, Role

Steps = tuple[tuple[AskedItem, ...], ...]


def after_all(phone: Phone) -> str:
    """Return the place after the last question; another one as soon as something else is open."""
    return f"done-{phone.head.phase}-{phone.current.id if phone.current else ''}"


def question_place(phone: Phone, asked: AskedItem) -> str:
    """Return the name of the place of a question; another one in its second round, which begins at its first."""
    round_ = phone.rounds[asked.question.id]
    return asked.question.id if round_ == 1 else f"{asked.question.id}.{round_}"


def here(phone: Phone, steps: Steps, wanted: str | None) -> int:
    """Return the number of the step a person is at, from 0; one more than the last where they are done.

    ``wanted`` is the place the address names. Next comes where they answered last in this round, then what is open.
    """
    if wanted == after_all(phone):
        return len(steps)
    last = (question_place(phone, asked) for asked in phone.open if asked.question.id == phone.place and not asked.open)
    left = (question_place(phone, asked) for asked in phone.open if asked.open)
    for place in (wanted, next(last, None), next(left, None)):
        for number, step in enumerate(steps):
            if place in {question_place(phone, asked) for asked in step}:
                return number
    return len(steps)


def go(step: tuple[AskedItem, ...], place: str) -> None:
    """Show another step after this run."""
    if may_leave(step, place):
        st.query_params[PLACE] = place


def show_questions(phone: Phone) -> None:
    """Show the question a person is at, or that they are done, while questions are open for them."""
    steps = in_steps(phone.open)
    number = here(phone, steps, st.query_params.get(PLACE))
    if number == len(steps):
        _show_done(phone, steps)
        return
    show(_progress(phone, number, len(steps)))
    for asked in steps[number]:
        with st.container(key=f"question-{asked.question.id}"):
            first = asked is steps[number][0]
            show(heading(asked.question.text, level=1 if first else 2, kind="question"), _answer_before(phone, asked))
            ask_item(asked)


def show_moving(phone: Phone) -> None:
    """Offer the way back and on from the question a person is at."""
    steps = in_steps(phone.open)
    number = here(phone, steps, st.query_params.get(PLACE))
    if number == len(steps):
        return
    step = steps[number]
    with st.container(key="moving", horizontal=True):
        if number:
            st.button(say("Back"), on_click=go, args=(step, question_place(phone, steps[number - 1][0])), key="back")
        last = number + 1 == len(steps)
        after = after_all(phone) if last else question_place(phone, steps[number + 1][0])
        st.button(say("Done") if last else say("Next"), on_click=go, args=(step, after), key="next", type="primary")
    show(phone.all_phones.once("rules", lambda: folded(say("How to answer"), rules())))


def _progress(phone: Phone, number: int, of: int) -> Markup:
    share = 100 * phone.answered / phone.wanted if phone.wanted else 100
    return Markup(
        '<div class="progress"><p><strong>{}</strong></p><p>{}</p>'
        '<div class="bar"><span class="has firm" style="width:{:.1f}%"></span></div></div>'
    ).format(say("Page {number} of {of}", number=number + 1, of=of), answered_line(phone.answered, phone.wanted), share)


def _answer_before(phone: Phone, asked: AskedItem) -> Markup:
    """Say what this person answered in the first round, while the second is open."""
    before = phone.first.get(asked.question.id)
    if before is None:
        return Markup("")
    return Markup('<p class="before"><strong>{}</strong> {}</p>').format(
        say("Your first answer:"), wording.answer_in_words(asked.question, before)
    )


def _show_done(phone: Phone, steps: Steps) -> None:
    """Say that nothing is left to do, or what is, and that the page goes on by itself."""
    left = phone.wanted - phone.answered
    show(
        heading(words.done_title(left), level=1),
        paragraph(words.done_line(left), "lead"),
        paragraph("" if left else say(words.BY_ITSELF), "muted"),
    )
    back = question_place(phone, next((asked for asked in phone.open if asked.open), steps[0][0]))
    label = say("Answer what is left") if left else say("Look at my answers again")
    st.button(label, on_click=go, args=((), back), key="look-again", type="primary" if left else "secondary")


def show_waiting(phone: Phone) -> None:
    """Show where the workshop is while this phone has nothing to do."""
    phase = phone.head.phase
    show(
        heading(words.title(phase, phone.head.firm), level=1),
        paragraph(say(words.LINES[phase]), "lead"),
        paragraph("" if phase == "ended" else say(words.BY_ITSELF), "muted"),
    )


def show_topic(phone: Phone, question: Item) -> None:
    """Show what is being talked about, this person's own answer and, once the room has seen them, all answers."""
    shown = phone.showing.topic
    show(
        paragraph(say("The room is talking about"), "muted"),
        heading(question.text, level=1, kind="question"),
        _group(phone),
        _own_answer(phone, question),
        paragraph(say(words.TALK), "muted")
        if shown is None
        else phone.all_phones.once("answers", lambda: everybodys_answers(question, shown, phone.head.roles)),
    )


def _group(phone: Phone) -> Markup:
    if phone.group is None:
        return Markup("")
    return Markup('<p class="before"><strong>{}</strong> {}</p>').format(
        say(words.GROUP, number=phone.group), say(words.GROUP_LINE)
    )


def _own_answer(phone: Phone, question: Item) -> Markup:
    mine = next((one for one in phone.mine if one.question.id == question.id), None)
    if mine is None or mine.value is None:
        return Markup("")
    return Markup('<p class="before"><strong>{}</strong> {}</p>').format(
        say("Your answer:"), wording.answer_in_words(question, mine.value)
    )


def everybodys_answers(question: Item, shown: ShownTopic, roles: Sequence[Role]) -> Markup:
    """Return the answers as the room sees them, in words and bars: a phone is spared the chart's program."""
    chart = charts.spread_chart(question, shown, roles)
    if not chart.rows:
        return paragraph(shown_words.withheld_line(shown))
    return joined(
        (
            heading(chart.title),
            showing.bars(question, shown),
            paragraph(shown_words.people_line(shown), "muted"),
            paragraph(shown_words.change_line(shown)),
            paragraph(shown_words.prompt(shown), "room-prompt"),
            folded(say("The numbers"), numbers(chart)),
        )
    )


def show_place(phone: Phone, shown: ShownPlace) -> None:
    """Show in words what the room sees of customers, or of the place on the path."""
    show(
        phone.all_phones.once(
            "place", lambda: _customers(phone, shown) if phone.showing.kind == "customers" else _place(shown)
        )
    )


def _customers(phone: Phone, shown: ShownPlace) -> Markup:
    title = said.destination_title(shown.opened.questionnaire, phone.head.firm, shown.result)
    return heading(title, level=1, kind="question") + showing.customers(shown)


def _place(shown: ShownPlace) -> Markup:
    title = heading(wording.path_title(shown.result), level=1, kind="question")
    return joined((title, showing.place(shown), showing.holding(shown)))


def show_own_answers(phone: Phone) -> None:
    """Keep a person's own answers at hand, folded away."""
    answered = [(one.question.text, wording.answer_in_words(one.question, one.value)) for one in phone.mine]
    if answered:
        show(folded(say("My answers"), entries(answered, "own-answers")))


def show_seat(phone: Phone, leave: Callable[[], None], afresh: str) -> None:
    """Say who this phone is in the workshop, what was said about anonymity, and how to leave."""
    role = say("I only watch") if phone.head.role is None else phone.head.role.name
    with st.expander(say("About this workshop and my place in it")):
        show(
            entries(
                [
                    (
                        say("Workshop"),
                        say(
                            "{firm}, code {code}",
                            firm=wording.firm_name(phone.head.firm),
                            code=spaced_code(phone.head.code),
                        ),
                    ),
                    (say("My role"), role),
                    (say("What happens to my answers"), phone.head.notice),
                ],
                "about",
            )
        )
        st.button(say("Leave the workshop"), on_click=leave, key="leave")
        show(Markup('<p><a href="{}">{}</a></p>').format(afresh, say("Join as somebody else on this phone")))
