"""What the stored placements hang on, and what the answers so far say about the questions of a draft."""

from collections.abc import Callable, Iterator
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assessments import charts, editing
from assessments.editing import Draft, Progress, Sensitivity
from assessments.languages import say
from assessments.pages.drafting.workspace import names_of, show_place
from assessments.pages.parts.charts import show_chart
from assessments.pages.parts.desk import desk, kindly
from assessments.pages.parts.pieces import paragraph, show
from assessments.wording.studio import line_name, metric_in_words

_KEPT = "effects"


def run(name: str, label: str, files: dict[str, str], work: Callable[[], Iterator[Any]]) -> Any:
    """Offer to do some work on ``files``, with its progress and a way to stop it; return what it found last."""
    held = st.session_state.setdefault(_KEPT, {})
    kept_files, found = held.get(name, (None, None))
    place = st.empty()
    if place.button(label, key=f"run-{name}", type="primary" if kept_files != files else "secondary"):
        held[name] = files, _work(place, name, work)
        st.rerun()
    if kept_files is not None and kept_files != files:
        show(paragraph(say("The draft has changed since this was worked out."), "muted"))
    return found


def _work(place: DeltaGenerator, name: str, work: Callable[[], Iterator[Any]]) -> Any:
    """Show progress until the work is done; pressing Stop ends this run of the page, and with it the work."""
    with place.container(key=f"working-{name}"):
        bar = st.progress(0.0, text=say("Beginning"))
        st.button(say("Stop"), key=f"stop-{name}")
    found = None
    with kindly():
        for found in work():
            if isinstance(found, Progress):
                bar.progress(min(found.done / max(found.total, 1), 1.0), text=found.says)
    return found


def show_heard(draft: Draft) -> None:
    """Show, when asked to, what the answers people gave say about the questions."""
    show(
        paragraph(
            say(
                "Which questions tell little, are topped out on, not known, or understood differently by people of one "
                "role; from what was answered to any version of this questionnaire, samples aside."
            )
        )
    )
    if not st.button(say("Look at the answers"), key="run-heard"):
        return
    with kindly():
        advice = editing.advice_from_answers(desk(), draft.texts, organisation=draft.organisation)
    if not advice:
        show(paragraph(say("Nothing to say, or too few answers yet: it takes ten people."), "standing"))
    for number, one in enumerate(advice):
        show(paragraph(f"{one.problem.sentence} {one.problem.remedy}"))
        with st.container(key=f"heard-{number}"):
            show_place(one.file, one.problem.line, line_name(one.file, one.problem.line))


def show_sensitivity(draft: Draft) -> None:
    """Show which conditions and weights the stored placements hang on."""
    files, whose = draft.texts, draft.organisation
    show(
        paragraph(
            say(
                "What is safe to touch: how many of the stored firms would stand elsewhere if one minimum, or one "
                "weight, were a little lower or higher."
            )
        )
    )
    label = say("Draw the map")
    found = run("sensitivity", label, files, lambda: editing.sensitivity(desk(), files, organisation=whose))
    if isinstance(found, Sensitivity):
        names = names_of(files)
        stages = {one.id: one.entry.name for one in editing.listing(files, "stage")}
        _show_gates(found, names)
        _show_weights(found, names, stages)


def _show_gates(found: Sensitivity, names: dict[str, str]) -> None:
    hangs = [
        charts.Hang(f"{one.gate}: {metric_in_words(one.metric, names)}", one.flips_minus_5, one.flips_plus_5)
        for one in found.gates
    ]
    show_chart(charts.hanging_chart("conditions", hangs, found.firms, (say("5 points lower"), say("5 points higher"))))


def _show_weights(found: Sensitivity, names: dict[str, str], stages: dict[str, str]) -> None:
    hangs = [
        charts.Hang(
            f"{names.get(one.factor, one.factor)}, {stages.get(one.stage, one.stage)}", one.flips_less, one.flips_more
        )
        for one in found.weights
    ]
    show_chart(charts.hanging_chart("weights", hangs, found.firms, (say("a fifth less"), say("a fifth more"))))
