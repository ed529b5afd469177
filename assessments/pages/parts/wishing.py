"""Wishes about a plan: stored for one's own assessment, tried for a sample, with what each of them costs."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any

import streamlit as st
from markupsafe import Markup

from assessments import answering
from assessments.answering import Export, Planned
from assessments.edits import NO_EDITS, PlanEdits
from assessments.languages import marked, say
from assessments.pages.parts.desk import desk
from assessments.pages.parts.pieces import heading, joined, paragraph, show
from assessments.pages.parts.saving import on_their_clock
from assessments.wording import wishes
from scoring.roadmap import Plan

_TRIED, _OUTCOME = "tried-edits", "wish-outcome"
FILES = {"xlsx": marked("Workbook (xlsx)"), "csv": marked("Table (csv)"), "ics": marked("Calendar (ics)")}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a wish about the plan ``before`` it; without a sentence until the plan that follows is known."""

    whose: str
    kind: str
    sentence: str = ""
    before: Plan | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a plan comes from and where its edits go: stored, or tried and then without a time."""

    whose: str  # a link or a token
    read: Callable[[], Planned]
    edit: Callable[[str, Any, str], datetime | None]


def linked(whose: str) -> Source:
    """Return the plan that a personal link leads to, with the edits that are stored or, of a sample, tried."""
    return Source(whose, partial(_open, whose), partial(_edit, whose))


def _open(whose: str) -> Planned:
    return answering.plan_of(desk(), whose, _tried().get(whose, NO_EDITS))


def _edit(whose: str, name: str, value: Any, action: str) -> datetime | None:
    planned = _open(whose)
    if planned.opened.person is not None:
        return answering.edit_plan(desk(), whose, name, value, action=action).at
    _tried()[whose] = answering.try_edit(planned, name, value, action=action)
    return None


def _tried() -> dict[str, PlanEdits]:
    return st.session_state.setdefault(_TRIED, {})


def change(source: Source, name: str, value: Any, action: str = "") -> None:
    """Store an edit, or try it on a sample; the next run of the page says what became of it."""
    try:
        before = _last_told(source)
        outcome = Outcome(source.whose, "saved", before=before, at=source.edit(name, value, action))
    except answering.NotAccepted as refused:
        outcome = Outcome(source.whose, "not-saved", say("Not changed. {refused}", refused=refused))
    except answering.Unavailable as unavailable:
        sentence = say("Not changed. {unavailable} Please try again in a moment.", unavailable=unavailable)
        outcome = Outcome(source.whose, "not-saved", sentence)
    st.session_state[_OUTCOME] = outcome


def _last_told(source: Source) -> Plan:
    """Return the plan that people were last told of: an edit whose cost nobody has heard counts with the next one."""
    plan, last = source.read().plan, _outcome_of(source)
    return last.before if last and last.before and not last.sentence else plan


def _outcome_of(source: Source) -> Outcome | None:
    outcome = st.session_state.get(_OUTCOME)
    return outcome if outcome and outcome.whose == source.whose else None


def forget_outcome() -> None:
    """Say no more what became of the last wish, once somebody turns to something else."""
    st.session_state.pop(_OUTCOME, None)


def show_outcome(source: Source, planned: Planned) -> None:
    """Say what became of the last wish and what it costs; read aloud by screen readers.

    It is kept as it was first said until the next wish: a run of the page that is cut short may have told nobody.
    """
    outcome = _outcome_of(source) or Outcome(source.whose, "saved")
    if outcome.before and not outcome.sentence:
        outcome = replace(outcome, sentence=_cost(outcome.before, planned, outcome.at))
        st.session_state[_OUTCOME] = outcome
    shown = Markup('<p class="outcome cost {}" role="status" aria-live="polite">{}</p>')
    show(shown.format(outcome.kind, outcome.sentence))


def _cost(before: Plan, planned: Planned, at: datetime | None) -> str:
    if at is None:
        kept = say("Tried, not stored: this is a sample firm.")
    else:
        time = f"{on_their_clock(at):%H:%M:%S}"
        kept = say("Saved at {time}.", time=time)
    return f"{kept} {wishes.cost_line(planned.opened.questionnaire, before, planned.plan)}"


def list_wishes(source: Source, planned: Planned) -> None:
    """List every wish with a way to take it back, what they cost together, and which cannot be granted."""
    questionnaire = planned.opened.questionnaire
    listed = list(wishes.wish_lines(questionnaire, planned.edits, planned.opened.assessment.date))
    refused = [paragraph(line, "late") for line in wishes.refused_lines(questionnaire, planned.plan)]
    if not listed:
        show(joined(refused))
        return
    together = wishes.together_line(questionnaire, planned.unedited, planned.plan)
    show(heading(say("Your wishes")), paragraph(together), *refused)
    for action, name, sentence in listed:
        with st.container(key=f"wish-{action}-{name}", horizontal=True):
            show(paragraph(sentence))
            st.button(
                say("Take back"),
                key=f"back-{action}-{name}",
                on_click=change,
                args=(source, name, None, action),
                type="tertiary",
            )


def offer_files(write: Callable[[str], Export]) -> None:
    """Offer the plan as files for spreadsheets and calendars."""
    with st.container(key="plan-files", horizontal=True):
        for kind, label in FILES.items():
            file = write(kind)
            st.download_button(
                say(label), data=file.content, file_name=file.name, mime=file.media_type, on_click="ignore"
            )
