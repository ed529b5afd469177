"""What is an organisation's: its workshops, assessments and drafts, found by members without keeping any link."""

from itertools import islice

import streamlit as st

from assessments import organisations
from assessments.languages import say
from assessments.organisations import Entry, Ours
from assessments.pages.drafting.workspace import DRAFT
from assessments.pages.parts import look
from assessments.pages.parts.arrival import arrive
from assessments.pages.parts.desk import SHARED, desk, kindly
from assessments.pages.parts.facilitator import TOKEN, WORKSHOP
from assessments.pages.parts.pieces import alert, heading, paragraph, show
from assessments.pages.parts.saving import on_their_clock
from assessments.pages.parts.signing_in import offer_to_change_organisation
from assessments.wording.members import draft_line, entry_line

SHARED_PAGE, DRAFT_PAGE, PREPARE, STUDIO, JOBS = (
    f"assessments/pages/{name}.py" for name in ("shared", "draft", "prepare", "studio", "jobs")
)
AT_ONCE = 30
ASKED, TOLD = "delete-asked", "deleted-told"  # in the session


def list_entries(ours: Ours) -> None:
    """List workshops and assessments, the newest first, with a search once there are many."""
    show(heading(say("Workshops and assessments")))
    if not ours.entries:
        show(paragraph(say("None yet.")))
    found = ours.entries
    if len(found) > AT_ONCE:
        sought = st.text_input(say("Search by name of the firm"), max_chars=200, key="sought").strip().casefold()
        found = tuple(entry for entry in found if sought in entry.firm.casefold())
        if not found:
            show(paragraph(say("There is no firm of this name.")))
    for entry in islice(found, AT_ONCE):
        _show_entry(ours, entry)
    if len(found) > AT_ONCE:
        show(paragraph(say("These are the {count} newest; search to find older ones.", count=AT_ONCE), "muted"))


def _show_entry(ours: Ours, entry: Entry) -> None:
    with st.container(key=f"ours-{entry.id}"):
        line = entry_line(entry.phase, on_their_clock(entry.made_at), workshop=entry.workshop)
        show(heading(entry.firm, level=3), paragraph(line, "muted"))
        with st.container(key=f"ours-moves-{entry.id}", horizontal=True):
            if entry.workshop and ours.leads and st.button(say("Open"), key=f"open-{entry.id}"):
                with kindly():
                    link = organisations.open_workshop(desk(), entry.id)
                st.switch_page(WORKSHOP, query_params={TOKEN: link})
            if entry.has_result and st.button(say("See the result"), key=f"see-{entry.id}"):
                st.switch_page(SHARED_PAGE, query_params={SHARED: entry.id})
            if ours.owns:
                st.button(say("Delete"), key=f"delete-{entry.id}", on_click=_ask_to_delete, args=(entry.id,))
        if st.session_state.get(ASKED) == entry.id:
            _confirm(entry)


def _ask_to_delete(id_: str | None) -> None:
    st.session_state[ASKED] = id_


def _confirm(entry: Entry) -> None:
    """Say what deleting costs, and ask whether to do it."""
    with st.container(key="sure"):
        show(alert(say("This deletes all its answers, notes, links and history for good. It cannot be undone.")))
        with st.container(key="sure-answers", horizontal=True):
            st.button(say("Yes, delete it"), key="sure-yes", on_click=_delete, args=(entry.id, entry.firm))
            st.button(say("No, leave it"), key="sure-no", on_click=_ask_to_delete, args=(None,))


def _delete(id_: str, firm: str) -> None:
    st.session_state[ASKED] = None
    with kindly():
        organisations.delete(desk(), id_)
        st.session_state[TOLD] = firm


def list_drafts(ours: Ours) -> None:
    """List the drafts of questionnaires, the newest first."""
    show(heading(say("Drafts of questionnaires")))
    if not ours.drafts:
        show(paragraph(say("None yet.")))
    for draft in ours.drafts:
        with st.container(key=f"ours-{draft.public_id}"):
            show(heading(draft.title, level=3), paragraph(draft_line(on_their_clock(draft.made_at)), "muted"))
            with st.container(key=f"ours-moves-{draft.public_id}", horizontal=True):
                if st.button(say("Open"), key=f"open-{draft.public_id}"):
                    with kindly():
                        link = organisations.open_draft(desk(), draft.public_id)
                    st.switch_page(DRAFT_PAGE, query_params={DRAFT: link})


look.name_the_page(say("Our assessments and workshops"))
with kindly():
    mine = organisations.ours(desk())
show(
    heading(mine.organisation, level=1),
    paragraph(say("What members prepared, started and drafted here. Other organisations see none of it."), "lead"),
)
offer_to_change_organisation()
if deleted := st.session_state.pop(TOLD, None):
    with st.container(key="outcome"):
        show(paragraph(say("{firm} has been deleted.", firm=deleted)))
with st.container(key="own-offers", horizontal=True):
    if mine.leads:
        st.page_link(PREPARE, label=say("Prepare a workshop"))
    if mine.edits:
        st.page_link(STUDIO, label=say("Make the questions yours"))
    if mine.leads or mine.edits:
        st.page_link(JOBS, label=say("Jobs"))
if mine.reads:
    list_entries(mine)
if mine.edits:
    list_drafts(mine)
arrive("ours")
