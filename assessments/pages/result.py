"""The result of one firm, from the verdict to the limits."""

from datetime import date as Date
from pathlib import Path

import streamlit as st

from assessments import charts, reading, wording
from assessments.pages.parts import findings, look, moves
from assessments.pages.parts.charts import show_chart
from assessments.pages.parts.pieces import heading, joined, paragraph, show
from assessments.pages.parts.road import places, road, stages

FIRMS = Path(__file__).with_name("firms.py")

firm = st.query_params.get("firm", "")
today = Date.today()

with st.container(key="back"):
    st.page_link(FIRMS, label="All sample firms")
try:
    opened = reading.open_sample(firm)
except LookupError:
    show(
        heading("There is no sample firm of that name", level=1),
        paragraph("The address may have been cut short or mistyped. All sample firms are on the first page."),
    )
    st.stop()
questionnaire, result = opened.questionnaire, opened.result
look.name_the_page(wording.firm_name(opened.assessment.firm))

show(findings.opening(opened))
if reading.can_print():
    st.download_button(
        "Download the report (PDF)",
        data=lambda: reading.executive_report(opened, date=today),
        file_name=f"{firm}.pdf",
        mime="application/pdf",
        on_click="ignore",
    )
else:
    show(paragraph("This server lacks a library to make PDFs; docs/dependencies.md says which.", "muted"))
small_path = joined([road(questionnaire, result), stages(questionnaire)])
show_chart(charts.path_chart(questionnaire, result), narrow=small_path)
show(places(questionnaire, result), findings.posture(opened))
show(findings.three_answers(opened))
show(findings.ownership(opened))
show(findings.holding_back(opened))
show(findings.warnings(opened))
show_chart(charts.gaps_chart(questionnaire, result), narrow=findings.views(opened))
show(findings.gaps(opened))
show_chart(charts.profile_chart(questionnaire, result))
show_chart(charts.channel_fit_chart(questionnaire, result))
show(moves.moves(opened), moves.not_now(opened))
show(moves.limits(opened, today))
