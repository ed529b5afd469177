"""The files of a draft by subject, with what was found in each, as links beside the text or as a choice above it."""

from collections.abc import Collection, Mapping

import streamlit as st

from assessments import editing
from assessments.editing import Draft, Looked
from assessments.languages import say
from assessments.pages.drafting.workspace import DRAFT, FILE, page, show_place, token
from assessments.pages.parts.pieces import as_label, heading, paragraph, show
from assessments.wording import studio as words
from assessments.wording import subjects

Grouped = Mapping[str, tuple[str, ...]]
MOST = 8  # problems of other files


def choose_file(names: Collection[str], grouped: Grouped) -> str:
    """Return the file in the address, or the first one."""
    asked = st.query_params.get(FILE, "")
    return asked if asked in names else next(iter(grouped.values()))[0]


def is_written(name: str) -> bool:
    """Return whether people write a file; what translations were made from is kept by the program."""
    return not editing.is_made_from(name)


def unwritten(draft: Draft) -> list[str]:
    """Return the files in which an edition could say something otherwise, and does not yet."""
    base = [name for name in draft.files if name.startswith("base/") and is_written(name)]
    own = dict.fromkeys(editing.own_name(name) for name in base)
    return [name for name in own if name not in draft.files]


def show_elsewhere(looked: Looked, here: str, pillars: Mapping[str, str]) -> None:
    """Show what is wrong in other files, or with the questionnaire as a whole, and lead there."""
    others = [one for one in looked.problems if one.file != here]
    if not others:
        return
    show(heading(say("Problems in other files"), 2, "elsewhere"))
    for number, one in enumerate(others[:MOST]):
        show(paragraph(f"{one.problem.sentence} {one.problem.remedy}"))
        if one.file:
            with st.container(key=f"elsewhere-{number}"):
                label = words.line_name(subjects.file_subject(one.file, pillars), one.problem.line)
                show_place(one.file, one.problem.line, label)


def show_files(grouped: Grouped, here: str, pillars: Mapping[str, str], looked: Looked) -> None:
    """Show the links beside the text, and the choice that takes their place on narrow screens."""
    labels = {name: _label(name, pillars, looked) for names in grouped.values() for name in names}
    with st.container(key="file-links"):
        for group, names in grouped.items():
            show(paragraph(group, "muted group"))
            for name in names:
                with st.container(key=f"file-{'here' if name == here else 'there'}-{name}"):
                    st.page_link(page("draft"), label=as_label(labels[name]), query_params={DRAFT: token(), FILE: name})
    with st.container(key="file-choice"):
        names = list(labels)
        chosen = st.selectbox(say("File"), names, index=names.index(here), format_func=labels.get, key=f"choice-{here}")
    if chosen != here:
        st.query_params[FILE] = chosen
        st.rerun()


def _label(name: str, pillars: Mapping[str, str], looked: Looked) -> str:
    found = looked.of(name)
    problems = sum(finding.problem.severity == "problem" for finding in found)
    subject = subjects.file_subject(name, pillars)
    return f"{subject} ({words.problems_line(problems)})" if problems else subject
