"""A facilitator in front of the page from which they run a workshop."""

import re

from playwright.sync_api import Page

from tests.browser.standing import stands

MOVED_ON = """label => {
    const button = document.querySelector(".st-key-controls [data-testid=stBaseButton-primary]");
    return !button || button.innerText.trim() !== label || document.querySelector(".st-key-sure");
}"""


class FacilitatorsPage:
    """The page a facilitator runs a workshop from."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def ready(self) -> None:
        """Wait until the page stands still."""
        self.page.locator(".st-key-now h1").wait_for()
        stands(self.page)

    @property
    def heading(self) -> str:
        """The step, or the question that is talked about."""
        return self.page.locator(".st-key-now h1").inner_text()

    @property
    def figures(self) -> dict[str, int]:
        """The counts as they stand on the page: joined, connected, done answering."""
        entries = self.page.locator(".counts li").all_inner_texts()
        return {" ".join(word): int(number) for number, *word in (entry.split() for entry in entries)}

    def until(self, **figures: int) -> None:
        """Wait until counts stand on the page, as they do once it has been told that something moved."""
        for name, number in figures.items():
            words = name.replace("_", " ")
            self.page.locator(".counts li", has_text=re.compile(rf"^{number}\s+{words}$")).wait_for()

    def go_on(self, label: str) -> None:
        """Press the one obvious button, which has to say this, and wait until the page has moved on."""
        button = self.page.locator(".st-key-controls [data-testid=stBaseButton-primary]")
        button = button.filter(has_text=re.compile(f"^{re.escape(label)}$"))
        button.click()
        self.page.wait_for_function(MOVED_ON, arg=label)
        self.ready()

    def press(self, label: str) -> None:
        """Press another button; what it does is waited for where it is looked at."""
        self.page.get_by_role("button", name=label, exact=True).click()

    def shows(self, heading: str) -> None:
        """Wait until a step or a question stands at the top."""
        self.page.locator(".st-key-now h1").get_by_text(heading, exact=True).wait_for()

    def says(self, words: str) -> None:
        """Wait until some words stand on the page."""
        self.page.get_by_text(words).first.wait_for()
