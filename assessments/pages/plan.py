"""The plan and what people want of it: every wish is solved again at once, and the page says what it costs."""

from functools import partial

import streamlit as st

from assessments import answering
from assessments.languages import say
from assessments.pages.parts import look, roadmap, wishing
from assessments.pages.parts.arrival import arrive
from assessments.pages.parts.budgets import show_frontier, show_steadiness
from assessments.pages.parts.desk import back_to_result, kindly, link
from assessments.pages.parts.first_steps import offer_what_to_answer_next, show_first_steps
from assessments.pages.parts.moving import offer_other_moves, show_move, show_whole
from assessments.pages.parts.pieces import heading, paragraph, show
from assessments.pages.parts.saving import listen_only_to_page
from assessments.wording import roadmap as words
from assessments.wording import wishes

source = wishing.linked(link())
with kindly():
    planned = source.read()
plan, edits, questionnaire = planned.plan, planned.edits, planned.opened.questionnaire

look.name_the_page(say("Plan: {firm}", firm=planned.opened.assessment.firm))
back_to_result()
show(
    heading(words.plan_title(questionnaire, plan), level=1),
    paragraph(words.first_moves_line(questionnaire, plan), "lead"),
    paragraph(wishes.progress_line(plan, edits)),
    paragraph(words.proof_line(questionnaire, plan)),
    paragraph(words.forecast_line(questionnaire, plan)),
    paragraph(words.balance_line(questionnaire, plan)),
    paragraph(words.latest_start_line(plan, planned.opened.assessment.date)),
)
wishing.show_outcome(source, planned)
wishing.list_wishes(source, planned)
if not (plan.actions or edits.actions):
    show_first_steps(planned)
    offer_what_to_answer_next(planned)
    arrive("plan")
    st.stop()
wishing.offer_files(partial(answering.plan_file, planned))

show(heading(say("The moves, in the order they start")))
for action, row in roadmap.rows(questionnaire, plan, edits):
    show_move(source, planned, action, row)
show(*(paragraph(line, "muted") for line in wishes.earlier_lines(questionnaire, plan, edits)))

show(heading(say("A move that is not in the plan")))
offer_other_moves(source, planned)
show(heading(say("The plan as a whole")))
show_whole(source, planned)
show(roadmap.forecast(questionnaire, plan))
show_frontier(planned)
show_steadiness(planned)
listen_only_to_page()
arrive("plan")
