"""What a draft changes, in words and in lines, and the step that makes it a version for good."""

import streamlit as st

from assessments import editing
from assessments.answering import NotAccepted
from assessments.editing import Draft
from assessments.pages.drafting.comparing import show_differences
from assessments.pages.drafting.form import unsaved
from assessments.pages.drafting.workspace import ask_key, begin_page, open_draft, origin_of, show_standing, token
from assessments.pages.drafting.writing import unsaved_files
from assessments.pages.parts import look
from assessments.pages.parts.arrival import arrive
from assessments.pages.parts.desk import desk, kindly
from assessments.pages.parts.pieces import alert, heading, paragraph, show
from assessments.wording import studio as words

PATH, VERSION = "path.yaml", ("version",)
_SHOWN = "shown-to-publish"


def offer_to_publish(draft: Draft) -> None:
    """Ask for the version's number and a note, and publish."""
    with st.form("publish", border=False):
        show(
            heading("Publish"),
            paragraph(
                "A published version never changes. New assessments can begin with it; those that have begun keep "
                "theirs."
            ),
        )
        version = st.text_input("Version", suggested(draft), max_chars=40, key="version-number")
        note = st.text_area("What changed, and why", max_chars=2000, key="note")
        secret = ask_key(draft.organisation, draft.id)
        shown = {name: file.revision for name, file in draft.files.items()}
        publish = st.form_submit_button("Publish", type="primary", on_click=_remember, args=(shown,))
    if publish:
        _publish(draft, version.strip(), note, secret)


def _remember(shown: dict[str, int]) -> None:
    """Keep which states stood on the screen when somebody pressed; this run of the page may have newer ones."""
    st.session_state[_SHOWN] = shown


def suggested(draft: Draft) -> str:
    """Return the version in the file, or the next one where that is the one the draft began from."""
    try:
        written = editing.value_at(draft.texts.get(PATH, ""), VERSION)
        begun = editing.value_at(origin_of(draft).get(PATH, ""), VERSION)
        return (
            editing.value_at(editing.with_next_version(desk(), draft.texts), VERSION) if written == begun else written
        )
    except NotAccepted:  # the file has to be mended first, which is said above
        return ""


def _publish(draft: Draft, version: str, note: str, secret: str | None) -> None:
    revisions = st.session_state.pop(_SHOWN, {})
    with kindly():
        try:
            editing.refuse_unseen(draft, revisions)
            text = editing.set_value(draft.texts[PATH], VERSION, version)
            revisions[PATH] = editing.save_file(desk(), token(), PATH, text, revisions[PATH]).revision
            published = editing.publish(desk(), token(), note, revisions, secret=secret)
        except NotAccepted as refused:
            show(alert(str(refused)))
            return
    st.switch_page("assessments/pages/version.py", query_params={"version": published.id})


draft = open_draft()
look.name_the_page(f"Changes: {draft.title}")
begin_page(draft, "draft_publish")
with st.container(key="reading"):
    show_standing(draft)
    show(paragraph(words.unsaved_line([*unsaved(draft), *unsaved_files(draft)]), "standing"))
    show(heading("What this draft changes"))
    show_differences(origin_of(draft), draft.texts)
    if editing.can_keep(desk(), draft.organisation):
        offer_to_publish(draft)
    else:
        show(
            heading("Publish"), paragraph("This draft is nobody's; without a key of the studio it cannot be published.")
        )
arrive("publish")
