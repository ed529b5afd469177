"""For facilitators: every questionnaire with its versions, and the ways to begin a draft."""

from collections.abc import Callable

import streamlit as st
from markupsafe import Markup

from assessments import answering, editing
from assessments.answering import NotAccepted, Offer
from assessments.editing import Begun, Publication
from assessments.pages.drafting.workspace import DRAFT, labels_of
from assessments.pages.parts import look
from assessments.pages.parts.arrival import arrive
from assessments.pages.parts.desk import desk, kindly
from assessments.pages.parts.pieces import alert, as_label, heading, paragraph, show
from assessments.pages.parts.reach import say_who_can_reach
from assessments.pages.parts.refused import show_problems
from assessments.pages.parts.signing_in import visitor, way_in
from assessments.problems import Refused
from assessments.rights import Deed
from assessments.wording import studio as words

DRAFT_PAGE, VERSION_PAGE = "assessments/pages/draft.py", "assessments/pages/version.py"
Labels = dict[str | None, str]


def list_versions(published: tuple[Publication, ...], offers: tuple[Offer, ...]) -> None:
    """Say what new assessments use, and list the published versions, the newest first."""
    show(
        heading("What new assessments use"),
        *(paragraph(words.offer_line(one.title, one.version, one.publication)) for one in offers),
        heading("Published versions", kind="next"),
    )
    if not published:
        show(paragraph("None yet."))
    for version in published:
        with st.container(key=f"published-{version.id}"):
            label = as_label(words.version_name(version.title, version.version, version.organisation))
            st.page_link(VERSION_PAGE, label=label, query_params={"version": version.id})
            show(
                paragraph(words.published_line(version.author, version.at, version.firms), "muted"),
                paragraph(version.note),
            )


def offer_to_begin(versions: Labels) -> None:
    """Ask what to begin a draft from and by whom, and begin it."""
    with st.form("begin", border=False):
        show(heading("Begin a draft"), paragraph(words.who_sees_draft(visitor().organisation)))
        source = st.selectbox("Begin from", list(versions), format_func=versions.get, key="from")
        title = st.text_input("What is it for?", max_chars=200, key="title", placeholder="Bank's edition")
        editor = st.text_input("Your name", visitor().name, max_chars=200, key="editor", autocomplete="name")
        begin = st.form_submit_button("Begin", type="primary")
    if begin:
        _begin(title, editor, origin=source)


def offer_an_edition(versions: Labels) -> None:
    """Ask for a new edition that builds on another questionnaire and says only what differs."""
    with st.form("edition", border=False):
        show(paragraph("An edition builds on another questionnaire and says only what is different."))
        source = st.selectbox("It builds on", list(versions), format_func=versions.get, key="builds-on")
        title = st.text_input("Title people read", max_chars=200, key="edition-title")
        id_ = st.text_input("Short name in files", max_chars=40, key="edition-id", placeholder="bank")
        editor = st.text_input("Your name", visitor().name, max_chars=200, key="edition-editor", autocomplete="name")
        begin = st.form_submit_button("Begin this edition")
    if begin:
        _open(lambda: editing.begin_edition(desk(), title, editor, id_, origin=source))


def offer_to_bring() -> None:
    """Take a questionnaire folder as a zip and begin a draft from it; what cannot be used is named with its place."""
    with st.form("bring", border=False):
        show(paragraph("A questionnaire folder as a zip file, such as those that can be downloaded here."))
        archive = st.file_uploader("Zip file", type="zip", key="zip")
        title = st.text_input("What is it for?", max_chars=200, key="bring-title")
        editor = st.text_input("Your name", visitor().name, max_chars=200, key="bring-editor", autocomplete="name")
        bring = st.form_submit_button("Begin from this folder")
    if not bring:
        return
    if archive is None:
        show(alert("Please choose a zip file first."))
        return
    try:
        files = editing.read_zip(archive.getvalue())
    except Refused as reasons:
        show_problems(reasons, "This folder cannot be used", "Nothing was stored. Mend it and bring it again.", level=3)
        return
    _begin(title, editor, files=files)


def _begin(title: str, editor: str, **source: object) -> None:
    _open(lambda: editing.begin_draft(desk(), title, editor, **source))


def _open(begin: Callable[[], Begun]) -> None:
    """Begin a draft and show it, or say why it cannot be begun."""
    with kindly():
        try:
            begun = begin()
        except NotAccepted as refused:
            show(alert(str(refused)))
            return
    st.switch_page(DRAFT_PAGE, query_params={DRAFT: begun.token})


def offer_all_beginnings(versions: Labels) -> None:
    """Offer every way to begin a draft, the usual one first."""
    offer_to_begin(versions)
    with st.expander("Begin an edition that builds on another"):
        offer_an_edition(versions)
    with st.expander("Begin from a folder of your own"):
        offer_to_bring()


def say_who_may_begin(*, signed_in: bool) -> None:
    """Say that drafts are for editors, with the way to sign in."""
    show(heading("Begin a draft"), paragraph("Owners and editors of an organisation here begin drafts."))
    if not signed_in:
        show(Markup('<p class="way-in"><a href="{}">Sign in</a></p>').format(way_in()))


look.name_the_page("For facilitators")
with kindly():
    versions, offers = editing.publications(desk()), answering.offered(desk())
    labels = labels_of(editing.beginnings(desk()))
    put_away = tuple(one for one in editing.publications(desk(), archived=True) if one.archived)
show(
    heading("Make the method yours", level=1),
    paragraph(
        "Change the wording, the weights, the conditions and the actions; see what each change would do to the firms "
        "you know; publish when it is right. Assessments that have begun keep the version they began with.",
        "lead",
    ),
)
if (who := visitor()).may(Deed.BEGIN_DRAFT, who.organisation):
    say_who_can_reach(who.organisation)
with st.container(key="studio"):
    with st.container(key="versions"):
        list_versions(versions, offers)
        if put_away:
            with st.expander("Archived"):
                for version in put_away:
                    name = words.version_name(version.title, version.version, version.organisation)
                    st.page_link(VERSION_PAGE, label=as_label(name), query_params={"version": version.id})
    with st.container(key="begin"):
        if who.may(Deed.BEGIN_DRAFT, who.organisation):
            offer_all_beginnings(labels)
        else:
            say_who_may_begin(signed_in=who.signed_in)
arrive("studio")
