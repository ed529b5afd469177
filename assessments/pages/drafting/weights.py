"""The form of the weights: a slider for each factor; moving one moves the others, so that a stage keeps its 100."""

from collections.abc import Iterable
from functools import partial

import streamlit as st

from assessments import editing
from assessments.editing import Draft
from assessments.languages import say
from assessments.pages.drafting.form import Form
from assessments.pages.drafting.workspace import look_at
from assessments.pages.parts.pieces import as_label, heading, paragraph, show, table
from assessments.wording import plain
from assessments.wording import studio as words

FILE, STEP, SUM = "weights.yaml", 0.5, 100.0
Points = dict[str, float]


def show_weights(draft: Draft) -> None:
    """Show the weights of one stage at a time, and what differs from what is saved."""
    if editing.is_edition(draft.texts):
        show(paragraph(say("An edition says which weights differ as text: choose Weights under Text.")))
        return
    stages = {one.id: one.name for one in editing.listing(draft.texts, "stage")}
    problems = any(one.problem.severity == "problem" for one in look_at(draft.texts).of(FILE))
    if not stages or problems or FILE not in draft.files:
        show(paragraph(say("The weights can be moved once the stages and the weights have no problems; see Text.")))
        return
    form = Form(draft, FILE, say("weights"))
    stored = {stage: _stored(form, stage) for stage in stages}
    show(
        paragraph(
            say(
                "How much each factor counts at a stage. Moving one slider takes from, or gives to, all others in "
                "their proportions; those you hold stay as they are."
            )
        )
    )
    stage = st.radio(say("Stage"), list(stages), format_func=stages.get, key="weights-stage", horizontal=True)
    names = _names(draft, stored[stage])
    held = st.multiselect(say("Hold as they are"), list(stored[stage]), format_func=names.get, key="weights-held")
    _sliders(draft, form, stage, stored[stage], tuple(held))
    for one in stages:
        now = _now(form, one, stored[one])
        if now != stored[one]:
            form.write(partial(_write, form, one, now))
    form.show_save()
    _show_changes(draft, stages, {one: (stored[one], _now(form, one, stored[one])) for one in stages})


def _stored(form: Form, stage: str) -> Points:
    return {factor: entry["points"].get(stage, 0) for factor, entry in form.before(("weights",)).items()}


def _now(form: Form, stage: str, stored: Points) -> Points:
    return {factor: form.filled(f"{stage}-{factor}", points) for factor, points in stored.items()}


def _write(form: Form, stage: str, points: Points, text: str) -> str:
    return editing.set_weights({**form.files, FILE: text}, stage, points)


def _names(draft: Draft, factors: Iterable[str]) -> dict[str, str]:
    """Return the names of factors by id; one that is not there (any more) is called by its id."""
    known = {one.id: one.name for one in editing.listing(draft.texts, "factor")}
    return {factor: known.get(factor, factor) for factor in factors}


def _sliders(draft: Draft, form: Form, stage: str, stored: Points, held: tuple[str, ...]) -> None:
    names, highest = _names(draft, stored), max(SUM, sum(stored.values()))  # no factor can hold more than all do
    _give_way(form, stage, stored, held)
    for pillar in editing.listing(draft.texts, "pillar"):
        show(heading(pillar.name, 3))
        with st.container(key=f"weights-of-{pillar.id}"):
            for factor in pillar.entry.factors:
                if factor.id in stored:
                    show_widget = partial(
                        st.slider,
                        as_label(names[factor.id]),
                        0.0,
                        highest,
                        step=STEP,
                        format="%g",
                        disabled=factor.id in held,
                    )
                    form.ask(f"{stage}-{factor.id}", float(stored[factor.id]), show_widget)


def _give_way(form: Form, stage: str, stored: Points, held: tuple[str, ...]) -> None:
    """Let the others give way to a slider that was moved since the last run; call it before they are on the page."""
    now = _now(form, stage, stored)
    for factor in stored:
        value = form.moved(f"{stage}-{factor}", now[factor])
        if value is not None:
            now = editing.share_out(now, factor, value, locked=held, step=STEP)
    form.fill({f"{stage}-{factor}": float(points) for factor, points in now.items()})


def _show_changes(draft: Draft, stages: dict[str, str], points: dict[str, tuple[Points, Points]]) -> None:
    names = _names(draft, [factor for was, _ in points.values() for factor in was])
    rows = [
        (f"{names[factor]}, {stages[stage]}", plain(was[factor]), plain(now[factor]))
        for stage, (was, now) in points.items()
        for factor in was
        if was[factor] != now[factor]
    ]
    if rows:
        columns = (say("Factor and stage"), say("Saved"), say("Now"))
        show(heading(say("What changes")), table(columns, rows, say("Weights that change")))
    show(paragraph(words.sums_line({stages[one]: sum(now.values()) for one, (_, now) in points.items()}), "muted"))
