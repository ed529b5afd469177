"""Somebody who edits a draft in a browser: the text they see, what they type, what the page says about it."""

from playwright.sync_api import Locator, Page

from tests.browser.conftest import settle


class Writer:
    """A person in front of the text of a draft."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.content.wait_for()

    @property
    def content(self) -> Locator:
        return self.page.locator(".cm-content")

    def go_to(self, text: str) -> None:
        """Put the cursor at the end of the line that holds a text, found by the editor's own search."""
        self.content.focus()
        self.page.keyboard.press("Control+f")
        self.page.keyboard.type(text)
        self.page.keyboard.press("Enter")
        self.page.keyboard.press("Escape")
        self.page.keyboard.press("End")

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def save(self) -> None:
        """Save by keyboard and wait until the page says it is stored."""
        self.page.keyboard.press("Control+s")
        self.says("Saved at")

    def says(self, sentence: str) -> None:
        """Wait until the line below the text says something."""
        self.page.locator(".pathway-editor .status", has_text=sentence).wait_for()

    def found(self, code_or_text: str) -> Locator:
        """Wait for an entry of the list of findings, and return it."""
        entry = self.page.locator(".pathway-editor .findings li", has_text=code_or_text)
        entry.first.wait_for()
        return entry.first

    def reload(self) -> None:
        self.page.reload()
        settle(self.page)
        self.content.wait_for()
