"""An edition together with what it builds on: each file as it is read, with where every line comes from."""

from collections import Counter

import streamlit as st

from assessments import editing
from assessments.editing import Draft
from assessments.pages.drafting.together import lines_table
from assessments.pages.drafting.workspace import FILE, begin_page, open_draft, pillars_of
from assessments.pages.parts import look
from assessments.pages.parts.arrival import arrive
from assessments.pages.parts.pieces import paragraph, show
from assessments.wording import studio as words

ALL, DIFFERENT = "Everything", "Only what differs from the base"


def show_together(draft: Draft) -> None:
    """Show the choice of a file, what the edition makes of it in numbers, and its lines."""
    pillars = pillars_of(draft.texts)
    name = _choose(draft, pillars)
    lines = editing.together(draft.texts, name)
    counts = Counter(line.comes for line in lines)
    show(paragraph(words.together_line(len(lines), counts), "standing"))
    shown = lines if st.radio("Lines", (ALL, DIFFERENT), horizontal=True, key="together-lines") == ALL else ()
    shown = shown or editing.only_different(lines)
    subject = words.file_subject(name, pillars)
    show(lines_table(shown, f"{subject}, {name}") if shown else paragraph("Nothing differs in this file."))


def _choose(draft: Draft, pillars: dict[str, str]) -> str:
    """Return the file that was chosen, else the one in the address, else the first in which the edition differs."""
    found = editing.names_together(draft.texts)
    own = [name for name in found if name in draft.files]
    asked = st.query_params.get(FILE, "")
    first = asked if asked in found else next(iter([name for name in own if name != "path.yaml"] or own or found), "")
    labels = {
        name: words.file_subject(name, pillars) + ("" if name in draft.files else ", as in the base") for name in found
    }
    return st.selectbox(
        "File", found, found.index(first) if first else None, format_func=labels.get, key="together-file"
    )


draft = open_draft()
look.name_the_page(f"Together with its base: {draft.title}")
begin_page(draft, "draft_together")
with st.container(key="reading"):
    if not editing.is_edition(draft.texts):
        show(paragraph("This questionnaire builds on no other one: all of it stands under Text."))
    elif not editing.names_together(draft.texts):
        show(paragraph("Nothing can be read yet. Please mend the files under Text first."))
    else:
        show(
            paragraph(
                "What people get: what this edition says, laid over the questionnaire it builds on. Beside each line "
                "stands its number in the base, in the edition's own file, or in both where the edition says it again."
            )
        )
        show_together(draft)
arrive("together")
