"""Who holds a draft, every text its files had, and the draft as a folder to take away."""

from functools import partial

import streamlit as st

from assessments import editing
from assessments.answering import NotAccepted, Unavailable
from assessments.editing import Conflict, Draft
from assessments.languages import date, say
from assessments.pages.drafting.comparing import show_lines
from assessments.pages.drafting.files import is_written
from assessments.pages.drafting.workspace import STUDIO, begin_page, draft_address, open_draft, pillars_of, token
from assessments.pages.parts import look
from assessments.pages.parts.arrival import arrive
from assessments.pages.parts.desk import desk, kindly
from assessments.pages.parts.log import show_deeds
from assessments.pages.parts.pieces import alert, heading, paragraph, show
from assessments.pages.parts.saving import on_their_clock
from assessments.wording import studio as words
from assessments.wording import subjects

_SAID = "went-back"


def show_links() -> None:
    """Show the person's own link, who else holds one, and offer one for somebody else."""
    with kindly():
        names = editing.editors(desk(), token())
    show(
        heading(say("Your link")),
        paragraph(words.draft_link_line(opened.organisation)),
    )
    with st.container(key="address"):
        st.code(draft_address(token()), language=None, wrap_lines=True)
    show(heading(say("Work on it together")), paragraph(words.editors_line(names)))
    with st.form("invite", border=False, clear_on_submit=True):
        name = st.text_input(say("Name of the second person"), max_chars=200, key="invited")
        invited = st.form_submit_button(say("Make a link for them"))
    if invited:
        _invite(name)


def _invite(name: str) -> None:
    with kindly():
        try:
            link = editing.invite(desk(), token(), name)
        except NotAccepted as refused:
            show(alert(str(refused)))
            return
    show(paragraph(say("This is the link for {name}. It is shown only now; send it to them.", name=name.strip())))
    st.code(draft_address(link), language=None, wrap_lines=True)


def show_history(draft: Draft) -> None:
    """Show the texts a file had, what differs from now, and offer to go back to one."""
    show(heading(say("Every text a file had")))
    if said := st.session_state.pop(_SAID, ""):
        show(alert(said))
    pillars = pillars_of(draft.texts)
    names = list(filter(is_written, draft.files))
    subject = partial(subjects.file_subject, pillars=pillars)
    name = st.selectbox(say("File"), names, format_func=subject, key="history-of")
    with kindly():
        states = {one.revision: one for one in editing.history(desk(), token(), name)}
    show(paragraph(words.states_line(subject(name), len(states)), "muted"))
    chosen = st.selectbox(
        say("Saved"), list(states), format_func=lambda number: _when(states[number]), key=f"state-of-{name}"
    )
    with kindly():
        text = editing.text_at(desk(), token(), name, chosen)
    if text == draft.files[name].text:
        show(paragraph(say("This is the text as it stands now.")))
        return
    now = draft.files[name]
    show_lines(name, now.text, text)
    st.button(say("Go back to this text"), key="go-back", on_click=_go_back, args=(name, text, now.revision))


def _go_back(name: str, text: str, shown: int) -> None:
    """Save a text instead of the state that stood on the screen; one that was saved meanwhile is not overwritten."""
    try:
        editing.save_file(desk(), token(), name, text, shown)
    except Conflict as conflict:
        st.session_state[_SAID] = say(
            "{name} saved this file meanwhile, so nothing was changed. Please look again.", name=conflict.by
        )
    except (NotAccepted, Unavailable) as refused:
        st.session_state[_SAID] = str(refused)


def _when(change: editing.Change) -> str:
    at = on_their_clock(change.at)
    about = {"number": change.revision, "day": date(at.date()), "time": f"{at:%H:%M:%S}", "name": change.by}
    return say("{number}: {day}, {time}, {name}", **about)


def offer_to_take_away(draft: Draft) -> None:
    """Offer the draft as a zip file."""
    show(
        heading(say("Take it with you")),
        paragraph(say("A folder that any text editor opens; its schemas give completion and checks there too.")),
    )
    content = editing.write_zip(draft.texts)
    st.download_button(
        say("Download as a folder (zip)"), content, f"{draft.id}.zip", "application/zip", on_click="ignore"
    )


def show_log(draft: Draft) -> None:
    """List what was done with the draft, saves aside."""
    with kindly():
        deeds = editing.log(desk(), token())
    show_deeds(deeds, draft.id, partial(editing.export_log, desk(), token()))


def offer_to_rename(draft: Draft) -> None:
    """Offer another title."""
    show(heading(say("Name")))
    with st.form("rename", border=False):
        title = st.text_input(say("What is it for?"), draft.title, max_chars=200, key="renamed")
        if st.form_submit_button(say("Rename")):
            with kindly():
                try:
                    editing.rename(desk(), token(), title)
                except NotAccepted as refused:
                    show(alert(str(refused)))
                    return
            st.rerun()


def offer_to_delete() -> None:
    """Offer to delete the draft, after saying so once more."""
    show(heading(say("Delete the draft")))
    with st.container(key="delete-offer"):
        sure = st.checkbox(
            say("Yes, delete this draft and its history, for everybody who works on it. Published versions stay."),
            key="sure",
        )
        if st.button(say("Delete the draft"), key="delete", disabled=not sure):
            with kindly():
                editing.delete_draft(desk(), token())
            st.switch_page(STUDIO)


opened = open_draft()
look.name_the_page(say("Links and history: {draft}", draft=opened.title))
begin_page(opened, "draft_people")
with st.container(key="reading"):
    show_links()
    show_history(opened)
    offer_to_take_away(opened)
    offer_to_rename(opened)
    show_log(opened)
    offer_to_delete()
arrive("people")
