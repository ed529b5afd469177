"""The form of the weights: a slider for each factor; moving one moves the others, so that a stage keeps its 100."""

from collections.abc import Iterable
from functools import partial
from typing import Any

import streamlit as st

from assessments import editing
from assessments.editing import Draft
from assessments.languages import say
from assessments.pages.drafting.form import Form
from assessments.pages.drafting.workspace import look_at
from assessments.pages.parts.pieces import as_label, heading, paragraph, show, table
from assessments.wording import plain
from assessments.wording import studio as words
from assessments.wording.editions import own_weights, said_by_base

FILE, STEP, SUM = "weights.yaml", 0.5, 100.0
Points = dict[str, float]


def show_weights(draft: Draft) -> None:
    """Show the weights of one stage at a time, and what differs from what is saved."""
    stages = {one.id: one.name for one in editing.listing(draft.texts, "stage")}
    problems = any(one.problem.severity == "problem" for one in look_at(draft.texts).of(FILE))
    if not stages or problems or not editing.points_of(draft.texts, next(iter(stages))):
        show(paragraph(say("The weights can be moved once the stages and the weights have no problems; see Text.")))
        return
    form = Form(draft, FILE, say("weights"))
    stored = {stage: editing.points_of(form.started_from, stage) for stage in stages}
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
    held = st.multiselect(
        say("Hold as they are"),
        list(stored[stage]),
        format_func=names.get,
        key="weights-held",
        placeholder=say("Choose one or more"),
    )
    _give_way(form, stage, stored[stage], tuple(held))
    _offer_base(form, stage, stored[stage])
    _sliders(draft, form, stage, stored[stage], tuple(held))
    for one in stages:
        now = _now(form, one, stored[one])
        if now != stored[one]:
            form.write(partial(_write, form, one, now))
    form.show_save()
    _show_changes(draft, stages, {one: (stored[one], _now(form, one, stored[one])) for one in stages})


def _now(form: Form, stage: str, stored: Points) -> Points:
    return {factor: form.filled(f"{stage}-{factor}", points) for factor, points in stored.items()}


def _write(form: Form, stage: str, points: Points, text: str) -> str:
    return editing.set_weights({**form.files, FILE: text}, stage, points)


def _names(draft: Draft, factors: Iterable[str]) -> dict[str, str]:
    """Return the names of factors by id; one that is not there (any more) is called by its id."""
    known = {one.id: one.name for one in editing.listing(draft.texts, "factor")}
    return {factor: known.get(factor, factor) for factor in factors}


def _sliders(draft: Draft, form: Form, stage: str, stored: Points, held: tuple[str, ...]) -> None:
    names, highest = _names(draft, stored), max(SUM, float(sum(stored.values())))  # no factor can hold more than all do
    base = editing.points_below(draft.texts, stage)
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
                    _slider(form, f"{stage}-{factor.id}", float(stored[factor.id]), base.get(factor.id), show_widget)


def _slider(form: Form, name: str, stored: float, base: float | None, show_widget: partial[Any]) -> None:
    """Put a slider on the page; going back to what the base says moves it, so that the others give way."""
    with st.container(key=f"weight-{name}"):
        points = form.ask(name, stored, show_widget)
        if base is not None:
            form.offer_base(name, points, float(base), said_by_base(base))


def _offer_base(form: Form, stage: str, stored: Points) -> None:
    """Say of an edition how many weights of a stage are its own, and offer to have all of them as its base has."""
    base, now = editing.points_below(form.started_from, stage), _now(form, stage, stored)
    if base:
        own = sum(points != base.get(factor) for factor, points in now.items())
        whole = {f"{stage}-{factor}": float(points) for factor, points in base.items()}
        show(paragraph(own_weights(own, len(now)), "standing"))
        if own:
            st.button(say("All as the base has them"), key="weights-back", on_click=form.fill, args=(whole,))


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
