"""The trial moves of the what-if page: kept in the browser session only, compared with what was answered."""

from collections.abc import Iterable

import streamlit as st
from markupsafe import Markup

from assessments import wording
from assessments.answering import Opened
from assessments.pages.parts.asking import DONT_KNOW
from assessments.pages.parts.pieces import as_label, heading, joined, listed, paragraph, show, table
from scoring.model import Agree, Bars, Choice, Item
from scoring.result import Result

_ANSWERS, _FACTORS = "supposed-answers", "supposed-factors"


def answers() -> dict[str, object]:
    """Return the answers that are tried, by item."""
    return st.session_state.setdefault(_ANSWERS, {})


def factors() -> dict[str, float]:
    """Return the factor scores that are tried, by factor."""
    return st.session_state.setdefault(_FACTORS, {})


def show_comparison(opened: Opened, before: Result, after: Result) -> None:
    """Show placement, destination and posture before and after, and which conditions and warnings come or go."""
    questionnaire = opened.questionnaire
    rows = [
        ("Position", *(wording.stage_name(questionnaire, result.position) for result in (before, after))),
        ("On the path", *(f"{result.path_coordinate:.2f}" for result in (before, after))),
        ("Customers call for, today", *(_called(opened, result.demand.now.stage) for result in (before, after))),
        ("In five years", *(_called(opened, result.demand.five_years.stage) for result in (before, after))),
        ("What it asks for", *(wording.posture_name(result) or "open" for result in (before, after))),
        ("Conditions met", *(_met(result) for result in (before, after))),
    ]
    show(table(("", "As answered", "What if"), rows, "As answered and what if"), *_changes(opened, before, after))


def _called(opened: Opened, stage: int | None) -> str:
    return "not known" if stage is None else wording.stage_name(opened.questionnaire, stage)


def _met(result: Result) -> str:
    return f"{sum(gate.result == 'pass' for gate in result.gates)} of {len(result.gates)}"


def _changes(opened: Opened, before: Result, after: Result) -> Iterable[Markup]:
    """Return what came and what went, as a message that screen readers announce."""
    old, new = ({gate.id: gate for gate in result.gates} for result in (before, after))
    both = old.keys() & new.keys()
    met = [id_ for id_ in old if id_ in both and old[id_].holds_back and not new[id_].holds_back]
    lost = [id_ for id_ in old if id_ in both and new[id_].holds_back and not old[id_].holds_back]
    lines = [
        *(f"Now met: {_gate(opened, after, id_)}" for id_ in met),
        *(f"No longer met: {_gate(opened, after, id_)}" for id_ in lost),
        *(f"Warning gone: {name}" for name in _warnings(opened, before, after)),
        *(f"New warning: {name}" for name in _warnings(opened, after, before)),
    ]
    found = listed((Markup("{}").format(line) for line in lines), "changes")
    quiet = "" if lines or not (answers() or factors()) else "No condition and no warning changes."
    yield Markup('<div role="status" aria-live="polite">{}{}</div>').format(found, paragraph(quiet, "muted"))


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
    questionnaire = opened.questionnaire
    moved = [
        *(
            f"{wording.factor_name(questionnaire, factor)}: {wording.whole(score)}"
            for factor, score in factors().items()
        ),
        *(
            f"{questionnaire.item_by_id[item].text} {_options(questionnaire.item_by_id[item]).get(value, value)}"
            for item, value in answers().items()
        ),
    ]
    tried = listed((Markup("{}").format(move) for move in moved), "tried")
    show(joined([heading("What you are trying", level=3), tried]))
    st.button("Start over", key="start-over", on_click=_start_over)


def _start_over() -> None:
    st.session_state[_ANSWERS], st.session_state[_FACTORS] = {}, {}


def offer_factor(opened: Opened, before: Result) -> None:
    """Offer every known factor as a slider from 0 to 100."""
    known = {id_: found.score for id_, found in before.factors.items() if found.score is not None}
    chosen = st.selectbox(
        "Factor",
        list(known),
        format_func=lambda id_: as_label(wording.factor_name(opened.questionnaire, id_)),
        key="factor",
        index=None,
        placeholder="Choose a factor",
    )
    if chosen is None:
        return
    key = f"moved-{chosen}"
    st.session_state[key] = round(factors().get(chosen, known[chosen]))
    st.slider(
        f"{wording.factor_name(opened.questionnaire, chosen)}, answered {wording.whole(known[chosen])}",
        0,
        100,
        key=key,
        on_change=lambda: factors().update({chosen: float(st.session_state[key])}),
    )


def offer_answer(opened: Opened) -> None:
    """Offer every question that is answered by one line or option."""
    asked = {item.id: item for item in opened.questionnaire.items if _options(item)}
    chosen = st.selectbox(
        "Question",
        list(asked),
        format_func=lambda id_: as_label(asked[id_].text),
        key="question",
        index=None,
        placeholder="Choose a question",
    )
    if chosen is None:
        return
    options = _options(asked[chosen])
    key = f"supposed-{chosen}"
    st.session_state[key] = answers().get(chosen, _given(opened, chosen))
    with st.container(key=f"question-{chosen}"):
        st.radio(
            asked[chosen].text,
            list(options),
            key=key,
            index=None,
            format_func=lambda option: as_label(options[option]),
            on_change=lambda: answers().update({chosen: st.session_state[key]}),
            width="stretch",
        )


def _options(item: Item) -> dict[object, str]:
    if isinstance(item, Bars | Agree):
        return {**dict(enumerate(item.levels, start=1)), DONT_KNOW: "Don't know"}
    if isinstance(item, Choice):
        return {**{option.id: option.label for option in item.options}, DONT_KNOW: "Don't know"}
    return {}


def _given(opened: Opened, item: str) -> object:
    """Return what one person alone has answered; of several people there is no one answer."""
    submissions = opened.assessment.heard
    value = submissions[0].answers.get(item) if len(submissions) == 1 else None
    return value if value in _options(opened.questionnaire.item_by_id[item]) else None
