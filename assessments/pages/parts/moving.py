"""The moves of a plan, each with room to say who does it, when, and how far it is."""

from functools import partial
from typing import Any

import streamlit as st
from markupsafe import Markup

from assessments.answering import Planned
from assessments.languages import marked, say
from assessments.pages.parts.pieces import joined, paragraph, show
from assessments.pages.parts.saving import draw, fill, listen, settle
from assessments.pages.parts.wishing import Source, change, forget_outcome
from assessments.wording import role_names
from assessments.wording.roadmap import LEFT_OUT
from assessments.wording.wishes import STATUSES

_OPEN = "open-move"
FREE = ""
WANTED = {FREE: marked("The plan decides"), "pinned": marked("Keep it in"), "banned": marked("Leave it out")}


def show_move(source: Source, planned: Planned, action: str, row: Markup) -> None:
    """Show one move and, when asked, everything that can be changed about it."""
    with st.container(key=f"move-{action}"):
        show(Markup('<div class="schedule"><div class="move">{}</div></div>').format(row))
        is_open = st.session_state.get(_OPEN) == action
        st.button(
            say("Close") if is_open else say("Change or follow"),
            key=f"open-{action}",
            on_click=_toggle,
            args=(action,),
            type="tertiary",
        )
        if is_open:
            with st.container(key=f"editor-{action}"):
                _edit(source, planned, action)


def ask_who(source: Source, planned: Planned, action: str) -> None:
    """Ask who does a move, where its editor, which asks the same, is closed."""
    if st.session_state.get(_OPEN) != action:
        said = planned.edits.of(action)
        _field(source, action, "person", said.person or "", partial(st.text_input, say("Who does it?"), max_chars=200))


def _toggle(action: str) -> None:
    forget_outcome()
    st.session_state[_OPEN] = None if st.session_state.get(_OPEN) == action else action


def _edit(source: Source, planned: Planned, action: str) -> None:
    said = planned.edits.of(action)
    inside = next(one for one in planned.plan.actions if one.id == action)
    roles = {role: "".join(role_names(planned.opened.questionnaire, {role})) for role in _roles(planned)}
    first, last = planned.days_open
    _radio(source, action, "status", say("How far is it?"), STATUSES, said.status)
    _radio(source, action, "wanted", say("Is it in the plan?"), WANTED, said.wanted or FREE)
    with st.container(key=f"fields-{action}"):
        _field(source, action, "person", said.person or "", partial(st.text_input, say("Who does it?"), max_chars=200))
        _field(source, action, "due", said.due, partial(_day, say("Due on"), first, last))
        _field(
            source,
            action,
            "role",
            inside.owner,
            partial(st.selectbox, say("Led by"), list(roles), format_func=lambda role: roles[role]),
        )
        effort = partial(st.number_input, say("Person-weeks"), min_value=0.0, max_value=500.0, step=0.5, format="%g")
        _field(source, action, "effort", round(inside.effort, 1), effort)
        _field(source, action, "not_before", said.not_before, partial(_day, say("Not before"), first, last))


def _roles(planned: Planned) -> tuple[str, ...]:
    return planned.opened.method.roles


def _radio(source: Source, action: str, name: str, label: str, options: dict[Any, str], value: object) -> None:
    _field(
        source,
        action,
        name,
        value,
        partial(st.radio, label, list(options), format_func=lambda option: say(options[option]), horizontal=True),
    )


def _day(label: str, first: object, last: object, **others: Any) -> None:
    st.date_input(label, min_value=first, max_value=last, format=say("YYYY-MM-DD"), **others)


def _field(source: Source, action: str, name: str, value: object, widget: partial[Any]) -> None:
    """Put a widget on the page that shows what is stored; what is entered is an edit at once."""
    key = f"edit-{action}-{name}"

    def store(held: object) -> None:
        change(source, name, None if held == FREE else held, action)

    fill(key, value)
    listen(key, value, lambda: st.session_state[key], store)
    draw(widget, key, value, on_change=settle)


def offer_other_moves(source: Source, planned: Planned) -> None:
    """Offer every move that is not in the plan and was not left out on purpose, with why it is not in."""
    questionnaire = planned.opened.questionnaire
    why = {entry.id: say(LEFT_OUT[entry.why]) for entry in planned.plan.not_in_plan if entry.why != "banned"}
    st.selectbox(
        say("Ask for a move"),
        list(why),
        format_func=lambda id_: f"{questionnaire.action_by_id[id_].title} ({why[id_]})",
        key="ask-for",
        index=None,
        placeholder=say("Choose a move"),
        on_change=_ask_for,
        args=(source,),
    )


def _ask_for(source: Source) -> None:
    chosen = st.session_state["ask-for"]
    st.session_state["ask-for"] = None
    if chosen is not None:
        change(source, "wanted", "pinned", chosen)


def show_whole(source: Source, planned: Planned) -> None:
    """Let people say how much they can carry and when they begin."""
    first, last = planned.days_open
    with st.container(key="fields-plan"):
        capacity = partial(
            st.number_input,
            say("Person-weeks there are in a quarter"),
            min_value=1.0,
            max_value=10_000.0,
            step=1.0,
            format="%g",
        )
        _field(source, "", "capacity", planned.plan.capacity, capacity)
        _field(source, "", "start", planned.plan.start, partial(_day, say("Begins on"), first, last))
    show(
        joined(
            [
                paragraph(
                    say("A capacity or a day that you change is one of your wishes and can be taken back."), "muted"
                )
            ]
        )
    )
