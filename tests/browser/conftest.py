"""A real server and a real Chromium, once for all browser tests of a run."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from assessments.answering import Desk, open_desk
from tests.browser.serving import Server
from tests.browser.somebody import FILLED, SOCIAL_CRM, Somebody
from tests.browser.standing import stands
from tests.browser.watching import Watch

HERE = Path(__file__).parent
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]

PATIENCE = 60_000  # milliseconds: a busy machine is slow, and that is no failure
expect.set_options(timeout=PATIENCE)

# What opens, opens at once: while a page still moves, a click can fall on what stood there a moment before.
AT_ONCE = """{
    const animate = Element.prototype.animate;
    Element.prototype.animate = function (...how) {
        const motion = animate.apply(this, how);
        motion.finish();
        return motion;
    };
}"""

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
def device(chromium: Browser) -> Iterator[Open]:
    """Switch on devices, each with a browser of its own, and off again after the test."""
    contexts = []

    def switched_on(*, width: int = 390, height: int = 844, **about: Any) -> Page:
        viewport = {"width": width, "height": height}
        context = chromium.new_context(**{"viewport": viewport, "locale": "en-GB", **about})
        contexts.append(context)
        context.add_init_script(AT_ONCE)
        context.set_default_timeout(PATIENCE)
        return context.new_page()

    yield switched_on
    for context in contexts:
        context.close()


@pytest.fixture
def open_page(server: str, device: Open) -> Open:
    """Open an address of the product as a visitor with a given screen width and colour scheme."""

    def opened(path: str, *, width: int = 1280, scheme: Literal["light", "dark"] = "light", **about: Any) -> Page:
        page = device(width=width, height=900, color_scheme=scheme, **about)
        page.goto(server + path)
        settle(page)
        return page

    return opened


def settle(page: Page) -> None:
    """Wait until the page stands, its heading is there and its charts are drawn."""
    page.locator("h1").first.wait_for()
    stands(page)
    page.wait_for_function(
        "[...document.querySelectorAll('.stVegaLiteChart')].every(chart => chart.querySelector('svg, canvas'))"
    )


@pytest.fixture(scope="session")
def desk(running: Server) -> Desk:
    """Return a desk of the tests' own at the database of the server."""
    return open_desk(running.database_url, SOCIAL_CRM)


@pytest.fixture
def somebody(server: str, device: Open) -> Bring:
    """Bring in people, each with a device of their own."""

    def brought(path: str = "/", **about: Any) -> Somebody:
        person = Somebody(device(**about))
        person.page.goto(server + path)
        person.arrived(f"() => {FILLED} !== undefined")
        return person

    return brought
