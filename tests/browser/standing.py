"""When a page stands: it has been run to its end, and all that it shows has been drawn."""

from playwright.sync_api import Page

RUN = "window.pathway?.wire?.run"  # another one in every run of a page
ENDED = "document.querySelector('[data-test-script-state=notRunning]')"
OUTLINE = "[data-testid=stSkeleton]"  # in place of a part whose script is still on its way


def run_to_its_end(page: Page) -> str:
    """Wait until a page has been run, though parts of it may still be on their way, and return which run it was."""
    page.wait_for_function(f"() => {RUN} && {ENDED}")
    return str(page.evaluate(RUN))


def stands(page: Page) -> None:
    """Wait until a page has been run to its end and nothing of it is missing."""
    page.wait_for_function(f"() => {ENDED} && !document.querySelector('{OUTLINE}')")
