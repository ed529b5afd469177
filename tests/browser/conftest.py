"""A real server and a real Chromium, once for all browser tests of a run."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from assessments.answering import Desk, open_desk
from tests.browser.serving import Server
from tests.browser.somebody import FILLED, SOCIAL_CRM, Somebody
from tests.browser.watching import Watch

HERE = Path(__file__).parent
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]

Open = Callable[..., Page]
Bring = Callable[..., Somebody]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Start the product once, and stop it afterwards."""
    server = Server(tmp_path_factory.mktemp("server"))
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def server(running: Server) -> str:
    """Return the address of the product."""
    return running.address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start Chromium without a window."""
    assert CHROMIUM, "the browser tests need Chromium; `make test` installs it"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def watch(chromium: Browser) -> Watch:
    """Look at everything the browsers do."""
    return Watch(chromium)


@pytest.fixture(autouse=True)
def nothing_leaves_and_no_rule_is_broken(watch: Watch) -> Iterator[None]:
    """Check that after every browser test: no request elsewhere, nothing the content policy had to stop."""
    yield
    assert watch.taken() == []


@pytest.fixture
def open_page(server: str, chromium: Browser) -> Iterator[Open]:
    """Open an address of the product as a visitor with a given screen width and colour scheme."""
    contexts = []

    def opened(
        path: str, *, width: int = 1280, scheme: Literal["light", "dark"] = "light", locale: str = "en-GB"
    ) -> Page:
        context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, locale=locale)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(60_000)  # a busy machine is slow, and that is no failure
        page.goto(server + path)
        settle(page)
        return page

    yield opened
    for context in contexts:
        context.close()


def settle(page: Page) -> None:
    """Wait until the page has been run through, its heading stands and its charts are drawn."""
    page.locator("h1").first.wait_for()
    page.locator("[data-test-script-state=notRunning]").wait_for()
    page.wait_for_function(
        "[...document.querySelectorAll('.stVegaLiteChart')].every(chart => chart.querySelector('svg, canvas'))"
    )


@pytest.fixture(scope="session")
def desk(running: Server) -> Desk:
    """Return a desk of the tests' own at the database of the server."""
    return open_desk(running.database_url, SOCIAL_CRM)


@pytest.fixture
def somebody(server: str, chromium: Browser) -> Iterator[Bring]:
    """Bring in people, each with a device of their own."""
    contexts = []

    def brought(path: str = "/", *, width: int = 390, **device: Any) -> Somebody:
        context = chromium.new_context(viewport={"width": width, "height": 844}, **{"locale": "en-GB", **device})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(60_000)  # a busy machine is slow, and that is no failure
        page.goto(server + path)
        person = Somebody(page)
        person.arrived(f"() => {FILLED} !== undefined")
        return person

    yield brought
    for context in contexts:
        context.close()
