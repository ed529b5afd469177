"""What every page of a draft shares: the link that opens it, the way between its pages, and how it stands."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from urllib.parse import urlencode, urlsplit

import streamlit as st
from streamlit.errors import StreamlitAPIException

from assessments import editing
from assessments.editing import Beginning, Draft, Looked
from assessments.languages import marked, say
from assessments.pages.parts.arrival import was_here
from assessments.pages.parts.desk import desk, kindly
from assessments.pages.parts.pieces import as_label, heading, paragraph, show
from assessments.wording import publications
from assessments.wording import studio as words

DRAFT, FILE, LINE, FORM = "draft", "file", "line", "form"
STUDIO = "assessments/pages/studio.py"
PAGES = {
    "draft": marked("Text"),
    "draft_together": marked("Together with its base"),
    "draft_forms": marked("Forms"),
    "draft_effects": marked("What it would change"),
    "draft_publish": marked("Changes and publishing"),
    "draft_people": marked("Links and history"),
}
_LOOKED = "looked"


def token() -> str:
    """Return the draft's link the person came with; empty when there is none."""
    return st.query_params.get(DRAFT, "")


def page(name: str) -> str:
    """Return the file of one of a draft's pages."""
    return f"assessments/pages/{name}.py"


def draft_address(link: str) -> str:
    """Return the address that opens the draft with a link, on any device."""
    place = urlsplit(st.context.url or "")
    return f"{place.scheme}://{place.netloc}/draft?{urlencode({DRAFT: link})}"


def show_place(file: str, line: int, label: str) -> None:
    """Show a link to a line of the draft's text."""
    st.page_link(page("draft"), label=as_label(label), query_params={DRAFT: token(), FILE: file, LINE: str(line)})


def open_draft(*, to_try: bool = False) -> Draft:
    """Return the draft the link opens, as it is saved now; says so kindly when it opens none."""
    with kindly():
        return (editing.open_to_try if to_try else editing.open_draft)(desk(), token())


def begin_page(draft: Draft, here: str) -> None:
    """Show the draft's title and the way between its pages."""
    _keep_address()
    with st.container(key="back"):
        st.page_link(STUDIO, label=say("All questionnaires"))
    show(heading(draft.title, level=1))
    with st.container(key="draft-pages", horizontal=True):
        for name, label in _pages(draft):
            with st.container(key=f"here-{name}" if name == here else f"there-{name}", width="content"):
                st.page_link(page(name), label=say(label), query_params={DRAFT: token()})


def _pages(draft: Draft) -> Iterator[tuple[str, str]]:
    """Yield a draft's pages with their labels; only an edition has a base."""
    for name, label in PAGES.items():
        if name != "draft_together" or editing.is_edition(draft.texts):
            yield name, label


def _keep_address() -> None:
    """Let the address follow a link within one page, which the browser alone leaves as it was.

    After a link from another page the browser writes the address itself, a moment later: told now, it would put this
    page's words behind the other page's name, and the way back would lead to another file.
    """
    if was_here():
        st.query_params.from_dict(st.query_params.to_dict())


def run_again() -> None:
    """Run the part of the page that somebody used once more; all of the page where all of it is being run.

    A press reaches a run of the whole page when that was asked for at the same moment, as after a lost connection.
    """
    with suppress(StreamlitAPIException):
        st.rerun(scope="fragment")
    st.rerun()


def origin_of(draft: Draft) -> Mapping[str, str]:
    """Return the files of what a draft began from."""
    with kindly():
        return editing.files_of(desk(), draft.origin)


def labels_of(known: Iterable[Beginning]) -> dict[str | None, str]:
    """Return how people call what there is to begin from, by its origin."""
    return {
        one.origin: publications.beginning_name(
            one.title, one.version, installed=one.installed, organisation=one.organisation
        )
        for one in known
    }


def ask_key(organisation: str | None, place: str) -> str | None:
    """Ask for the key of the studio, where this installation has one and this is no organisation's own.

    Each ``place`` has a field of its own, so that what was typed on one page is never taken for the next one's. It is
    sent while it is typed: whoever leaves a password by Tab comes to its button first, and then it would not be sent.
    """
    if not editing.needs_key(organisation):
        return None
    return st.text_input(
        say("Key of the studio"), type="password", max_chars=200, key=key_field(place), autocomplete="off", live=True
    )


def key_field(place: str) -> str:
    """Return under what key the field for the key of the studio stands at a place."""
    return f"key-{place}"


def look_at(files: Mapping[str, str], *, examples: bool = False) -> Looked:
    """Return what is wrong or noteworthy with ``files``; looked at once for each text, as people pause and move on."""
    held = st.session_state.get(_LOOKED)
    if held is None or held[:2] != (files, examples):
        check = editing.check_files if examples else editing.check_texts_only
        held = st.session_state[_LOOKED] = (dict(files), examples, check(files))
    return held[2]


def pillars_of(files: Mapping[str, str]) -> dict[str, str]:
    """Return the names of the pillars by id, as far as they can be read."""
    return {found.id: found.name for found in editing.listing(files, "pillar")}


def names_of(files: Mapping[str, str]) -> dict[str, str]:
    """Return the names of factors and pillars by id, as far as they can be read."""
    return {one.id: one.name for kind in ("factor", "pillar") for one in editing.listing(files, kind)}


def show_standing(draft: Draft) -> None:
    """Say whether the draft as saved could be published."""
    looked = look_at(draft.texts, examples=True)
    failing = sum(not outcome.passed for outcome in looked.examples)
    show(paragraph(words.standing_line(len(looked.problems), failing, len(looked.advice)), "standing"))
    if looked.problems:
        first = looked.problems[0]
        show_place(first.file or "path.yaml", first.problem.line, say("Show the first problem in the text"))
    elif failing:
        query = {DRAFT: token(), FORM: "examples"}
        st.page_link(page("draft_forms"), label=say("Show the worked examples"), query_params=query)
