"""Every page works for everybody: by ear, by keyboard, in the dark, on a narrow screen and enlarged."""

from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe

from assessments import answering
from assessments.answering import Desk
from scoring.answers import Unanswered
from tests.browser.conftest import Bring
from tests.browser.somebody import ELSEWHERE, Somebody, answered, asked

# One of each kind, some of them answered: an option, several, a number, text; splits, lines in a pair, agreement, ...
QUESTIONS = (
    *("ctx_age", "ctx_pressure", "ctx_measured", "ctx_industry"),
    *("dem_01", "dem_03", "dem_11", "cul_07", "cul_12", "own_01", "own_11", "chn_01"),
)
SCREENS = pytest.mark.parametrize(("scheme", "width"), [("light", 320), ("dark", 1280)])
WITHOUT_A_RULE = """() => {
    const rules = [...document.styleSheets].flatMap(sheet => [...sheet.cssRules]).map(rule => rule.cssText).join();
    const names = new Set([...document.querySelectorAll(".stHtml [class]")].flatMap(one => [...one.classList]));
    return [...names].filter(name => !rules.includes("." + name));
}"""
ENLARGED = {"width": 640, "height": 450}  # what is left of 1280 by 900 at 200%


def check(person: Somebody, width: int, titles: set[str]) -> None:
    """Check one page: nothing that axe finds, headings one step at a time, no sideways scroll, a title of its own."""
    page = person.page
    page.set_viewport_size({"width": width, "height": 900})
    report = Axe().run(page)
    assert report.violations_count == 0, f"{page.url}\n{report.generate_report()}"
    levels = [int(tag[1]) for tag in page.locator("h1, h2, h3, h4").evaluate_all("all => all.map(one => one.tagName)")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels)), page.url
    for size in ({"width": width, "height": 640}, ENLARGED):
        page.set_viewport_size(size)
        assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= size["width"], page.url
    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.evaluate(WITHOUT_A_RULE) == [], "a style sheet has lost a part"
    assert page.title().endswith(" · Pathway")
    assert page.title() not in titles
    titles.add(page.title())


@SCREENS
def test_the_pages_of_an_assessment(somebody: Bring, server: str, desk: Desk, scheme: str, width: int) -> None:
    fresh = answering.start(desk, "Everybody", "full").token
    token = answered(desk, "For everybody", but=("dem_03", "cul_12", "own_01")).token
    titles: set[str] = set()
    person = somebody(width=width, color_scheme=scheme)
    check(person, width, titles)
    person.go_to(server, "overview", resume=fresh)
    check(person, width, titles)
    person.go_to(server, "overview", resume=token)
    check(person, width, titles)
    for question in QUESTIONS:
        person.go_to(server, "questions", resume=token, at=question)
        check(person, width, titles)


@SCREENS
def test_the_pages_of_a_result(somebody: Bring, server: str, desk: Desk, scheme: str, width: int) -> None:
    token = answered(desk, "With a result").token
    answering.finish(desk, token)
    titles: set[str] = set()
    person = somebody(f"/result?resume={token}", width=width, color_scheme=scheme)
    check(person, width, titles)
    for page in ("what_if", "overview"):
        person.go_to(server, page, resume=token)
        check(person, width, titles)


def tab_to(person: Somebody, selector: str, key: str = "Tab") -> None:
    """Press Tab until the focus is there."""
    for _ in range(40):
        person.page.keyboard.press(key)
        if person.page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"the keyboard does not reach {selector}")


def enter(person: Somebody) -> None:
    """Press Enter on what leads somewhere else."""
    before = person.place
    person.page.keyboard.press("Enter")
    person.arrived(ELSEWHERE, before)


def test_the_journey_works_with_the_keyboard_alone(somebody: Bring, desk: Desk) -> None:
    person = somebody(width=1280)
    keys = person.page.keyboard
    tab_to(person, "[aria-label^='Name of your firm']")
    keys.type("By keyboard")
    tab_to(person, ".st-key-full button")
    enter(person)
    token = person.token
    tab_to(person, ".st-key-go-on button")
    enter(person)
    assert person.page.evaluate("document.activeElement.tagName") == "H1"
    tab_to(person, "input[type=radio]")
    keys.press("Space")
    person.saved()
    tab_to(person, ".st-key-next button")
    enter(person)
    assert person.page.evaluate("document.activeElement.innerText") == person.page.locator("h1").inner_text()
    assert asked(desk, token, "ctx_age").value == "under_3"
    person.page.goto(person.page.url.partition("&at=")[0] + "&at=cul_03")
    person.arrived("() => document.querySelector('.arrival')?.dataset.place === 'cul_03'")
    tab_to(person, "input[type=radio]")
    keys.press("ArrowUp")  # the last way to answer
    person.saved()
    assert asked(desk, token, "cul_03").value is Unanswered.DONT_KNOW
    tab_to(person, "summary")
    keys.press("Enter")
    tab_to(person, "textarea")
    keys.type("Seen in March")
    tab_to(person, ".st-key-next button")
    enter(person)
    assert asked(desk, token, "cul_03").note == "Seen in March"
    tab_to(person, "[data-testid=stPageLink-NavLink]")
    enter(person)
    tab_to(person, ".st-key-finish button")
    enter(person)
    assert person.page.locator(".verdict").is_visible()
    tab_to(person, "summary")
    keys.press("Enter")
    assert person.page.evaluate("document.activeElement.parentElement.open")
