"""Members sign in at a provider and find what is theirs; others find nothing, and whoever answers needs no account."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from assessments import answering, facilitating
from assessments.answering import open_desk
from assessments.rights import Who
from tests.assessments.rights.members import member
from tests.browser.conftest import settle
from tests.browser.provider import ADA, BOB, SECRET, VIC, Account, cookie, provider, signing_in
from tests.browser.serving import Server
from tests.browser.somebody import SOCIAL_CRM, answered

Visit = Callable[..., Page]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where both programs of these tests write."""
    return tmp_path_factory.mktemp("signing-in")


@pytest.fixture(scope="module")
def at(folder: Path) -> Iterator[str]:
    """Return the address of a provider."""
    with provider(folder, ADA) as address:
        yield address


@pytest.fixture(scope="module")
def closed(folder: Path, at: str) -> Iterator[Server]:
    """Return the product as members sign in to it."""
    with signing_in(folder, at) as server:
        yield server


@pytest.fixture
def visit(closed: Server, chromium: Browser) -> Iterator[Visit]:
    """Let somebody open an address, with the cookie of a sign-in or without."""
    contexts = []

    def visited(path: str, *cookies: dict[str, str]) -> Page:
        context = chromium.new_context(viewport={"width": 390, "height": 844}, locale="en-GB")
        contexts.append(context)
        context.add_cookies(list(cookies))  # type: ignore[arg-type]
        page = context.new_page()
        page.set_default_timeout(60_000)  # a busy machine is slow, and that is no failure
        page.goto(closed.address + path)
        settle(page)
        return page

    yield visited
    for context in contexts:
        context.close()


def says(page: Page, heading: str) -> None:
    expect(page.get_by_role("heading", level=1, name=heading)).to_be_visible()


def open_to_everybody(page: Page) -> None:
    settle(page)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_a_member_signs_in_where_they_were_makes_something_finds_it_again_and_signs_out(
    visit: Visit, closed: Server, at: str
) -> None:
    ada = visit("/prepare")
    account = Account(ada.context, at)
    says(ada, "Please sign in")
    ada.locator(".way-in a").click()
    expect(ada.get_by_role("heading", level=1, name="Sign in", exact=True)).to_be_visible()
    open_to_everybody(ada)
    account.refuses()
    ada.get_by_role("button", name="Sign in").click()
    expect(ada.get_by_role("alert")).to_contain_text("That did not work")
    account.allows(ADA)
    ada.get_by_role("button", name="Sign in").click()
    says(ada, "Run a workshop")  # she is back where she was
    expect(ada.locator(".st-key-account")).to_have_text("Ada Lovelace")

    ada.get_by_label("Name of the firm or business line").fill("Hartwell")
    ada.get_by_role("button", name="Prepare the workshop").click()
    says(ada, "Hartwell: 60 minutes")
    link = ada.url.partition("?")[2]
    with ada.expect_response("**/live?link=*") as heard:
        ada.goto(f"{closed.address}/ours")
        ada.get_by_role("button", name="Open").click()
    assert heard.value.status == 200
    assert ada.url == f"{closed.address}/workshop?{link}"  # the very link she was given, so that she is in charge

    listing, leading = (ada.context.new_page() for _ in range(2))
    listing.goto(f"{closed.address}/ours")
    says(listing, "Acme")
    with leading.expect_response("**/live?link=*"):
        leading.goto(ada.url)
    says(leading, "Welcome")
    ada.locator(".st-key-account a").click()
    ada.get_by_role("button", name="Sign out").click()
    says(ada, "Is your firm where its customers call it?")
    for tab in (listing, leading):  # what else she had open says so by itself, and shows nothing more
        says(tab, "Please sign in")
        expect(tab.get_by_text("You have signed out, perhaps in another tab.")).to_be_visible()
        expect(tab.get_by_text("Hartwell")).to_have_count(0)
    ada.goto(f"{closed.address}/workshop?{link}")
    says(ada, "Please sign in")


def test_others_find_nothing_a_viewer_sees_results_alone_and_who_answers_needs_no_account(
    visit: Visit, closed: Server
) -> None:
    desk = open_desk(closed.database_url, SOCIAL_CRM)
    leader = desk.serving(member(Who.LEADER))
    room, began = facilitating.prepare(leader, "Mercer", 60), answered(leader, "Mercer")
    answering.finish(desk, began.token)
    desk.database.close()

    bob = visit(f"/workshop?desk={room.token}", cookie(closed.address, BOB))
    says(bob, "This cannot be opened")
    bob.goto(f"{closed.address}/ours")
    says(bob, "Beta")
    expect(bob.get_by_text("Mercer")).to_have_count(0)

    vic = visit("/ours", cookie(closed.address, VIC))
    expect(vic.locator(f".st-key-ours-{room.workshop_id}").get_by_role("button")).to_have_count(0)
    row = vic.locator(f".st-key-ours-{began.assessment_id}")
    expect(row.get_by_role("button")).to_have_text(["See the result"])
    open_to_everybody(vic)
    row.get_by_role("button").click()
    expect(vic.locator(".verdict")).to_be_visible()
    expect(vic.get_by_text("Share the result")).to_have_count(0)

    forged = cookie(closed.address, ADA, secret=SECRET.upper())
    says(visit(f"/workshop?desk={room.token}", forged), "Please sign in")
    phone = visit(f"/?join={room.code}")
    expect(phone.get_by_text("Mercer").first).to_be_visible()
    expect(phone.locator(".st-key-account")).to_have_count(0)
