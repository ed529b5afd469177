"""What if: move any answer or factor and see placement, conditions and warnings change at once; nothing is saved."""

import streamlit as st

from assessments import answering
from assessments.pages.parts import look, supposing
from assessments.pages.parts.desk import back_to_result, desk, kindly, link
from assessments.pages.parts.pieces import heading, paragraph, show

with kindly():
    opened = answering.open_assessment(desk(), link())
    before = answering.result(desk(), link())
    after = answering.what_if(desk(), link(), supposing.answers(), supposing.factors())

look.name_the_page(f"What if: {opened.assessment.firm}")
back_to_result()
show(
    heading("What if", level=1),
    paragraph(
        "Move an answer or a factor and see what it would change. This is only a trial: nothing is saved.", "lead"
    ),
)
with st.container(key="compared"):
    supposing.show_comparison(opened, before, after)
supposing.list_moves(opened)

show(heading("Move a factor"))
supposing.offer_factor(opened, before)
show(heading("Change an answer"))
supposing.offer_answer(opened)
