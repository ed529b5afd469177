"""For facilitators: every questionnaire with its versions, and the ways to begin a draft."""

from collections.abc import Callable

import streamlit as st
from markupsafe import Markup

from assessments import answering, editing
from assessments.answering import NotAccepted, Offer
from assessments.editing import Begun, Publication
from assessments.languages import marked, say
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
from assessments.wording import publications
from assessments.wording import studio as words

DRAFT_PAGE, VERSION_PAGE, JOBS_PAGE = (f"assessments/pages/{name}.py" for name in ("draft", "version", "jobs"))
UNUSABLE, MEND_AND_BRING = (
    marked("This folder cannot be used"),
    marked("Nothing was stored. Mend it and bring it again."),
)
Labels = dict[str | None, str]


def list_versions(published: tuple[Publication, ...], offers: tuple[Offer, ...]) -> None:
    """Say what new assessments use, and list the published versions, the newest first."""
    show(
        heading(say("What new assessments use")),
        *(paragraph(publications.offer_line(one.title, one.version, one.publication)) for one in offers),
        heading(say("Published versions"), kind="next"),
    )
    if not published:
        show(paragraph(say("None yet.")))
    for version in published:
        with st.container(key=f"published-{version.id}"):
            label = as_label(publications.version_name(version.title, version.version, version.organisation))
            st.page_link(VERSION_PAGE, label=label, query_params={"version": version.id})
            show(
                paragraph(publications.published_line(version.author, version.at, version.firms), "muted"),
                paragraph(version.note),
            )


def offer_to_begin(versions: Labels) -> None:
    """Ask what to begin a draft from and by whom, and begin it."""
    with st.form("begin", border=False):
        show(heading(say("Begin a draft")), paragraph(words.who_sees_draft(visitor().organisation)))
        source = st.selectbox(say("Begin from"), list(versions), format_func=versions.get, key="from")
        title = st.text_input(say("What is it for?"), max_chars=200, key="title", placeholder=say("Bank's edition"))
        editor = _ask_name("editor")
        begin = st.form_submit_button(say("Begin"), type="primary")
    if begin:
        _begin(title, editor, origin=source)


def offer_an_edition(versions: Labels) -> None:
    """Ask for a new edition that builds on another questionnaire and says only what differs."""
    with st.form("edition", border=False):
        show(paragraph(say("An edition builds on another questionnaire and says only what is different.")))
        source = st.selectbox(say("It builds on"), list(versions), format_func=versions.get, key="builds-on")
        title = st.text_input(say("Title people read"), max_chars=200, key="edition-title")
        id_ = st.text_input(say("Short name in files"), max_chars=40, key="edition-id", placeholder="bank")
        editor = _ask_name("edition-editor")
        begin = st.form_submit_button(say("Begin this edition"))
    if begin:
        _open(lambda: editing.begin_edition(desk(), title, editor, id_, origin=source))


def offer_to_bring() -> None:
    """Take a questionnaire folder as a zip and begin a draft from it; what cannot be used is named with its place."""
    with st.form("bring", border=False):
        show(paragraph(say("A questionnaire folder as a zip file, such as those that can be downloaded here.")))
        archive = st.file_uploader(say("Zip file"), type="zip", key="zip")
        title = st.text_input(say("What is it for?"), max_chars=200, key="bring-title")
        editor = _ask_name("bring-editor")
        bring = st.form_submit_button(say("Begin from this folder"))
    if not bring:
        return
    if archive is None:
        show(alert(say("Please choose a zip file first.")))
        return
    try:
        files = editing.read_zip(archive.getvalue())
    except Refused as reasons:
        show_problems(reasons, UNUSABLE, MEND_AND_BRING, level=3)
        return
    _begin(title, editor, files=files)


def _ask_name(key: str) -> str:
    """Ask for the name that goes with what somebody changes."""
    return st.text_input(say("Your name"), visitor().name, max_chars=200, key=key, autocomplete="name")


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
    with st.expander(say("Begin an edition that builds on another")):
        offer_an_edition(versions)
    with st.expander(say("Begin from a folder of your own")):
        offer_to_bring()


def say_who_may_begin(*, signed_in: bool) -> None:
    """Say that drafts are for editors, with the way to sign in."""
    show(heading(say("Begin a draft")), paragraph(say("Owners and editors of an organisation here begin drafts.")))
    if not signed_in:
        show(Markup('<p class="way-in"><a href="{}">{}</a></p>').format(way_in(), say("Sign in")))


look.name_the_page(say("For facilitators"))
with kindly():
    versions, offers = editing.publications(desk()), answering.offered(desk())
    labels = labels_of(editing.beginnings(desk()))
    put_away = tuple(one for one in editing.publications(desk(), archived=True) if one.archived)
show(
    heading(say("Make the method yours"), level=1),
    paragraph(
        say(
            "Change the wording, the weights, the conditions and the actions; see what each change would do to the "
            "firms you know; publish when it is right. Assessments that have begun keep the version they began with."
        ),
        "lead",
    ),
)
if (who := visitor()).may(Deed.BEGIN_DRAFT, who.organisation):
    say_who_can_reach(who.organisation)
with st.container(key="studio"):
    with st.container(key="versions"):
        list_versions(versions, offers)
        if put_away:
            with st.expander(say("Archived")):
                for version in put_away:
                    name = publications.version_name(version.title, version.version, version.organisation)
                    st.page_link(VERSION_PAGE, label=as_label(name), query_params={"version": version.id})
        if editing.can_keep(desk(), who.organisation):
            with st.container(key="place-all"):
                st.page_link(JOBS_PAGE, label=say("Place every assessment by another version"))
    with st.container(key="begin"):
        if who.may(Deed.BEGIN_DRAFT, who.organisation):
            offer_all_beginnings(labels)
        else:
            say_who_may_begin(signed_in=who.signed_in)
arrive("studio")
