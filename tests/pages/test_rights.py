"""Every page that needs a link is tried with links that open it no more, never did, or open something else."""

from pathlib import Path

import pytest
from markupsafe import escape
from streamlit.testing.v1 import AppTest

from assessments import editing
from assessments.answering import Desk, open_desk
from assessments.answering.refusals import SENTENCES as ANSWERING
from assessments.editing.refusals import SENTENCES as EDITING
from assessments.rights import Deed, Who
from assessments.rights.surfaces import PAGES
from tests.assessments.rights.everybody import Somebody, everybody, some

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("Acme", "Ours")  # of every firm and every draft in the world of these people
LINKS = {  # what the address calls the link that opens a page
    **dict.fromkeys(("questions", "overview", "result", "plan", "what_if"), "resume"),
    **dict.fromkeys(
        ("draft", "draft_together", "draft_forms", "draft_effects", "draft_publish", "draft_people"), "draft"
    ),
    **dict.fromkeys(("workshop", "after", "prepare"), "desk"),
    **{name: name for name in ("join", "seat", "screen", "pulse", "shared")},
}
OPEN = {"home", "firms", "sign_in", "studio", "version"}  # need no link, and take none
SIGNED_IN = {"ours", "jobs"}  # need a sign-in or the studio's key, and take no link
SENTENCES = {**ANSWERING, **EDITING}
REFUSALS = [
    *(SENTENCES[code] for code in ("link", "sample", "seat", "gone", "code", "desk", "screen", "pulse_code")),
    *(SENTENCES[code] for code in ("share", "share_expired", "share_revoked", "draft_link")),
]
TRIED = ("a forged link", "a reader whose link was revoked", "a respondent", "who is in charge")
OPENED_BY = {
    "resume": "a respondent",
    "draft": "an editor",
    "desk": "who is in charge",
    "join": "somebody invited",
    "seat": "a participant",
    "screen": "the screen",
    "pulse": "a customer",
    "shared": "a reader",
}


@pytest.fixture
def people(database: str) -> dict[str, Somebody]:
    """Return one of each who may do something, and strangers; the editor has a whole questionnaire."""
    desk: Desk = open_desk(database, ROOT / "questionnaires" / "social_crm")
    draft = editing.begin_draft(desk, "Ours", "Ada").token
    return {**everybody(desk), "an editor": some(Who.EDITOR, token=draft)}


def shown(page: str, token: str) -> str:
    """Return what a page shows to whoever comes with a link."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.query_params[LINKS[page]] = token
    app.switch_page(f"assessments/pages/{page}.py").run()
    assert not app.exception
    html = [element.proto.body for element in app.get("html")]
    return "\n".join([*html[1:], *(code.value for code in app.code), *(field.label for field in app.text_input)])


def test_every_page_is_tried() -> None:
    assert set(LINKS) | OPEN | SIGNED_IN == set(PAGES)
    assert {PAGES[name] for name in OPEN} == {Deed.LOOK_AROUND, Deed.READ_VERSIONS}


def test_a_page_shows_nothing_to_whoever_may_not(people: dict[str, Somebody]) -> None:
    """Preparing is everybody's: whoever has no link to a workshop is asked for one of their own there."""
    told = [
        (page, name)
        for page, deed in PAGES.items()
        for name in TRIED
        if page in LINKS and name != OPENED_BY[LINKS[page]]
        if page == "prepare" or not people[name].may(deed) or Who.STRANGER in people[name].who
        if lets_in(shown(page, people[name].token))
    ]
    assert told == []


def test_a_page_shows_what_it_is_about_to_whoever_may(people: dict[str, Somebody]) -> None:
    early = {"after"}  # there is no result yet
    for page in set(LINKS) - early:
        assert lets_in(shown(page, people[OPENED_BY[LINKS[page]]].token)), page


def lets_in(said: str) -> bool:
    """Return whether a page shows what it is about; one that refuses says so and tells no name."""
    refused = any(escape(sentence) in said for sentence in REFUSALS)
    assert not (refused and any(name in said for name in NAMES)), said
    return not refused
