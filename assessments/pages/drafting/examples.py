"""Worked examples: firms whose answers are known, with what must come out; and what comes out now."""

from functools import partial

import streamlit as st
from markupsafe import escape

from assessments import editing
from assessments.answering import NotAccepted
from assessments.editing import Draft, ExampleOutcome
from assessments.languages import say
from assessments.pages.drafting.comparing import show_lines
from assessments.pages.drafting.form import Form
from assessments.pages.drafting.new_example import add_example
from assessments.pages.drafting.workspace import look_at, run_again, token
from assessments.pages.parts.desk import desk, kindly
from assessments.pages.parts.pieces import alert, heading, listed, paragraph, show, table
from assessments.wording import studio as words

NEW = ""
TOLD = 8  # differences of one example


def show_examples(draft: Draft) -> None:
    """Show every example and how it comes out, one of them in full, and the form of a new one."""
    looked = look_at(draft.texts, examples=True)
    show(
        paragraph(
            say(
                "A worked example is a firm with its answers and what must come out. It keeps a change from moving "
                "firms that nobody meant to move."
            )
        )
    )
    if looked.questionnaire is None:
        show(paragraph(say("They can be tried once the draft has no problems."), "standing"))
        return
    outcomes = {one.file: one for one in looked.examples}
    rows = [(one.firm, words.outcome_line(len(one.differences))) for one in looked.examples]
    columns = (say("Firm"), say("How it comes out"))
    show(table(columns, rows, say("Worked examples")) if rows else paragraph(say("There is none yet.")))
    _offer_to_accept_all(draft, [one.file for one in looked.examples if not one.passed])
    known = {name: one.firm for name, one in outcomes.items()}
    labels = {**known, NEW: say("Add a worked example")}
    chosen = st.selectbox(say("Example to change"), list(labels), format_func=labels.get, key="form-example")
    if chosen == NEW:
        add_example(draft, looked.questionnaire, known)
    elif chosen is not None:
        _show(draft, outcomes[chosen])


def _offer_to_accept_all(draft: Draft, failing: list[str]) -> None:
    """Offer, where several examples come out differently, to write down for all of them what comes out now."""
    label = say("All of this is right: write down what comes out now")
    if len(failing) < 2 or not st.button(label, key="accept-all"):
        return
    texts = {name: (editing.accept(draft.texts, name), draft.files[name].revision) for name in failing}
    with kindly():
        try:
            editing.save_files(desk(), token(), texts)
        except NotAccepted as refused:
            show(alert(str(refused)))
            return
    run_again()


def _show(draft: Draft, outcome: ExampleOutcome) -> None:
    form = Form(draft, outcome.file, say("example {firm}", firm=outcome.firm))
    if outcome.passed:
        show(paragraph(say("{firm} comes out as written.", firm=outcome.firm)))
        return
    told = outcome.differences[:TOLD]
    show(
        heading(say("What comes out differently for {firm}", firm=outcome.firm), 3),
        listed((escape(words.difference_line(one.line, one.sentence)) for one in told), "failing"),
        paragraph(words.more_line(len(outcome.differences) - TOLD), "muted"),
    )
    right = partial(st.checkbox, say("This is right: it must come out as it does now"))
    if form.ask("accept", False, right):
        form.write(lambda text: editing.accept({**form.files, outcome.file: text}, outcome.file))
        show_lines(outcome.file, draft.texts[outcome.file], form.text)
    form.show_save()
