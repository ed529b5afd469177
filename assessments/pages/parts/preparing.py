"""What a facilitator decides before anybody joins, the facts about the firm, and changing it while it may change."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import streamlit as st
from markupsafe import Markup

from assessments import answering, facilitating
from assessments.facilitating import Settings
from assessments.languages import marked, say
from assessments.pages.parts.asking import ask_fact
from assessments.pages.parts.choosing import choose_questionnaire
from assessments.pages.parts.desk import desk, kindly
from assessments.pages.parts.facilitator import keep, token
from assessments.pages.parts.pieces import alert, as_label, heading, joined, paragraph, show
from assessments.pages.parts.signing_in import visitor
from assessments.wording.programme import EDITIONS, Stretch, edition_name, plan_of_time, slots_line
from assessments.workshop import programme, slot_minutes, slots
from assessments.workshop.notice import NOTICE
from scoring.model import Role

LEAST, USUAL, MOST = 2, 3, 20  # people that a shown group has at least
MINIMUM = marked("Show answers of groups from how many people on?")
WHEN = {False: marked("In the room, at the start"), True: marked("Alone, days before: send them the link")}


def ask_for_workshop() -> dict[str, Any] | None:
    """Ask for everything a workshop needs; return it once it is complete and sent."""
    with kindly():
        questionnaire = choose_questionnaire(answering.offered(desk()))
        roles = facilitating.role_choices(desk(), questionnaire)
    with st.container(key="fields-names"):
        firm = st.text_input(
            say("Name of the firm or business line"), max_chars=200, key="firm", autocomplete="organization"
        )
        label = say("Your own name, for co-facilitators to see")
        name = st.text_input(label, visitor().name, max_chars=200, key="own-name")
    settings = {**_ask_for_time(60, None), **_ask_for_people(roles, None)}
    with st.container(key="moving", horizontal=True):
        if not st.button(say("Prepare the workshop"), type="primary", key="prepare"):
            return None
    if not firm.strip():
        show(alert(say("Please enter the name of the firm first. It is printed on the report.")))
        return None
    return {"firm": firm, "name": name, "questionnaire": questionnaire, **settings}


def _ask_for_time(minutes: int, invited: bool | None) -> dict[str, Any]:
    """Ask how long the workshop is and when people answer, and show what happens when."""
    show(heading(say("How long do you have?")))
    with st.container(key="edition-choice"):
        chosen = st.radio(
            say("Edition"),
            list(EDITIONS),
            format_func=edition_name,
            captions=[say(about) for about in EDITIONS.values()],
            index=list(EDITIONS).index(minutes),
            key="minutes",
            label_visibility="collapsed",
            width="stretch",
        )
        usual = chosen == 90 if invited is None else invited
        before = st.radio(
            say("When do people answer the questions?"),
            list(WHEN),
            format_func=lambda before: say(WHEN[before]),
            index=list(WHEN).index(usual),
            key=f"invited-{chosen}",
            width="stretch",
        )
    show(_time_line(plan_of_time([(step.phase, step.minutes) for step in programme(chosen, before)])))
    show(paragraph(slots_line(slots(chosen), slot_minutes(chosen)), "muted"))
    return {"minutes": chosen, "invited": before}


def _time_line(stretches: Sequence[Stretch]) -> Markup:
    """Return what happens when, each step as wide as it is long."""
    rows = (
        Markup('<li style="flex-grow:{}"><span class="when">{}</span> {}</li>').format(
            stretch.minutes, stretch.when, stretch.name
        )
        for stretch in stretches
    )
    return Markup('<ol class="time-line">{}</ol>').format(joined(rows))


def _ask_for_people(roles: Sequence[Role], now: Settings | None) -> dict[str, Any]:
    """Ask who is in the room, from how many people on a group is shown, and what people are told about it."""
    show(
        heading(say("Who is in the room?")),
        paragraph(say("People choose one of these roles when they join. Every role counts as one voice."), "muted"),
    )
    with st.container(key="roles"):
        ticked = {
            role.id: st.checkbox(as_label(role.name), value=now is None or role.id in now.roles, key=f"role-{role.id}")
            for role in roles
        }
    chosen = [role for role in roles if ticked[role.id]]
    weights = _ask_for_weights(chosen, {} if now is None else now.role_weights)
    show(heading(say("What people are told")))
    with st.container(key="told"):
        minimum, notice = _ask_what_is_told(now)
    return {
        "roles": [role.id for role in chosen],
        "role_weights": weights,
        "minimum": minimum,
        "notice": notice,
    }


def _ask_what_is_told(now: Settings | None) -> tuple[int, str]:
    minimum = st.number_input(
        say(MINIMUM),
        LEAST,
        MOST,
        USUAL if now is None else now.minimum,
        key="minimum",
        help=say("Smaller roles are shown together. It can be raised later, never lowered."),
        width=320,
    )
    notice = st.text_area(
        say("About anonymity, read by everybody before they answer"),
        say(NOTICE, minimum=minimum) if now is None else now.notice,
        key=f"notice-{minimum}" if now is None else "notice",
        max_chars=2000,
        height=140,
    )
    return int(minimum), notice


def _ask_for_weights(roles: Sequence[Role], now: Mapping[str, float]) -> dict[str, float]:
    """Offer to let a role weigh more than another; folded away, since equal weights are what most people mean."""
    with st.expander(say("Let a role weigh more or less than others")):
        show(
            paragraph(
                say(
                    "Leave everything at 1 and each role counts the same, however many people have it. 2 counts "
                    "twice, 0 not at all. What you choose is printed in the report."
                ),
                "muted",
            )
        )
        with st.container(key="fields-weights"):
            given = {
                role.id: st.number_input(
                    as_label(role.name), 0.0, 10.0, float(now.get(role.id, 1.0)), 0.5, key=f"weight-{role.id}"
                )
                for role in roles
            }
    return {} if all(weight == 1 for weight in given.values()) else given


def ask_facts() -> None:
    """Ask for the facts about the firm, each stored as it is given."""
    with kindly():
        facts = facilitating.facts(desk(), token())
    show(
        heading(say("About the firm")),
        paragraph(
            say("Only you answer these. They decide which questions apply and what the plan may carry."), "muted"
        ),
    )
    for asked in facts:
        with st.container(key=f"question-{asked.question.id}"):
            show(heading(asked.question.text, level=3, kind="question"))
            ask_fact(asked, partial(_store_fact, asked.question.id))


def _store_fact(fact: str, value: object) -> None:
    if value in (None, ""):
        keep(lambda desk, token: facilitating.clear_fact(desk, token, fact))
    else:
        keep(lambda desk, token: facilitating.answer_fact(desk, token, fact, value))


def offer_to_change() -> None:
    """Let the settings be changed while they may be."""
    with kindly():
        now = facilitating.settings(desk(), token())
    show(heading(say("Change what you prepared")))
    if not now.changeable:
        show(paragraph(say("Somebody has joined, so what people were told stays as it is."), "muted"))
        if now.weighable:
            _offer_to_weigh(now.choices, now.settings)
        return
    with st.expander(say("Edition, roles, what people are told")):
        settings = {
            **_ask_for_time(now.settings.minutes, now.settings.invited),
            **_ask_for_people(now.choices, now.settings),
        }
        st.button(say("Save these changes"), key="change", on_click=_change, args=(settings,))


def _offer_to_weigh(roles: Sequence[Role], now: Settings) -> None:
    """Let roles be weighed anew and the minimum be raised, until answers have been shown."""
    weights = _ask_for_weights([role for role in roles if role.id in now.roles], now.role_weights)
    minimum = st.number_input(say(MINIMUM), now.minimum, MOST, now.minimum, key="raised-minimum", width=320)
    settings = {"role_weights": weights, "minimum": int(minimum)}
    st.button(say("Save these changes"), key="change", on_click=_change, args=(settings,))


def _change(settings: dict[str, Any]) -> None:
    keep(lambda desk, token: facilitating.change_settings(desk, token, **settings))
