"""The form of a question: wording, lines, evidence, who is asked; and of a new one."""

from functools import partial

import streamlit as st
from markupsafe import Markup

from assessments import editing
from assessments.editing import Draft, Found
from assessments.pages.drafting.adding import add_question
from assessments.pages.drafting.form import Form
from assessments.pages.drafting.preview import show_question
from assessments.pages.drafting.workspace import look_at
from assessments.pages.parts.pieces import heading, listed, paragraph, show
from assessments.problems import Problem
from scoring.model import Agree, Bars

NEW = "new"
CHOSEN = "form-question"


def show_questions(draft: Draft) -> None:
    """Show the choice of a question, its form, and the question as a phone shows it."""
    found = {one.id: one for one in editing.listing(draft.texts, "question")}
    labels = {NEW: "Add a question"} | {id_: f"{id_}: {one.entry.text}" for id_, one in found.items()}
    with st.container(key="form-and-preview"):
        fields, preview = st.container(key="form"), st.container(key="preview")
    with fields:
        chosen = st.selectbox("Question to change", list(labels), index=1, format_func=labels.get, key=CHOSEN)
        if chosen == NEW:
            add_question(draft, preview)
            return
        form = _edit(draft, found[chosen])
    with preview:
        _show_beside(form, found[chosen])


def _edit(draft: Draft, found: Found) -> Form:
    form = Form(draft, found.file, found.id)
    item, path = found.entry, found.path
    form.field(path, "text", partial(st.text_area, "Question", max_chars=2000, height=100), blank="")
    form.field(path, "help", partial(st.text_area, "Hint under it", max_chars=2000, height=68), blank="")
    if isinstance(item, Bars | Agree) and "levels" in form.before(path):
        show(heading("The five lines, from weakest to strongest", 3))
        for number in range(len(item.levels)):
            _line(form, found, number)
    form.field(path, "evidence", partial(st.text_area, "What would prove the answer", height=68), blank="")
    form.field(path, "quick", partial(st.checkbox, "Asked in the quick scan too"), blank=False)
    form.show_save()
    return form


def _line(form: Form, found: Found, number: int) -> None:
    was = form.before(found.path)["levels"][number]
    said = form.ask(f"line-{number}", was, partial(st.text_area, f"Line {number + 1}", max_chars=2000, height=68))
    if said != was:
        form.write(lambda text: editing.set_value(text, (*found.path, "levels", number), said))


def _show_beside(form: Form, found: Found) -> None:
    now = editing.find(form.files, "question", found.id)
    with st.container(key="phone"):
        if now is None:
            show(paragraph("This cannot be shown yet.", "muted"))
            return
        show_question(now.entry)
    told = [one.problem for one in look_at(form.files).of(found.file)]
    about = [one for one in told if now.line <= one.line <= now.last_line]
    show(listed(map(_advice, about), "points"))


def _advice(problem: Problem) -> Markup:
    return Markup("<strong>{}</strong> {}").format(problem.sentence, problem.remedy)
