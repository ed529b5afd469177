"""Where a person is in an assessment: the step on the screen, the way on and back, and how far they have come."""

from dataclasses import dataclass

import streamlit as st
from markupsafe import Markup

from assessments.answering import AskedFact, AskedItem, Journey, Section
from assessments.languages import marked, say
from assessments.pages.parts.desk import LINK, PLACE, link
from assessments.pages.parts.pieces import folded, listed, paragraph, show
from assessments.pages.parts.saving import say_not_saved, settle
from assessments.pages.parts.splitting import unfinished

Step = tuple[AskedFact | AskedItem, ...]

_WARNED = "warned"


@dataclass(frozen=True, slots=True)
class Here:
    """A step, its section, and its place among all steps (from 0)."""

    section: Section
    step: Step
    number: int
    steps: tuple[Step, ...]

    @property
    def within(self) -> tuple[int, int]:
        """The number of this step in its section, from 1, and how many steps that has."""
        return self.section.steps.index(self.step) + 1, len(self.section.steps)

    @property
    def before(self) -> str | None:
        """The id that leads one step back."""
        return self.steps[self.number - 1][0].question.id if self.number else None

    @property
    def after(self) -> str | None:
        """The id that leads one step on."""
        return self.steps[self.number + 1][0].question.id if self.number + 1 < len(self.steps) else None


def find_step(journey: Journey, place: str | None) -> Here:
    """Return the step that ``place`` (a question or a section) is part of; the first open one for anything else."""
    placed = [(section, step) for section in journey.sections for step in section.steps]
    steps = tuple(step for _, step in placed)
    for wanted in (place, journey.place, journey.next_open):
        for number, (section, step) in enumerate(placed):
            if wanted in {section.id, *(asked.question.id for asked in step)}:
                return Here(section, step, number, steps)
    return Here(*placed[0], 0, steps)


def may_leave(step: Step, place: str) -> bool:
    """Return whether to go on to ``place``: not, the first time, when something would be left behind unsaved."""
    settle()
    missing = [sentence for asked in step if (sentence := unfinished(asked.question.id))]
    warning = say(
        "Not saved: {missing}. Choose the same button again to leave it for later.", missing="; ".join(missing)
    )
    if missing and st.session_state.get(_WARNED) != (place, warning):
        st.session_state[_WARNED] = (place, warning)
        say_not_saved(warning)
        return False
    return True


def go(step: Step, place: str) -> None:
    """Show another step after this run."""
    if may_leave(step, place):
        st.query_params.from_dict({LINK: link(), PLACE: place})


def show_progress(journey: Journey, here: Here) -> None:
    """Say where the person is, and how much is answered: only answers count, not pages seen."""
    share = 100 * journey.answered / journey.needed if journey.needed else 100
    show(
        Markup(
            '<div class="progress"><p>{}</p><p>{}</p>'
            '<div class="bar"><span class="has firm" style="width:{:.1f}%"></span></div></div>'
        ).format(_place(here), answered_line(journey.answered, journey.needed), share)
    )


def _place(here: Here) -> Markup:
    number, of = here.within
    place = Markup(say("{section}, {number} of {of}"))
    return place.format(section=Markup("<strong>{}</strong>").format(here.section.name), number=number, of=of)


def answered_line(answered: int, of: int) -> str:
    """Say how many of the questions are answered."""
    return say("{answered} of {of} answered", answered=answered, of=of)


RULES = (
    marked("Answer for how things are today in most cases, not for the best case and not for plans."),
    marked(
        "Where there are lines, choose the highest one that is fully true; if it is only partly true, the one below."
    ),
    marked("“Don't know” is a good answer. It is never counted as zero."),
)


def rules() -> Markup:
    """Return how to answer."""
    return listed((paragraph(say(rule)) for rule in RULES), "rules")


def show_reminders(journey: Journey, here: Here) -> None:
    """Say whom the questions about customers mean, where that is not plain."""
    if isinstance(here.step[0], AskedItem):
        show(*(paragraph(reminder, "muted reminder") for reminder in journey.reminders))


def show_rules() -> None:
    """Keep the rules of answering at hand, folded away."""
    show(folded(say("How to answer"), rules()))
