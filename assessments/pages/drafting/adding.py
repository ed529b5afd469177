"""The form of a new question: which factor it belongs to, how it is answered, and its wording."""

import re
from collections.abc import Sequence
from functools import partial
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assessments import editing
from assessments.editing import Draft, Found
from assessments.languages import marked, say
from assessments.pages.drafting.form import Form
from assessments.pages.drafting.preview import show_question
from assessments.pages.parts.pieces import heading, paragraph, show

KINDS = {
    "bars": marked("Five lines, each a practice one can see"),
    "agree": marked("A statement, agreed with more or less"),
}


def add_question(draft: Draft, preview: DeltaGenerator) -> None:
    """Ask for a new question, put it behind the last one of its factor, and show it in ``preview``."""
    factors = {one.id: one for one in editing.listing(draft.texts, "factor")}
    if not factors:
        show(
            paragraph(say("A question belongs to a factor, and there is none yet. Please write one under Text first."))
        )
        return
    labels = {id_: one.entry.name for id_, one in factors.items()}
    factor = factors[st.selectbox(say("Factor it belongs to"), list(labels), format_func=labels.get, key="new-factor")]
    show(paragraph(factor.entry.definition, "muted"))
    slot = editing.slot_of(draft.texts, factor).at("items")
    form = Form(draft, slot.file, say("new question of {factor}", factor=factor.id))
    kinds = {kind: say(name) for kind, name in KINDS.items()}
    kind = form.ask("type", "bars", partial(st.radio, say("How it is answered"), list(kinds), format_func=kinds.get))
    id_ = form.ask("id", _next_id(draft, factor), partial(st.text_input, say("Short name in files"), max_chars=40))
    text = form.ask("text", "", partial(st.text_area, say("Question"), max_chars=2000, height=100))
    lines = _ask_lines(form) if kind == "bars" else ()
    evidence = form.ask("evidence", "", partial(st.text_area, say("What would prove the answer"), height=68))
    entry = {"id": id_, **({"add": True} if slot.layered else {})}
    entry |= {"type": kind, "audience": "all", "text": text}
    entry |= {"levels": list(lines)} if lines else {}
    entry |= {"evidence": evidence} if evidence else {}
    complete = bool(text) and all(lines)
    if complete:
        form.write(lambda now: editing.add(now, slot, entry))
    form.show_save(say("Add this question"))
    if not complete:
        show(paragraph(say("It can be added once the question and all its lines are written."), "muted"))
    with preview, st.container(key="phone"):
        made = editing.find(form.files, "question", id_) if complete else None
        if made is None:
            show(paragraph(say("The question appears here as a phone shows it."), "muted"))
        else:
            show_question(made.entry)


def _ask_lines(form: Form) -> Sequence[str]:
    show(heading(say("The five lines, from weakest to strongest"), 3))
    return [
        form.ask(f"line-{number}", "", partial(_line, say("Line {number}", number=number))) for number in range(1, 6)
    ]


def _line(label: str, **about: Any) -> str:
    return st.text_input(label, max_chars=2000, live=True, **about)


def _next_id(draft: Draft, factor: Found) -> str:
    """Return an id in the manner of the questions beside it, with the next number."""
    known = {one.id for one in editing.listing(draft.texts, "question")}
    last = factor.entry.items[-1].id
    stem, digits = re.fullmatch(r"(.*?)(\d*)", last).groups()
    numbers = [int(id_[len(stem) :]) for id_ in known if id_.startswith(stem) and id_[len(stem) :].isdigit()]
    return f"{stem}{max(numbers, default=0) + 1:0{len(digits) or 2}d}"
