"""The form of a new worked example: a firm like one that is known, with some answers of its own."""

import re
from collections.abc import Mapping

import streamlit as st

from assessments import editing
from assessments.editing import Draft
from assessments.languages import marked, say
from assessments.pages.drafting.form import Form, show_outcome
from assessments.pages.parts.pieces import paragraph, show
from assessments.wording import question_alone
from scoring.model import Agree, Bars, Questionnaire

EXPECTED = {
    "position": marked("Where it stands"),
    "destination": marked("Where customers call it"),
    "posture": marked("What that asks for"),
    "target": marked("Where the plan leads"),
    "index": marked("The index at each stage"),
}
ITS_OWN = ""
USUAL = ("position", "destination", "posture")


def add_example(draft: Draft, questionnaire: Questionnaire, known: Mapping[str, str]) -> None:
    """Ask for a firm, which of the ``known`` ones it is like, what it answers otherwise, and what must come out."""
    labels = {**known, ITS_OWN: say("None: a firm of its own")}
    like = st.selectbox(say("A firm like"), list(labels), format_func=labels.get, key="example-like")
    firm = st.text_input(say("Name of the new firm"), max_chars=200, key="example-firm").strip()
    about = st.text_input(say("What it is an example of"), max_chars=500, key="example-about").strip()
    answers = _ask_answers(questionnaire)
    expected = {key: say(name) for key, name in EXPECTED.items()}
    keys = st.multiselect(
        say("What must come out"),
        list(expected),
        USUAL,
        format_func=expected.get,
        key="example-expected",
        placeholder=say("Choose one or more"),
    )
    name = f"examples/{slug(firm)}.yaml"
    if not (firm and about and keys):
        show(
            paragraph(say("It can be added once it has a name, a purpose, and something that must come out."), "muted")
        )
        return
    if name in draft.files:
        show_outcome(say("There is an example of this name already. Please choose another name."))
        return
    form = Form(draft, name, say("new example"))
    before = draft.texts[like] if like else editing.blank_example(questionnaire.roles[0].id)
    form.write(lambda _: _made(before, {"firm": firm, "about": about, "assessment": slug(firm)}, answers))
    form.write(lambda text: editing.expect_now({**draft.texts, name: text}, name, keys))
    st.code("".join(form.text.partition("expect:")[1:]), language="yaml")
    form.show_save(say("Add this example"))


def _ask_answers(questionnaire: Questionnaire) -> dict[str, int]:
    """Ask which questions it answers otherwise, or besides, and how."""
    lined = {item.id: item for item in questionnaire.items if isinstance(item, Bars | Agree)}
    labels = {id_: f"{id_}: {question_alone(questionnaire, item)}" for id_, item in lined.items()}
    chosen = st.multiselect(
        say("Answers of its own"),
        list(lined),
        format_func=labels.get,
        key="example-answers",
        placeholder=say("Choose one or more"),
    )
    return {
        id_: st.selectbox(
            labels[id_],
            range(1, len(lined[id_].levels) + 1),
            format_func=lambda line, item=lined[id_]: f"{line}: {item.levels[line - 1]}",
            key=f"example-answer-{id_}",
        )
        for id_ in chosen
    }


def _made(before: str, about: Mapping[str, str], answers: Mapping[str, int]) -> str:
    text = editing.remove_key(before, ("expect",))
    for key, value in about.items():
        text = editing.set_key(text, (), key, value)
    for number in range(len(editing.value_at(text, ("respondents",)))):
        for item, line in answers.items():
            text = editing.set_key(text, ("respondents", number, "answers"), item, line)
    return text


def slug(firm: str) -> str:
    """Return a firm's name as part of a file's name."""
    return re.sub(r"[^a-z0-9]+", "_", firm.lower()).strip("_")[:40] or "example"
