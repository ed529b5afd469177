"""The form of the conditions: the minimum of each gate, stage by stage, with its reason and source."""

from functools import partial

import streamlit as st

from assessments import editing
from assessments.editing import Draft
from assessments.languages import say
from assessments.pages.drafting.form import Form
from assessments.pages.drafting.workspace import names_of
from assessments.pages.parts.pieces import as_label, heading, paragraph, show
from assessments.wording import studio as words


def show_conditions(draft: Draft) -> None:
    """Show every stage with its conditions."""
    stages = editing.listing(draft.texts, "stage")
    if not stages:
        show(paragraph(say("There is no stage that can be read yet. Please write them under Text, Stages.")))
        return
    form = Form(draft, "path.yaml", say("conditions"))
    names = names_of(draft.texts)
    gates = {one.id: one for one in editing.listing(draft.texts, "gate")}
    show(
        paragraph(
            say(
                "A stage is reached when every one of its conditions, and of the stages before it, is met. "
                "A value equal to the minimum meets it."
            )
        )
    )
    for stage in stages:
        show(heading(stage.name, 3))
        for gate in stage.entry.gates:
            found = gates[gate.id]
            label = as_label(f"{gate.id}, {words.metric_in_words(gate.metric, names)}")
            with st.container(key=f"gate-{gate.id}"):
                with st.container(key=f"minimum-{gate.id}"):
                    form.field(found, "minimum", partial(st.number_input, label, 0.0, 100.0, step=1.0, format="%g"))
                    form.show_added(found)
                with st.expander(say("Reason and source")):
                    form.field(
                        found,
                        "why",
                        partial(st.text_area, say("Reason of {condition}", condition=gate.id), height=68),
                        blank="",
                    )
                    form.field(
                        found,
                        "source",
                        partial(st.text_area, say("Source of {condition}", condition=gate.id), height=68),
                        blank="",
                    )
    form.show_save()
