"""Worked examples: firms whose answers are known, with what must come out; and what comes out now."""

from collections.abc import Mapping, Sequence

import streamlit as st
from markupsafe import escape

from assessments import editing
from assessments.answering import NotAccepted, Unavailable
from assessments.editing import Draft, ExampleOutcome
from assessments.languages import say
from assessments.pages.drafting.comparing import show_lines
from assessments.pages.drafting.form import say_saved, show_outcome
from assessments.pages.drafting.new_example import add_example
from assessments.pages.drafting.workspace import look_at, show_place, token
from assessments.pages.parts.desk import desk
from assessments.pages.parts.pieces import alert, heading, listed, paragraph, show, table
from assessments.wording import studio as words

NEW = ""
TOLD = 8  # differences of one example
_REFUSED = "not-accepted"


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
    if refused := st.session_state.pop(_REFUSED, ""):
        show(alert(refused))
    failing = [one.file for one in looked.examples if not one.passed]
    if len(failing) > 1:
        _offer_to_accept(draft, failing, say("All of this is right: write down what comes out now"))
    known = {name: one.firm for name, one in outcomes.items()}
    labels = {**known, NEW: say("Add a worked example")}
    chosen = st.selectbox(say("Example to change"), list(labels), format_func=labels.get, key="form-example")
    if chosen == NEW:
        add_example(draft, looked.questionnaire, known)
    elif chosen is not None:
        show_outcome("")
        _show(draft, outcomes[chosen])


def _show(draft: Draft, outcome: ExampleOutcome) -> None:
    """Show how an example comes out, with what that would change in its text."""
    if outcome.passed:
        show(paragraph(say("{firm} comes out as written.", firm=outcome.firm)))
    else:
        told, text = outcome.differences[:TOLD], draft.texts[outcome.file]
        show(
            heading(say("What comes out differently for {firm}", firm=outcome.firm), 3),
            listed((escape(words.difference_line(one.line, one.sentence)) for one in told), "failing"),
            paragraph(words.more_line(len(outcome.differences) - TOLD), "muted"),
        )
        show_lines(outcome.file, text, editing.accept(draft.texts, outcome.file))
        _offer_to_accept(draft, [outcome.file], say("This is right: it must come out as it does now"))
    show_place(outcome.file, 1, say("Change its answers as text"))


def _offer_to_accept(draft: Draft, names: Sequence[str], label: str) -> None:
    """Offer to write down what comes out now, which is what stands on the page when somebody presses."""
    shown = {name: file.revision for name, file in draft.files.items()}
    st.button(label, key=f"accept-{len(names)}", on_click=_accept, args=(names, shown))


def _accept(names: Sequence[str], shown: Mapping[str, int]) -> None:
    """Write down what was seen; the page is run only afterwards."""
    try:
        saved = editing.accept_seen(desk(), token(), names, shown)
    except (NotAccepted, Unavailable) as refused:
        st.session_state[_REFUSED] = str(refused)
    else:
        say_saved(saved.at)
