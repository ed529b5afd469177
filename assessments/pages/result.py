"""The result of one firm, from the verdict to the limits."""

from datetime import date as Date

import streamlit as st

from assessments import charts, reading, wording
from assessments.pages.parts import findings, look, moves
from assessments.pages.parts.charts import show_chart
from assessments.pages.parts.pieces import joined, show
from assessments.pages.parts.road import places, road, stages

today = Date.today()
opened = reading.open_sample(st.query_params.get("firm", ""))
questionnaire, result = opened.questionnaire, opened.result
look.name_the_page(wording.firm_name(opened.assessment.firm))

show(findings.opening(opened))
show_chart(
    charts.path_chart(questionnaire, result), narrow=joined([road(questionnaire, result), stages(questionnaire)])
)
show(places(questionnaire, result))
show(findings.three_answers(opened))
show(findings.ownership(opened))
show(findings.holding_back(opened))
show(findings.warnings(opened))
show_chart(charts.profile_chart(questionnaire, result))
show_chart(charts.channel_fit_chart(questionnaire, result))
show(moves.candidate_actions(opened), moves.not_now(opened))
show(moves.limits(opened, today))
