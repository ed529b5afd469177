"""For facilitators: every questionnaire with its versions, and the ways to begin a draft."""

import streamlit as st

from assessments import editing
from assessments.answering import NotAccepted
from assessments.editing import Publication
from assessments.pages.drafting.workspace import DRAFT
from assessments.pages.parts import look
from assessments.pages.parts.arrival import arrive
from assessments.pages.parts.desk import desk, kindly
from assessments.pages.parts.pieces import alert, as_label, heading, paragraph, show
from assessments.wording import studio as words

DRAFT_PAGE, VERSION_PAGE = "assessments/pages/draft.py", "assessments/pages/version.py"
INSTALLED = "The questionnaire that came with Pathway"


def list_versions(published: tuple[Publication, ...]) -> None:
    """List the published versions, the newest first."""
    show(heading("Published versions"))
    if not published:
        show(paragraph("None yet. New assessments use the questionnaire that came with Pathway."))
    for version in published:
        with st.container(key=f"published-{version.id}"):
            label = as_label(words.version_name(version.title, version.version))
            st.page_link(VERSION_PAGE, label=label, query_params={"version": version.id})
            show(
                paragraph(words.published_line(version.author, version.at, version.firms), "muted"),
                paragraph(version.note),
                paragraph(words.offered_line(version.current, version.archived), "muted"),
            )


def offer_to_begin(published: tuple[Publication, ...]) -> None:
    """Ask what to begin a draft from and by whom, and begin it."""
    versions = {None: INSTALLED} | {one.id: words.version_name(one.title, one.version) for one in published}
    with st.form("begin", border=False):
        show(heading("Begin a draft"), paragraph("Nobody sees a draft but those who hold its link."))
        source = st.selectbox("Begin from", list(versions), format_func=versions.get, key="from")
        title = st.text_input("What is it for?", max_chars=200, key="title", placeholder="Bank's edition")
        editor = st.text_input("Your name", max_chars=200, key="editor", autocomplete="name")
        begin = st.form_submit_button("Begin", type="primary")
    if begin:
        _begin(title, editor, origin=source)


def _begin(title: str, editor: str, **source: object) -> None:
    with kindly():
        try:
            begun = editing.begin_draft(desk(), title, editor, **source)
        except NotAccepted as refused:
            show(alert(str(refused)))
            return
    st.switch_page(DRAFT_PAGE, query_params={DRAFT: begun.token})


look.name_the_page("For facilitators")
with kindly():
    versions = editing.publications(desk())
    put_away = tuple(one for one in editing.publications(desk(), archived=True) if one.archived)
show(
    heading("Make the method yours", level=1),
    paragraph(
        "Change the wording, the weights, the conditions and the actions; see what each change would do to the firms "
        "you know; publish when it is right. Assessments that have begun keep the version they began with.",
        "lead",
    ),
)
with st.container(key="studio"):
    with st.container(key="versions"):
        list_versions(versions)
        if put_away:
            with st.expander("Archived"):
                for version in put_away:
                    name = words.version_name(version.title, version.version)
                    st.page_link(VERSION_PAGE, label=as_label(name), query_params={"version": version.id})
    with st.container(key="begin"):
        offer_to_begin(versions)
arrive("studio")
