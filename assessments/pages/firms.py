"""The list of sample firms: where each stands, where its customers call it, and the way to its result."""

from pathlib import Path

import streamlit as st
from markupsafe import Markup

from assessments import reading, wording
from assessments.languages import say
from assessments.pages.parts import look
from assessments.pages.parts.pieces import as_label, heading, paragraph, show
from assessments.pages.parts.road import legend, road, stages

RESULT = Path(__file__).with_name("result.py")

look.name_the_page(say("Sample firms"))
firms = reading.sample_firms()
show(
    heading(say("Is the firm where its customers call it?"), level=1),
    paragraph(
        say(
            "Every firm stands somewhere on a path from traditional to social customer relationships. Its customers "
            "call it to a place on that path, and its leaders may want another."
        ),
        "lead",
    ),
    paragraph(say("Here are some sample firms. Choose one to see its result and its report.")),
    legend(),
)
for firm in firms:
    opened = reading.open_sample(firm.id)
    name = wording.firm_name(firm.name)
    with st.container(key=f"firm-{firm.id}"):
        st.page_link(RESULT, label=as_label(name), query_params={"firm": firm.id})
        show(
            Markup('<div class="summary"><div>{}{}</div><div>{}{}</div></div>').format(
                paragraph(firm.about, "muted"),
                paragraph(wording.verdict(opened.questionnaire, name, opened.result)),
                road(opened.questionnaire, opened.result),
                stages(opened.questionnaire),
            )
        )
