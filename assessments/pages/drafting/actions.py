"""The form of an action: what to do, who leads it, what it takes and what it lifts."""

from functools import partial

import streamlit as st

from assessments import editing
from assessments.editing import Draft, Found, Slot
from assessments.languages import marked, say
from assessments.pages.drafting.form import Form
from assessments.pages.parts.pieces import heading, paragraph, show
from assessments.wording.editions import said_by_base
from assessments.wording.moves import PHASES

SERVES = {"needs": marked("Customers' needs"), "delight": marked("Delight"), "innovation": marked("Innovation")}
TEXTS = {
    "do": marked("What to do"),
    "kpi": marked("How one sees that it worked"),
    "risk": marked("What happens if it is skipped"),
}


def show_actions(draft: Draft) -> None:
    """Show the choice of an action and its form."""
    found = {one.id: one for one in editing.listing(draft.texts, "action")}
    labels = {id_: f"{id_}: {one.entry.title}" for id_, one in found.items()}
    if not labels:
        show(paragraph(say("There is no action yet. Please write one under Text, Actions.")))
        return
    chosen = st.selectbox(say("Action"), list(labels), format_func=labels.get, key="form-action")
    if chosen is not None:
        _edit(draft, found[chosen])


def _edit(draft: Draft, found: Found) -> None:
    form = Form(draft, editing.own_name(found.file), found.id)
    form.show_added(found)
    roles = {one.id: one.name for one in editing.listing(draft.texts, "role")}
    roles.setdefault(found.entry.owner, found.entry.owner)  # kept as it is while its role is not there
    form.field(found, "title", partial(st.text_input, say("Title"), max_chars=2000))
    for key, label in TEXTS.items():
        form.field(found, key, partial(st.text_area, say(label), max_chars=2000, height=100), blank="")
    phases = {number: f"{number} {say(name)}" for number, name in PHASES.items()}
    serves = {key: say(name) for key, name in SERVES.items()}
    with st.container(key="fields-of-action"):
        form.field(found, "owner", partial(st.selectbox, say("Who leads it"), list(roles), format_func=roles.get))
        form.field(found, "phase", partial(st.selectbox, say("Phase"), list(phases), format_func=phases.get))
        form.field(found, "serves", partial(st.selectbox, say("Serves"), list(serves), format_func=serves.get))
        form.field(found, "effort", partial(st.number_input, say("Person-weeks"), 0.0, step=1.0, format="%g"))
        form.field(found, "lead", partial(st.number_input, say("Weeks from start to finish"), 1, step=1))
        form.field(found, "early_win", partial(st.checkbox, say("Shows a result fast")), blank=False)
    _lifts(draft, form, found)
    form.field(found, "when", partial(st.text_area, say("Worth considering while (a rule)"), height=68), blank="")
    form.show_save()


def _lifts(draft: Draft, form: Form, found: Found) -> None:
    """Show the points it adds to each factor; a factor at nothing is not lifted."""
    names = {one.id: one.entry.name for one in editing.listing(draft.texts, "factor")}
    slot = editing.slot_of(draft.texts, found).at("lift")
    show(heading(say("Points it adds when finished"), 3), paragraph(say("Of 100, to each factor it lifts."), "muted"))
    also = st.multiselect(
        say("Another factor it lifts"),
        [id_ for id_ in names if id_ not in found.entry.lift],
        format_func=names.get,
        key=f"lifts-also-{found.id}",
        placeholder=say("Choose one or more"),
    )
    with st.container(key="fields-of-lift"):
        for factor in (*found.entry.lift, *also):
            _lift(form, names.get(factor, factor), slot.at(factor), found.entry.lift.get(factor, 0))


def _lift(form: Form, label: str, slot: Slot, lift: float) -> None:
    name, was = f"lift-{slot.way[-1]}", float(form.written(slot, lift))
    points = form.ask(name, was, partial(st.number_input, label, 0.0, 100.0, step=1.0, format="%g"))
    if points != was:
        form.put(slot, points if points or slot.below is not None else None)
    if slot.layered:
        base = float(slot.below or 0)
        form.offer_base(name, points, base, said_by_base(base))
