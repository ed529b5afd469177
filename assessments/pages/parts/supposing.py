"""The trial moves of the what-if page: kept in the browser session only, compared with what was answered."""

from collections.abc import Sequence
from functools import partial

import streamlit as st
from markupsafe import Markup

from assessments import answering, wording
from assessments.answering import AskedItem, Opened
from assessments.languages import say
from assessments.pages.parts.asking import ask_answer
from assessments.pages.parts.desk import desk, link
from assessments.pages.parts.pieces import heading, listed, paragraph, show, table
from assessments.pages.parts.saving import draw, fill, listen, settle
from assessments.wording.comparing import compared_rows
from scoring.model import Questionnaire
from scoring.result import Result


def answers() -> dict[str, object]:
    """Return the answers that are tried, by item."""
    return _tried("answers")


def factors() -> dict[str, float]:
    """Return the factor scores that are tried, by factor."""
    return _tried("factors")


def _tried(kind: str) -> dict:
    return st.session_state.setdefault(f"tried-{kind}", {}).setdefault(link(), {})


def try_out() -> tuple[Result, tuple[AskedItem, ...]]:
    """Return what would come out, and every question as it stands in the trial; forgets a trial that cannot be."""
    try:
        tried = answering.what_if(desk(), link(), answers(), factors())
    except answering.NotAccepted:
        _start_over()
        tried = answering.what_if(desk(), link(), {}, {})
    return tried, answering.what_if_items(desk(), link(), answers())


def show_comparison(opened: Opened, before: Result, after: Result) -> None:
    """Show placement, destination and posture before and after."""
    rows = compared_rows(opened.questionnaire, (before, after))
    show(table(("", say("As answered"), say("What if")), rows, say("As answered and what if")))


def show_changes(opened: Opened, before: Result, after: Result) -> None:
    """Say which conditions and warnings come and go; read aloud by screen readers."""
    old, new = ({gate.id: gate for gate in result.gates} for result in (before, after))
    both = old.keys() & new.keys()
    met = [id_ for id_ in old if id_ in both and old[id_].holds_back and not new[id_].holds_back]
    lost = [id_ for id_ in old if id_ in both and new[id_].holds_back and not old[id_].holds_back]
    lines = [
        *(say("Now met: {gate}", gate=_gate(opened, after, id_)) for id_ in met),
        *(say("No longer met: {gate}", gate=_gate(opened, after, id_)) for id_ in lost),
        *(say("Warning gone: {name}", name=name) for name in _warnings(opened, before, after)),
        *(say("New warning: {name}", name=name) for name in _warnings(opened, after, before)),
    ]
    quiet = "" if lines or not (answers() or factors()) else say("No condition and no warning changes.")
    found = listed((Markup("{}").format(line) for line in lines), "changes")
    show(Markup("<div>{}{}</div>").format(found, paragraph(quiet, "muted")))


def _gate(opened: Opened, result: Result, id_: str) -> str:
    gate = next(gate for gate in result.gates if gate.id == id_)
    return wording.gate_sentence(opened.questionnaire, result, gate)


def _warnings(opened: Opened, here: Result, there: Result) -> list[str]:
    gone = {warning.id for warning in here.warnings} - {warning.id for warning in there.warnings}
    return [warning.name for warning in opened.questionnaire.warnings if warning.id in gone]


def list_moves(opened: Opened) -> None:
    """List what is tried, with a way to start over."""
    if not (answers() or factors()):
        return
    moved = [
        *(_answer_said(opened.questionnaire, id_, value) for id_, value in answers().items()),
        *(f"{wording.factor_name(opened.questionnaire, id_)}: {score:.0f}" for id_, score in factors().items()),
    ]
    show(heading(say("What you are trying")), listed((Markup("{}").format(move) for move in moved), "tried"))
    st.button(say("Start over"), key="start-over", on_click=_start_over)


def _answer_said(questionnaire: Questionnaire, id_: str, value: object) -> Markup:
    item = questionnaire.item_by_id[id_]
    said = wording.begun(wording.answer_in_words(item, value))
    return Markup("{} <strong>{}</strong>").format(wording.question_alone(questionnaire, item), said)


def _start_over() -> None:
    answers().clear()
    factors().clear()


def offer_factor(opened: Opened, before: Result) -> None:
    """Offer every known factor as a slider from 0 to 100."""
    known = {id_: found.score for id_, found in before.factors.items() if found.score is not None}
    names = {id_: wording.factor_name(opened.questionnaire, id_) for id_ in known}
    chosen = st.selectbox(
        say("Factor"), list(known), format_func=names.get, key="factor", index=None, placeholder=say("Choose a factor")
    )
    if chosen is None:
        return
    key = f"moved-{chosen}"
    shown = round(factors().get(chosen, known[chosen]))
    tried = factors()
    fill(key, shown)
    listen(key, shown, lambda: st.session_state[key], lambda score: tried.update({chosen: float(score)}))
    label = say("{factor}, answered {points}", factor=names[chosen], points=wording.whole(known[chosen]))
    draw(partial(st.slider, label, 0, 100), key, shown, on_change=settle)


def offer_answer(opened: Opened, items: Sequence[AskedItem]) -> None:
    """Offer every question with the answer that stands."""
    by_id = {asked.question.id: asked for asked in items}
    texts = {id_: wording.question_alone(opened.questionnaire, asked.question) for id_, asked in by_id.items()}
    chosen = st.selectbox(
        say("Question"),
        list(by_id),
        format_func=texts.get,
        key="question",
        index=None,
        placeholder=say("Choose a question"),
    )
    if chosen is None:
        return
    tried = answers()
    with st.container(key=f"question-{chosen}"):
        show(paragraph(texts[chosen], "muted"))
        ask_answer(by_id[chosen], lambda value: tried.update({chosen: value}), trial=True)
