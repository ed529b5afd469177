"""The form of a question: wording, lines, evidence, who is asked; and of a new one."""

from functools import partial

import streamlit as st
from markupsafe import Markup

from assessments import editing
from assessments.editing import Draft, Found
from assessments.languages import say
from assessments.pages.drafting.adding import add_question
from assessments.pages.drafting.form import Form
from assessments.pages.drafting.overriding import offer_to_change_here
from assessments.pages.drafting.preview import show_question
from assessments.pages.drafting.workspace import look_at
from assessments.pages.parts.pieces import heading, listed, paragraph, show
from assessments.problems import Problem
from scoring.model import Bars

NEW = "new"
CHOSEN = "form-question"


def show_questions(draft: Draft) -> None:
    """Show the choice of a question, its form, and the question as a phone shows it."""
    found = {one.id: one for one in editing.listing(draft.texts, "question")}
    labels = {NEW: say("Add a question")} | {id_: f"{id_}: {one.entry.text}" for id_, one in found.items()}
    with st.container(key="form-and-preview"):
        fields, preview = st.container(key="form"), st.container(key="preview")
    with fields:
        first = next(iter(found), NEW)
        chosen = st.selectbox(
            say("Question to change"), list(labels), list(labels).index(first), format_func=labels.get, key=CHOSEN
        )
        if chosen == NEW:
            add_question(draft, preview)
            return
        in_base = offer_to_change_here(draft, found[chosen])
        form = None if in_base else _edit(draft, found[chosen])
    with preview:
        if form is not None:
            _show_beside(form, found[chosen])
        else:
            with st.container(key="phone"):
                show_question(found[chosen].entry)


def _edit(draft: Draft, found: Found) -> Form:
    form = Form(draft, found.file, found.id)
    form.field(found, "text", partial(st.text_area, say("Question"), max_chars=2000, height=100), blank="")
    form.field(found, "help", partial(st.text_area, say("Hint under it"), max_chars=2000, height=68), blank="")
    if isinstance(found.entry, Bars):
        _lines(form, found)
    form.field(found, "evidence", partial(st.text_area, say("What would prove the answer"), height=68), blank="")
    form.field(found, "quick", partial(st.checkbox, say("Asked in the quick scan too")), blank=False)
    form.show_save()
    return form


def _lines(form: Form, found: Found) -> None:
    show(heading(say("The five lines, from weakest to strongest"), 3))
    was = list(form.before(found.path).get("levels", found.entry.levels))
    said = [
        form.ask(f"line-{number}", line, partial(st.text_area, _label(number), max_chars=2000, height=68))
        for number, line in enumerate(was, start=1)
    ]
    if said != was:
        form.write(lambda text: editing.set_key(text, found.path, "levels", said))


def _label(line: int) -> str:
    return say("Line {number}", number=line)


def _show_beside(form: Form, found: Found) -> None:
    now = editing.find(form.files, "question", found.id)
    with st.container(key="phone"):
        if now is None:
            show(paragraph(say("This cannot be shown yet."), "muted"))
            return
        show_question(now.entry)
    told = [one.problem for one in look_at(form.files).of(found.file)]
    about = [one for one in told if now.line <= one.line <= now.last_line]
    show(listed(map(_advice, about), "points"))


def _advice(problem: Problem) -> Markup:
    return Markup("<strong>{}</strong> {}").format(problem.sentence, problem.remedy)
