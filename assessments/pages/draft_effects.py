"""What a draft would change, before anybody meets it."""

import streamlit as st

from assessments.languages import say
from assessments.pages.drafting.effects import show_heard, show_sensitivity
from assessments.pages.drafting.form import unsaved
from assessments.pages.drafting.trying import show_effects
from assessments.pages.drafting.workspace import begin_page, open_draft, show_standing
from assessments.pages.drafting.writing import unsaved_files
from assessments.pages.parts import look
from assessments.pages.parts.arrival import arrive
from assessments.pages.parts.pieces import heading, paragraph, show
from assessments.wording import studio as words

draft = open_draft(to_try=True)
look.name_the_page(say("What it would change: {draft}", draft=draft.title))
begin_page(draft, "draft_effects")
with st.container(key="reading"):
    show_standing(draft)
    show(paragraph(words.unsaved_line([*unsaved(draft), *unsaved_files(draft)]), "standing"))
    show(
        paragraph(
            say(
                "The draft as it is saved, tried on the worked examples, on every stored assessment of this "
                "questionnaire and on some thousand firms drawn at random, beside the version it began from."
            )
        )
    )
    show_effects(draft)
    show(heading(say("What the placements hang on")))
    show_sensitivity(draft)
    show(heading(say("What the answers so far say about the questions")))
    show_heard(draft)
arrive("effects")
