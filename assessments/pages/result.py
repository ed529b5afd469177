"""The result of one firm, from the verdict to the limits; of a sample firm, or of one's own assessment."""

from datetime import date as Date

import streamlit as st

from assessments import answering, charts, reading, wording
from assessments.languages import marked, say
from assessments.pages.parts import findings, look, moves, owning, sharing
from assessments.pages.parts.arrival import arrive
from assessments.pages.parts.charts import show_chart
from assessments.pages.parts.desk import LINK, desk, kindly, link
from assessments.pages.parts.pieces import heading, joined, paragraph, show
from assessments.pages.parts.profile import profile_in_rows
from assessments.pages.parts.report import offer_report
from assessments.pages.parts.road import places, road, stages
from assessments.pages.parts.sections import beginning_of, list_of_sections, way_back
from assessments.pages.parts.sureness import show_sureness
from assessments.reading import Reading

SECTIONS = {
    "place": marked("Place"),
    "answers": marked("Answers"),
    "sure": marked("How sure"),
    "conditions": marked("Conditions"),
    "warnings": marked("Warnings"),
    "ownership": marked("Ownership"),
    "customers": marked("Customers"),
    "factors": marked("Factors"),
    "channels": marked("Channels"),
    "plan": marked("Plan"),
    "numbers": marked("Every number"),
}
OWN = {"yours": marked("Take away")}
FIRMS, OVERVIEW, PLAN, WHAT_IF = (f"assessments/pages/{name}.py" for name in ("firms", "overview", "plan", "what_if"))


def read_linked() -> tuple[Reading, bool]:
    """Return the assessment a personal link opens, and whether it is the person's own; samples are nobody's."""
    with kindly():
        planned = answering.plan_of(desk(), link())
    found = planned.opened
    own = found.person is not None
    back = (OVERVIEW, say("All questions and your link")) if own else (FIRMS, say("All sample firms"))
    with st.container(key="back"):
        st.page_link(back[0], label=back[1], query_params={LINK: link()} if own else None)
    return Reading(found.method, found.assessment, planned.result, edits=planned.edits), own


def read_sample(firm: str) -> Reading:
    """Return a sample firm, with a way back to the list."""
    with st.container(key="back"):
        st.page_link(FIRMS, label=say("All sample firms"))
    try:
        return reading.open_sample(firm)
    except LookupError:
        show(
            heading(say("There is no sample firm of that name"), level=1),
            paragraph(say("The address may have been cut short or mistyped. All sample firms are on their own page.")),
        )
        st.stop()


firm = st.query_params.get("firm", "")
opened, own = read_linked() if link() else (read_sample(firm), False)
today = Date.today()
questionnaire, result = opened.questionnaire, opened.result
look.name_the_page(wording.firm_name(opened.assessment.firm))

show(findings.opening(opened))
with st.container(key="offers", horizontal=True):
    offer_report(opened, today=today)
    follow = {LINK: link() or opened.assessment.id}
    st.page_link(WHAT_IF, label=say("What if an answer were different?"), query_params=follow)
show(list_of_sections({id_: say(name) for id_, name in (SECTIONS | (OWN if own else {})).items()}))
small_path = joined([road(questionnaire, result), stages(questionnaire)])
show(beginning_of("place"))
show_chart(charts.path_chart(questionnaire, result), narrow=small_path)
show(places(questionnaire, result), findings.posture(opened))
if own:
    owning.show_movement()
show(beginning_of("answers"), findings.three_answers(opened))
show(beginning_of("sure"), show_sureness(opened, reading.how_sure(opened)))
show(beginning_of("conditions"), findings.holding_back(opened))
show(beginning_of("warnings"), findings.warnings(opened))
show(beginning_of("ownership"), findings.ownership(opened))
show(beginning_of("customers"))
show_chart(charts.gaps_chart(questionnaire, result), narrow=findings.views(opened))
show(findings.gaps(opened))
show(beginning_of("factors"))
show_chart(charts.profile_chart(questionnaire, result), narrow=profile_in_rows(opened))
show(beginning_of("channels"))
show_chart(charts.channel_fit_chart(questionnaire, result))
plan = reading.plan(opened)
show(beginning_of("plan"), moves.what_to_do(opened, plan, opened.edits))
with st.container(key="plan-link"):
    leads_to = say("Change the plan, follow it, take it away") if plan.actions else say("Where to begin without a plan")
    st.page_link(PLAN, label=leads_to, query_params=follow)
show(moves.not_now(opened))
show(beginning_of("numbers"), findings.every_number(opened))
if own:
    show(beginning_of("yours"))
    sharing.offer_to_share(link())
    owning.offer_to_take_away()
    owning.offer_to_start_again(result.variant)
    owning.offer_to_delete()
show(moves.limits(opened, today))
show(way_back())
arrive("result")
