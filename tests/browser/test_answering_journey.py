"""An executive comes to the first page, answers on a phone and takes the report away."""

import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Page

from assessments import answering
from assessments.answering import AskedFact, Desk
from scoring.answers import Unanswered
from scoring.model import Allocation, Fact, Item, Multi, NumberItem
from tests.browser.conftest import Bring
from tests.browser.somebody import ELSEWHERE, Somebody, answered, asked

SPLIT = ("20", "58", "14", "7", "1", "0")
NOTHING = dict.fromkeys(("person", "phone", "mail", "web", "mobile", "social"), 0)


def answer(person: Somebody, question: Fact | Item) -> None:
    """Answer a question of any kind with one tap, or by typing where there is something to type."""
    here, kind = person.question(question.id), getattr(question, "type", "")
    if isinstance(question, Allocation):
        for number, share in enumerate(SPLIT):
            here.locator("input[type=number]").nth(number).fill(share)
        person.saved()
    elif isinstance(question, NumberItem) or kind == "number":
        here.locator("input[type=number]").fill("66")
        here.locator("input[type=number]").press("Enter")
        person.saved()
    elif kind == "text":
        here.locator("input").fill("Insurance")
        person.saved()
    elif isinstance(question, Multi) or kind == "multi":
        person.tick(question.id, question.options[1].label)
    else:
        person.choose(question.id, 2)


def report_of(page: Page, folder: Path) -> str:
    """Return the text of the PDF that the result page offers."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the report").click()
    saved = folder / "report.pdf"
    download.value.save_as(saved)
    said = subprocess.run(["pdftotext", str(saved), "-"], capture_output=True, text=True, check=True)
    return " ".join(said.stdout.split())


COUNT_TAPS = "window.taps = 0; document.addEventListener('pointerdown', () => window.taps++, true)"


@pytest.mark.parametrize(("edition", "width"), [("Quick scan", 390), ("Full assessment", 1280)])
def test_from_the_first_page_to_the_report(
    somebody: Bring, desk: Desk, tmp_path: Path, edition: str, width: int
) -> None:
    person = somebody(width=width)
    person.page.get_by_label("Name of your firm").fill("Ænder & Sons <b>")
    person.press(edition, exact=False)
    person.page.locator("code", has_text=f"/?resume={person.token}").wait_for()
    person.press("Begin")
    person.page.evaluate(COUNT_TAPS)
    journey = answering.sections(desk, person.token)
    steps = [step for section in journey.sections for step in section.steps]
    for step in steps:
        assert person.place == step[0].question.id
        for one in step:
            answer(person, one.question)
        person.press("Done" if step is steps[-1] else "Next")
    questions = [one.question for step in steps for one in step]
    assert person.page.evaluate("taps") == sum(map(is_tapped, questions)) + len(steps)
    assert all(stored(desk, person.token, question.id) for question in questions)
    person.press("See the result")
    assert person.page.locator("h1").inner_text() == "Ænder & Sons <b>"
    verdict = person.page.locator(".verdict").inner_text()
    assert verdict in report_of(person.page, tmp_path)


def is_tapped(question: Fact | Item) -> bool:
    """Return whether a question is answered by a tap; the others have something to type."""
    typed = isinstance(question, Allocation | NumberItem) or getattr(question, "type", "") in ("number", "text")
    return not typed


def stored(desk: Desk, token: str, id_: str) -> bool:
    one = asked(desk, token, id_)
    return one.given if isinstance(one, AskedFact) else not one.open


def test_going_on_leads_to_what_is_open(somebody: Bring, desk: Desk) -> None:
    token = answered(desk, but=("dem_03", "own_01")).token
    person = somebody(f"/overview?resume={token}")
    assert "two are open" in person.page.locator(".lead").inner_text()
    person.press("Go on answering")
    assert person.place == "dem_03"
    person.choose("dem_03", 2)
    person.page.get_by_role("link", name="All questions").click()
    person.page.get_by_text("one is open").wait_for()
    person.press("Go on answering")
    assert person.place == "own_01"
    person.choose("own_01", 2)
    person.page.get_by_role("link", name="All questions").click()
    person.page.get_by_text("Everything is answered.").wait_for()
    person.press("See the result")
    assert answering.sections(desk, token).finished


def test_taps_in_a_hurry_are_all_stored(somebody: Bring, desk: Desk) -> None:
    """The next tap cuts short the run that stores the one before."""
    token = answering.start(desk, "In a hurry", "full").token
    person = somebody(f"/questions?resume={token}&at=own_03")
    for id_ in ("own_03", "own_04", "own_05", "own_06", "own_07", "own_08"):
        person.page.locator(".st-key-next button").wait_for()
        before = person.place
        person.page.evaluate(
            """id => {
                document.querySelectorAll(`.st-key-question-${id} input[type=radio]`)[3].click();
                document.querySelector(".st-key-next button").click();
            }""",
            id_,
        )
        person.arrived(ELSEWHERE, before)
    assert [asked(desk, token, f"own_0{number}").value for number in range(3, 9)] == [4] * 6


def test_typing_and_moving_on_at_once_stores_what_was_typed(somebody: Bring, desk: Desk) -> None:
    token = answering.start(desk, "Typing", "full").token
    person = somebody(f"/questions?resume={token}&at=cul_12")
    person.question("cul_12").locator("input[type=number]").fill("66")
    person.press("Next")
    assert asked(desk, token, "cul_12").value == 66


def test_a_split_that_does_not_add_up_is_never_called_saved(somebody: Bring, desk: Desk) -> None:
    token = answering.start(desk, "Splitting", "full").token
    person = somebody(f"/questions?resume={token}&at=dem_01")
    boxes = person.question("dem_01").locator("input[type=number]")
    boxes.nth(0).fill("20")
    boxes.nth(1).fill("58")
    person.page.get_by_role("button", name="Next").click()
    line = person.page.locator(".outcome.not-saved", has_text="Choose the same button again")
    line.wait_for()
    assert "78 of 100 given, 22 left" in line.inner_text()
    assert person.page.locator(".outcome.saved").count() == 0
    assert person.place == "dem_01"
    assert asked(desk, token, "dem_01").open
    person.page.get_by_role("button", name="Give the remaining 22 to: Phone call").click()
    person.saved()
    assert asked(desk, token, "dem_01").value == {**NOTHING, "person": 20, "phone": 80}


def test_a_split_that_was_begun_may_be_left_for_later(somebody: Bring, desk: Desk) -> None:
    token = answering.start(desk, "Later", "full").token
    person = somebody(f"/questions?resume={token}&at=dem_01")
    person.question("dem_01").locator("input[type=number]").nth(0).fill("30")
    person.page.get_by_role("button", name="Next").click()
    person.page.locator(".outcome.not-saved", has_text="Choose the same button again").wait_for()
    person.press("Next")
    assert person.place == "dem_03"
    person.press("Back")
    assert person.question("dem_01").locator("input[type=number]").nth(0).input_value() == "30"
    person.tick("dem_01", "Don't know")
    assert asked(desk, token, "dem_01").value is Unanswered.DONT_KNOW
    person.press("Next")
    assert person.place == "dem_03"


@pytest.mark.parametrize(("edition", "fact", "option", "item"), [("quick", "ctx_calls", 2, "chn_01")])
def test_what_does_not_apply_is_offered_only_while_it_may_be_so(
    somebody: Bring, server: str, desk: Desk, edition: str, fact: str, option: int, item: str
) -> None:
    token = answering.start(desk, "Applies", edition).token
    person = somebody(f"/questions?resume={token}&at={item}")
    na = person.question(item).get_by_text("Does not apply to us")
    assert na.count() == 0
    person.go_to(server, "questions", resume=token, at=fact)
    person.choose(fact, option)
    person.go_to(server, "questions", resume=token, at=item)
    na.click()
    person.saved()
    assert asked(desk, token, item).value is Unanswered.NOT_APPLICABLE
    person.go_to(server, "questions", resume=token, at=fact)
    person.choose(fact, 1)
    person.go_to(server, "questions", resume=token, at=item)
    assert na.count() == 0
    assert person.chosen(item) == []
    assert asked(desk, token, item).open
