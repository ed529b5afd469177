"""A result that was shared: what stands in the executive report, for whoever holds the link; no answers, no names."""

from datetime import date as Date

import streamlit as st

from assessments import charts, sharing
from assessments.pages.parts import findings, look, moves
from assessments.pages.parts.arrival import arrive
from assessments.pages.parts.charts import show_chart
from assessments.pages.parts.desk import SHARED, desk, kindly
from assessments.pages.parts.pieces import joined, paragraph, show
from assessments.pages.parts.report import offer_report
from assessments.pages.parts.road import places, road, stages
from assessments.pages.parts.saving import on_their_clock
from assessments.pages.parts.sharing import offer_to_share
from assessments.pages.parts.wrapping_up import session_of
from assessments.reading import Reading
from assessments.wording import firm_name
from assessments.wording.shares import expires_line

with kindly():
    shared = sharing.shared(desk(), st.query_params.get(SHARED, ""))
planned, today = shared.planned, Date.today()
opened = Reading(
    planned.opened.method,
    planned.opened.assessment,
    planned.result,
    edits=planned.edits,
    session=None if shared.came is None else session_of(shared.came),
    passed_on=True,
)
questionnaire, result = opened.questionnaire, opened.result
look.name_the_page(firm_name(opened.assessment.firm))

show(findings.opening(opened))
if shared.expires_at is not None:
    show(paragraph(expires_line(on_their_clock(shared.expires_at)), "muted"))
with st.container(key="offers", horizontal=True):
    offer_report(opened, today=today)
small_path = joined([road(questionnaire, result), stages(questionnaire)])
show_chart(charts.path_chart(questionnaire, result), narrow=small_path)
show(places(questionnaire, result), findings.posture(opened), findings.three_answers(opened))
show(findings.holding_back(opened), findings.warnings(opened), findings.ownership(opened))
show(moves.what_to_do(opened, planned.plan, planned.edits), moves.not_now(opened))
show(moves.limits(opened, today))
if shared.owned:
    offer_to_share(st.query_params[SHARED])
arrive("shared")
