"""The files of a draft by subject, with what was found in each, as links beside the text or as a choice above it."""

from collections.abc import Mapping

import streamlit as st

from assessments.editing import Looked
from assessments.pages.drafting.workspace import DRAFT, FILE, page, token
from assessments.pages.parts.pieces import as_label, paragraph, show
from assessments.wording import studio as words

Grouped = Mapping[str, tuple[str, ...]]


def choose_file(names: Mapping[str, object], grouped: Grouped) -> str:
    """Return the file in the address, or the first one."""
    asked = st.query_params.get(FILE, "")
    return asked if asked in names else next(iter(grouped.values()))[0]


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
        chosen = st.selectbox("File", names, index=names.index(here), format_func=labels.get, key=f"choice-{here}")
    if chosen != here:
        st.query_params[FILE] = chosen
        st.rerun()


def _label(name: str, pillars: Mapping[str, str], looked: Looked) -> str:
    found = looked.of(name)
    problems = sum(finding.problem.severity == "problem" for finding in found)
    count = words.found_line(problems, 0)
    return words.file_subject(name, pillars) + (f" ({count})" if count else "")
