"""The form of a question: wording, lines, evidence, who is asked; and of a new one."""

from functools import partial

import streamlit as st
from markupsafe import Markup

from assessments import editing
from assessments.editing import Draft, Found, Slot
from assessments.languages import say
from assessments.pages.drafting.adding import add_question
from assessments.pages.drafting.form import Form
from assessments.pages.drafting.preview import show_question
from assessments.pages.drafting.workspace import look_at
from assessments.pages.parts.pieces import heading, listed, paragraph, show
from assessments.problems import Problem
from assessments.wording.editions import said_by_base
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
        form = _edit(draft, found[chosen])
    with preview:
        _show_beside(form, found[chosen])


def _edit(draft: Draft, found: Found) -> Form:
    form = Form(draft, editing.own_name(found.file), found.id)
    form.show_added(found)
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
    slot = editing.slot_of(form.draft.texts, found).at("levels")
    was = list(form.written(slot, found.entry.levels))
    said = [_line(form, slot, number, line) for number, line in enumerate(was, start=1)]
    if said != was:
        form.put(slot, said)


def _line(form: Form, slot: Slot, number: int, line: str) -> str:
    name = f"line-{number}"
    said = form.ask(name, line, partial(st.text_area, _label(number), max_chars=2000, height=68))
    if slot.below is not None:
        base = slot.below[number - 1]
        form.offer_base(name, said, base, said_by_base(base))
    return said


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
