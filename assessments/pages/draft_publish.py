"""What a draft changes, in words and in lines, and the step that makes it a version for good."""

import streamlit as st

from assessments import editing
from assessments.answering import NotAccepted, Unavailable
from assessments.editing import Draft
from assessments.languages import say
from assessments.pages.drafting.comparing import show_differences
from assessments.pages.drafting.form import unsaved
from assessments.pages.drafting.workspace import (
    ask_key,
    begin_page,
    key_field,
    open_draft,
    origin_of,
    show_standing,
    token,
)
from assessments.pages.drafting.writing import unsaved_files
from assessments.pages.parts import look
from assessments.pages.parts.arrival import arrive
from assessments.pages.parts.desk import desk
from assessments.pages.parts.doors import trying_key
from assessments.pages.parts.pieces import alert, heading, paragraph, show
from assessments.wording import studio as words

PATH, VERSION = "path.yaml", ("version",)
_NUMBER, _NOTE = "version-number", "note"
_REFUSED, _PUBLISHED = "not-published", "published"


def offer_to_publish(draft: Draft) -> None:
    """Ask for the version's number and a note, and publish."""
    with st.form("publish", border=False):
        show(
            heading(say("Publish")),
            paragraph(
                say(
                    "A published version never changes. New assessments can begin with it; those that have begun keep "
                    "theirs."
                )
            ),
        )
        st.text_input(say("Version"), suggested(draft), max_chars=40, key=_NUMBER)
        st.text_area(say("What changed, and why"), max_chars=2000, key=_NOTE)
        ask_key(draft.organisation, draft.id)
        shown = {name: file.revision for name, file in draft.files.items()}
        st.form_submit_button(say("Publish"), type="primary", on_click=_publish, args=(draft.id, shown))
    if said := st.session_state.pop(_REFUSED, ""):
        show(alert(said))


def suggested(draft: Draft) -> str:
    """Return the version in the file, or the next one where that is the one the draft began from."""
    try:
        written = editing.value_at(draft.texts.get(PATH, ""), VERSION)
        begun = editing.value_at(origin_of(draft).get(PATH, ""), VERSION)
        return (
            editing.value_at(editing.with_next_version(desk(), draft.texts, draft.organisation), VERSION)
            if written == begun
            else written
        )
    except NotAccepted:  # the file has to be mended first, which is said above
        return ""


def _publish(id_: str, shown: dict[str, int]) -> None:
    """Publish the states that stood on the screen when somebody pressed; the page is run only afterwards."""
    version, note = (st.session_state[name].strip() for name in (_NUMBER, _NOTE))
    try:
        now = editing.open_draft(desk(), token())
        editing.refuse_unseen(now, shown)
        secret = st.session_state.get(key_field(id_))
        with trying_key(needed=editing.needs_key(now.organisation)):
            published = editing.publish(desk(), token(), note, shown, version=version, secret=secret)
    except (NotAccepted, Unavailable) as refused:
        st.session_state[_REFUSED] = str(refused)
    else:
        st.session_state[_PUBLISHED] = published.id


if published := st.session_state.pop(_PUBLISHED, ""):
    st.switch_page("assessments/pages/version.py", query_params={"version": published})
draft = open_draft()
look.name_the_page(say("Changes: {draft}", draft=draft.title))
begin_page(draft, "draft_publish")
with st.container(key="reading"):
    show_standing(draft)
    show(paragraph(words.unsaved_line([*unsaved(draft), *unsaved_files(draft)]), "standing"))
    show(heading(say("What this draft changes")))
    show_differences(origin_of(draft), draft.texts)
    if editing.can_keep(desk(), draft.organisation):
        offer_to_publish(draft)
    else:
        show(
            heading(say("Publish")),
            paragraph(say("This draft is nobody's; without a key of the studio it cannot be published.")),
        )
arrive("publish")
