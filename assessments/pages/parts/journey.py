"""Where a person is in an assessment: the step on the screen, the way on and back, and how far they have come."""

from dataclasses import dataclass

import streamlit as st
from markupsafe import Markup

from assessments.answering import AskedFact, AskedItem, Journey, Section
from assessments.pages.parts.desk import LINK, PLACE, link
from assessments.pages.parts.pieces import show

Step = tuple[AskedFact | AskedItem, ...]


@dataclass(frozen=True, slots=True)
class Here:
    """A step, its section, and its place among all steps (from 0)."""

    section: Section
    step: Step
    number: int
    steps: tuple[Step, ...]

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


def go(place: str) -> None:
    """Show another step after this run."""
    st.query_params.from_dict({LINK: link(), PLACE: place})


def show_progress(journey: Journey, here: Here) -> None:
    """Say where the person is, and how much is answered: only answers count, not pages seen."""
    share = 100 * journey.answered / journey.needed if journey.needed else 100
    show(
        Markup(
            '<div class="progress"><p><strong>{}</strong> · step {} of {}</p><p>{} of {} answered</p>'
            '<div class="bar"><span class="has firm" style="width:{:.1f}%"></span></div></div>'
        ).format(here.section.name, here.number + 1, len(here.steps), journey.answered, journey.needed, share)
    )
