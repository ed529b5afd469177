"""What members of an organisation find on pages, by their roles, and what everybody else is told there."""

import time
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessments import answering, editing, facilitating, organisations, working
from assessments.answering import Desk, open_desk
from assessments.pages.parts.signing_in import sign_in
from assessments.rights import Who
from assessments.settings import Settings
from assessments.signing_in import visitor_of
from tests.assessments.rights.members import member
from tests.assessments.signing_in.whole import WHOLE

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def desk(database: str, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Return the desk the pages share, where people sign in."""
    for knob in fields(Settings):
        if "signin" in knob.name or knob.name == "address":
            monkeypatch.setenv(knob.metadata["name"], getattr(WHOLE, knob.name))
    sign_in.cache_clear()
    desk = open_desk(database, ROOT / "questionnaires" / "social_crm")
    facilitating.prepare(desk.serving(member(Who.LEADER)), "Hartwell", 60)
    editing.begin_draft(desk.serving(member(Who.AUTHOR)), "Insurers", "Ada", files={"path.yaml": "a\n"})
    return desk


def shown(page: str, *roles: str, **query: str) -> AppTest:
    """Return a page as somebody with these roles sees it; with none they have not signed in."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.query_params.update(query)
    known = {"iss": "a provider", "sub": "ada", "iat": time.time(), "name": "Ada", "roles": list(roles)}
    app.user = {"is_logged_in": True, **known} if roles else {"is_logged_in": False}
    app.switch_page(f"assessments/pages/{page}.py").run()
    assert not app.exception
    return app


def text(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


def buttons(app: AppTest) -> list[str]:
    return [button.label for button in app.button if button.label in ("Open", "See the result", "Delete")]


ROLES = {
    "owner": (["Open", "Delete", "Open"], ["Hartwell", "Insurers"]),
    "facilitator": (["Open"], ["Hartwell"]),
    "editor": (["Open"], ["Insurers"]),
    "viewer": ([], ["Hartwell"]),
}


def test_the_list_offers_what_a_role_may_do(desk: Desk) -> None:
    for role, (offered, names) in ROLES.items():
        app = shown("ours", f"pathway:Acme:{role}")
        assert buttons(app) == offered, role
        assert [name for name in ("Hartwell", "Insurers") if f">{name}<" in text(app)] == names, role


def test_who_belongs_to_several_organisations_chooses_one_and_who_may_begin_nothing_is_told_so(desk: Desk) -> None:
    app = shown("ours", "pathway:Acme:viewer", "pathway:Beta:owner")
    assert "Hartwell" in text(app)
    app.selectbox(key="organisation-choice").select("Beta").run()
    assert "Hartwell" not in text(app)
    app.switch_page("assessments/pages/prepare.py").run()
    assert "What you make here is Beta’s" in text(app)
    viewer = shown("prepare", "pathway:Acme:viewer")
    assert "Your account may not do this here." in text(viewer)
    stranger = shown("studio")
    assert "Owners and editors of an organisation here begin drafts." in text(stranger)
    assert [field.label for field in stranger.text_input] == []
    newcomer = shown("sign_in", "staff")
    assert "belong to no organisation here" in text(newcomer)


def test_who_signs_out_in_one_tab_can_do_nothing_more_in_another(desk: Desk) -> None:
    leader = desk.serving(member(Who.LEADER))
    room = facilitating.prepare(leader, "Mercer", 60)
    tab = shown("workshop", "pathway:Acme:facilitator", desk=room.token)
    version = facilitating.board(leader, room.token).head.version
    assert "Mercer" in text(tab)
    answering.end_sign_in(desk.serving(visitor_of(sign_in(), tab.user, datetime.now(UTC))))
    tab.button(key=next(one.key for one in tab.button if one.key.startswith("go-on-"))).click().run()
    assert "You have signed out, perhaps in another tab." in text(tab)
    assert "Mercer" not in text(tab)
    assert facilitating.board(leader, room.token).head.version == version
    for page in ("ours", "sign_in", "prepare"):
        tab.switch_page(f"assessments/pages/{page}.py").run()
        assert "You have signed out" in text(tab), page
        assert "Hartwell" not in text(tab), page


def test_what_is_an_organisations_is_shown_on_no_page_to_whoever_is_not_signed_in_to_it_now(desk: Desk) -> None:
    owner = desk.serving(member(Who.OWNER))
    ours = organisations.ours(owner)
    leads = organisations.open_workshop(owner, ours.entries[0].id)
    edits = organisations.open_draft(owner, ours.drafts[0].public_id)
    pages = {
        **{page: {"desk": leads} for page in ("workshop", "after", "prepare")},
        **{page: {"draft": edits} for page in ("draft", "draft_forms", "draft_publish", "draft_people")},
        "shared": {"shared": ours.entries[0].id},
        "ours": {},
    }
    gone = shown("home", "pathway:Acme:owner")
    answering.end_sign_in(desk.serving(visitor_of(sign_in(), gone.user, datetime.now(UTC))))
    over = shown("home", "pathway:Acme:owner")
    over.user["iat"] = time.time() - 13 * 3600
    foreign, present = shown("home", "pathway:Beta:owner"), shown("home", "pathway:Acme:owner")
    for who, tab in {"gone": gone, "over": over, "foreign": foreign}.items():
        assert named(tab, pages) == {}, who
    assert set(named(present, pages)) == set(pages) - {"after", "shared"}  # which have no result yet


def named(tab: AppTest, pages: dict[str, dict[str, str]]) -> dict[str, list[str]]:
    """Return what each page names of the organisation's, where it names anything."""
    found = {}
    for page, link in pages.items():
        tab.query_params.clear()
        tab.query_params.update(link)
        tab.switch_page(f"assessments/pages/{page}.py").run()
        assert not tab.exception
        found[page] = [name for name in ("Hartwell", "Insurers") if name in text(tab)]
    return {page: names for page, names in found.items() if names}


def test_pages_say_why_when_the_database_goes_while_they_are_shown(desk: Desk) -> None:
    tab = shown("ours", "pathway:Acme:facilitator")
    with desk.database.writing() as connection:
        connection.exec_driver_sql("DROP TABLE ended_sign_in")
    tab.run()
    assert "The answers cannot be reached" in text(tab)
    assert "Ada" in text(tab)


JOBS = {
    "owner": ["All reports", "Another version"],
    "facilitator": ["All reports"],
    "editor": ["Another version"],
}


def test_jobs_are_begun_by_those_who_may(desk: Desk) -> None:
    began = answering.start(desk.serving(member(Who.LEADER)), "Hartwell", "quick").token
    answering.finish(desk, began)
    for role, offered in JOBS.items():
        app = shown("jobs", f"pathway:Acme:{role}")
        assert [name for name in JOBS["owner"] if f">{name}</h2>" in text(app)] == offered, role
    app = shown("jobs", "pathway:Acme:facilitator")
    app.button(key="print-ours").click().run()
    [job] = working.jobs(desk)
    assert (job.total, job.asked_by) == (1, "Ada")
    assert "Asked for by Ada" in text(app)
    app.button(key=f"stop-{job.id}").click().run()
    assert "Stopped: 0 of 1 done." in text(app)
    assert "Your account may not do this here." in text(shown("jobs", "pathway:Acme:viewer"))
    assert "Please sign in" in text(shown("jobs"))
    assert "All reports" not in text(shown("jobs", "pathway:Beta:editor"))
