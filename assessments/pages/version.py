"""One published version: by whom and why, what differs from another, and what can be done with it."""

import streamlit as st

from assessments import answering, editing
from assessments.answering import NotAccepted, Unavailable
from assessments.editing import Publication
from assessments.languages import marked, say
from assessments.pages.drafting.comparing import show_differences
from assessments.pages.drafting.workspace import DRAFT, STUDIO, ask_key, key_field, labels_of
from assessments.pages.parts import look
from assessments.pages.parts.arrival import arrive
from assessments.pages.parts.desk import LINK, desk, kindly
from assessments.pages.parts.doors import trying_key
from assessments.pages.parts.pieces import alert, heading, paragraph, show
from assessments.pages.parts.signing_in import visitor
from assessments.rights import Deed
from assessments.wording import publications

DRAFT_PAGE, OVERVIEW = "assessments/pages/draft.py", "assessments/pages/overview.py"
EDITIONS = {"quick": marked("Quick scan"), "full": marked("Full assessment")}
_FIRM, _EDITION = "name", "edition"
_REFUSED, _NOT_STARTED, _STARTED = "not-done", "not-started", "started"
STEPS = {
    "back": marked("Bring it back"),
    "unused": marked("No longer use it for new assessments"),
    "used": marked("Use it for new assessments"),
    "archived": marked("Archive it"),
}


def offer_to_start(version: Publication) -> None:
    """Offer to start an assessment with this version, where new ones use it."""
    show(heading(say("Start an assessment with it")))
    if refused := st.session_state.pop(_NOT_STARTED, ""):
        show(alert(refused))
    if version.archived:
        show(paragraph(say("It is archived; first choose “Bring it back”.")))
        return
    if not version.current:
        show(paragraph(say("First choose “Use it for new assessments”.")))
        return
    with st.form("start", border=False):
        st.text_input(say("Name of the firm or business line"), max_chars=200, key=_FIRM)
        editions = {edition: say(name) for edition, name in EDITIONS.items()}
        st.radio(say("Which assessment?"), list(editions), format_func=editions.get, index=1, key=_EDITION)
        label = say("Start the assessment")
        st.form_submit_button(label, type="primary", on_click=_start, args=(version.id, version.questionnaire))


def _start(id_: str, questionnaire: str) -> None:
    """Start an assessment with the version that stood on the screen; the page is run only afterwards."""
    firm, edition = st.session_state[_FIRM], st.session_state[_EDITION]
    if not firm.strip():
        st.session_state[_NOT_STARTED] = say(
            "Please enter a name first. Any name will do; it is printed on the report."
        )
        return
    try:
        editing.still_current(desk(), id_)
        st.session_state[_STARTED] = answering.start(desk(), firm, edition, questionnaire).token
    except (NotAccepted, Unavailable) as refused:
        st.session_state[_NOT_STARTED] = str(refused)


def offer_to_go_on(version: Publication) -> None:
    """Offer a draft that begins from this version."""
    with st.form("go-on", border=False):
        show(
            heading(say("Begin a draft from it")),
            paragraph(say("The version stays as it is, whatever becomes of the draft.")),
        )
        title = st.text_input(say("What is it for?"), max_chars=200, key="title")
        editor = st.text_input(say("Your name"), visitor().name, max_chars=200, key="editor", autocomplete="name")
        begin = st.form_submit_button(say("Begin a draft"))
    if not begin:
        return
    with kindly():
        try:
            begun = editing.begin_draft(desk(), title, editor, origin=version.id)
        except NotAccepted as refused:
            show(alert(str(refused)))
            return
    st.switch_page(DRAFT_PAGE, query_params={DRAFT: begun.token})


def offer_its_place(version: Publication) -> None:
    """Offer to use it for new assessments, to stop that, to archive it or bring it back."""
    ask_key(version.organisation, version.id)
    with st.container(key="version-place", horizontal=True):
        for name in _steps(version):
            st.button(say(STEPS[name]), key=f"step-{name}", on_click=_step, args=(name, version))


def _steps(version: Publication) -> tuple[str, ...]:
    """Return what can be done with the version's place, by the names of its buttons."""
    if version.archived:
        return ("back",)
    return ("unused" if version.current else "used", "archived")


def _step(name: str, version: Publication) -> None:
    """Do what was pressed to the version as it stood on the screen; the page is run only afterwards."""
    secret = st.session_state.get(key_field(version.id))
    try:
        with trying_key(needed=editing.needs_key(version.organisation)):
            _act(name, version, secret)
    except (NotAccepted, Unavailable) as refused:
        st.session_state[_REFUSED] = str(refused)


def _act(name: str, version: Publication, secret: str | None) -> None:
    if name == "unused":
        whose, questionnaire = version.organisation, version.questionnaire
        editing.use_installed(desk(), questionnaire, instead_of=version.id, secret=secret, organisation=whose)
    else:
        act = {"back": editing.unarchive, "used": editing.make_current, "archived": editing.archive}[name]
        act(desk(), version.id, secret=secret)


def compare(version: Publication, files: dict[str, str]) -> None:
    """Show what differs from another version of the reader's choice."""
    with kindly():
        known = editing.beginnings(desk(), archived=True)
    labels = labels_of(one for one in known if one.origin != version.id)
    show(heading(say("Compare")))
    start = list(labels).index(version.origin) if version.origin in labels else 0
    chosen = st.selectbox(say("With"), list(labels), index=start, format_func=labels.get, key="compared")
    with kindly():
        other = editing.files_of(desk(), chosen)
    show_differences(other, files)


if started := st.session_state.pop(_STARTED, ""):
    st.switch_page(OVERVIEW, query_params={LINK: started})
with kindly():
    version = editing.publication(desk(), st.query_params.get("version", ""))
    files = editing.publication_files(desk(), version.id)
name = publications.version_name(version.title, version.version, version.organisation)
look.name_the_page(name)
with st.container(key="back"):
    st.page_link(STUDIO, label=say("All questionnaires"))
show(
    heading(name, level=1),
    paragraph(version.note, "lead"),
    paragraph(publications.published_line(version.author, version.at, version.firms)),
    paragraph(publications.offered_line(version.current, version.archived)),
    paragraph(say("Fingerprint {fingerprint}", fingerprint=version.sha256[:12]), "muted"),
)
if refused := st.session_state.pop(_REFUSED, ""):
    show(alert(refused))
if editing.can_keep(desk(), version.organisation):
    offer_its_place(version)
with st.container(key="studio"):
    with st.container(key="versions"):
        compare(version, files)
    with st.container(key="begin"):
        offer_to_start(version)
        if (who := visitor()).may(Deed.BEGIN_DRAFT, who.organisation):
            offer_to_go_on(version)
        show(heading(say("Take it with you")))
        st.download_button(
            say("Download as a folder (zip)"),
            editing.write_zip(files),
            f"{version.questionnaire}-{version.version}.zip",
            "application/zip",
            on_click="ignore",
        )
arrive(f"version {version.id}")
