"""Sharing a result in a real browser: made, opened on another device, revoked, and gone there."""

from playwright.sync_api import expect

from assessments import answering
from assessments.answering import Desk
from tests.assessments.filled import answer_like
from tests.browser.conftest import Bring
from tests.browser.somebody import SOCIAL_CRM

WARY = '<b>The "board"</b>'


def test_a_result_is_shared_looked_at_and_taken_back(desk: Desk, somebody: Bring, server: str) -> None:
    token = answering.start(desk, "Acme & Sons", "full").token
    answer_like(desk, token, SOCIAL_CRM)
    owner = somebody(f"/result?resume={token}", width=1280).page
    owner.get_by_label("Who is it for?").fill(WARY)
    owner.get_by_role("button", name="Make a link").click()
    link = owner.locator(".st-key-share-offer code").inner_text().strip()
    expect(owner.locator(".st-key-shares")).to_contain_text(WARY)

    reader = somebody(link.removeprefix(server), width=320)
    expect(reader.page.get_by_role("heading", level=1)).to_have_text("Acme & Sons")
    expect(reader.page.get_by_text("This result was shared with you.")).to_be_visible()
    with reader.page.expect_download() as download:
        reader.page.get_by_role("button", name="Download the report").click()
    assert download.value.path().read_bytes().startswith(b"%PDF")
    for hidden in ("team edition", "Take your answers", "Delete everything", "What if"):
        expect(reader.page.get_by_text(hidden)).to_have_count(0)
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= 320
    assert token not in reader.page.content()

    owner.reload()
    expect(owner.locator(".st-key-shares")).to_contain_text("Last used on")
    owner.get_by_role("button", name="Revoke").click()
    expect(owner.locator(".st-key-shares")).to_contain_text("revoked")
    reader.page.reload()
    expect(reader.page.get_by_text("This link has been revoked")).to_be_visible()
    expect(reader.page.get_by_text("Acme & Sons")).to_have_count(0)
