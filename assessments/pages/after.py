"""After a workshop: what came out, what was talked about and concluded, files, the next one, and deleting it."""

from datetime import date as Date

import streamlit as st

from assessments import charts, facilitating
from assessments.facilitating import Outcome
from assessments.languages import say
from assessments.pages.parts import findings, look, moves, sharing, wrapping_up
from assessments.pages.parts.arrival import arrive
from assessments.pages.parts.charts import show_chart
from assessments.pages.parts.desk import desk, kindly
from assessments.pages.parts.facilitator import WORKSHOP, mine, token
from assessments.pages.parts.owning import movement_of
from assessments.pages.parts.pieces import heading, joined, paragraph, show
from assessments.pages.parts.report import offer_report
from assessments.pages.parts.road import places, road, stages
from assessments.reading import Reading
from assessments.wording import firm_name


def show_result(came: Outcome) -> None:
    """Show the result that may be shown, the reports, what was talked about, and the plan."""
    with kindly():
        planned = facilitating.plan(desk(), token())
    opened = Reading(
        planned.opened.method,
        planned.opened.assessment,
        planned.result,
        edits=planned.edits,
        session=wrapping_up.session_of(came),
    )
    questionnaire, result = opened.questionnaire, opened.result
    show(findings.opening(opened))
    with st.container(key="offers", horizontal=True):
        offer_report(opened, today=Date.today())
    small_path = joined([road(questionnaire, result), stages(questionnaire)])
    show_chart(charts.path_chart(questionnaire, result), narrow=small_path)
    show(places(questionnaire, result), findings.posture(opened))
    wrapping_up.show_session(questionnaire, opened.session)
    if came.movement is not None:
        show(movement_of(questionnaire, came.movement))
    show(findings.holding_back(opened), findings.warnings(opened))
    show(moves.what_to_do(opened, planned.plan, planned.edits))


with kindly():
    came = facilitating.outcome(desk(), token())
look.name_the_page(say("After the workshop: {firm}", firm=firm_name(came.head.firm)))
with st.container(key="back"):
    st.page_link(WORKSHOP, label=say("Back to the workshop"), query_params=mine())
wrapping_up.say_what_was_done()
if came.shown is None:
    show(
        heading(firm_name(came.head.firm), level=1),
        paragraph(
            say(
                "Fewer than {minimum} people answered. So that nobody can be found out, there is no result.",
                minimum=came.head.minimum,
            ),
            "lead",
        ),
    )
else:
    show_result(came)
    sharing.offer_to_share(token())
wrapping_up.offer_files()
wrapping_up.offer_pulse()
wrapping_up.offer_next()
if not came.head.anonymous:
    wrapping_up.offer_to_anonymise()
wrapping_up.show_log()
wrapping_up.offer_to_delete()
arrive("after")
