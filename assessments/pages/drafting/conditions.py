"""The form of the conditions: the minimum of each gate, stage by stage, with its reason and source."""

from functools import partial

import streamlit as st

from assessments import editing
from assessments.editing import Draft
from assessments.pages.drafting.form import Form
from assessments.pages.parts.pieces import as_label, heading, paragraph, show
from assessments.wording import studio as words


def show_conditions(draft: Draft) -> None:
    """Show every stage with its conditions."""
    form = Form(draft, "path.yaml", "conditions")
    names = {one.id: one.entry.name for kind in ("factor", "pillar") for one in editing.listing(draft.texts, kind)}
    gates = {one.id: one for one in editing.listing(draft.texts, "gate")}
    show(
        paragraph(
            "A stage is reached when every one of its conditions, and of the stages before it, is met. "
            "A value equal to the minimum meets it."
        )
    )
    for stage in editing.listing(draft.texts, "stage"):
        show(heading(stage.entry.name, 3))
        for gate in stage.entry.gates:
            found = gates[gate.id]
            with st.container(key=f"gate-{gate.id}"):
                label = as_label(f"{gate.id}, {words.metric_in_words(gate.metric, names)}")
                form.field(found.path, "minimum", partial(st.number_input, label, 0.0, 100.0, step=1.0, format="%g"))
                with st.expander("Reason and source"):
                    form.field(found.path, "why", partial(st.text_area, f"Reason of {gate.id}", height=68), blank="")
                    form.field(found.path, "source", partial(st.text_area, f"Source of {gate.id}", height=68), blank="")
    form.show_save()
